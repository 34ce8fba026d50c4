from multiprocessing import Array, Process

CHILDREN = 4  # @param {type:"slider", min:1, max:8, step:1, label:"Children", label_zh:"子进程数"}


def fill(numbers, me):
    for i in range(me, len(numbers), CHILDREN):
        numbers[i] = i * i


if __name__ == "__main__":
    numbers = Array("d", 16)
    children = [Process(target=fill, args=(numbers, n)) for n in range(CHILDREN)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(numbers[:])
    print("right:", numbers[:] == [i * i for i in range(16)])
