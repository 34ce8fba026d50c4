# string.Formatter, collections.UserString, time.clock_gettime.
import collections
import string
import time
from collections import UserString
from collections.abc import Sequence

def show(*actions):
    for action in actions:
        try:
            print(action())
        except Exception as error:
            print(type(error).__name__, error)

class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

f = string.Formatter()
print(f.format("{} and {}", 1, "two"), f.format("{1}{0}{1}", "a", "b"), f.format("{x.x}/{x.y} {items[1]} {table[key]}", x=Point(1, 2), items=[3, 4], table={"key": "v"}))
print(f.format("{0!r:>8}|{0!s:<5}|{1!a}|{2:{3}.{4}f}|{{}}", "ab", "\xe9", 3.14159, 8, 2), f.format("{:{}}|{:>{w}}", "a", 4, "b", w=3), f.format("plain"), repr(f.format("")))
print(f.vformat("{0} {name}", ["first"], {"name": "second"}), list(f.parse("a{{b}}c{0.x[1]!r:>{w}}d{}")), list(f.parse("")))
print(f.get_field("0.x", [Point(5, 6)], {}), f.get_field("name[2]", (), {"name": "abc"}), f.get_value(1, "xyz", {}), f.get_value("k", (), {"k": 1}))
print(f.convert_field(5, None), repr(f.convert_field(5, "s")), f.convert_field("x", "r"), f.convert_field("\xe9", "a"), f.format_field(3, "03"))
show(
    lambda: f.format("{}"), lambda: f.format("{name}"), lambda: f.format("{0}{}", 1, 2), lambda: f.format("{}{0}", 1, 2), lambda: f.format("{!x}", 1), lambda: f.format("{"),
    lambda: f.format("}"), lambda: f.format("{0.nothing}", 1), lambda: f.format("{:{:{}}}", 1, 2, 3), lambda: f.format("{:{:{:{}}}}", 1, 2, 3, 4), lambda: f.format(), lambda: f.format("{.x}", Point(1, 2)),
    lambda: f.format("{0[a}", 1),
)

class Lenient(string.Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)
    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)
    def format_field(self, value, spec):
        return "*" * int(spec[1:]) if spec.startswith("*") else super().format_field(value, spec)
    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(used, key=str), len(args), sorted(kwargs))
print(Lenient().format("{who} met {0!u}, {1:*3} {stars:>5}", "bob", 9, stars=1, other=2))

s = UserString("Hello")
print(s, repr(s), len(s), s[1], s[::-1], type(s[1:3]).__name__, s + " you", "Oh " + s, s * 2, 2 * s, s + 5, s == "Hello", s == UserString("Hello"), s != "x", s < "I", s >= s, hash(s) == hash("Hello"))
print("ell" in s, UserString("lo") in s, s.upper(), type(s.upper()).__name__, s.lower().capitalize(), s.center(9, "*"), s.replace("l", UserString("L")), s.split("l"), s.find(UserString("l")), s.count("l"), s.startswith("He"))
print(s.encode(), s.join(["a", "b"]), s.partition("l"), s.isalpha(), s.format(1), UserString("{} {x}").format(1, x=2), UserString("%s-%d") % ("a", 5), "<%s>" % s, s.zfill(8), s.translate({ord("l"): "1"}), s.strip("Ho"), s.title().swapcase())
print(list(s), int(UserString("12")), float(UserString("1.5")), isinstance(s, Sequence), isinstance(s, str), s.index("e"), sorted(s), list(reversed(s)), f"{s}|{s!r}", UserString(5).data, UserString(s).data, s.splitlines(keepends=True))
print(collections.UserString is UserString, UserString.__module__, UserString.__name__, UserString.upper.__qualname__, type(s.data).__name__, s.maketrans("a", "b"))
class Shout(UserString):
    def upper(self):
        return super().upper() + "!"
loud = Shout("hey")
print(loud.upper(), type(loud.upper()).__name__, type(loud + "x").__name__)
loud += " you"
print(loud, type(loud).__name__)
show(lambda: s[9], lambda: s.index("z"), lambda: UserString("x") < 5, lambda: setattr(s, "data", "new") or s)

before = time.clock_gettime(time.CLOCK_MONOTONIC)
time.sleep(0.01)
after = time.clock_gettime(time.CLOCK_MONOTONIC)
print(0.01 <= after - before < 5, abs(time.clock_gettime(time.CLOCK_REALTIME) - time.time()) < 5, abs(time.clock_gettime(time.CLOCK_MONOTONIC) - time.monotonic()) < 5)
print(type(time.clock_gettime_ns(time.CLOCK_REALTIME)).__name__, abs(time.clock_gettime_ns(time.CLOCK_MONOTONIC) - time.monotonic_ns()) < 5e9, time.clock_getres(time.CLOCK_MONOTONIC))
print(time.clock_gettime(time.CLOCK_PROCESS_CPUTIME_ID) >= 0, time.clock_gettime(time.CLOCK_THREAD_CPUTIME_ID) >= 0, time.CLOCK_MONOTONIC_RAW, time.CLOCK_BOOTTIME)
show(lambda: time.clock_gettime(999))
