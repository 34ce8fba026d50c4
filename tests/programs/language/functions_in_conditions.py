# A loop's condition is compiled twice: before its body and behind it.
numbers = [3, 2, 1]


def shrink():
    taken = []
    while numbers and any(number > 1 for number in numbers):
        taken.append(numbers.pop(0))
    return taken


while [number for number in numbers if number > 2]:
    print("turn", numbers)
    numbers[0] -= 1
numbers = [3, 2, 1]
print(shrink(), numbers)
while (lambda x: x > 0)(numbers[0]):
    numbers[0] -= 1
print(numbers)
