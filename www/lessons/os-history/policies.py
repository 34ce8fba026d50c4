import random

POLICY = "multiprogramming"  # @param ["by hand", "batch", "multiprogramming", "time-sharing"] {label:"Policy", label_zh:"策略"}
JOBS = 5  # @param {type:"slider", min:1, max:10, step:1, label:"Jobs", label_zh:"作业数"}
WAITS = 0.8  # @param {type:"slider", min:0.0, max:0.95, step:0.05, label:"Share of waiting", label_zh:"等待比例"}
SEED = 1  # @param {type:"slider", min:1, max:20, step:1, label:"Seed", label_zh:"随机种子"}

SETUP, SLICE, BURSTS, MEAN = 30, 2, 20, 10
random.seed(SEED)


def bursts():
    return [random.expovariate(1 / (MEAN * (1 - WAITS))) for _ in range(BURSTS)]


def waits():
    return [random.expovariate(1 / (MEAN * WAITS)) if WAITS else 0.0 for _ in range(BURSTS)]


jobs = [list(zip(bursts(), waits())) for _ in range(JOBS)]
jobs.append([(1.0, 0.0)])  # a short one, which comes last


def alone(setup):
    now = busy = 0.0
    ends = {}
    for name, job in enumerate(jobs):
        now += setup
        for burst, wait in job:
            now += burst + wait
            busy += burst
        ends[name] = now
    return now, busy, ends


def together(slice_length):
    now = busy = 0.0
    ends = {}
    ready = [(name, list(job), job[0][0]) for name, job in enumerate(jobs)]
    waiting = []
    while ready or waiting:
        if not ready:
            waiting.sort(key=lambda entry: entry[0])
            now = max(now, waiting[0][0])
        for entry in [entry for entry in waiting if entry[0] <= now]:
            waiting.remove(entry)
            at, name, job = entry
            if job:
                ready.append((name, job, job[0][0]))
            else:
                ends[name] = at
        if not ready:
            continue
        name, job, left = ready.pop(0)
        runs = min(left, slice_length)
        now += runs
        busy += runs
        if left > runs:
            ready.append((name, job, left - runs))
        else:
            _, wait = job.pop(0)
            waiting.append((now + wait, name, job))
    return max(now, max(ends.values())), busy, ends


if POLICY == "by hand":
    total, busy, ends = alone(SETUP)
elif POLICY == "batch":
    total, busy, ends = alone(0)
elif POLICY == "multiprogramming":
    total, busy, ends = together(float("inf"))
else:
    total, busy, ends = together(SLICE)
print("utilisation", round(busy / total, 2))
print("all done after", round(total))
print("mean response", round(sum(ends.values()) / len(ends)))
print("short job answered after", round(ends[JOBS]))
