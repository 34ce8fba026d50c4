# Seeded sequences are the same everywhere.
import random
random.seed(42)
print(random.random(), random.randint(1, 100), random.randrange(10), random.randrange(5, 50, 5), random.uniform(1, 2), random.choice("abcdef"), random.getrandbits(40))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.sample("abcdef", 3), random.choices([1, 2, 3], k=5), random.choices("ab", weights=[1, 9], k=8), random.choices("ab", cum_weights=[5, 10], k=3))
print(random.gauss(0, 1), random.gauss(5, 2), random.normalvariate(0, 1), random.expovariate(2), random.betavariate(1, 2), random.gammavariate(0.5, 1), random.gammavariate(2, 3), random.gammavariate(1, 1), random.paretovariate(3), random.weibullvariate(1, 2), random.lognormvariate(0, 1), random.vonmisesvariate(1, 2), random.triangular(0, 10, 3), random.triangular())
for seed in (0, 1, -1, 2 ** 100, "text", b"bytes", bytearray(b"x"), 3.5, -2.0, "", True):
    r = random.Random(seed)
    print(repr(seed), r.random(), r.randint(0, 10 ** 6))
random.seed("old", version=1)
print(random.random())
random.seed(1)
state = random.getstate()
first = [random.random() for _ in range(3)]
random.setstate(state)
print(first == [random.random() for _ in range(3)], state[0], len(state[1]))
print(random.sample(["a", "b"], counts=[3, 2], k=4), random.sample(range(10 ** 9), 3), random.sample(range(10), 10), random.randbytes(4).hex(), random.randint(-5, 5), random.randint(0, 2 ** 80))
r1, r2 = random.Random(7), random.Random(7)
print([r1.random() == r2.random() for _ in range(3)], r1.gauss(0, 1), r1.randrange(0, -10, -3))
for action in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.randrange(1, 5, 0), lambda: random.sample([1], 2), lambda: random.sample({1, 2}, 1), lambda: random.choices([1], weights=[1, 2]), lambda: random.choices([1, 2], 5), lambda: random.choices([1], weights=[0]), lambda: random.seed([]), lambda: random.randrange(2, step=2), lambda: random.randrange(5, 0, 2)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
class Loaded(random.Random):
    def random(self): return 0.25
print(Loaded(1).uniform(0, 8), Loaded(1).choices("abcd"))
random.seed()
print(0 <= random.random() < 1, random.SystemRandom().randint(3, 3))
