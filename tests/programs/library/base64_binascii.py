# base64 and binascii.
import base64
import binascii


def t(f):
    try:
        print(f())
    except Exception as error:
        print(type(error), error)


for b in (b"", b"a", b"ab", b"abc", b"abcd\xff\xfe"):
    print(base64.b64encode(b), base64.b64decode(base64.b64encode(b)), base64.urlsafe_b64encode(b), binascii.hexlify(b), base64.b16encode(b))
t(lambda: base64.b64decode("YQ"))
t(lambda: base64.b64decode("Y"))
t(lambda: base64.b64decode("YW Jj"))
t(lambda: base64.b64decode("YW*j", validate=True))
t(lambda: base64.b64encode("a"))
t(lambda: binascii.unhexlify("abc"))
t(lambda: binascii.unhexlify("zz"))
t(lambda: base64.b16decode(b"ab"))
t(lambda: base64.b16decode(b"ab", True))
