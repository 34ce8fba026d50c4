# Functions of the C library, simple types, pointers, arrays, structures.
import ctypes
from ctypes import *
l=ctypes.CDLL(None)
def t(f):
    try:
        print(f())
    except Exception as error:
        print(type(error), error)
t(lambda: CDLL("libc.so.6").nosuch)
t(lambda: ctypes.CDLL("nolib.so"))
t(lambda: ctypes.cdll.LoadLibrary("libc.so.6").abs(-5))
t(lambda: l.abs(-5.5))
t(lambda: l.abs(None))
t(lambda: l.abs(2**31))
t(lambda: l.abs(2**63))
t(lambda: l.abs(2**70))
t(lambda: l.abs(ctypes.c_int(-3)))
t(lambda: l.abs(ctypes.c_long(-3)))
t(lambda: l.strlen(b"hello"))
t(lambda: l.atoi(b"42x"))
l.abs.argtypes=[ctypes.c_int]
t(lambda: l.abs(-5.5))
t(lambda: l.abs())
t(lambda: l.abs("a"))
t(lambda: l.abs(True))
t(lambda: l.toupper(97))
t(lambda: l.sleep(0))
t(lambda: l.usleep(10))
l.usleep.argtypes=(ctypes.c_uint,)
t(lambda: l.usleep(0.5))
t(lambda: l.usleep.argtypes)
t(lambda: l.usleep.restype)
t(lambda: (l.abs is l.abs, l["abs"] is l.abs))
t(lambda: ctypes.c_int(5))
t(lambda: ctypes.c_int(2**31))
t(lambda: ctypes.c_uint(-1))
t(lambda: ctypes.c_int("x"))
t(lambda: ctypes.c_int(1.5))
t(lambda: ctypes.c_double(1))
t(lambda: ctypes.c_double("1"))
t(lambda: ctypes.c_char_p("hi"))
t(lambda: ctypes.c_char_p(b"hi").value)
t(lambda: ctypes.c_char(b"hi"))
t(lambda: ctypes.c_char(b"h"))
t(lambda: ctypes.c_bool(5))
t(lambda: (ctypes.c_long(3), ctypes.c_longlong, ctypes.c_size_t, ctypes.c_int32, ctypes.c_int64, ctypes.c_byte(200),ctypes.c_ubyte(300),ctypes.c_wchar("a"), ctypes.c_void_p(5), ctypes.c_void_p(None), ctypes.c_float(0.1)))
t(lambda: [ctypes.c_float(x).value for x in (1e-45, 1e-46, 3.5e38, 1/3, 16777217, -0.0)])
t(lambda: [ctypes.sizeof(x) for x in (c_long, c_int, c_char, c_double, c_char_p, c_int*3)])
t(lambda: list((ctypes.c_int*3)(1,2)))
t(lambda: (ctypes.c_int*3))
x=ctypes.c_int(4)
t(lambda: (ctypes.pointer(x).contents, ctypes.pointer(x)[0], POINTER(c_int)))
p=pointer(x); p[0]=9
t(lambda: (x, p.contents.value, bool(p), bool(POINTER(c_int)())))
t(lambda: ctypes.create_string_buffer(b"abc").value)
t(lambda: ctypes.create_string_buffer(b"abc").raw)
t(lambda: (len(ctypes.create_string_buffer(10)), create_string_buffer(b"ab", 5).raw, create_unicode_buffer("xy").value))
t(lambda: ctypes.c_int.__mro__[:2])
t(lambda: ctypes.get_errno())
x.value += 1
t(lambda: x.value+1)
t(lambda: x == ctypes.c_int(4))
t(lambda: bool(ctypes.c_int(0)))
m=ctypes.CDLL("libm.so.6"); m.sqrt.restype=ctypes.c_double; m.sqrt.argtypes=[ctypes.c_double]
t(lambda: m.sqrt(2))
t(lambda: m.sqrt("x"))
m.pow.restype=c_double; m.pow.argtypes=[c_double]*2
t(lambda: m.pow(2, 0.5))
import ctypes.util
t(lambda: (ctypes.util.find_library("c"), ctypes.util.find_library("m"), ctypes.util.find_library("zzz")))
t(lambda: l.time(None)>0)
l.abs.restype=lambda v: ("r",v)
t(lambda: l.abs(-3))
l.abs.restype=None
t(lambda: l.abs(-3))
class Point(Structure):
    _fields_ = [("x", c_int), ("y", c_double), ("c", c_char)]
q=Point(1, 2.5)
q.x += 5
t(lambda: (q.x, q.y, q.c, sizeof(Point), alignment(Point)))
t(lambda: Point(1,2,b"c",4))
t(lambda: Point("a"))
t(lambda: Point(x=3,z=1).z)
a=(Point*2)((1,2.0),(3,4.0))
t(lambda: [(i.x,i.y) for i in a])
a[0].x=77
t(lambda: a[0].x)
t(lambda: (c_int*3)(1,2,3)[1:])
t(lambda: (c_int*2)(1,2,3))
t(lambda: (c_int*2)()[5])
class MyInt(c_int): pass
t(lambda: MyInt(4).value)
class S(Structure):
    _fields_=[("arr", c_int*3), ("p", Point)]
s=S(); s.arr[1]=5; s.p.x=8
t(lambda: (list(s.arr), s.p.x, sizeof(S)))
t(lambda: isinstance(c_int(3), c_int))
t(lambda: ctypes.c_int.__name__)
