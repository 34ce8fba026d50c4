# A thread can be started once only, running or ended.
import threading

gate = threading.Event()
t = threading.Thread(target=gate.wait)
t.start()
for _ in range(2):
    try:
        t.start()
    except RuntimeError as e:
        print(e)
    gate.set()
    t.join()
