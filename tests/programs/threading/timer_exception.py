# A function that raises ends its timer with a traceback.
import threading

t = threading.Timer(0.01, lambda: 1 / 0)
t.start()
t.join()
print(t.finished.is_set())
