# The __init__ of a subclass runs once in each thread that uses the object.
import threading


class Connection(threading.local):
    kind = "class attribute"
    made = 0

    def __init__(self, host, *, port=80):
        Connection.made += 1
        self.address = f"{host}:{port}"
        self.calls = 0

    def call(self):
        self.calls += 1
        return self.calls

    @property
    def double(self):
        return self.calls * 2

    @double.setter
    def double(self, value):
        self.calls = value // 2


c = Connection("localhost", port=8080)
print(c.call(), c.call(), c.address, c.kind, Connection.made)


def work():
    print(c.call(), c.address, c.kind, Connection.made)
    c.double = 20
    print(c.calls, c.double, sorted(c.__dict__))
    c.kind = "of this thread"
    print(c.kind)


t = threading.Thread(target=work)
t.start()
t.join()
print(c.calls, c.kind, Connection.made)
try:
    c.missing
except AttributeError as e:
    print(e)
