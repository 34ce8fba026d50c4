# operator: functions and getters.
import operator as op
print(op.add(1, 2), op.sub(5, 3), op.mul("a", 3), op.truediv(7, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 8), op.neg(3), op.pos(-3), op.abs(-4), op.invert(5), op.inv(0))
print(op.lt(1, 2), op.le(2, 2), op.eq(1, 1.0), op.ne(1, 2), op.ge(1, 2), op.gt(3, 2), op.not_([]), op.truth("x"), op.is_(None, None), op.is_not(1, None))
print(op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.lshift(1, 4), op.rshift(16, 2), op.concat([1], [2]), op.contains([1, 2], 2), op.countOf([1, 2, 1], 1), op.indexOf("abc", "b"), op.index(True), op.length_hint([1, 2]), op.length_hint(5, 9))
l = [1, 2, 3]
op.setitem(l, 0, "x")
op.delitem(l, 1)
print(l, op.getitem(l, 1), op.iadd(l, [4]), l, op.iadd(1, 2), op.imul([1], 2), op.ior({1}, {2}), op.call(len, "abc"))
print(op.itemgetter(1)("abc"), op.itemgetter(0, -1)([1, 2, 3]), op.itemgetter("k")({"k": 5}), op.itemgetter(slice(1, 3))("abcd"))
class P:
    def __init__(self, name, age): self.name, self.age = name, age
    def hello(self, who, end="!"): return f"{self.name} greets {who}{end}"
p = P("Ann", 30)
print(op.attrgetter("name")(p), op.attrgetter("name", "age")(p), op.attrgetter("__class__.__name__")(p), op.methodcaller("hello", "Bob", end="?")(p), op.methodcaller("upper")("x"))
print(op.itemgetter(1, 2), op.attrgetter("a.b", "c"), op.methodcaller("f", 1, x=2))
people = [P("b", 2), P("a", 3), P("c", 1)]
print([q.name for q in sorted(people, key=op.attrgetter("age"))], max({"a": 1, "b": 5}.items(), key=op.itemgetter(1)))
for action in (lambda: op.attrgetter("zz")(p), lambda: op.itemgetter(9)("ab"), lambda: op.indexOf([1], 5), lambda: op.add(1, "a"), lambda: op.index(1.5), lambda: op.concat(1, 2), lambda: op.attrgetter(5), lambda: op.itemgetter()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__)
