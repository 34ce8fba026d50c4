import os
import threading
import time

CALLERS = 3  # @param {type:"slider", min:1, max:8, step:1, label:"Threads", label_zh:"线程数"}
CALL = "sleep"  # @param ["sleep", "pipe", "none"] {label:"System call", label_zh:"系统调用"}
ROUNDS = 3  # @param {type:"slider", min:1, max:10, step:1, label:"Rounds", label_zh:"轮数"}

read, write = os.pipe()


def compute():
    i = 0
    while i < 5000:
        i += 1


def caller():
    for _ in range(ROUNDS):
        compute()
        if CALL == "sleep":
            time.sleep(0.02)
        elif CALL == "pipe":
            os.read(read, 1)


threads = [threading.Thread(target=caller, name=f"caller {n}") for n in range(CALLERS)]
start = time.perf_counter()
for thread in threads:
    thread.start()
if CALL == "pipe":
    for _ in range(CALLERS * ROUNDS):
        time.sleep(0.005)
        os.write(write, b"!")
for thread in threads:
    thread.join()
seconds = time.perf_counter() - start

print("calls", 0 if CALL == "none" else CALLERS * ROUNDS)
print("asleep in all", round(0.02 * CALLERS * ROUNDS, 3) if CALL == "sleep" else 0)
print("seconds", round(seconds, 3))
