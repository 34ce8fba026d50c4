import time

BUNS = 3  # @param {type:"slider", min:1, max:20, step:1, label:"Buns", label_zh:"包子数"}
BAKE = 0.05  # @param [0, 0.05, 0.2] {label:"Seconds to bake", label_zh:"做包子的秒数"}


def guest(name):
    print(name, "is ready to eat")
    while True:
        bun = yield
        print(bun, "eaten by", name)


def cook():
    ann, ben = guest("ann"), guest("ben")
    next(ann)
    next(ben)
    for n in range(BUNS):
        time.sleep(BAKE)
        print("made two")
        ann.send(f"bun {2 * n}")
        ben.send(f"bun {2 * n + 1}")


start = time.perf_counter()
cook()
print("seconds", round(time.perf_counter() - start, 2))
