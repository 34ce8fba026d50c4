# Several threads work on one hash object, one after the other; whoever asks for the digest meanwhile waits for them.
import hashlib
import signal
import threading

data = bytes(range(256)) * 1_600


def expected(name, times):
    return hashlib.new(name, data * times).hexdigest()


for name in ("sha512", "blake2s", "md5"):
    shared = hashlib.new(name)

    def work():
        shared.update(data)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(name, shared.hexdigest() == expected(name, 3))

    before = digest = shared.hexdigest()
    thread = threading.Thread(target=work)
    thread.start()
    while digest == before:
        digest, copy = shared.hexdigest(), shared.copy()
    print(digest == expected(name, 4), copy.hexdigest() == digest)
    thread.join()
    copy.update(b"more")
    shared.update(b"mo")
    shared.update(b"re")
    print(copy.hexdigest() == shared.hexdigest(), copy.hexdigest() == digest)

# A signal that comes while C code works is heard of once that is done.
order = []


def heard(*_):
    order.append(("signal", shared.hexdigest() == whole))


signal.signal(signal.SIGALRM, heard)
whole = expected("md5", 4)
while order[:1] != [("signal", True)]:
    shared = hashlib.md5(data)
    order = []
    signal.setitimer(signal.ITIMER_REAL, 0.0005)
    order.append(shared.update(data * 3))
    order.append("updated")
print(order)
for wrong in ("text", None, 5, [1]):
    for call in (hashlib.sha1, hashlib.sha1().update, shared.update):
        try:
            call(wrong)
        except TypeError as error:
            print(error)
for right in (bytearray(data), memoryview(data), memoryview(bytearray(data))[1:], memoryview(data)[:5000], b""):
    print(hashlib.sha256(right).hexdigest()[:16])
