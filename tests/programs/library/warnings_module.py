# warnings: shown once per place, filtered, recorded, raised.
import warnings
def old():
    warnings.warn("old is old", DeprecationWarning, stacklevel=2)
for _ in range(3):
    warnings.warn("once here")
old()
warnings.warn("second", RuntimeWarning)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("recorded")
    old()
print([(w.category.__name__, str(w.message)) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("raised", UserWarning)
    except UserWarning as error:
        print("caught", error)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("silent")
warnings.filterwarnings("ignore", message="quiet")
warnings.warn("quiet please")
class Mine(UserWarning): pass
warnings.warn(Mine("own class"))
try:
    warnings.warn("x", int)
except TypeError as error:
    print("TypeError")
try:
    warnings.simplefilter("wrong")
except (ValueError, AssertionError):
    print("wrong action")
