from multiprocessing import Lock, Process

CHILDREN = 3  # @param {type:"slider", min:1, max:10, step:1, label:"Children", label_zh:"子进程数"}
MENDED = False  # @param {type:"boolean", label:"Mended", label_zh:"改正后"}


def say(lock, n):
    if MENDED:
        with lock:
            print("hello", n, flush=True)
    else:
        with lock.acquire():
            print("hello", n, flush=True)


if __name__ == "__main__":
    lock = Lock()
    children = [Process(target=say, args=(lock, n)) for n in range(CHILDREN)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print("over")
