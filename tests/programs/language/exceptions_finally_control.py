# finally with break, continue, return and raise.
def break_in_finally():
    for i in range(3):
        try:
            return i
        finally:
            break
    return "after loop"
print(break_in_finally())
def raise_in_finally():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")
try:
    raise_in_finally()
except KeyError as error:
    print(repr(error), repr(error.__context__))
def nested():
    log = []
    try:
        try:
            log.append(1)
            raise ValueError
        finally:
            log.append(2)
            try:
                log.append(3)
                raise KeyError
            except KeyError:
                log.append(4)
            finally:
                log.append(5)
    except ValueError:
        log.append(6)
    else:
        log.append("no")
    finally:
        log.append(7)
    return log
print(nested())
def generator():
    try:
        yield 1
        yield 2
    finally:
        print("generator finally")
for x in generator():
    if x == 1:
        continue
    print("x", x)
def returns_from_loop():
    while True:
        try:
            try:
                return "value"
            finally:
                print("inner")
        finally:
            print("outer")
print(returns_from_loop())
def else_and_finally():
    for n in (1, 0):
        try:
            1 / n
        except ZeroDivisionError:
            print("zero")
        else:
            print("fine")
            continue
        finally:
            print("finally", n)
        print("end of body", n)
else_and_finally()
def reraise():
    try:
        try:
            raise ValueError("original")
        except ValueError:
            try:
                raise KeyError("inner")
            except KeyError:
                pass
            raise
    except ValueError as error:
        return repr(error), error.__context__
print(reraise())
