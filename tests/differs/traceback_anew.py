# CPython says True: a traceback is one object. Here it is made when somebody asks for it.
try:
    raise ValueError
except ValueError as error:
    assert error.__traceback__ is not error.__traceback__
