# Methods of str: case and kinds of characters.
s = "hello World"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), "ß".casefold(), "ß".upper(), "ǆ".title(), "they're bill's".title(), "İ".lower().encode())
for text in ("abc", "ABC", "Abc Def", "123", "a1", " \t\n", "", "x_1", "1x", "½", "²", "٣", "é", "ABC1", "tab\t", "名"):
    print(ascii(text), text.isalpha(), text.isdigit(), text.isdecimal(), text.isnumeric(), text.isalnum(), text.isspace(), text.isupper(), text.islower(), text.istitle(), text.isidentifier(), text.isprintable(), text.isascii())
