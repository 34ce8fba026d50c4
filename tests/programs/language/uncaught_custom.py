# An uncaught error of a class with its own text and notes.
class Failure(Exception):
    def __init__(self, code):
        self.code = code
    def __str__(self):
        return f"failed with code {self.code}"

error = Failure(7)
error.add_note("first note")
error.add_note("second\nnote")
print("about to fail")
raise error
