from multiprocessing import Manager, active_children

manager = Manager()
items = manager.list([1])
print([child.name for child in active_children()], items)
manager.shutdown()
print(active_children())
try:
    items.append(2)
except Exception as error:
    print(isinstance(error, (EOFError, OSError)))
second = Manager()
print(second.dict(a=1))
