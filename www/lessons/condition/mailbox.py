import threading
import time

READERS = 3  # @param {type:"slider", min:1, max:10, step:1, label:"Readers", label_zh:"读者数"}
LETTERS = 3  # @param {type:"slider", min:1, max:10, step:1, label:"Letters", label_zh:"信件数"}
NOTIFY = "one"  # @param ["one", "all"] {label:"Notify", label_zh:"通知"}
CHECK = "while"  # @param ["while", "if"] {label:"Check with", label_zh:"检查用"}

box = []
changed = threading.Condition()
left = LETTERS


def read(name):
    with changed:
        if CHECK == "while":
            while not box:
                changed.wait()
        elif not box:
            changed.wait()
        print(name, "reads", box.pop())


def post():
    for n in range(LETTERS):
        time.sleep(0.01)
        with changed:
            box.append(f"letter {n}")
            if NOTIFY == "one":
                changed.notify()
            else:
                changed.notify_all()


readers = [threading.Thread(target=read, args=(f"reader {n}",), daemon=True) for n in range(READERS)]
for reader in readers:
    reader.start()
poster = threading.Thread(target=post)
poster.start()
poster.join()
for reader in readers:
    reader.join(0.1)
print("still waiting", sum(reader.is_alive() for reader in readers))
