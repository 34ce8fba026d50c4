from multiprocessing import Manager, Process

CHILDREN = 10  # @param {type:"slider", min:1, max:10, step:1, label:"Children", label_zh:"子进程数"}


def sign(book, names, n):
    book[n] = n * n
    names.append(f"child {n}")


if __name__ == "__main__":
    with Manager() as manager:
        book = manager.dict()
        names = manager.list(["parent"])
        children = [Process(target=sign, args=(book, names, n)) for n in range(CHILDREN)]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print("entries", len(book), "names", len(names))
        print("as a dict:", sorted(book.items())[:3])
        print("it is a", type(book).__name__)
