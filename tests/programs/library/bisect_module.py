# bisect: places in sorted lists.
from bisect import bisect, bisect_left, bisect_right, insort, insort_left
a = [1, 3, 3, 3, 5]
print(bisect_left(a, 3), bisect_right(a, 3), bisect(a, 0), bisect(a, 9), bisect_left(a, 3, 2), bisect(a, 3, 0, 2))
insort(a, 4)
insort_left(a, 3)
print(a, bisect([{"k": 1}, {"k": 5}], 3, key=lambda d: d["k"]))
def grade(score): return "FDCBA"[bisect([60, 70, 80, 90], score)]
print([grade(s) for s in (33, 99, 77, 70, 89, 90, 100)])
try:
    bisect([1], 1, -1)
except ValueError as error:
    print(error)
