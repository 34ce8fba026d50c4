import multiprocessing
from multiprocessing import Process, current_process, parent_process


def grandchild():
    print(current_process().name, parent_process().name)


def child():
    print(current_process().name, parent_process().name)
    process = Process(target=grandchild)
    print(process.name)
    process.start()
    process.join()


print(current_process().name, parent_process())
process = Process(target=child)
process.start()
process.join()
process = Process(target=child, name="named")
process.start()
process.join()
for method in ("fork", "spawn"):
    print(multiprocessing.get_context(method).Process().name)
process.name = "later"
print(process.name)
try:
    process.name = 3
except AssertionError as error:
    print(error)
