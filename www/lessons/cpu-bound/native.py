import ctypes
import hashlib
import threading
import time
import zlib

TASKS = 4  # @param {type:"slider", min:1, max:8, step:1, label:"Tasks", label_zh:"任务数"}
CALL = "zlib"  # @param ["zlib", "hashlib", "ctypes"] {label:"Call into C", label_zh:"调用哪种 C 代码"}
MEGABYTES = 4  # @param {type:"slider", min:1, max:16, step:1, label:"Megabytes of each", label_zh:"每个几兆字节"}

data = bytes(range(250)) * 4000 * MEGABYTES
libc = ctypes.CDLL(None)


def work():
    if CALL == "zlib":
        zlib.compress(data)
    elif CALL == "hashlib":
        hashlib.sha256(data).digest()
    else:
        libc.usleep(50000)


begin = time.perf_counter()
work()
alone = time.perf_counter() - begin

begin = time.perf_counter()
workers = [threading.Thread(target=work) for i in range(TASKS)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
seconds = time.perf_counter() - begin

print(f"one alone {alone:.3f} s")
print(f"seconds {seconds:.3f}")
print(f"speedup {TASKS * alone / seconds:.2f}")
