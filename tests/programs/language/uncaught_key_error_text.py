# KeyError shows the repr of its key; a class inside a function shows its qualified name.
def make():
    class Inner(Exception):
        pass
    return Inner

try:
    {}["quoted 'key'"]
except KeyError as error:
    print(error)
raise make()("of a local class")
