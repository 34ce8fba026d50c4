# json: dumps and loads.
import json
data = {"name": "Ann", "age": 30, "tags": ["a", "b"], "nested": {"x": None, "y": [True, False, 1.5]}, "empty": [], "none": {}}
print(json.dumps(data))
print(json.dumps(data, indent=2))
print(json.dumps(data, indent=4, sort_keys=True), json.dumps([1, [2, {"a": 3}]], indent="--"))
print(json.dumps(data, separators=(",", ":")), json.dumps("é\n\"\\\t\x01😀"), json.dumps("é😀", ensure_ascii=False), json.dumps((1, 2)), json.dumps({1: "a", None: "b", True: "c", 1.5: "d"}), json.dumps([1e100, float("inf"), -float("inf"), float("nan"), 10 ** 20, 0.1]))
print(json.loads('{"a": [1, 2.5, -3e2, "x\\u00e9\\n", null, true, false, {}]}'), json.loads(" [ ] "), json.loads('"\\ud83d\\ude00"'), json.loads("5"), json.loads(b'{"k": 1}'), json.loads("[1E400, -0, 0.5]"))
print(json.loads(json.dumps(data)) == data, json.loads("NaN"), json.loads('{"a": 1, "a": 2}'))
class P:
    def __init__(self, x): self.x = x
print(json.dumps([P(1)], default=lambda o: vars(o)), json.loads('{"x": 1}', object_hook=lambda d: P(**d)).x, json.loads('{"b": 1, "a": 2}', object_pairs_hook=list), json.loads("[1.5, 2]", parse_float=str, parse_int=float))
class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)
print(json.dumps({"s": {3, 1}}, cls=Encoder), json.dumps({(1, 2): 3, "k": 1}, skipkeys=True))
me = []
me.append(me)
for action in (lambda: json.dumps(P(1)), lambda: json.dumps({1, 2}), lambda: json.dumps({(1, 2): 3}), lambda: json.dumps(me), lambda: json.dumps(b"x"), lambda: json.loads(5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
for text in ("", "{", "[1,", "[1 2]", '{"a" 1}', "{'a': 1}", '{"a": 1,}', "[1,]", "nul", '"abc', '"\\x"', "1 2", "[01]", "-", '{"a": }', "\n\n  ?", '"\\u12"', '"a\nb"'):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error, error.lineno, error.colno)
import io
out = io.StringIO()
json.dump({"k": [1]}, out)
print(out.getvalue(), json.load(io.StringIO("[3]")))
