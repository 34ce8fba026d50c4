START = 3  # @param {type:"slider", min:1, max:10, step:1, label:"Number in memory", label_zh:"内存里的数"}

memory = [
    ("load", 8),  # 0
    ("add", 9),  # 1
    ("store", 9),  # 2
    ("load", 8),  # 3
    ("sub", 10),  # 4
    ("store", 8),  # 5
    ("jump if not 0", 0),  # 6
    ("halt", 0),  # 7
    START,  # 8: a counter
    0,  # 9: a sum
    1,  # 10: the number one
]
counter = 0
register = 0
cycles = 0
while True:
    operation, address = memory[counter]
    counter += 1
    cycles += 1
    if operation == "load":
        register = memory[address]
    elif operation == "add":
        register += memory[address]
    elif operation == "sub":
        register -= memory[address]
    elif operation == "store":
        memory[address] = register
    elif operation == "jump if not 0":
        if register != 0:
            counter = address
    else:
        break
print("sum", memory[9])
print("cycles", cycles)
