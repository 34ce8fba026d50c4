# The program ends only after all threads that are not daemons, and those they start.
import threading
import time


def last():
    time.sleep(0.02)
    print("the last thread, main alive:", threading.main_thread().is_alive())


def second():
    time.sleep(0.02)
    print("a thread starts another")
    threading.Thread(target=last).start()


threading.Thread(target=second).start()
print("the main thread ends")
