import copy
import pickle


class WithoutFunction:
    def __init__(self):
        self.x = 1
        self.function = lambda: 2

    def __getstate__(self):
        print("get state")
        state = self.__dict__.copy()
        del state["function"]
        return state

    def __setstate__(self, state):
        print("set state", state)
        self.__dict__.update(state)
        self.function = lambda: 3


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Reduced, (1, 2), {"more": 3}


class ReducedEx:
    def __reduce_ex__(self, protocol):
        print("protocol", protocol)
        return str, ("instead",)


class AppendsItself:
    def __init__(self):
        self.items = []

    def append(self, item):
        self.items.append(item)

    def __setitem__(self, key, value):
        self.items.append((key, value))

    def __reduce__(self):
        return AppendsItself, (), None, iter([1, 2]), iter([("a", 3)])


class ByName:
    def __reduce__(self):
        return "ALONE"


ALONE = ByName()


def set_part(obj, state):
    obj.part = ("set by function", state)


class Setter:
    def __reduce__(self):
        return Setter, (), 5, None, None, set_part


def again(value):
    return pickle.loads(pickle.dumps(value))


made = again(WithoutFunction())
print(made.x, made.function())
made = again(Reduced())
print(made.args, made.more)
print(again(ReducedEx()), pickle.loads(pickle.dumps(ReducedEx(), 5)))
print(again(AppendsItself()).items)
print(again(ALONE) is ALONE)
print(again(Setter()).part)
print(copy.copy(ALONE) is ALONE, copy.deepcopy(Reduced()).more)
print(object().__reduce_ex__(4)[1], Setter().__reduce_ex__(4)[2])
print(object.__getstate__(made), made.__getstate__())
