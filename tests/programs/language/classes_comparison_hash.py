# Equality, ordering and hashing of user classes.
class Version:
    def __init__(self, *parts):
        self.parts = parts
    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts
    def __lt__(self, other):
        return self.parts < other.parts
    def __hash__(self):
        return hash(self.parts)
    def __repr__(self):
        return ".".join(map(str, self.parts))

versions = [Version(1, 10), Version(1, 2), Version(0, 9)]
print(sorted(versions), min(versions), max(versions))
print(len({Version(1), Version(1), Version(2)}), Version(1) in [Version(1)])
print({Version(1): "one"}[Version(1)])
print(Version(1) == 1, Version(1) != 1, Version(1) > Version(0))
try:
    Version(1) <= Version(2)
except TypeError as error:
    print(error)

class OnlyEq:
    def __eq__(self, other):
        return True
try:
    {OnlyEq()}
except TypeError as error:
    print(error)
print(OnlyEq.__hash__)

class BadHash:
    def __hash__(self):
        return "text"
try:
    hash(BadHash())
except TypeError as error:
    print(error)
class Huge:
    def __hash__(self):
        return 2 ** 61 + 5
print(hash(Huge()))
a = object()
print(a == a, a == object(), hash(a) == hash(a))
