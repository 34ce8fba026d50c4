# for, while, break, continue, else.
for i in range(3):
    if i == 5:
        break
else:
    print("no break")
for i in range(3):
    if i == 1:
        break
else:
    print("never")
print("i is", i)
n = 0
while n < 5:
    n += 1
    if n == 2:
        continue
    if n == 4:
        break
    print("n", n)
else:
    print("never")
while n:
    n -= 1
else:
    print("while ended")
for x in []:
    pass
else:
    print("empty for")
try:
    print(x)
except NameError:
    print("NameError")
for a, (b, *c) in [(1, (2, 3, 4)), (5, "xy")]:
    print(a, b, c)
d = {}
for d["k"] in [1, 2]:
    print(d)
class O: pass
o = O()
for o.attr in "ab":
    print(o.attr)
for i in range(3):
    for j in range(3):
        if j == 1:
            break
        print(i, j)
    else:
        continue
for i in range(3):
    i = 10
    print(i, end=" ")
print()
def find(items, wanted):
    for index, item in enumerate(items):
        if item == wanted:
            return index
    return -1
print(find("abc", "c"), find("abc", "z"))
outer = [(i, j) for i in range(4) for j in range(i)]
print(outer)
