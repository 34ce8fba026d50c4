# Unsupported operand types, for all operators.
import operator
values = (1, 1.5, "a", [1], (1,), {1: 1}, {1}, None, b"b")
for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and_", "or_", "xor", "lshift", "rshift", "matmul", "lt"):
    function = getattr(operator, name)
    results = []
    for a in values:
        for b in values:
            try:
                result = function(a, b)
            except TypeError:
                results.append(".")
            except Exception as error:
                results.append("!")
            else:
                results.append("x")
    print(f"{name:10}", "".join(results))
for expression in (lambda: 1 + "a", lambda: "a" + 1, lambda: [1] + (1,), lambda: (1,) + [1], lambda: {1} + {2}, lambda: None + 1, lambda: 1 - [], lambda: "a" - "b", lambda: "a" * "b", lambda: 2 * None, lambda: {} * 2, lambda: 1 / "a", lambda: [] // 2, lambda: None % 2, lambda: {} % 2, lambda: 2 ** "a", lambda: 1.5 & 1, lambda: "a" | 1, lambda: 1 ^ 1.5, lambda: 1 << 1.5, lambda: [1] @ [1], lambda: b"a" + "a", lambda: "a" + b"a", lambda: +"a", lambda: -[], lambda: ~1.5, lambda: 1 < None, lambda: (1,) >= [1], lambda: {1: 1} > {}):
    try:
        expression()
    except TypeError as error:
        print(error)
