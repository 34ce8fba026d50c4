import time

from greenlet import greenlet

START = "first"  # @param ["first", "second"] {label:"Who begins", label_zh:"谁先开始"}
PAUSE = 0.02  # @param [0, 0.02, 0.2] {label:"first() sleeps behind 12 (s)", label_zh:"first() 打印 12 后睡几秒"}

order = []


def say(number):
    order.append(number)
    print(number)


def first():
    say(12)
    time.sleep(PAUSE)
    two.switch()
    say(34)
    two.switch()


def second():
    say(56)
    one.switch()
    say(78)


one = greenlet(first)
two = greenlet(second)
if START == "first":
    one.switch()
else:
    two.switch()
print("order", *order)
print("first() has ended:", one.dead)
print("second() has ended:", two.dead)
