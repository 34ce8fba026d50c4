# wait_for waits for a predicate and returns its value.
import threading

condition = threading.Condition()
value = 0


def count():
    global value
    for _ in range(5):
        with condition:
            value += 1
            condition.notify_all()


t = threading.Thread(target=count)
with condition:
    t.start()
    print(condition.wait_for(lambda: value >= 5 and f"value {value}"))
    print(condition.wait_for(lambda: value > 100, timeout=0.02))
    print(condition.wait_for(lambda: [], timeout=0))
    print(condition.wait_for(lambda: "at once", timeout=0))
t.join()
