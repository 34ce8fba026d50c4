import time
from multiprocessing import Process, Value

CHILDREN = 3  # @param {type:"slider", min:1, max:8, step:1, label:"Children", label_zh:"子进程数"}
TIMES = 400  # @param {type:"slider", min:1, max:1000, step:1, label:"Increments each", label_zh:"每个加的次数"}
LOCK = "no lock"  # @param ["no lock", "lock inside", "get_lock"] {label:"Lock", label_zh:"锁"}


def count(n):
    for _ in range(TIMES):
        if LOCK == "get_lock":
            with n.get_lock():
                n.value += 1
        else:
            seen = n.value
            time.sleep(0)
            n.value = seen + 1


if __name__ == "__main__":
    n = Value("i", 0, lock=LOCK != "no lock")
    children = [Process(target=count, args=(n,)) for _ in range(CHILDREN)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("counted", n.value, "of", CHILDREN * TIMES)
    print("lost", CHILDREN * TIMES - n.value)
