# sys.setswitchinterval: whole microseconds, remembered, refused where it makes no sense.
import sys
import threading

print(sys.getswitchinterval())
for interval in (0.001, 1e-6, 2.5e-6, 1e-9, 3, "0.1"):
    try:
        print(interval, sys.setswitchinterval(interval), sys.getswitchinterval())
    except Exception as error:
        print(type(error).__name__, error)
for wrong in (-1, 0, None, "a"):
    try:
        sys.setswitchinterval(wrong)
    except Exception as error:
        print(type(error).__name__, error)
sys.setswitchinterval(0.00001)
n = 0


def work():
    global n
    for _ in range(2000):
        n += 1


threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n)
