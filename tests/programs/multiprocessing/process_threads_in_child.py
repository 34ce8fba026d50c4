import threading
import time
from multiprocessing import Process


def later():
    time.sleep(0.2)
    print("thread of the child", threading.current_thread().name)


def child():
    print(threading.current_thread() is threading.main_thread(), threading.active_count())
    threading.Thread(target=later).start()
    print("child's target ends")


stop = threading.Event()
thread = threading.Thread(target=stop.wait)
thread.start()
process = Process(target=child)
process.start()
process.join()
print(process.exitcode, threading.active_count())
stop.set()
thread.join()
