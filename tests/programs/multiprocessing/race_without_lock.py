# nondeterministic
from multiprocessing import Process, RawValue


def add(value):
    for _ in range(50):
        value.value += 1


value = RawValue("i", 0)
processes = [Process(target=add, args=(value,)) for _ in range(3)]
for process in processes:
    process.start()
for process in processes:
    process.join()
assert 1 <= value.value <= 150
print(value.value)
