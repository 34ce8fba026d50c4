from multiprocessing import Manager, Process


def work(namespace, value, array, queue):
    namespace.city = "Paris"
    value.value += 1
    array[0] = 9
    queue.put("done")


if __name__ == "__main__":
    with Manager() as manager:
        namespace, value = manager.Namespace(), manager.Value("i", 41)
        array, queue = manager.Array("i", [1, 2, 3]), manager.Queue()
        child = Process(target=work, args=(namespace, value, array, queue))
        child.start()
        print(queue.get())
        child.join()
        print(namespace.city, value.value, list(array))
        nested = manager.list([[0]])
        nested[0].append(1)
        print("nested", nested[0])
