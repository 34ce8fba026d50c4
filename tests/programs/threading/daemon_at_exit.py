# Daemons are not waited for at the end.
import threading
import time


def for_ever():
    while True:
        time.sleep(0.01)


threading.Thread(target=for_ever, daemon=True).start()
threading.Thread(target=threading.Event().wait, daemon=True).start()
print("the main thread ends, and so does the program")
