# An uncaught TypeError in a method and a lambda.
class Calculator:
    def __init__(self, operation):
        self.operation = operation

    def run(self, *args):
        return self.operation(*args)

print(Calculator(lambda a, b: a + b).run(1, 2))
Calculator(lambda a, b: a + b).run(1, "2")
