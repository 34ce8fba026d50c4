YIELD = "after the write"  # @param ["after the write", "between read and write"] {label:"yield", label_zh:"yield 的位置"}
TASKS = 3  # @param {type:"slider", min:1, max:20, step:1, label:"Tasks", label_zh:"任务数"}
ROUNDS = 2  # @param {type:"slider", min:1, max:20, step:1, label:"Additions each", label_zh:"每个加几次"}

n = 0


def add():
    global n
    for i in range(ROUNDS):
        seen = n
        if YIELD == "between read and write":
            yield
        n = seen + 1
        if YIELD == "after the write":
            yield


ready = [add() for i in range(TASKS)]
while ready:
    current = ready.pop(0)
    try:
        next(current)
    except StopIteration:
        continue
    ready.append(current)

print("n", n, "of", TASKS * ROUNDS)
