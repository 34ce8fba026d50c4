from multiprocessing import Manager, Process


def child(table, items, number):
    table[number] = str(number)
    items.append(number)


with Manager() as manager:
    table, items = manager.dict(), manager.list([100])
    processes = [Process(target=child, args=(table, items, number)) for number in range(5)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(sorted(table.items()), sorted(items), len(table), len(items))
    print(dict(sorted(table.copy().items())), table.get(9, "none"), table.pop(0), 0 in table)
    table.update({"x": 1})
    table.setdefault("y", [])
    del table[1]
    print(sorted(map(str, table.keys())), sorted(map(str, table)))
    items.sort()
    items.reverse()
    print(items, items[1:3], items.index(100), items.pop(), items * 2)
    items += [7]
    items.extend([8, 9])
    items[0] = "first"
    print(list(items), [item for item in items][:2], items + [0])
    print(repr(items).split(" at ")[0], repr(table).split(" at ")[0])
    for attempt in (lambda: table["none"], lambda: items[50], lambda: items.remove("none"), lambda: items.foo):
        try:
            attempt()
        except Exception as error:
            print(type(error).__name__, error)
