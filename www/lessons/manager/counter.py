from multiprocessing import Manager, Process

CHILDREN = 3  # @param {type:"slider", min:1, max:6, step:1, label:"Children", label_zh:"子进程数"}
TIMES = 20  # @param {type:"slider", min:1, max:100, step:1, label:"Increments each", label_zh:"每个加的次数"}
LOCKED = False  # @param {type:"boolean", label:"With a lock", label_zh:"加锁"}


def count(d, lock):
    for _ in range(TIMES):
        if LOCKED:
            with lock:
                d["n"] += 1
        else:
            d["n"] += 1


if __name__ == "__main__":
    with Manager() as manager:
        d, lock = manager.dict(n=0), manager.Lock()
        children = [Process(target=count, args=(d, lock)) for _ in range(CHILDREN)]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print("counted", d["n"], "of", CHILDREN * TIMES)
        print("lost", CHILDREN * TIMES - d["n"])
