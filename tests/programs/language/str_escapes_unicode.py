# Literals, escapes, repr and Unicode.
print("a\tb\\n\'\"\x41\u00e9\U0001F600\u03b1\101\0end".encode("utf-8"))
print(r"raw\n\t", "con" "cat" 'ed', """three
lines""", 'it\'s', "line \
continued")
for text in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\t", "new\nline", "back\\slash", "\x00\x7f\x80\xa0\xad", "é", "😀", "\u200b", "名前", "\x1b[0m", "a\u0301"):
    print(ascii(text), repr(text), len(text))
print(ord("a"), ord("é"), ord("😀"), chr(97), chr(8364), chr(0x1F600), "😀"[0] == "😀", len("😀é"), "é" == "e\u0301", "ñ" > "n")
print("名前 = value", "żółć".upper(), "ΑΒΓ".lower(), "Straße".upper(), sorted(["é", "e", "z", "a"]), "naïve café".title())
variable_é = 5
π = 3.14
print(variable_é, π)
for ch in "añ😀":
    print(hex(ord(ch)), end=" ")
print()
for action in (lambda: ord(""), lambda: chr(0x110000), lambda: chr("a")):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
