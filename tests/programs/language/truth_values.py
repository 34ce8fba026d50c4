# What is true and what is false.
class Len0:
    def __len__(self): return 0
class BoolTrue:
    def __bool__(self): return True
    def __len__(self): return 0
class Nothing: pass
for value in (0, 1, -1, 0.0, 0.1, "", " ", "0", [], [0], (), (0,), {}, {0: 0}, set(), {0}, None, range(0), range(1), b"", b"0", float("nan")):
    print(repr(value), bool(value), end="; ")
print()
print(bool(Len0()), bool(BoolTrue()), bool(Nothing()), bool(Nothing), bool(len))
print(0 or "a", 1 and "b", "" and 5, None or 0, [] or {} or (), 1 and 2 and 3, 0 and 1 / 0, 1 or 1 / 0, not 0, not "a", not not [])
print(1 if [] else 2, "yes" if "x" else "no")
def effect(v):
    print("eval", v, end=" ")
    return v
print(effect(0) or effect(2) and effect(3))
print(effect(1) and effect(0) or effect(5))
print(True == 1, False == 0, True + True, isinstance(True, bool), str(True), int(False), True & False, True | False, True ^ True, ~True)
while []:
    print("never")
else:
    print("else of while")
if 0: print("no")
elif "": print("no")
else: print("else")
