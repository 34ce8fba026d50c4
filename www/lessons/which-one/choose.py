TASKS = 100  # @param [1, 10, 100, 1000, 10000, 100000] {label:"Tasks at the same time", label_zh:"同时有几个任务"}
WAITING = 90  # @param {type:"slider", min:0, max:100, step:5, label:"Per cent of waiting", label_zh:"等待占百分之几"}
EACH = 0.1  # @param [0.001, 0.01, 0.1, 1] {label:"Each task alone, s", label_zh:"单个任务几秒"}
CORES = 4  # @param {type:"slider", min:1, max:64, step:1, label:"Cores", label_zh:"核数"}
AWAITABLE = True  # @param {type:"boolean", label:"The libraries can be awaited", label_zh:"所用的库支持 await"}
GIGABYTES = 8  # @param [1, 8, 64] {label:"Memory, GB", label_zh:"内存（GB）"}

# To start one takes so many seconds and kilobytes, measured with CPython 3.11 on Linux.
START = {"coroutines": 0.000015, "threads": 0.00016, "processes": 0.0026}
SIZE = {"coroutines": 1.1, "threads": 16, "processes": 2200}

wait = EACH * WAITING / 100
work = EACH - wait
fitting = {}
for kind in START:
    cores = min(CORES, TASKS) if kind == "processes" else 1
    seconds = TASKS * START[kind] + wait + TASKS * work / cores
    megabytes = TASKS * SIZE[kind] / 1000
    print(f"{kind} {seconds:.4f} s")
    print(f"memory of {kind} {megabytes:.4f} MB")
    if megabytes < GIGABYTES * 1000 and (AWAITABLE or kind != "coroutines"):
        fitting[kind] = seconds

if fitting:
    best = min(fitting.values())
    good = [kind for kind in fitting if fitting[kind] <= best * 1.1]
    print("take", good[0])
else:
    print("take fewer at a time")
