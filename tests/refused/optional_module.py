try:
    import numpy
except ImportError:
    numpy = None
print(numpy is None)
