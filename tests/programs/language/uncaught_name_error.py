# An uncaught NameError in nested calls.
def compute(values):
    total = 0
    for value in values:
        total += valu
    return total

def main():
    print("computing")
    return compute([1, 2])

main()
