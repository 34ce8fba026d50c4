import threading
import time

SCALE = 0.1  # @param [0.1, 0.5, 1] {label:"Seconds per unit", label_zh:"每单位秒数"}
LISTEN = True  # @param {type:"boolean", label:"The first (3) is a daemon", label_zh:"第一个（3）是守护线程"}
WRITE = True  # @param {type:"boolean", label:"The second (5) is a daemon", label_zh:"第二个（5）是守护线程"}


def work(name, units):
    print("begin", name)
    time.sleep(units * SCALE)
    print("end", name)


listen = threading.Thread(target=work, args=("listening", 3), daemon=LISTEN)
write = threading.Thread(target=work, args=("writing", 5), daemon=WRITE)
listen.start()
write.start()
print("all over")
