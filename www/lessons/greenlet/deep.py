from greenlet import getcurrent, greenlet

DEPTH = 3  # @param {type:"slider", min:1, max:5, step:1, label:"Depth of the tree", label_zh:"树的深度"}


def walk(name, depth):
    if depth == 0:
        getcurrent().parent.switch(name)
        return
    walk(name + "l", depth - 1)
    walk(name + "r", depth - 1)


walker = greenlet(walk)
leaf = walker.switch("", DEPTH)
leaves = 0
while not walker.dead:
    print("leaf", leaf)
    leaves += 1
    leaf = walker.switch()
print("leaves", leaves)
