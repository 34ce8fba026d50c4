from multiprocessing import Process, shared_memory


def child(name):
    shm = shared_memory.SharedMemory(name=name)
    print(shm.size, bytes(shm.buf[:5]))
    shm.buf[0] = 72
    shm.buf[5:8] = b"!!!"
    shm.close()


shm = shared_memory.SharedMemory(create=True, size=10)
print(repr(shm) == f"SharedMemory({shm.name!r}, size=10)", shm.size, len(shm.buf), shm.name[:4])
shm.buf[:5] = b"hello"
process = Process(target=child, args=(shm.name,))
process.start()
process.join()
print(process.exitcode, bytes(shm.buf), shm.buf.tobytes()[:3], shm.buf[:5].tolist())
print(shm.buf[:5] == b"Hello", shm.buf[-1], list(shm.buf[5:9]), shm.buf.hex(), 33 in shm.buf)
print(shm.buf.nbytes, shm.buf.readonly, shm.buf.format, shm.buf.itemsize, shm.buf.shape, shm.buf.ndim)
shm.buf[::3] = b"abcd"
print(bytes(shm.buf), bytes(shm.buf[::-3]), int.from_bytes(shm.buf[:2], "little"), bytearray(shm.buf)[:2])
for assign in (
    lambda: shm.buf.__setitem__(slice(0, 2), b"abc"),
    lambda: shm.buf[100],
    lambda: shm.buf.__setitem__(0, 300),
    lambda: shm.buf.__setitem__(0, b"a"),
    lambda: shm.buf.__setitem__(slice(0, 2), "ab"),
    lambda: shm.buf["a"],
    lambda: hash(shm.buf),
    lambda: shared_memory.SharedMemory(create=True),
    lambda: shared_memory.SharedMemory(create=True, size=-1),
    lambda: shared_memory.SharedMemory(),
    lambda: shared_memory.SharedMemory("not_there"),
):
    try:
        print(assign())
    except (ValueError, TypeError, IndexError, OSError) as error:
        print(type(error).__name__, error)
try:
    shared_memory.SharedMemory(shm.name, create=True, size=5)
except FileExistsError as error:
    print(error.errno, error.strerror, error.filename == "/" + shm.name)
other = shared_memory.SharedMemory(shm.name)
other.buf[9] = 9
print(shm.buf[9])
other.close()
print(other.buf, other.size, other.name == shm.name)
shm.close()
shm.unlink()
try:
    shm.unlink()
except FileNotFoundError as error:
    print(error.errno)

named = shared_memory.SharedMemory("interleave_test", create=True, size=4)
print(named)
named.close()
named.unlink()
