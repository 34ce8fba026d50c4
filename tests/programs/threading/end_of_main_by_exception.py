# An exception in the main thread: traceback, then the other threads are waited for.
import threading
import time


def work():
    time.sleep(0.05)
    print("still done")


threading.Thread(target=work).start()
raise ValueError("main failed")
