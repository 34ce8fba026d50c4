# A pipe ends when nobody can write to it any more.
import os

r, w = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(r)
    for word in ("one ", "two ", "three"):
        os.write(w, word.encode())
    os._exit(0)
os.close(w)
data = b""
while True:
    piece = os.read(r, 4)
    if not piece:
        break
    data += piece
print(data)
print(os.read(r, 10))
os.close(r)
print(os.waitpid(pid, 0)[1])
