"""frontrun searches the unlocked counter, 2 threads with 3 increments each: all schedules, as our own search does."""

import time

import frontrun


class Counter:
    def __init__(self):
        self.value = 0


def work(counter):
    for _ in range(3):
        t = counter.value
        counter.value = t + 1


outcomes = set()


def note(counter):
    outcomes.add(counter.value)
    return True


start = time.perf_counter()
# Its own default stops at two preemptions.
result = frontrun.explore(
    setup=Counter, workers=work, count=2, invariant=note, preemption_bound=None, stop_on_first=False
)
print("search", (time.perf_counter() - start) * 1e3, "ms")
print("outcomes", len(outcomes))
print("executions", result.num_explored)
