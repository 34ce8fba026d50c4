# threading.excepthook may be replaced, and called with what it was.
import threading


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name)
    exc_type, exc_value, exc_traceback, thread = args
    assert (exc_type, thread) == (args[0], args[3])
    assert isinstance(args, threading.ExceptHookArgs) and len(args) == 4


def fail():
    raise LookupError("lost")


threading.excepthook = hook
t = threading.Thread(target=fail)
t.start()
t.join()
assert threading.__excepthook__ is not hook
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=fail)
t.start()
t.join()
