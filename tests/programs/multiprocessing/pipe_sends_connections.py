from multiprocessing import Pipe, Process


def child(connection):
    other = connection.recv()
    other.send("through the sent end")
    other.close()


near, far = Pipe()
first, second = Pipe()
process = Process(target=child, args=(far,))
process.start()
near.send(second)
print(first.recv())
process.join()
