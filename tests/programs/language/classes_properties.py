# Properties: read, write, delete, documentation.
class Temperature:
    def __init__(self, celsius):
        self._celsius = celsius

    @property
    def celsius(self):
        """Degrees Celsius."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("too cold")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("deleting")
        self._celsius = 0

    @property
    def fahrenheit(self):
        return self._celsius * 9 / 5 + 32

    def get_kelvin(self):
        return self._celsius + 273.15
    kelvin = property(get_kelvin)

t = Temperature(25)
print(t.celsius, t.fahrenheit, t.kelvin)
t.celsius = 100
print(t.fahrenheit)
del t.celsius
print(t.celsius)
for action in (
    lambda: setattr(t, "celsius", -300),
    lambda: setattr(t, "fahrenheit", 1),
    lambda: delattr(t, "fahrenheit"),
):
    try:
        action()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
print(Temperature.celsius.__doc__, type(Temperature.celsius).__name__)

class Derived(Temperature):
    @property
    def celsius(self):
        return super().celsius + 1
print(Derived(1).celsius)
