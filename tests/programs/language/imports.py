# Forms of import and errors.
import math
import collections.abc
import os.path as paths
from math import sqrt, pi as circle
from collections import (
    deque,
    Counter as C,
)
print(math.sqrt(4), sqrt(9), circle, deque([1]), C("aa"), collections.abc.Sized.__name__, paths.join("a", "b"))
try:
    import no_such_module
except ModuleNotFoundError as error:
    print(type(error).__name__, error, error.name)
try:
    from math import no_such_name
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0])
try:
    import math.nothing
except ModuleNotFoundError as error:
    print(error)
try:
    math.nothing
except AttributeError as error:
    print(error)
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
