from multiprocessing import Lock, Process, RawValue


def add(value, lock, times):
    for _ in range(times):
        with lock:
            value.value += 1


lock = Lock()
value = RawValue("i", 0)
processes = [Process(target=add, args=(value, lock, 50)) for _ in range(4)]
for process in processes:
    process.start()
for process in processes:
    process.join()
print(value.value)
