# A producer notifies a consumer.
import threading

condition = threading.Condition()
items = []


def consume():
    with condition:
        while not items:
            assert condition.wait() is True
        print("got", items.pop())


t = threading.Thread(target=consume)
t.start()
with condition:
    items.append("apple")
    condition.notify()
t.join()
