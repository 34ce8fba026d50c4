import os
import signal
import time

read, write = os.pipe()
child = os.fork()
if child == 0:
    n = 0
    while True:
        n += 1
        os.write(write, b".")
time.sleep(0.002)
os.kill(child, signal.SIGKILL)
os.waitpid(child, 0)
os.close(write)
total = 0
while data := os.read(read, 4096):
    total += len(data)
print(total > 0, total)
