# assert and AssertionError.
assert True
assert 1 + 1 == 2, "arithmetic works"
def attempt(action):
    try:
        action()
    except AssertionError as error:
        print(repr(error), str(error))
def bare(): assert False
def message(): assert 0, "zero is false"
def value(): assert [], 42
def tuple_(): assert (), (1, 2)
for action in (bare, message, value, tuple_):
    attempt(action)
def lazy():
    assert True, print("never evaluated")
lazy()
if __debug__:
    print("debug")
