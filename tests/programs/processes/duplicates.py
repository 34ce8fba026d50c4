# Descriptors: the lowest free number, duplicates, and what is left when one is closed.
import os

r, w = os.pipe()
other = os.dup(w)
os.close(w)
print(os.write(other, b"still open"))
again, more = os.pipe()
print(again == w, r < w < other)
os.dup2(other, more)
os.write(more, b", twice")
os.close(other)
os.close(more)
print(os.read(r, 100), os.read(r, 100))
