# The text of an uncaught error, with its chain.
def low(x):
    return 10 // x

def middle(x):
    try:
        return low(x)
    except ZeroDivisionError as error:
        raise ValueError("middle failed") from error

def high():
    values = [middle(n) for n in (5, 0)]
    return values

print("before")
high()
print("never")
