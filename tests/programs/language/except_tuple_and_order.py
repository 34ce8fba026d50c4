# Clauses are tried in order; expressions decide what they catch.
class A(Exception): pass
class B(A): pass
class C(B): pass
for cls in (A, B, C):
    try:
        raise cls()
    except C:
        print("C")
    except B:
        print("B")
    except A:
        print("A")
for cls in (A, B, C):
    try:
        raise cls()
    except A:
        print("A first")
    except C:
        print("never")
kinds = (KeyError, IndexError)
for error in (KeyError(1), IndexError(2), ValueError(3)):
    try:
        raise error
    except kinds as caught:
        print("in tuple", caught)
    except (TypeError, (ValueError,)[0]) as caught:
        print("other", caught)
def pick(): return ValueError
try:
    raise ValueError
except pick():
    print("picked")
try:
    try:
        raise ValueError("v")
    except KeyError:
        print("never")
    finally:
        print("finally")
except ValueError:
    print("outer")
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError("from handler") from e
except KeyError as e:
    print(repr(e.__cause__))
try:
    raise A
except Exception as e:
    print(type(e).__name__, e.args, str(e) == "")
def catch(f, *kinds):
    try:
        return f()
    except kinds as e:
        return type(e).__name__
print(catch(lambda: [][1], IndexError), catch(lambda: {}[1], IndexError, KeyError), catch(lambda: 5))
try:
    print(catch(lambda: 1 / 0))
except ZeroDivisionError:
    print("an empty tuple catches nothing")
