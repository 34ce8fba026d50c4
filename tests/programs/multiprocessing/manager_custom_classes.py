from multiprocessing import Process
from multiprocessing.managers import BaseManager, BaseProxy, NamespaceProxy


class Counter:
    def __init__(self, start=0):
        self.count = start

    def add(self, n=1):
        self.count += n
        return self.count

    def get(self):
        return self.count

    def fail(self):
        raise KeyError("fails")

    def _private(self):
        return "private"


class CounterProxy(BaseProxy):
    _exposed_ = ("add", "get")

    def add_twice(self):
        self._callmethod("add")
        return self._callmethod("add")


class Managers(BaseManager):
    pass


def numbers():
    yield from range(3)


Managers.register("Counter", Counter)
Managers.register("OwnProxy", Counter, CounterProxy)
Managers.register("Exposed", Counter, exposed=("get", "_private"))


def child(counter):
    counter.add(10)


if __name__ == "__main__":
    with Managers() as manager:
        counter = manager.Counter(5)
        process = Process(target=child, args=(counter,))
        process.start()
        process.join()
        print(counter.add(), counter.get(), repr(counter).split(" at ")[0])
        try:
            counter.fail()
        except KeyError as error:
            print("KeyError", error)
        print(manager.OwnProxy().add_twice())
        print(manager.Exposed(3).get(), manager.Exposed()._private())
        for attempt in (lambda: counter._private(), lambda: manager.Unknown(), lambda: counter.count):
            try:
                attempt()
            except AttributeError as error:
                print(error)
    try:
        manager.start()
    except Exception as error:
        print(type(error).__name__, error)
