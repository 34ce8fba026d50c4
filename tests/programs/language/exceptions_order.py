# The order of try, except, else and finally.
def run(kind):
    trace = []
    try:
        try:
            trace.append("try")
            if kind == "value":
                raise ValueError("v")
            if kind == "key":
                raise KeyError("k")
            if kind == "return":
                return trace
        except ValueError:
            trace.append("except")
        else:
            trace.append("else")
        finally:
            trace.append("finally")
        trace.append("after")
    except KeyError as error:
        trace.append(f"outer {error}")
    return trace
for kind in ("none", "value", "key", "return"):
    print(kind, run(kind))
def returns():
    try:
        return "try"
    finally:
        print("finally runs before the return")
print(returns())
def overrides():
    try:
        return "try"
    finally:
        return "finally"
print(overrides())
def value_is_fixed():
    x = 1
    try:
        return x
    finally:
        x = 2
print(value_is_fixed())
def swallows():
    try:
        raise ValueError
    finally:
        return "swallowed"
print(swallows())
for i in range(3):
    try:
        if i == 0:
            continue
        if i == 2:
            break
        print("body", i)
    finally:
        print("finally", i)
def loop():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            print("leaving", i)
            continue
    return "all swallowed"
print(loop())
def nested():
    try:
        try:
            1 / 0
        finally:
            print("inner finally")
    except ZeroDivisionError:
        print("caught")
        try:
            return "a"
        finally:
            print("second finally")
    finally:
        print("outer finally")
print(nested())
def else_raises():
    try:
        pass
    except ValueError:
        print("not here")
    else:
        raise ValueError("from else")
try:
    else_raises()
except ValueError as error:
    print(error)
