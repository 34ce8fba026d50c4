# Sequence patterns.
def shape(value):
    match value:
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, 2, *rest]:
            return f"starts 1 2, rest {rest}"
        case (x, y) if x == y:
            return f"twins {x}"
        case [first, *_, last] if first == last:
            return f"framed {first}"
        case ["go", ("north" | "south") as direction]:
            return direction
        case [[a, b], c]:
            return f"nested {a} {b} {c}"
        case [x, y]:
            return f"two {x} {y}"
        case [_, _, _]:
            return "three"
        case [*items]:
            return f"many {len(items)}"
        case str():
            return "a str is no sequence"
        case _:
            return "no sequence"
for value in ([], [7], [1, 2], (1, 2, 3, 4), (5, 5), [9, 1, 2, 9], ["go", "north"], ["go", "up"], [[1, 2], 3], [3, 4], [3, 4, 5], range(6), "ab", {1, 2}, b"ab", 5):
    print(repr(value), "->", shape(value))
match 1, 2:
    case a, b:
        print(a + b)
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]]:
        print(a, b, c)
