# CPython shows the lines of its library between the two: `_bootstrap_inner` and `run` in threading.py.
import threading
import traceback

shown = []
threading.excepthook = lambda args: shown.extend(traceback.format_tb(args.exc_traceback))


def fail():
    raise ValueError


thread = threading.Thread(target=fail)
thread.start()
thread.join()
assert len(shown) == 1 and "in fail" in shown[0]
