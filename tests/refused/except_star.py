try:
    raise ExceptionGroup("several", [ValueError(1), TypeError(2)])
except* ValueError:
    print("a value")
except* TypeError:
    print("a type")
