# Forms of import.
import math
import collections.abc
import collections.abc as abstract
from math import sqrt, pi as circle
from collections import (
    deque,
    Counter as C,
)
print(math.sqrt(4), sqrt(9), circle, deque([1]), C("aa"), collections.abc.Sized.__name__, abstract is collections.abc)
def local():
    import string
    return string.digits
print(local())
try:
    string
except NameError as error:
    print(error)
from math import *
print(floor(2.7), "sqrt" in globals())
print(math.__name__, __name__, type(math).__name__)
import math as again
print(again is math)
if True:
    import heapq
print(heapq.nsmallest(1, [3, 1]))
