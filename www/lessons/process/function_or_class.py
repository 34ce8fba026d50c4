import os
from multiprocessing import Process, current_process

STYLE = "function"  # @param ["function", "class"] {label:"Written as", label_zh:"写法"}
CHILDREN = 3  # @param {type:"slider", min:1, max:8, step:1, label:"Processes", label_zh:"进程数"}

total = 0


def work(n):
    global total
    total += n
    print(current_process().name, "adds", n, "total", total, "parent is", os.getppid() == boss, flush=True)


class Worker(Process):
    def __init__(self, n):
        super().__init__(name=f"worker {n}")
        self.n = n

    def run(self):
        work(self.n)


boss = os.getpid()
if __name__ == "__main__":
    children = []
    for n in range(CHILDREN):
        child = Worker(n) if STYLE == "class" else Process(target=work, args=(n,))
        child.start()
        children.append(child)
    for child in children:
        child.join()
    print("total in the parent", total)
