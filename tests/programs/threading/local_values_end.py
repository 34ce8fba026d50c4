# What a thread stored is gone with the thread; a new one starts with nothing.
import threading

data = threading.local()


def work(n):
    assert not hasattr(data, "n")
    data.n = n


for n in range(3):
    t = threading.Thread(target=work, args=(n,))
    t.start()
    t.join()
print(hasattr(data, "n"), data.__dict__)
