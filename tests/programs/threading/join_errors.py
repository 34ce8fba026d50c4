# When join() is refused.
import threading

t = threading.Thread(target=print)
try:
    t.join()
except RuntimeError as e:
    print(e)
try:
    threading.current_thread().join()
except RuntimeError as e:
    print(e)


def join_myself():
    try:
        threading.current_thread().join()
    except RuntimeError as e:
        print("in a thread:", e)


u = threading.Thread(target=join_myself)
u.start()
u.join()
u.join()
assert u.join() is None
