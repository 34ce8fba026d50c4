# A pipe holds 64 KiB; whoever writes more waits for a reader.
import os

r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(r)
    print(os.write(w, b"a" * 200_000), flush=True)
    os._exit(0)
os.close(w)
total = 0
while True:
    piece = os.read(r, 65536)
    if not piece:
        break
    assert piece == b"a" * len(piece)
    total += len(piece)
os.waitpid(pid, 0)
print(total)
