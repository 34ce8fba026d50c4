import copyreg
import io
import pickle


class Record:
    def __init__(self, key):
        self.key = key


STORE = {"one": Record("one"), "two": Record("two")}


class StorePickler(pickle.Pickler):
    def persistent_id(self, obj):
        return ("record", obj.key) if isinstance(obj, Record) else None


class StoreUnpickler(pickle.Unpickler):
    def persistent_load(self, pid):
        print("load", pid)
        return STORE[pid[1]]


file = io.BytesIO()
StorePickler(file).dump([STORE["two"], "x", STORE["one"]])
file.seek(0)
print([getattr(item, "key", item) for item in StoreUnpickler(file).load()])


class Careful(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) == ("builtins", "range"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"global '{module}.{name}' is forbidden")


print(Careful(io.BytesIO(pickle.dumps([1, range(3)]))).load())
try:
    Careful(io.BytesIO(pickle.dumps(print))).load()
except pickle.UnpicklingError as error:
    print(error)


class Point:
    def __init__(self, x):
        self.x = x


def reduce_point(point):
    print("reduce", point.x)
    return Point, (point.x * 10,)


copyreg.pickle(Point, reduce_point)
print(pickle.loads(pickle.dumps(Point(2))).x)


class Override(pickle.Pickler):
    def reducer_override(self, obj):
        if isinstance(obj, Record):
            return str, (f"record {obj.key}",)
        return NotImplemented


file = io.BytesIO()
Override(file).dump([Record("r"), 5, len])
print(pickle.loads(file.getvalue()))
