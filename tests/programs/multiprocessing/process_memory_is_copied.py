from multiprocessing import Process

number = 0
items = []


def child():
    global number
    number += 100
    items.append("child")
    print("child", number, items)


number += 1
process = Process(target=child)
process.start()
process.join()
print("parent", number, items)
