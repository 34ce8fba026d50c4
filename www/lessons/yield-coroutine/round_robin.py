import time

TASKS = 3  # @param {type:"slider", min:1, max:10, step:1, label:"Tasks", label_zh:"任务数"}
STEPS = 3  # @param {type:"slider", min:1, max:4, step:1, label:"Steps each", label_zh:"每个的步数"}
GREEDY = False  # @param {type:"boolean", label:"The first task never yields", label_zh:"第一个任务从不 yield"}


def task(n):
    for step in range(STEPS):
        time.sleep(0.02)
        print("task", n, "step", step)
        if n > 0 or not GREEDY:
            yield


start = time.perf_counter()
ready = [task(n) for n in range(TASKS)]
while ready:
    current = ready.pop(0)
    try:
        next(current)
    except StopIteration:
        print("one task is over at", round(time.perf_counter() - start, 2))
    else:
        ready.append(current)
print("seconds", round(time.perf_counter() - start, 2))
