from multiprocessing import Process
from multiprocessing.managers import SharedMemoryManager
from multiprocessing.shared_memory import SharedMemory


def add(items, start):
    for place in range(start, len(items), 2):
        items[place] += 1


if __name__ == "__main__":
    with SharedMemoryManager() as manager:
        items = manager.ShareableList(range(6))
        memory = manager.SharedMemory(size=16)
        name = memory.name
        memory.buf[:3] = b"abc"
        processes = [Process(target=add, args=(items, start)) for start in range(2)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print(list(items), bytes(memory.buf[:4]), memory.size)
    try:
        SharedMemory(name)
    except FileNotFoundError as error:
        print("gone", error.errno)
