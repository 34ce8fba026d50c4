import time
from multiprocessing import Pipe, Process


def child(connection):
    time.sleep(0.3)
    connection.send("late")


near, far = Pipe()
print(near.poll(), near.poll(0.05))
process = Process(target=child, args=(far,))
process.start()
far.close()
print(near.poll(20), near.recv())
process.join()
# At the end there is something to receive: the end.
print(near.poll(), near.poll(None))
try:
    near.recv()
except EOFError as error:
    print(repr(error))
