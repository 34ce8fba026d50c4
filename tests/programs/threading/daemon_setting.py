# The daemon flag may be set before the start only.
import threading

t = threading.Thread(target=lambda: None)
t.daemon = True
assert t.daemon
t.daemon = False
t.start()
t.join()
for thread in (t, threading.current_thread()):
    try:
        thread.daemon = True
    except RuntimeError as e:
        print(e)
