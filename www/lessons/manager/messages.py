import time
from multiprocessing import Manager

ENTRIES = 10  # @param {type:"slider", min:1, max:100, step:1, label:"Entries", label_zh:"条目数"}

messages = 0


def watch(proxy):
    ask = proxy._callmethod

    def counted(*args):
        global messages
        messages += 1
        return ask(*args)

    proxy._callmethod = counted


def add_one(book):
    book[0] += 1


def fill_singly(book):
    for n in range(ENTRIES):
        book[n] = n


def fill_at_once(book):
    book.update({n: n for n in range(ENTRIES)})


def total_singly(book):
    return sum(book[n] for n in book.keys())


def total_of_a_copy(book):
    return sum(book.copy().values())


def seconds(work, book):
    start = time.perf_counter()
    work(book)
    return time.perf_counter() - start


if __name__ == "__main__":
    with Manager() as manager:
        here, there = {0: 0}, manager.dict({0: 0})
        watch(there)
        for work in [add_one, fill_singly, fill_at_once, total_singly, total_of_a_copy]:
            messages = 0
            work(there)
            print(work.__name__, messages)
        print("times", round(seconds(fill_singly, there) / seconds(fill_singly, here)))
