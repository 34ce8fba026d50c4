# quit-like raise of SystemExit in a nested call with True as code.
def inner():
    raise SystemExit(True)
try:
    inner()
finally:
    print("finally")
