from multiprocessing import Process, Queue

SIZE = 1000000  # @param [100, 10000, 1000000] {label:"Bytes put", label_zh:"放入的字节数"}
FIRST = "join"  # @param ["join", "get"] {label:"What the parent does first", label_zh:"父进程先做什么"}


def put(queue):
    queue.put("x" * SIZE)


if __name__ == "__main__":
    queue = Queue()
    child = Process(target=put, args=(queue,))
    child.start()
    if FIRST == "join":
        child.join()
        print("joined")
        print("got", len(queue.get()))
    else:
        print("got", len(queue.get()))
        child.join()
        print("joined")
