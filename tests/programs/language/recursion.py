# Recursion and its limit.
import sys
def fact(n): return 1 if n < 2 else n * fact(n - 1)
def fib(n, memo={}):
    if n not in memo:
        memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]
def hanoi(n, a, b, c):
    if n == 0:
        return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
def ackermann(m, n):
    if m == 0: return n + 1
    if n == 0: return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))
def permutations(s):
    if len(s) <= 1: return [s]
    return [c + rest for i, c in enumerate(s) for rest in permutations(s[:i] + s[i + 1:])]
print(fact(20), fact(100) % 10 ** 9, fib(90), hanoi(8, "a", "b", "c"), ackermann(2, 3), permutations("abc"))
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(100), odd(101))
def forever(n):
    return forever(n + 1)
try:
    forever(0)
except RecursionError as error:
    print(type(error).__name__, error)
print(sys.getrecursionlimit(), fact(900) > 0)
class Loop:
    def __repr__(self): return repr(self)
    def __eq__(self, other): return self == other
    def __getattr__(self, name): return self.other
for action in (lambda: repr(Loop()), lambda: Loop() == 1, lambda: Loop().x):
    try:
        action()
    except RecursionError as error:
        print("RecursionError")
sys.setrecursionlimit(2000)
print(fact(1500) > 0)
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n
print(depth(0) > 1000)
