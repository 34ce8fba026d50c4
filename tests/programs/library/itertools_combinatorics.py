# product, permutations, combinations.
from itertools import product, permutations, combinations, combinations_with_replacement
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=3)), list(product()), list(product("ab", [])), list(product("a", repeat=0)))
print(list(permutations("abc")), list(permutations(range(4), 2)), list(permutations([], 0)), list(permutations("ab", 3)))
print(list(combinations("abcd", 2)), list(combinations(range(4), 3)), list(combinations("ab", 0)), list(combinations("ab", 5)))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement("ab", 3)), list(combinations_with_replacement("", 1)), list(combinations_with_replacement("", 0)))
print(len(list(permutations(range(6)))), len(list(combinations(range(10), 4))), len(list(product("abc", "de", range(5)))))
for action in (lambda: permutations("ab", -1), lambda: combinations("ab", -1), lambda: permutations("ab", "c"), lambda: product("ab", repeat=-1), lambda: product(5)):
    try:
        action()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
