TASKS = 3  # @param {type:"slider", min:1, max:10, step:1, label:"Tasks", label_zh:"任务数"}
STEPS = 3  # @param {type:"slider", min:1, max:10, step:1, label:"Steps each", label_zh:"每个的步数"}


def task(name):
    for step in range(STEPS):
        print(name, "step", step)
        yield


ready = [task("abcdefghij"[n]) for n in range(TASKS)]
while ready:
    current = ready.pop(0)
    try:
        next(current)
        ready.append(current)
    except StopIteration:
        pass
print("all done")
