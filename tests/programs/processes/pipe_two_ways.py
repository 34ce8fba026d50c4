# Two pipes carry questions and answers.
import os

ask_r, ask_w = os.pipe()
say_r, say_w = os.pipe()
pid = os.fork()
if pid == 0:
    while True:
        question = os.read(ask_r, 1)
        if question == b"q":
            break
        os.write(say_w, bytes([question[0] * 2]))
    os._exit(7)
for number in (1, 20, 100):
    os.write(ask_w, bytes([number]))
    print(number, os.read(say_r, 1)[0])
os.write(ask_w, b"q")
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
