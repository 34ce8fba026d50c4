# Any thread may release a Lock.
import threading

lock = threading.Lock()
lock.acquire()
t = threading.Thread(target=lock.release)
t.start()
lock.acquire()
t.join()
print("acquired again:", lock.locked())
