# print: separators, ends, files.
import sys
print()
print(1, "a", None, [1, "b"], (1,), {"k": "v"}, 1.0, True)
print("a", "b", sep="")
print("a", "b", sep="\n")
print("no newline", end="")
print(" continued", end="!\n")
print(*[1, 2, 3], sep=", ")
print("to stderr", file=sys.stderr)
print("flushed", flush=True)
print("x", sep=None, end=None)
sys.stdout.write("written\n")
print(sys.stdout.write("") == 0, end=" ")
sys.stdout.write("length\n")
class Out:
    def write(self, text):
        sys.stdout.write(f"<{text!r}>")
print("a", 1, file=Out())
print()
print(print("inner"))
for action in (lambda: print("a", sep=5), lambda: print("a", end=5), lambda: print("a", wrong=1), lambda: print("a", file=5)):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
print("é 名 😀", "tab\there", "quote'", "\\")
