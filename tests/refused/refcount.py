import sys

print(sys.getrefcount(object()))
