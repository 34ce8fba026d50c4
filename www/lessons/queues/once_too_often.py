import queue
import threading

q = queue.Queue()


def feed():
    for n in range(3):
        q.put(n)


threading.Thread(target=feed).start()
for _ in range(4):
    print("got", q.get())
