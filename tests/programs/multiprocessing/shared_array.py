from multiprocessing import Array, Process, RawArray


def child(array):
    for index in range(len(array)):
        array[index] = array[index] * 2


array = Array("i", range(5))
process = Process(target=child, args=(array,))
process.start()
process.join()
print(array[:], list(array), len(array), sum(array), 8 in array)
print(array[-1], array[1:3], array[::2])
array[0:2] = [7, 8]
print(array[:])
print(Array("d", 3)[:], list(RawArray("h", [1, 2])))
for attempt in (
    lambda: array[5], lambda: array["x"], lambda: array.__setitem__(0, "x"),
    lambda: array.__setitem__(slice(0, 2), [1]), lambda: Array("i", -1),
    lambda: Array("i", [1.5]), lambda: Array("i", ["a"]),
):
    try:
        print(attempt())
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
text = Array("c", b"hello")
print(text.value, text.raw, text[0], text[1:3], len(text))
text.value = b"hi"
print(text.value, text.raw)
try:
    text.value = b"too long"
except ValueError as error:
    print(error)
with array.get_lock():
    print(str(array).split(" object")[0], str(text).split(" for")[0])
