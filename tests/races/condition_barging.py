import threading

condition = threading.Condition()
stock = 0
taken = []


def take(name):
    global stock
    for _ in range(5):
        with condition:
            while stock == 0:
                condition.wait()
            stock -= 1
            taken.append(name)


threads = [threading.Thread(target=take, args=(name,)) for name in "abc"]
for thread in threads:
    thread.start()
for _ in range(15):
    with condition:
        stock += 1
        condition.notify()
for thread in threads:
    thread.join()
print("".join(taken))
