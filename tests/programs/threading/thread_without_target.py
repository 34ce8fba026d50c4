# A thread without a target does nothing; run() may be called directly, once.
import threading

t = threading.Thread()
t.start()
t.join()

u = threading.Thread(target=print, args=("in the caller's thread:",))
u.run()
try:
    u.run()
except AttributeError as e:
    print(e)
