# Event: set, clear, wait, is_set.
import threading

event = threading.Event()
assert not event.is_set()
assert event.wait(0.01) is False
assert event.wait(0) is False and event.wait(-1) is False
event.set()
event.set()
assert event.is_set() and event.wait() is True and event.wait(0) is True
event.clear()
assert not event.is_set()
log = []


def wait():
    log.append(event.wait(10))


threads = [threading.Thread(target=wait) for _ in range(3)]
for t in threads:
    t.start()
event.set()
for t in threads:
    t.join()
print(log)
