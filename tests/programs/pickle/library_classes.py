import collections
import dataclasses
import datetime
import enum
import functools
import pickle
import random
import types
import uuid

Point = collections.namedtuple("Point", "x y")


class Color(enum.Enum):
    RED = 1
    BLUE = 2


class Flags(enum.IntFlag):
    A = 1
    B = 2


@dataclasses.dataclass
class Data:
    a: int
    b: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True)
class Frozen:
    a: int = 3


for value in (
    Point(1, 2), Color.RED, Flags.A | Flags.B, Data(1, [2]), Frozen(4),
    collections.OrderedDict(a=1), collections.defaultdict(list, {1: [2]}),
    collections.Counter("aab"), collections.deque([1, 2], 5), collections.ChainMap({1: 2}),
    datetime.datetime(2020, 1, 2, 3, 4, 5), datetime.date(2020, 1, 2),
    datetime.timedelta(1, 2, 3), datetime.timezone.utc, functools.partial(max, 1),
    types.SimpleNamespace(a=1), uuid.UUID(int=5),
):
    copy = pickle.loads(pickle.dumps(value))
    print(type(copy) is type(value), copy)
print(pickle.loads(pickle.dumps(Color.BLUE)) is Color.BLUE)
source = random.Random(3)
source.random()
print(pickle.loads(pickle.dumps(source)).random() == source.random())
