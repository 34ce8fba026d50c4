from multiprocessing import Pipe

near, far = Pipe()
with near:
    near.send("last")
print(near.closed, far.recv())
for attempt in (near.recv, near.fileno, lambda: near.send(1), near.poll):
    try:
        attempt()
    except OSError as error:
        print(error)
for attempt in (far.recv, lambda: far.send(1)):
    try:
        attempt()
    except (EOFError, OSError) as error:
        print(type(error).__name__)
near.close()
