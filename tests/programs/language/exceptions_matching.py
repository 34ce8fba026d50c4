# Which except clause matches.
class AppError(Exception): pass
class DbError(AppError): pass
def which(exception):
    try:
        raise exception
    except (KeyError, IndexError) as error:
        return "lookup", type(error).__name__
    except DbError:
        return "db"
    except AppError:
        return "app"
    except ArithmeticError as error:
        return "arithmetic", str(error)
    except Exception:
        return "exception"
    except:
        return "bare"
print(which(KeyError("a")), which(IndexError()), which(DbError()), which(AppError()), which(ZeroDivisionError("zero")))
print(which(OverflowError("big")), which(TypeError()), which(KeyboardInterrupt()), which(SystemExit(1)))
try:
    raise ValueError
except ValueError as error:
    print(repr(error), error.args)
try:
    print(error)
except NameError as e:
    print(type(e).__name__, e)
try:
    try:
        raise ValueError("x")
    except "text":
        pass
except TypeError as error:
    print(error)
for bad in (5, "text", int, None):
    try:
        raise bad
    except TypeError as error:
        print(error)
try:
    try:
        raise KeyError("first")
    except KeyError:
        raise
except KeyError as error:
    print("again", error)
try:
    raise
except RuntimeError as error:
    print(error)
def lookup(kind):
    print("evaluated")
    return kind
try:
    raise ValueError
except lookup(KeyError):
    pass
except lookup(ValueError):
    print("second")
