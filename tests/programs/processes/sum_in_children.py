# Work that is divided between processes; each sends its part through a pipe.
import os

numbers = list(range(1, 1001))
parts = [numbers[i::4] for i in range(4)]
readers = []
for part in parts:
    r, w = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(r)
        os.write(w, str(sum(part)).encode())
        os._exit(0)
    os.close(w)
    readers.append((pid, r))
total = 0
for pid, r in readers:
    total += int(os.read(r, 100))
    os.waitpid(pid, 0)
print(total)
