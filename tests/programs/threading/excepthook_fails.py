# A hook that fails is reported, and the thread ends all the same.
import threading


def hook(args):
    raise RuntimeError("the hook failed")


def fail():
    raise LookupError("lost")


threading.excepthook = hook
t = threading.Thread(target=fail)
t.start()
t.join()
print("alive:", t.is_alive())
