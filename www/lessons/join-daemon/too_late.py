import threading
import time


def work():
    time.sleep(0.05)
    print("done")


thread = threading.Thread(target=work)
thread.start()
try:
    thread.daemon = True
except RuntimeError as error:
    print("RuntimeError:", error)
print("daemon is", thread.daemon)
