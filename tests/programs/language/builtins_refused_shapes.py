# Builtins called with a wrong number of arguments.
for call in (lambda: abs(), lambda: abs(1, 2), lambda: len(), lambda: chr(), lambda: isinstance(1), lambda: hasattr(1), lambda: getattr(1), lambda: divmod(1), lambda: pow(1), lambda: sorted(), lambda: callable(), lambda: id(), lambda: hash(), lambda: iter(), lambda: next(), lambda: issubclass(int), lambda: setattr(1, "a"), lambda: repr(), lambda: ord(), lambda: hex(), lambda: vars(5)):
    try:
        print(call())
    except TypeError as error:
        print(error)
for call in (lambda: [].append(1, 2), lambda: [].pop(1, 2), lambda: {}.get(), lambda: "".upper(1), lambda: "".replace("a"), lambda: "a".join(), lambda: [].sort(1), lambda: {}.pop(), lambda: set().add(), lambda: (1,).count(), lambda: [].insert(1), lambda: {}.keys(1), lambda: "a".split(x=1), lambda: [].reverse(1), lambda: [].sort(wrong=1), lambda: "".encode(1)):
    try:
        print(call())
    except TypeError as error:
        print(error)
