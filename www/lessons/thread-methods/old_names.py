import threading
import warnings

warnings.simplefilter("ignore", DeprecationWarning)
thread = threading.Thread(target=print, args=("hello",))
thread.setName("old")
print(thread.getName(), threading.currentThread().getName(), threading.activeCount())
try:
    thread.isAlive()
except AttributeError as error:
    print("AttributeError:", error)
thread.start()
thread.join()
