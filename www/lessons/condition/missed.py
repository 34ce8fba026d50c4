import threading

CHECK = False  # @param {type:"boolean", label:"Look before waiting", label_zh:"等之前先看"}

ready = False
changed = threading.Condition()


def wait():
    with changed:
        while CHECK and not ready:
            changed.wait()
        if not CHECK:
            changed.wait()
        print("woken")


def notify():
    global ready
    with changed:
        ready = True
        changed.notify()


waiter = threading.Thread(target=wait)
notifier = threading.Thread(target=notify)
waiter.start()
notifier.start()
waiter.join()
notifier.join()
print("over")
