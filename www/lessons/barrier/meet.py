import random
import threading
import time

RUNNERS = 4  # @param {type:"slider", min:1, max:20, step:1, label:"Runners", label_zh:"跑者数"}
ROUNDS = 3  # @param {type:"slider", min:1, max:5, step:1, label:"Rounds", label_zh:"圈数"}
BARRIER = True  # @param {type:"boolean", label:"Meet after each round", label_zh:"每圈后会合"}

barrier = threading.Barrier(RUNNERS)
lead = 0
done = [0] * RUNNERS


def run(me):
    global lead
    for _ in range(ROUNDS):
        time.sleep(random.uniform(0.01, 0.1))
        done[me] += 1
        lead = max(lead, max(done) - min(done))
        if BARRIER:
            barrier.wait()


runners = [threading.Thread(target=run, args=(n,), name=f"runner {n}") for n in range(RUNNERS)]
for runner in runners:
    runner.start()
for runner in runners:
    runner.join()
print("biggest lead", lead)
