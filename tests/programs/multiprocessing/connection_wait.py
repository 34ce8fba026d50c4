import time
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def child(writer, pause, text):
    time.sleep(pause)
    writer.send(text)
    writer.close()


readers = []
for pause, text in ((0.4, "slow"), (0.1, "quick")):
    reader, writer = Pipe(duplex=False)
    Process(target=child, args=(writer, pause, text)).start()
    writer.close()
    readers.append(reader)
print(wait(readers, 0))
while readers:
    for reader in wait(readers):
        try:
            print(reader.recv())
        except EOFError:
            readers.remove(reader)
print(wait([], 0.01))
