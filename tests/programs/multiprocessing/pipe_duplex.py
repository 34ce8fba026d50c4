from multiprocessing import Pipe, Process


def child(connection):
    connection.send([42, None, "hello"])
    print("child", connection.recv())
    connection.close()


near, far = Pipe()
process = Process(target=child, args=(far,))
process.start()
print(near.recv())
near.send({"answer": (1, 2)})
process.join()
print(near.readable, near.writable, near.closed, far.closed)
