# A bytearray keeps its size while C code reads it without the GIL; its bytes may change.
import hashlib
import threading
import zlib

data = bytearray()


def insert():
    data.insert(0, 1)


def delete():
    del data[5]


def delete_slice():
    del data[::2]


def add():
    global data
    data += b"more"


def multiply():
    global data
    data *= 2


def shorten():
    data[:10] = b"short"


def initialise():
    data.__init__(3)


changes = [
    lambda: data.append(1), lambda: data.extend(b"more"), insert, lambda: data.pop(), lambda: data.pop(-3), lambda: data.pop(10**9),
    lambda: data.remove(0), lambda: data.remove(7), lambda: data.clear(), delete, delete_slice, add, multiply, shorten,
    initialise, lambda: data.append(256),
]
keeps = [
    lambda: data.extend(b""), lambda: data.reverse(), lambda: data.__setitem__(3, 0),
    lambda: data.__setitem__(slice(0, 3), b"\0\0\0"), lambda: data.__imul__(1), lambda: data.__iadd__(b""),
]


def told(change):
    try:
        return type(change()).__name__
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def is_read():
    try:
        data.append(0)
    except BufferError:
        return True
    data.pop()
    return False


def meanwhile(work):
    """What changes come to while a thread works; None if it was ready before."""
    global data
    data = bytearray(2_000_000)
    ready = []
    thread = threading.Thread(target=lambda: ready.append(work()))
    thread.start()
    try:
        while not ready and not is_read():
            pass
    except BufferError:
        thread.join()
        return None
    answers = sorted({told(change) for change in changes})
    kept = [told(keep) for keep in keeps]
    if ready:
        return None
    thread.join()
    return ready, len(data), answers, kept


def sha512():
    return hashlib.sha512(data).hexdigest()[:16]


def update():
    digest = hashlib.sha512()
    digest.update(data)
    return digest.hexdigest()[:16]


def compress():
    return len(zlib.decompress(zlib.compress(data)))


for work in (sha512, update, compress):
    found = None
    while found is None:
        found = meanwhile(work)
    print(work.__name__, *found, sep="\n")
    data.append(1)
    print(data.pop(), len(data))

zeros = bytes(1_000_000)
data = bytearray(zlib.compress(zeros, 1) * 2)
print(zlib.decompress(data) == zeros, zlib.crc32(data) == zlib.crc32(bytes(data)), zlib.adler32(data) == zlib.adler32(bytes(data)))
data.append(1)
for call in (zlib.crc32, zlib.adler32, zlib.compress, zlib.decompress):
    print(told(lambda: call("text")), told(lambda: call(None)))
print(told(lambda: zlib.compress(b"", 10)), told(lambda: zlib.decompress(bytearray(b"nothing"))))
print(zlib.crc32(memoryview(bytes(9000))), zlib.crc32(bytes(9000), 5), zlib.adler32(bytes(9000), 5))
