import os
from multiprocessing import Pipe, Process
from multiprocessing.reduction import recv_handle, send_handle


def child(connection):
    writer = recv_handle(connection)
    os.write(writer, b"through a descriptor that was sent")
    os.close(writer)


if __name__ == "__main__":
    near, far = Pipe()
    process = Process(target=child, args=(far,))
    process.start()
    reader, writer = os.pipe()
    send_handle(near, writer, process.pid)
    os.close(writer)
    print(os.read(reader, 100))
    process.join()
    print(os.read(reader, 100))
