# getpid, abs, strlen, and what C writes.
import ctypes
import os
import sys

libc = ctypes.cdll.LoadLibrary("libc.so.6")
print(libc.getpid() == os.getpid(), libc.getppid() == os.getppid(), libc.abs(-7), libc.strlen(b"seven77"))
print(ctypes.CDLL(None).labs(-3), libc.toupper(ord("a")), libc.atoi(b" -12x"))
sys.stdout.flush()
libc.printf(b"%d %s %5.2f|\n", 5, b"abc", ctypes.c_double(2.5))
libc.puts(b"from C")
libc.fflush(None)
