# An error in a with body passes through __exit__.
class Guard:
    def __enter__(self):
        print("enter")
    def __exit__(self, kind, value, traceback):
        print("exit", kind.__name__)

def work():
    with Guard():
        {}["missing"]

work()
