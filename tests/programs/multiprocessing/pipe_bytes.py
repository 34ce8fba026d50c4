import multiprocessing
from multiprocessing import Pipe

near, far = Pipe()
near.send_bytes(b"abcdef")
near.send_bytes(b"abcdef", 2)
near.send_bytes(bytearray(b"abcdef"), 2, 3)
print(far.recv_bytes(), far.recv_bytes(), far.recv_bytes())
near.send_bytes(b"")
print(far.recv_bytes())
buffer = bytearray(10)
near.send_bytes(b"into")
print(far.recv_bytes_into(buffer, 3), buffer)
near.send_bytes(b"too long for that")
try:
    far.recv_bytes_into(buffer)
except multiprocessing.BufferTooShort as error:
    print(error.args)
for args in ((b"abc", -1), (b"abc", 4), (b"abc", 0, -1), (b"abc", 1, 3)):
    try:
        near.send_bytes(*args)
    except ValueError as error:
        print(error)
near.send_bytes(b"0123456789")
try:
    far.recv_bytes(5)
except OSError as error:
    print(error)
print(far.readable)
near.send([1])
try:
    far.recv()
except OSError as error:
    print(error)
