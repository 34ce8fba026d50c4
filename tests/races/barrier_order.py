import threading

barrier = threading.Barrier(4)
firsts = []


def run(n):
    for _ in range(5):
        if barrier.wait() == 0:
            firsts.append(n)


threads = [threading.Thread(target=run, args=(n,)) for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(firsts)
