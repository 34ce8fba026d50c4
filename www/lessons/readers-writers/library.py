import threading
import time

READERS = 4  # @param {type:"slider", min:1, max:10, step:1, label:"Readers", label_zh:"读者数"}
WRITERS = 1  # @param {type:"slider", min:1, max:4, step:1, label:"Writers", label_zh:"写者数"}
RULE = "readers first"  # @param ["one lock", "readers first", "writers first", "in order of arrival"] {label:"Rule", label_zh:"规则"}
VISITS = 5  # @param {type:"slider", min:1, max:10, step:1, label:"Visits each", label_zh:"每人来访次数"}

door = threading.Condition()
reading = writing = writers_waiting = most_readers = 0
came = served = 0
longest = {"reader": 0.0, "writer": 0.0}


def may_read():
    if RULE == "one lock":
        return not writing and not reading
    if RULE == "writers first":
        return not writing and not writers_waiting
    return not writing


def may_write():
    return not reading and not writing


def enter(who, may_enter):
    global came, served
    start = time.perf_counter()
    ticket = came
    came += 1
    if RULE == "in order of arrival":
        door.wait_for(lambda: ticket == served and may_enter())
    else:
        door.wait_for(may_enter)
    served += 1
    door.notify_all()
    longest[who] = max(longest[who], time.perf_counter() - start)


def reader(n):
    global reading, most_readers
    time.sleep(n * 0.004)
    for _ in range(VISITS):
        with door:
            enter("reader", may_read)
            reading += 1
            most_readers = max(most_readers, reading)
        time.sleep(0.02)
        with door:
            reading -= 1
            door.notify_all()


def writer():
    global writing, writers_waiting
    time.sleep(0.01)
    for _ in range(VISITS):
        with door:
            writers_waiting += 1
            enter("writer", may_write)
            writers_waiting -= 1
            writing += 1
        time.sleep(0.02)
        with door:
            writing -= 1
            door.notify_all()


start = time.perf_counter()
threads = [threading.Thread(target=reader, args=(n,), name=f"reader {n}") for n in range(READERS)]
threads += [threading.Thread(target=writer, name=f"writer {n}") for n in range(WRITERS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("readers at once", most_readers)
print("longest wait of a reader", round(longest["reader"], 3))
print("longest wait of a writer", round(longest["writer"], 3))
print("seconds", round(time.perf_counter() - start, 2))
