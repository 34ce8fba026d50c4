from greenlet import getcurrent, greenlet

ROUNDS = 3  # @param {type:"slider", min:1, max:15, step:1, label:"Rounds", label_zh:"回合数"}
FACTOR = 2  # @param {type:"slider", min:2, max:10, step:1, label:"It answers with times", label_zh:"回答几倍"}


def echo(value):
    while value is not None:
        print("echo gets", value)
        value = getcurrent().parent.switch(value * FACTOR)
    return "bye"


ear = greenlet(echo)
for n in range(ROUNDS):
    print("main gets", ear.switch(n))
print("main gets", ear.switch(None))
print("echo has ended:", ear.dead)
