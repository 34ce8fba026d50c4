# match with literals, alternatives, captures and guards.
def kind(value):
    match value:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case 1.5:
            return "float"
        case "yes" | "no" as answer:
            return f"answer {answer}"
        case True:
            return "true never reached, 1 is equal"
        case False:
            return "false never reached"
        case None:
            return "none"
        case b"x":
            return "bytes"
        case x if isinstance(x, int) and x > 100:
            return f"big {x}"
        case int():
            return "int"
        case _:
            return "other"
for value in (0, 2, -1, 1.5, "yes", "no", "maybe", True, False, None, b"x", 500, 50, [], 0.0):
    print(repr(value), kind(value))
match 5:
    case captured:
        pass
print(captured)
match "nothing":
    case 1:
        print("no")
print("fell through")
match = 5
case = 6
print(match + case)
class Color:
    RED = 1
    BLUE = 2
def color(c):
    match c:
        case Color.RED:
            return "red"
        case Color.BLUE:
            return "blue"
    return "none"
print(color(1), color(2), color(3))
