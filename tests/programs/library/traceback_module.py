# traceback: errors as text.
import traceback, sys
def low():
    raise ValueError("low")
def high():
    try:
        low()
    except ValueError as error:
        raise RuntimeError("high") from error
try:
    high()
except RuntimeError as error:
    traceback.print_exc(file=sys.stdout)
    print("".join(traceback.format_exception(error)) == traceback.format_exc(), traceback.format_exception_only(error), traceback.format_exception_only(type(error), error))
    print(traceback.format_tb(error.__traceback__))
    traceback.print_exception(error, file=sys.stdout)
    traceback.print_exception(type(error), error, error.__traceback__, file=sys.stdout)
print(traceback.format_exc())
class Own(Exception): pass
print(traceback.format_exception_only(Own("mine")), traceback.format_exception_only(KeyError("k")), traceback.format_exception_only(ValueError()))
def stack():
    traceback.print_stack(file=sys.stdout)
stack()
try:
    1 / 0
except ZeroDivisionError:
    traceback.print_exc()
