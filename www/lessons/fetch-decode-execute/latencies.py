LEVEL = 0  # @param {type:"slider", min:0, max:6, step:1, label:"Level of storage", label_zh:"存储层级"}

levels = [
    ("register", 0.3e-9),
    ("first cache", 1e-9),
    ("last cache", 15e-9),
    ("memory", 100e-9),
    ("flash disk", 100e-6),
    ("magnetic disk", 10e-3),
    ("network, across an ocean", 150e-3),
]
name, seconds = levels[LEVEL]
print("level", name)
print("nanoseconds", seconds * 1e9)
print("instructions meanwhile", round(seconds / 0.3e-9))
scale = seconds / 0.3e-9
print("if an instruction took 1 s:", round(scale), "s, or", round(scale / 86400, 3), "days")
