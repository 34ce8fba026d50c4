# The % operator of strings.
print("%d %i %5d|%-5d|%05d %+d % d" % (1, 2, 3, 4, 5, 6, 7))
print("%s %r %10s|%-10s|%.2s" % ("a", "b", "c", "d", "efg"))
print("%f %.2f %8.3f %e %.1e %g %g %g %G" % (1.5, 2.345, 3.14159, 12345.678, 0.00012, 1e10, 0.0001, 123456789.0, 1e-10))
print("%x %X %#x %o %#o %c %c %%" % (255, 255, 255, 8, 8, "A", 66))
print("%(name)s is %(age)d, %(name)r" % {"name": "Ann", "age": 30})
print("%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159))
print("%s" % (1,), "%s" % [1, 2], "%s %s" % ((1, 2), None), "%a" % "é")
print("100%" if True else "", "%d%%" % 50, "%d" % 3.99, "%d" % True, "%s" % 1.0)
for action in (
    lambda: "%d" % "x",
    lambda: "%s %s" % 1,
    lambda: "%s" % (1, 2),
    lambda: "%(a)s" % {},
    lambda: "%(a)s" % 5,
    lambda: "%y" % 1,
    lambda: "%" % 1,
    lambda: "%f" % "x",
    lambda: "%c" % "ab",
    lambda: "%x" % 1.5,
    lambda: "text" % 1,
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(b"%d %s %x" % (1, b"raw", 255))
print("%5.1f|%-8s|%08.3f|%+.2e" % (2.25, "ab", -3.14159, 12345.0))
