import heapq
import time

TASKS = 3  # @param {type:"slider", min:1, max:5, step:1, label:"Tasks", label_zh:"任务数"}
NAPS = 2  # @param {type:"slider", min:1, max:3, step:1, label:"Naps each", label_zh:"每个睡几次"}
NAP = 0.05  # @param [0, 0.05, 0.2] {label:"A nap of the first task (s)", label_zh:"第一个任务每次睡几秒"}


def task(n):
    for i in range(NAPS):
        print("task", n, "runs")
        yield NAP * (1 + 0.3 * n)
    print("task", n, "ends")


ready = [(n, task(n)) for n in range(TASKS)]
timers = []
start = time.perf_counter()

while ready or timers:
    print("ready", [n for n, _ in ready], "timers", [n for _, n, _ in sorted(timers)])
    if not ready:
        due, n, sleeper = heapq.heappop(timers)
        time.sleep(max(0, due - time.perf_counter()))
        ready.append((n, sleeper))
    n, current = ready.pop(0)
    try:
        seconds = next(current)
    except StopIteration:
        continue
    heapq.heappush(timers, (time.perf_counter() + seconds, n, current))

print("seconds", round(time.perf_counter() - start, 2))
