# Layout: semicolons, continuation, blank lines, comments, pass, ellipsis.
a = 1; b = 2; print(a, b)
if a: print("one line"); print("two")
while b: b -= 1
total = 1 + \
    2 + \
    3
values = [
    1,  # comment inside
    2,

    3,
]
def f(): pass
def g(): ...
def h(): return
class Empty: ...
class Pass: pass
print(total, values, f(), g(), h(), Empty.__name__, ...)
if True:
	print("tab indented")
x = (1,
     2)
print(x, (
    "call over lines"
    ), sep=(
        "-"
    ))
for _ in range(2): continue
try: pass
except: pass
else: print("else")
finally: print("finally")
with_dict = {
    "a": 1,
    "b": [
        2,
    ],
}; print(with_dict)
lambda: (yield)
"a string as a statement"
5
print([1]if a else[2])
