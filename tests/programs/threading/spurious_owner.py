# A plain lock does not know its holder: a condition over one cannot tell who notifies.
import threading

lock = threading.Lock()
condition = threading.Condition(lock)
log = []


def notify():
    condition.notify()
    log.append("no complaint")


with lock:
    t = threading.Thread(target=notify)
    t.start()
    t.join()
strict = threading.Condition()


def notify_strictly():
    try:
        strict.notify()
    except RuntimeError as e:
        log.append(str(e))


with strict:
    t = threading.Thread(target=notify_strictly)
    t.start()
    t.join()
print(log)
