import io
import pickle

file = io.BytesIO()
for value in (1, "two", [3.0]):
    pickle.dump(value, file)
pickle.dump({"k": b"v" * 70000}, file, protocol=5)
file.write(b"rest")
file.seek(0)
print([pickle.load(file) for _ in range(3)], len(pickle.load(file)["k"]), file.read())

# One pickler remembers what it wrote.
shared = ["shared"]
file = io.BytesIO()
pickler = pickle.Pickler(file)
pickler.dump(shared)
size = file.tell()
pickler.dump(shared)
print(size, file.tell() - size)
file.seek(0)
unpickler = pickle.Unpickler(file)
print(unpickler.load() is unpickler.load())
pickler.clear_memo()
try:
    pickle.load(io.BytesIO())
except EOFError as error:
    print(error)
for make in (pickle.Pickler, pickle.Unpickler):
    try:
        make(3)
    except TypeError as error:
        print(error)
