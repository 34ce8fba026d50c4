import threading
import time

PHILOSOPHERS = 5  # @param {type:"slider", min:2, max:10, step:1, label:"Philosophers", label_zh:"哲学家人数"}
MEALS = 2  # @param {type:"slider", min:1, max:10, step:1, label:"Meals each", label_zh:"每人餐数"}
PAUSE = 0.01  # @param [0, 0.001, 0.01, 0.05] {label:"Pause between the forks (s)", label_zh:"两把叉子之间的停顿（秒）"}
RULE = "left first"  # @param ["left first", "lower number first", "one fewer at the table", "give back"] {label:"Rule", label_zh:"规则"}

forks = [threading.Lock() for _ in range(PHILOSOPHERS)]
seats = threading.Semaphore(PHILOSOPHERS - 1)
eaten = 0
counting = threading.Lock()


def take_both(first, second):
    while True:
        first.acquire()
        time.sleep(PAUSE)
        if RULE != "give back":
            second.acquire()
            return
        if second.acquire(blocking=False):
            return
        first.release()
        time.sleep(PAUSE)


def eat(first, second):
    global eaten
    take_both(first, second)
    with counting:
        eaten += 1
    second.release()
    first.release()


def philosopher(me):
    first, second = forks[me], forks[(me + 1) % PHILOSOPHERS]
    if RULE == "lower number first" and me == PHILOSOPHERS - 1:
        first, second = second, first
    for _ in range(MEALS):
        if RULE == "one fewer at the table":
            with seats:
                eat(first, second)
        else:
            eat(first, second)


threads = [threading.Thread(target=philosopher, args=(n,), name=f"philosopher {n}") for n in range(PHILOSOPHERS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("meals", eaten)
