from multiprocessing import Process, shared_memory

items = shared_memory.ShareableList(["howdy", b"HoWdY", -273.154, 100, None, True, 42])
print(list(items), len(items), items.format, items.shm.size)
print(repr(items) == f"ShareableList({list(items)}, name={items.shm.name!r})")
print(items[0], items[-1], items[2:3] if False else items[2], items.count(42), items.index(42))
for do in (
    lambda: items[10],
    lambda: items.__setitem__(10, 1),
    lambda: items.__setitem__(0, "x" * 100),
    lambda: items.index("zz"),
    lambda: shared_memory.ShareableList([[1]]),
):
    try:
        print(do())
    except (IndexError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
items[1] = 5
items[0] = "longer"
items[3] = None
items[4] = 2.5
items[5] = "text"
print(list(items), items.format)


def child(name):
    found = shared_memory.ShareableList(name=name)
    found[6] = found[6] + 1
    found[0] = "child"
    print(list(found))
    found.shm.close()


process = Process(target=child, args=(items.shm.name,))
process.start()
process.join()
print(items[0], items[6])


def by_argument(items):
    items[6] *= 2


process = Process(target=by_argument, args=(items,))
process.start()
process.join()
print(items[6])
items.shm.close()
items.shm.unlink()
