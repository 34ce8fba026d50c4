import os
import sys

reader, writer = os.pipe()
print("before", flush=True)
saved = os.dup(1)
os.dup2(writer, 1)
print("into the pipe")
print("no line end", end="")
sys.stdout.write(" and more")
sys.stdout.flush()
os.dup2(saved, 1)
print("behind", flush=True)
print(repr(os.read(reader, 100)))

# A child's output goes to the parent.
pid = os.fork()
if pid == 0:
    os.dup2(writer, 1)
    os.dup2(writer, 2)
    print("child")
    sys.stdout.flush()
    sys.stderr.write("error\n")
    sys.stderr.flush()
    os._exit(0)
os.waitpid(pid, 0)
os.close(writer)
print(repr(os.read(reader, 100)), flush=True)

# Both streams in one.
pid = os.fork()
if pid == 0:
    os.dup2(1, 2)
    sys.stderr.write("an error on standard output\n")
    sys.stderr.flush()
    os._exit(0)
os.waitpid(pid, 0)

# Nothing to write to.
pid = os.fork()
if pid == 0:
    os.close(1)
    try:
        print("lost", flush=True)
    except OSError as error:
        os.write(2, b"closed\n")
        os._exit(error.errno)
    os._exit(0)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
