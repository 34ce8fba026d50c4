import pickle

for data in (
    b"", b"\x80\x04", b"abc", b"\x80\x04\x8c\x01a", b".", b"\x80\x09.", b"\x80\x04\x8c\x05ab",
    b"\x80\x04\x8c\x08nomodule\x8c\x03foo\x93.", b"\x80\x04h\x05.", b"\xff",
    b"\x80\x04\x95\x20\x00\x00\x00\x00\x00\x00\x00N.", "text", None,
    pickle.dumps("text")[:-1], pickle.dumps("text") + b"more",
    b"cbuiltins\nlen\n(S'abc'\ntR.", b"(lp0\nI1\naL2L\naI01\na.", b"(dp0\nS'k'\nF1.5\ns.",
):
    try:
        print(pickle.loads(data))
    except Exception as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")
try:
    pickle.loads(b"c__main__\nnobody\n.")
except AttributeError as error:
    print(str(error)[:43])
