import time

ROUNDS = 3  # @param {type:"slider", min:1, max:4, step:1, label:"Rounds of two buns", label_zh:"做几轮（每轮两个）"}
BAKE = 0.05  # @param [0, 0.05, 0.2, 1] {label:"Seconds to bake two", label_zh:"做两个包子的秒数"}
EAT = 0.05  # @param [0, 0.05, 0.2, 1] {label:"Seconds to eat one", label_zh:"吃一个包子的秒数"}
STARTED = True  # @param {type:"boolean", label:"next() before send()", label_zh:"先 next() 再 send()"}


def guest(name):
    print(name, "sits down")
    while True:
        bun = yield
        time.sleep(EAT)
        print(name, "has eaten", bun)


def cook():
    ann = guest("ann")
    ben = guest("ben")
    if STARTED:
        next(ann)
        next(ben)
    for n in range(ROUNDS):
        time.sleep(BAKE)
        print("two buns are ready")
        ann.send(f"bun {2 * n}")
        ben.send(f"bun {2 * n + 1}")


start = time.perf_counter()
cook()
print("seconds", round(time.perf_counter() - start, 2))
