import atexit
from multiprocessing import Process
from multiprocessing.util import Finalize


def child():
    Finalize(None, print, ("finalizer of the child",), exitpriority=1)
    Finalize(None, print, ("earlier",), exitpriority=5)
    print("child")


atexit.register(print, "atexit of the parent")
process = Process(target=child)
process.start()
process.join()
print("parent")
