# Arguments and messages of builtin functions; locals().
def t(*fs):
    for f in fs:
        try: print(f())
        except Exception as e: print(type(e).__name__, e)
class P:
    pass
p=P(); p.x=1
class Old:
    def __getitem__(self,i):
        if i>2: raise IndexError
        return i
class It:
    def __iter__(self): return iter([1,2])
class Ct:
    def __contains__(self,x): return "yes"
t(lambda: 1 in Old(), lambda: 9 in Old(), lambda: 1 in It(), lambda: 5 in It(), lambda: 1 in Ct(), lambda: 1 not in Ct(), lambda: 1 in P(), lambda: [*Old()], lambda: list(map(lambda a,b:(a,b), Old(), It())), lambda: list(zip(Old(), It())), lambda: max(It()), lambda: sum(Old()), lambda: tuple(It()), lambda: set(Old()), lambda: dict(zip(It(),Old())), lambda: sorted(It(),reverse=True), lambda: reversed(It()), lambda: "".join(It()), lambda: list(reversed(Old())))
t(lambda: vars(p), lambda: vars(1), lambda: dir(p)[-1], lambda: getattr(p,"x"), lambda: getattr(p,"y"), lambda: getattr(p,"y",3), lambda: getattr(p,1), lambda: hasattr(p,"x"), lambda: hasattr(p,1), lambda: setattr(p,"z",2), lambda: delattr(p,"z"), lambda: delattr(p,"z"), lambda: setattr(p,1,2), lambda: callable(p), lambda: callable(len), lambda: callable(P), lambda: id(p)==id(p), lambda: hash("a")==hash("a"), lambda: type(p) is P, lambda: type(1,2), lambda: type(), lambda: isinstance(1,(int,str)), lambda: isinstance(1,1), lambda: issubclass(bool,int), lambda: issubclass(1,int))
t(lambda: abs(-5), lambda: abs("a"), lambda: divmod(7,-3), lambda: divmod(7.5,2), lambda: divmod(1,0), lambda: divmod(1.0,0), lambda: divmod("a",1), lambda: pow(2,10), lambda: pow(2,-1), lambda: pow(2,10,1000), lambda: pow(3,-1,7), lambda: pow(2,3,0), lambda: pow(2.0,3,5), lambda: pow("a",2), lambda: pow(2), lambda: pow(base=2,exp=3), lambda: round(2.5), lambda: round(3.5), lambda: round(-2.5), lambda: round(2.675,2), lambda: round(1234,-2), lambda: round("a"), lambda: round(1.5,ndigits=0), lambda: round(float("nan")), lambda: round(float("inf")), lambda: round(2**70), lambda: bin(-5), lambda: hex(255), lambda: oct(8), lambda: hex(1.5), lambda: bin(True), lambda: chr(97), lambda: chr(-1), lambda: chr("a"), lambda: ord("ab"), lambda: ord(1), lambda: ascii("é"), lambda: repr(len), lambda: repr(divmod), lambda: all([]), lambda: any([]), lambda: all([1,0]), lambda: any(x>1 for x in [1,2]), lambda: all(1), lambda: any(), lambda: sum([1,2.5]), lambda: sum([[1],[2]],[]), lambda: sum("ab"), lambda: sum(["a"],""), lambda: sum([1],start=5), lambda: sum(), lambda: sum([1],2,3), lambda: sum(5), lambda: min(), lambda: min([]), lambda: min(1), lambda: min([],default=None), lambda: min(1,2,default=3), lambda: max("abc"), lambda: max(1,2.0,True), lambda: max([1,2],key=lambda v:-v), lambda: min(3,1,2,key=lambda v:-v), lambda: max(1,"a"), lambda: max(1,2,foo=1), lambda: len(5), lambda: len([1],2), lambda: print(end=1), lambda: print(1,foo=2), lambda: next(iter([]),5), lambda: next(iter([1])), lambda: iter([1],2), lambda: bool([]), lambda: bool(1,2), lambda: list(1), lambda: list(a=1), lambda: tuple(1,2), lambda: list("ab"), lambda: tuple(x for x in [1]), lambda: int("12",3), lambda: format(3,"05"), lambda: format(3,4), lambda: hash([]), lambda: hash((1,[])), lambda: globals() is not None)
it=iter([1,2,3]); print(any(it), list(it)); it=iter([0,1,2]); print(all(it), list(it)); it=iter([1,2,3]); print(2 in it, list(it))
def f(a,b=2,*c,d=4,**e):
    z=[q for q in range(2)]
    return locals()
print(f(1,e=5))
def g():
    x=1
    def h():
        return x, locals()
    return h()
print(g())
class K:
    a=1
    print(sorted(n for n in locals() if not n.startswith("__")))
print("p" in locals(), "t" in locals())
