# sys.stdout replaced by an object of one's own.
import sys
class Upper:
    def __init__(self, target): self.target = target
    def write(self, text): return self.target.write(text.upper())
    def flush(self): self.target.flush()
real = sys.stdout
sys.stdout = Upper(real)
print("shouted", 1)
sys.stdout = real
print("normal")
class Collect:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
sys.stdout = Collect()
print("a", "b", sep="-")
print("c", end="")
parts = sys.stdout.parts
sys.stdout = real
print(parts)
from contextlib import redirect_stdout
import io
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("captured")
print(repr(buffer.getvalue()))
