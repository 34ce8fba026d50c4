import multiprocessing
from multiprocessing import Process, RawValue, Value


def child(number, other):
    with number.get_lock():
        number.value += 10
    other.value = 2.5


number, other = Value("i", 5), Value("d", 0.0)
process = Process(target=child, args=(number, other))
process.start()
process.join()
print(number.value, other.value, number, repr(number.get_obj()))
for code in "bBhHiIlLqQfd":
    print(code, RawValue(code), Value(code, 3).value)
print(RawValue("c", b"x"), Value("u", "é").value, Value("f", 0.1).value)
number.value = 2**31
print(number.value)
number.value = 2**40 + 3
print(number.value, Value("B", 300).value)
for args in (("i", "x"), ("i", 1.5), ("d", "x"), ("z", 1), ("i", 1, 2)):
    try:
        Value(*args)
    except TypeError as error:
        print(error)
lock = multiprocessing.Lock()
print(Value("i", lock=lock).get_lock() is lock, Value("i", 1, lock=False))
try:
    Value("i", 1, lock=3)
except AttributeError as error:
    print(error)
with number:
    print(number.get_lock())
print(number.acquire(), number.release())
