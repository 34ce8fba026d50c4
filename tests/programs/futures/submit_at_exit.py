# At the program's end executors accept nothing more.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor(1)
executor.submit(print, "done")


def late():
    threading.main_thread().join()
    try:
        executor.submit(print, "never")
    except RuntimeError as e:
        print(e)


threading.Thread(target=late).start()
