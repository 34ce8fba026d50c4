from greenlet import getcurrent, greenlet

ROUNDS = 3  # @param {type:"slider", min:1, max:20, step:1, label:"Rounds", label_zh:"回合数"}


def echo(value):
    while value is not None:
        print("echo hears", value)
        value = getcurrent().parent.switch(value * 2)
    return "bye"


ear = greenlet(echo)
for n in range(ROUNDS):
    print("answer", ear.switch(n))
print("last", ear.switch(None), "dead", ear.dead)
