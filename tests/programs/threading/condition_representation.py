# What a condition says of itself.
import threading
import time

lock = threading.Lock()
condition = threading.Condition(lock)
assert repr(condition) == f"<Condition({lock!r}, 0)>"
ready = threading.Barrier(3)


def wait():
    with condition:
        ready.wait()
        condition.wait()


def wait_too():
    ready.wait()
    with condition:
        condition.wait()


threads = [threading.Thread(target=wait), threading.Thread(target=wait_too)]
for t in threads:
    t.start()
ready.wait()
while not repr(condition).endswith(", 2)>"):
    time.sleep(0.001)
with condition:
    print(repr(condition).split()[0], repr(condition)[-4:])
    condition.notify_all()
    print(repr(condition)[-4:])
for t in threads:
    t.join()
