from multiprocessing import Pipe, Process


def child(connection):
    while (data := connection.recv()) is not None:
        connection.send(len(data))


near, far = Pipe()
process = Process(target=child, args=(far,))
process.start()
for size in (0, 1, 16_000, 17_000, 70_000, 500_000):
    near.send(b"x" * size)
    print(size, near.recv())
near.send(None)
process.join()
