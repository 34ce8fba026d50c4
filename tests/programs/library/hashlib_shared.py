# Two threads work on one hash object, one after the other; whoever asks for the digest meanwhile waits for them.
import hashlib
import signal
import threading
import time

data = bytes(range(256)) * 2_000


def expected(name, times):
    return hashlib.new(name, data * times).hexdigest()


for name in ("sha512", "blake2s", "md5"):
    shared = hashlib.new(name)
    started = threading.Event()

    def work():
        started.set()
        shared.update(data)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(name, shared.hexdigest() == expected(name, 3))

    started.clear()
    thread = threading.Thread(target=work)
    thread.start()
    started.wait()
    time.sleep(0.0002)
    digest, copy = shared.hexdigest(), shared.copy()
    thread.join()
    print(digest == expected(name, 4), copy.digest() == shared.digest(), shared.digest().hex() == digest)
    copy.update(b"more")
    shared.update(b"mo")
    shared.update(b"re")
    print(copy.hexdigest() == shared.hexdigest(), copy.hexdigest() == digest)

# A signal is heard of once the work is done.
order = []
signal.signal(signal.SIGALRM, lambda *_: order.append(("signal", shared.hexdigest() == expected("md5", 4))))
shared = hashlib.md5(data)
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
