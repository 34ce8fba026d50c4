# A subclass may supply missing attributes.
import threading


class Defaults(threading.local):
    def __getattr__(self, name):
        value = [name]
        setattr(self, name, value)
        return value


d = Defaults()
d.a.append(1)


def work():
    print(d.a, d.b)


t = threading.Thread(target=work)
t.start()
t.join()
print(d.a)
