from multiprocessing import Pipe, Process


def child(reader, writer):
    reader.close()
    for number in range(3):
        writer.send(number)
    writer.close()


reader, writer = Pipe(duplex=False)
process = Process(target=child, args=(reader, writer))
process.start()
writer.close()
while True:
    try:
        print(reader.recv())
    except EOFError:
        print("EOFError")
        break
process.join()
print(reader.readable, reader.writable)
for attempt in (lambda: reader.send(1), writer.recv, lambda: writer.send(1)):
    try:
        attempt()
    except OSError as error:
        print(error)
