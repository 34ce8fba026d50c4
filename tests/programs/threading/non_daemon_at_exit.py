# The program ends only after all threads that are not daemons, and those they start.
import threading


def last():
    print("the last thread, main alive:", threading.main_thread().is_alive())


def second():
    threading.main_thread().join()
    print("a thread starts another")
    threading.Thread(target=last).start()


threading.Thread(target=second).start()
print("the main thread ends")
