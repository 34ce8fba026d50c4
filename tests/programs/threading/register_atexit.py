# What runs when the main thread has ended and before the others are waited for.
import threading


def work():
    threading.main_thread().join()
    print("thread ends")
    try:
        threading._register_atexit(print, "too late")
    except RuntimeError as e:
        print(e)


threading.Thread(target=work).start()
threading._register_atexit(print, "first registered", end=".\n")
threading._register_atexit(print, "last registered")
print("main ends")
