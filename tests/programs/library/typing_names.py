# typing: names, subscriptions, and what they print.
from typing import *
print(List[int], Dict[str, int], Optional[int], Union[int, str], Callable[[int, str], bool], Tuple[int, ...], Any, List, Optional[Union[int, str]], Literal["a", 1], ClassVar[int], Final[int])
print(Union[int, int], Optional[None] is type(None), Union[int, Union[str, float]], List["Node"], Iterable[int], Callable[..., None], Annotated[int, "meta"], Type[int])
T = TypeVar("T")
K = TypeVar("K", bound=int)
print(T, K, List[T], TypeVar("Co", covariant=True), Dict[T, K])
Vector = List[float]
print(Vector, Vector == List[float], Vector != List[int], hash(Vector) == hash(List[float]), Optional[int] == Union[None, int], get_origin(Vector), get_args(Dict[str, int]), get_args(Callable[[int], str]))
print(isinstance([], List), isinstance({}, Mapping), isinstance(3, Union[int, str]), isinstance(len, Callable), issubclass(dict, Mapping), isinstance((), Hashable))
UserId = NewType("UserId", int)
print(UserId(5) + 1, UserId, cast(str, 5), TYPE_CHECKING)
class Stack(Generic[T]):
    def __init__(self):
        self.items: List[T] = []
    def push(self, item: T) -> None:
        self.items.append(item)
s = Stack[int]()
s.push(1)
print(s.items, Stack[str], Stack.__mro__[1].__name__, type(s).__name__)
class Pairs(Dict[str, int]):
    pass
print(Pairs(a=1), Pairs.__mro__[1])
class Both(Stack[T], Generic[T]):
    pass
print([c.__name__ for c in Both.__mro__])
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: List())
attempt(lambda: Optional())
attempt(lambda: isinstance([], List[int]))
attempt(lambda: TypeVar("X", int))
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x
print(f(5))
@final
class Last: pass
print(Last.__name__, Text is str)
def maybe(x: Optional[int] = None) -> "list[int]": return [x]
print(maybe(), int | None, List[int] | None, None | List[int], "x" if int | str == str | int else "y")
try:
    assert_never(5)
except AssertionError as error:
    print(error)
