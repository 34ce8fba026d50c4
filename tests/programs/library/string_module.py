# string: constants, capwords, Template.
import string
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable))
print(string.capwords("hello big   world"), string.capwords("a-b-c", "-"))
t = string.Template("$who owes ${amount}0 dollars and $$5 to $who_else.")
print(t.substitute(who="Ann", amount=5, who_else="Bob"), t.safe_substitute(who="X"), t.substitute({"who": 1, "amount": 2}, who_else=3), t.get_identifiers(), t.is_valid())
for action in (lambda: t.substitute(who="x"), lambda: string.Template("bad $ here").substitute(), lambda: string.Template("a\nb ${x").substitute(x=1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(string.Template("bad $ here $1 ${x").safe_substitute(x=1))
