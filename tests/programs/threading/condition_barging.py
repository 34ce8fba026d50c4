# nondeterministic
# A woken waiter has to compete for the lock: whoever is quicker takes the item.
import threading

condition = threading.Condition()
items = []
log = []


def consumer():
    with condition:
        rounds = 0
        while not items:
            condition.wait()
            rounds += 1
        log.append(("consumer", rounds))
        items.pop()


def barger():
    with condition:
        if items:
            items.pop()
            log.append("barger")


t = threading.Thread(target=consumer)
t.start()
b = threading.Thread(target=barger)
with condition:
    items.append(1)
    condition.notify()
b.start()
b.join()
with condition:
    items.append(2)
    condition.notify()
t.join()
print(log)
