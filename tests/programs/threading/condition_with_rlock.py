# wait() releases an RLock however often it is held, and takes it back as often.
import threading

lock = threading.RLock()
condition = threading.Condition(lock)
other = threading.Condition(lock)
log = []


def notify():
    with other:
        log.append("notifier has the lock")
        condition.notify()


t = threading.Thread(target=notify)
with lock:
    with lock:
        with condition:
            t.start()
            condition.wait()
            log.append("waiter has it back")
            assert lock._is_owned()
t.join()
print(log)
lock.acquire()
lock.release()
try:
    lock.release()
except RuntimeError as e:
    print(e)
