# chain, compress, dropwhile, takewhile, filterfalse, islice, pairwise, starmap, zip_longest, accumulate.
from itertools import *
import operator
print(list(chain("ab", [1, 2], ())), list(chain.from_iterable(["ab", "cd"])), list(chain()))
print(list(compress("ABCDEF", [1, 0, 1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])), list(takewhile(lambda x: x < 3, [1, 2, 5, 1])))
print(list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, "", "a"])))
print(list(islice("abcdefg", 3)), list(islice("abcdefg", 2, 4)), list(islice("abcdefg", 2, None)), list(islice("abcdefg", 0, None, 3)), list(islice("abc", 0)), list(islice("abcdefg", 1, 6, 2)))
print(list(pairwise("abcd")), list(pairwise("a")), list(starmap(pow, [(2, 5), (3, 2)])))
print(list(zip_longest("abc", "x", fillvalue="-")), list(zip_longest([1], [], [2, 3])), list(zip_longest()))
print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)), list(accumulate([])), list(accumulate([], initial=5)), list(accumulate("abc")), list(accumulate([1, 2, 3], operator.mul)))
it = iter(range(10))
print(list(islice(it, 3)), next(it), list(islice(it, 1, 3)), next(it))
it = iter("abcdef")
list(islice(it, 0, 3, 2))
print(next(it))
it = iter("abcdef")
list(islice(it, 0, 4, 3))
print(next(it))
for action in (lambda: islice("a"), lambda: islice("a", -1), lambda: islice("a", 1, -2), lambda: islice("a", 0, 5, 0), lambda: islice("a", "b"), lambda: islice(5, 1), lambda: chain(5), lambda: list(chain([1], 5)), lambda: pairwise(5), lambda: takewhile(None, 5)):
    try:
        action()
        print("made")
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(list(takewhile(str.isdigit, "12a3")), sum(islice(count(1), 100)), dict(zip(count(), "ab")))
