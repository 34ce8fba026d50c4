# timedelta: whole arithmetic.
from datetime import timedelta
d = timedelta(days=1, hours=2, minutes=3, seconds=4, milliseconds=5, microseconds=6)
print(d, repr(d), d.days, d.seconds, d.microseconds, d.total_seconds())
print(timedelta(), repr(timedelta()), timedelta(-1), repr(timedelta(seconds=-1)), timedelta(seconds=-1), timedelta(weeks=1), timedelta(hours=25), timedelta(1.5), timedelta(seconds=0.1), timedelta(microseconds=0.5), timedelta(microseconds=1.5))
a, b = timedelta(hours=1), timedelta(minutes=25)
print(a + b, a - b, b - a, -a, +a, abs(-a), a * 3, 2 * a, a * 1.5, a / 2, a / b, a // b, a // 7, a % b, divmod(a, b), a / 1.5)
print(a > b, a == timedelta(minutes=60), a != b, sorted([a, b]), bool(timedelta()), hash(a) == hash(timedelta(minutes=60)), sum([a, b], timedelta()), max(a, b))
print(timedelta.max, timedelta.min, timedelta.resolution, f"{a}", str(timedelta(days=2, seconds=5)))
for action in (lambda: a + 1, lambda: a / 0, lambda: timedelta("x"), lambda: timedelta(days=10 ** 10), lambda: a < 5, lambda: a % 2, lambda: timedelta(x=1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__)
