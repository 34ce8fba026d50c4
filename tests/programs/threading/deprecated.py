# The old names work, with a warning each.
import threading

c = threading.Condition()
with c:
    c.notifyAll()
print(threading.Event().isSet())
print(threading.currentThread().getName())
print(threading.activeCount())
t = threading.Thread()
t.setName("renamed")
t.setDaemon(True)
print(t.getName(), t.isDaemon())
for _ in range(3):
    threading.activeCount()
