# Writing to a pipe that nobody can read from.
import os

r, w = os.pipe()
os.close(r)
try:
    os.write(w, b"x")
except BrokenPipeError as error:
    print(repr(error), error.errno, error.strerror)
os.close(w)
for call in (lambda: os.write(w, b"x"), lambda: os.read(r, 1), lambda: os.close(w), lambda: os.dup(-1)):
    try:
        call()
    except OSError as error:
        print(repr(error))
