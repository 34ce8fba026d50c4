# Classes, instances and their attributes.
class Account:
    """A bank account."""
    bank = "First"

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount
        return self

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance})"

a = Account("Ann")
b = Account("Bob", balance=10)
print(a.deposit(5).deposit(7), b)
print(a.bank, Account.bank)
a.bank = "Second"
print(a.bank, b.bank, Account.bank)
Account.bank = "Third"
print(a.bank, b.bank)
print(a.__dict__, Account.__name__, Account.__doc__, Account.__module__)
print(type(a) is Account, isinstance(a, Account), isinstance(a, object))
print(Account)
del a.bank
print(a.bank)
for action in (lambda: a.nothing, lambda: Account.nothing, lambda: delattr(a, "nothing")):
    try:
        action()
    except AttributeError as error:
        print(error)
print(hasattr(a, "owner"), getattr(a, "none", "default"))
setattr(a, "extra", 1)
print(vars(a))
print(Account.deposit(b, 1))
bound = b.deposit
bound(100)
print(b)
