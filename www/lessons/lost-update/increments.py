import threading

THREADS = 2  # @param {type:"slider", min:1, max:16, step:1, label:"Threads", label_zh:"线程数"}
ROUNDS = 3  # @param [1, 2, 3, 100, 10000, 1000000] {label:"Increments per thread", label_zh:"每个线程加几次"}
STYLE = "n += 1"  # @param ["n += 1", "n += one()", "n += int(1)"] {label:"How it adds", label_zh:"加法的写法"}

n = 0


def one():
    return 1


def plain():
    global n
    for i in range(ROUNDS):
        n += 1


def with_function():
    global n
    for i in range(ROUNDS):
        n += one()


def with_builtin():
    global n
    for i in range(ROUNDS):
        n += int(1)


if STYLE == "n += 1":
    work = plain
elif STYLE == "n += one()":
    work = with_function
else:
    work = with_builtin

threads = []
for i in range(THREADS):
    threads.append(threading.Thread(target=work))
for t in threads:
    t.start()
for t in threads:
    t.join()

print(n, "of", THREADS * ROUNDS)
