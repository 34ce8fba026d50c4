DEPTH = 3  # @param {type:"slider", min:1, max:5, step:1, label:"Depth of the tree", label_zh:"树的深度"}
FROM = True  # @param {type:"boolean", label:"with yield from", label_zh:"用 yield from"}


def walk(name, depth):
    if depth == 0:
        yield name
        return
    if FROM:
        yield from walk(name + "l", depth - 1)
        yield from walk(name + "r", depth - 1)
    else:
        walk(name + "l", depth - 1)
        walk(name + "r", depth - 1)


leaves = 0
for leaf in walk("", DEPTH):
    print("leaf", leaf)
    leaves += 1
print("leaves", leaves)
