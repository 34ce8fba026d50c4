# Digests of large data: from several threads, in pieces, from texts; the GIL is free meanwhile.
import hashlib
import threading
import zlib

data = bytes(range(256)) * 2000
results = {}


def digest(name):
    results[name] = hashlib.new(name, data).hexdigest()[:16]


threads = [threading.Thread(target=digest, args=(name,)) for name in ("md5", "sha1", "sha256", "sha512", "blake2b")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for name in sorted(results):
    print(name, results[name])
whole = hashlib.sha256()
for place in range(0, len(data), 5000):
    whole.update(data[place : place + 5000])
print(whole.hexdigest() == hashlib.sha256(data).hexdigest(), whole.name, whole.digest_size, whole.block_size)
print(hashlib.md5(b"").hexdigest(), hashlib.sha256("é".encode()).hexdigest()[:8])
packed = []


def pack():
    packed.append(zlib.compress(data, 1))


threads = [threading.Thread(target=pack) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([zlib.decompress(each) == data for each in packed], len(packed[0]) < len(data), zlib.crc32(data), zlib.adler32(data))
for wrong in (lambda: hashlib.new("nothing"), lambda: hashlib.md5("text"), lambda: zlib.decompress(b"no")):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
