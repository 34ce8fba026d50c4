import random

JOBS = 5  # @param {type:"slider", min:1, max:10, step:1, label:"Jobs in memory", label_zh:"内存中的作业数"}
WAITS = 0.8  # @param {type:"slider", min:0.1, max:0.95, step:0.05, label:"Share of waiting", label_zh:"等待比例"}
ROUNDS = 3000  # @param {type:"slider", min:500, max:5000, step:500, label:"Bursts", label_zh:"运算段数"}


def utilisation(burst, wait):
    free_at = [0.0] * JOBS
    now = busy = 0.0
    for _ in range(ROUNDS):
        first = min(range(JOBS), key=free_at.__getitem__)
        now = max(now, free_at[first])
        length = burst()
        now += length
        busy += length
        free_at[first] = now + wait()
    return busy / now


random.seed(1)
print("formula", round(1 - WAITS**JOBS, 2))
print("random bursts", round(utilisation(lambda: random.expovariate(1 / (1 - WAITS)), lambda: random.expovariate(1 / WAITS)), 2))
print("equal bursts", round(utilisation(lambda: 1 - WAITS, lambda: WAITS), 2))
