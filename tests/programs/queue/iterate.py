# iter(q.get, sentinel) walks through a queue.
import queue
import threading

q = queue.Queue()


def produce():
    for word in "the quick brown fox".split():
        q.put(word)
    q.put(None)


t = threading.Thread(target=produce)
t.start()
print(" ".join(iter(q.get, None)))
t.join()
