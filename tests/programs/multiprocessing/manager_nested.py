from multiprocessing import Manager, Process


def child(outer):
    outer["inner"].append(3)
    outer["plain"].append(3)


with Manager() as manager:
    outer = manager.dict()
    outer["inner"] = manager.list([1, 2])
    outer["plain"] = [1, 2]
    process = Process(target=child, args=(outer,))
    process.start()
    process.join()
    # A change of a copy changes nothing.
    print(outer["inner"], outer["plain"])
    plain = outer["plain"]
    plain.append(4)
    print(outer["plain"])
    outer["plain"] = plain
    print(outer["plain"])
    lists = manager.list([manager.list() for _ in range(2)])
    lists[0].append("a")
    print([list(inner) for inner in lists])
