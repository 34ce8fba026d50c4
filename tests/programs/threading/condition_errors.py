# Waiting and notifying need the lock.
import threading

for condition in (threading.Condition(), threading.Condition(threading.Lock())):
    for action in (condition.wait, condition.notify, condition.notify_all):
        try:
            action()
        except RuntimeError as e:
            print(e)
    try:
        condition.release()
    except RuntimeError as e:
        print(e)
