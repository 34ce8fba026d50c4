import threading
import time

SCALE = 0.1  # @param [0.1, 0.5, 1] {label:"Seconds per unit", label_zh:"每单位秒数"}
JOIN = "none"  # @param ["after each start", "only the first", "only the last", "both at the end", "none"] {label:"join", label_zh:"join 的写法"}


def listen():
    print("begin listening")
    time.sleep(3 * SCALE)
    print("end listening")


def write():
    print("begin writing")
    time.sleep(5 * SCALE)
    print("end writing")


first = threading.Thread(target=listen)
last = threading.Thread(target=write)
for thread in (first, last):
    thread.start()
    if JOIN == "after each start":
        thread.join()
if JOIN in ("only the first", "both at the end"):
    first.join()
if JOIN in ("only the last", "both at the end"):
    last.join()
print("all over")
