"""Dates, times of day, moments, and the spans between them.

The classes have instances of themselves as attributes (`timezone.utc`, `date.max`), so
they are made when first asked for. All they can do is in plain classes, which are static.
"""

import _time
import time as clock

__atomic__ = True
__all__ = (
    "date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC",
)

MINYEAR = 1
MAXYEAR = 9999


def _round_half_even(numerator, denominator):
    quotient, rest = divmod(numerator, denominator)
    if 2 * rest > denominator or 2 * rest == denominator and quotient % 2:
        quotient += 1
    return quotient


def _microseconds(value, unit):
    """A number of units of so many microseconds, as whole microseconds and a float rest."""
    if isinstance(value, float):
        whole = int(value)
        return whole * unit, (value - whole) * unit
    if not isinstance(value, int):
        kind = type(value).__name__
        raise TypeError(f"unsupported type for timedelta microseconds component: {kind}")
    return value * unit, 0.0


class _Timedelta:
    """A span of time, in days, seconds and microseconds."""

    __slots__ = ("_days", "_seconds", "_microseconds")

    def __new__(
        cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0
    ):
        total = 0
        rest = 0.0
        amounts = (
            ("days", days, 86400000000), ("seconds", seconds, 1000000),
            ("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000),
            ("minutes", minutes, 60000000), ("hours", hours, 3600000000),
            ("weeks", weeks, 604800000000),
        )
        for name, value, unit in amounts:
            if not isinstance(value, (int, float)):
                kind = type(value).__name__
                raise TypeError(f"unsupported type for timedelta {name} component: {kind}")
            whole, part = _microseconds(value, unit)
            total += whole
            rest += part
        whole = int(rest // 1)
        total += whole
        rest -= whole
        # Half a microsecond goes to the even side.
        if rest > 0.5 or rest == 0.5 and total % 2:
            total += 1
        return _span(total, cls)

    @property
    def days(self):
        """The days; negative for spans back."""
        return self._days

    @property
    def seconds(self):
        """The seconds beyond the days, never negative."""
        return self._seconds

    @property
    def microseconds(self):
        """The microseconds beyond the seconds, never negative."""
        return self._microseconds

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        """The whole span in seconds."""
        return self._total() / 10**6

    def __repr__(self):
        parts = [
            f"{name}={value}"
            for name, value in (
                ("days", self._days), ("seconds", self._seconds),
                ("microseconds", self._microseconds),
            )
            if value
        ]
        return f"{_class_name(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02}:{seconds:02}"
        if self._days:
            plural = "" if abs(self._days) == 1 else "s"
            text = f"{self._days} day{plural}, {text}"
        return text + (f".{self._microseconds:06}" if self._microseconds else "")

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _span(self._total() + other._total())

    __radd__ = __add__

    def __sub__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _span(self._total() - other._total())

    def __rsub__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _span(other._total() - self._total())

    def __neg__(self):
        return _span(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return _span(self._total() * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return _span(_round_half_even(self._total() * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            sign = -1 if other < 0 else 1
            return _span(_round_half_even(sign * self._total(), sign * other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            if numerator == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            sign = -1 if numerator < 0 else 1
            return _span(_round_half_even(sign * self._total() * denominator, sign * numerator))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return _span(self._total() // other)
        return NotImplemented

    def __mod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _span(self._total() % other._total())

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._total(), other._total())
        return quotient, _span(rest)

    def __eq__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._total() == other._total()

    def __lt__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._total() < other._total()

    def __le__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._total() <= other._total()

    def __gt__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._total() > other._total()

    def __ge__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._total() >= other._total()

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


def _span(microseconds, cls=None):
    seconds, microseconds = divmod(microseconds, 1000000)
    days, seconds = divmod(seconds, 86400)
    if abs(days) > 999999999:
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    self = object.__new__(cls or timedelta)
    self._days = days
    self._seconds = seconds
    self._microseconds = microseconds
    return self


def _class_name(value):
    cls = type(value)
    return f"{cls.__module__}.{cls.__qualname__}"


class tzinfo:
    """A time zone."""

    def utcoffset(self, dt):
        """How far the zone is ahead of UTC."""
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        """How much of it is summer time."""
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def tzname(self, dt):
        """The zone's name."""
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def fromutc(self, dt):
        """The zone's own time for a moment given in UTC."""
        return dt + dt.utcoffset()


class _Timezone(tzinfo):
    """A zone with a fixed distance from UTC."""

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(
                f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}"
            )
        if not timedelta(-1) < offset < timedelta(1):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and "
                f"timedelta(hours=24), not {offset!r}."
            )
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        """How far the zone is ahead of UTC."""
        return self._offset

    def dst(self, dt):
        """There is no summer time."""
        return None

    def tzname(self, dt):
        """The zone's name."""
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def __eq__(self, other):
        if not isinstance(other, timezone):
            return NotImplemented
        return self._offset == other._offset

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if not self._offset and self._name is None:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"datetime.timezone({self._offset!r}{name})"


def _offset_text(offset, separator=":"):
    if offset is None:
        return ""
    sign = "+" if offset._days >= 0 else "-"
    seconds, fraction = abs(offset)._seconds, abs(offset)._microseconds
    text = f"{sign}{seconds // 3600:02}{separator}{seconds // 60 % 60:02}"
    if seconds % 60 or fraction:
        text += f"{separator}{seconds % 60:02}" + (f".{fraction:06}" if fraction else "")
    return text


def _whole(value):
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    if not isinstance(value, int):
        raise TypeError(
            f"'{type(value).__name__}' object cannot be interpreted as an integer"
        )
    return value


def _check_date(year, month, day):
    if not MINYEAR <= _whole(year) <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= _whole(month) <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= _whole(day) <= _time.days_in_month(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond):
    ranges = (
        ("hour", hour, 23), ("minute", minute, 59), ("second", second, 59),
        ("microsecond", microsecond, 999999),
    )
    for name, value, most in ranges:
        if not 0 <= _whole(value) <= most:
            raise ValueError(f"{name} must be in 0..{most}")


def _time_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    match timespec:
        case "hours":
            return f"{hour:02}"
        case "minutes":
            return f"{hour:02}:{minute:02}"
        case "seconds":
            return f"{hour:02}:{minute:02}:{second:02}"
        case "milliseconds":
            return f"{hour:02}:{minute:02}:{second:02}.{microsecond // 1000:03}"
        case "microseconds":
            return f"{hour:02}:{minute:02}:{second:02}.{microsecond:06}"
    raise ValueError("Unknown timespec value")


def _formatted(format, parts, microsecond, zone):
    """strftime with the directives that only this module knows."""
    offset, name = zone
    out = []
    position = 0
    while position < len(format):
        piece = format[position : position + 2]
        if piece == "%f":
            out.append(f"{microsecond:06}")
        elif piece == "%z":
            out.append(_offset_text(offset, ""))
        elif piece == "%Z":
            out.append((name or "").replace("%", "%%"))
        elif piece[0] == "%":
            out.append(piece)
        else:
            out.append(piece[0])
            position -= 1
        position += 2
    return _time.strftime("".join(out), parts)


class _Date:
    """A day."""

    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year, month, day):
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        return self

    @classmethod
    def today(cls):
        """The present day."""
        return cls.fromtimestamp(clock.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        """The day of a moment, given in seconds since 1970."""
        return cls(*_time.gmtime(timestamp)[:3])

    @classmethod
    def fromordinal(cls, n):
        """The day with a number, where 0001-01-01 has 1."""
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        return cls(*_time.from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        """The day that a text such as `2011-11-04` says."""
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls(*_iso_date(text))
        except ValueError as error:
            if str(error) != "":
                raise
            raise ValueError(f"Invalid isoformat string: {text!r}") from None

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The day of an ISO year, week and weekday."""
        if not 1 <= week <= 53 or week == 53 and _time.iso_calendar(year, 12, 28)[1] == 52:
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
        fourth = _time.ordinal(year, 1, 4)
        return cls.fromordinal(fourth - (fourth - 1) % 7 + (week - 1) * 7 + day - 1)

    @property
    def year(self):
        """The year."""
        return self._year

    @property
    def month(self):
        """The month, from 1."""
        return self._month

    @property
    def day(self):
        """The day of the month, from 1."""
        return self._day

    def toordinal(self):
        """The number of the day, where 0001-01-01 has 1."""
        return _time.ordinal(self._year, self._month, self._day)

    def weekday(self):
        """The day of the week; Monday is 0."""
        return (self.toordinal() - 1) % 7

    def isoweekday(self):
        """The day of the week; Monday is 1."""
        return self.weekday() + 1

    def isocalendar(self):
        """The ISO year, week and weekday."""
        from collections import namedtuple

        kind = namedtuple("IsoCalendarDate", ("year", "week", "weekday"), module="datetime")
        return kind(*_time.iso_calendar(self._year, self._month, self._day))

    def timetuple(self):
        """The parts as `time` has them."""
        return _time.parts(self._year, self._month, self._day, 0, 0, 0, -1)

    def replace(self, year=None, month=None, day=None):
        """Another day with some parts changed."""
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    def isoformat(self):
        """Such as `2011-11-04`."""
        return f"{self._year:04}-{self._month:02}-{self._day:02}"

    def ctime(self):
        """Such as `Sun Jun 20 00:00:00 1993`."""
        return _time.asctime(self.timetuple())

    def strftime(self, format):
        """A text in a format of one's own."""
        return _formatted(format, self.timetuple(), 0, (None, None))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __repr__(self):
        return f"{_class_name(self)}({self._year}, {self._month}, {self._day})"

    def __str__(self):
        return self.isoformat()

    def _key(self):
        return self._year, self._month, self._day

    def _is_comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._is_comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._is_comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._is_comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._is_comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._is_comparable(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        number = self.toordinal() + other._days
        if not 1 <= number <= 3652059:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(number)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if self._is_comparable(other):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return type(self), self._key()


def _iso_date(text):
    """Year, month and day; a ValueError without text where the form is wrong."""
    digits = text.replace("-", "")
    if len(digits) != 8 or not digits.isdigit() or text not in (
        digits, f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    ):
        raise ValueError("")
    return int(digits[:4]), int(digits[4:6]), int(digits[6:])


def _iso_time(text):
    """Hour, minute, second, microsecond and zone; a ValueError without text if wrong."""
    zone = None
    for index, ch in enumerate(text):
        if ch in "+-Z":
            zone = _iso_zone(text[index:])
            text = text[:index]
            break
    text, dot, fraction = text.replace(",", ".").partition(".")
    digits = text.replace(":", "")
    if len(digits) not in (2, 4, 6) or not digits.isdigit():
        raise ValueError("")
    if text not in (digits, ":".join(digits[i : i + 2] for i in range(0, len(digits), 2))):
        raise ValueError("")
    if dot and (len(digits) != 6 or not fraction.isdigit()):
        raise ValueError("")
    numbers = [int(digits[i : i + 2]) for i in range(0, len(digits), 2)]
    numbers += [0] * (3 - len(numbers))
    return (*numbers, int(fraction[:6].ljust(6, "0")) if fraction else 0, zone)


def _iso_zone(text):
    if text == "Z":
        return timezone.utc
    hour, minute, second, microsecond, _ = _iso_time(text[1:])
    offset = timedelta(
        hours=hour, minutes=minute, seconds=second, microseconds=microsecond
    )
    if not offset:
        return timezone.utc
    return timezone(offset if text[0] == "+" else -offset)


class _Time:
    """A time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @classmethod
    def fromisoformat(cls, text):
        """The time that a text such as `04:23:01` says."""
        try:
            return cls(*_iso_time(text.removeprefix("T")))
        except ValueError as error:
            if str(error) != "":
                raise
            raise ValueError(f"Invalid isoformat string: {text!r}") from None

    @property
    def hour(self):
        """The hour."""
        return self._hour

    @property
    def minute(self):
        """The minute."""
        return self._minute

    @property
    def second(self):
        """The second."""
        return self._second

    @property
    def microsecond(self):
        """The microsecond."""
        return self._microsecond

    @property
    def tzinfo(self):
        """The zone, or None."""
        return self._tzinfo

    @property
    def fold(self):
        """Which of two equal times at the end of summer time is meant."""
        return self._fold

    def utcoffset(self):
        """How far the zone is ahead of UTC."""
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def dst(self):
        """How much of it is summer time."""
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def tzname(self):
        """The zone's name."""
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def isoformat(self, timespec="auto"):
        """Such as `04:23:01.000384`."""
        parts = (self._hour, self._minute, self._second, self._microsecond)
        return _time_text(*parts, timespec) + _offset_text(self.utcoffset())

    def strftime(self, format):
        """A text in a format of one's own."""
        parts = _time.parts(1900, 1, 1, self._hour, self._minute, self._second, -1)
        return _formatted(format, parts, self._microsecond, (self.utcoffset(), self.tzname()))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        """Another time with some parts changed."""
        return type(self)(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
        )

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        parts = [self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        zone = "" if self._tzinfo is None else f", tzinfo={self._tzinfo!r}"
        return f"{_class_name(self)}({', '.join(map(str, parts))}{zone})"

    def _key(self):
        offset = self.utcoffset()
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        total = timedelta(seconds=seconds, microseconds=self._microsecond)
        return total if offset is None else total - offset

    def _ordered(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._key()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        same_kind = (self.utcoffset() is None) == (other.utcoffset() is None)
        return same_kind and self._key() == other._key()

    def __lt__(self, other):
        return self._ordered(other) < other._key() if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._ordered(other) <= other._key() if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._ordered(other) > other._key() if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._ordered(other) >= other._key() if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __reduce__(self):
        parts = (self._hour, self._minute, self._second, self._microsecond, self._tzinfo)
        return type(self), parts


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(
            f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'"
        )


class _Datetime(_Date):
    """A moment: a day and a time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(
        cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0
    ):
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @classmethod
    def now(cls, tz=None):
        """The present moment."""
        return cls.fromtimestamp(clock.time(), tz)

    @classmethod
    def today(cls):
        """The present moment."""
        return cls.now()

    @classmethod
    def utcnow(cls):
        """The present moment in UTC, without a zone."""
        return cls.fromtimestamp(clock.time())

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The moment of a number of seconds since 1970."""
        _check_zone(tz)
        seconds = int(timestamp // 1)
        microseconds = round((timestamp - seconds) * 1000000)
        made = cls(1970, 1, 1) + timedelta(seconds=seconds, microseconds=microseconds)
        return made if tz is None else tz.fromutc(made.replace(tzinfo=tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        """The moment of a number of seconds since 1970, in UTC, without a zone."""
        return cls.fromtimestamp(timestamp)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A day and a time of day together."""
        zone = time.tzinfo if tzinfo is True else tzinfo
        return cls(
            date.year, date.month, date.day, time.hour, time.minute, time.second,
            time.microsecond, zone,
        )

    @classmethod
    def fromisoformat(cls, text):
        """The moment that a text such as `2011-11-04T00:05:23` says."""
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        length = 10 if text[4:5] == "-" else 8
        try:
            day = _iso_date(text[:length])
            return cls(*day, *(_iso_time(text[length + 1 :]) if len(text) > length else ()))
        except ValueError as error:
            if str(error) != "":
                raise
            raise ValueError(f"Invalid isoformat string: {text!r}") from None

    @classmethod
    def strptime(cls, text, format):
        """The moment that a text says in a format."""
        found = _time.parse(text, format)
        zone = None
        if "offset" in found:
            offset = timedelta(seconds=found["offset"])
            zone = timezone(offset) if offset or "zone" in found else timezone.utc
        elif "zone" in found:
            zone = None
        return cls(*_time.moment(found), zone)

    @property
    def hour(self):
        """The hour."""
        return self._hour

    @property
    def minute(self):
        """The minute."""
        return self._minute

    @property
    def second(self):
        """The second."""
        return self._second

    @property
    def microsecond(self):
        """The microsecond."""
        return self._microsecond

    @property
    def tzinfo(self):
        """The zone, or None."""
        return self._tzinfo

    @property
    def fold(self):
        """Which of two equal times at the end of summer time is meant."""
        return self._fold

    def date(self):
        """The day."""
        return date(self._year, self._month, self._day)

    def time(self):
        """The time of day, without the zone."""
        return time(self._hour, self._minute, self._second, self._microsecond)

    def timetz(self):
        """The time of day, with the zone."""
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo)

    def utcoffset(self):
        """How far the zone is ahead of UTC."""
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def dst(self):
        """How much of it is summer time."""
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def tzname(self):
        """The zone's name."""
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def _since_epoch(self):
        """Microseconds since 1970, by this clock or, where it is known, by UTC."""
        seconds = _time.timegm(
            (self._year, self._month, self._day, self._hour, self._minute, self._second)
        )
        offset = self.utcoffset()
        total = seconds * 1000000 + self._microsecond
        return total if offset is None else total - offset._total()

    def timestamp(self):
        """Seconds since 1970."""
        return self._since_epoch() / 10**6

    def timetuple(self):
        """The parts as `time` has them."""
        return _time.parts(
            self._year, self._month, self._day, self._hour, self._minute, self._second,
            -1 if self.dst() is None else int(bool(self.dst())),
        )

    def utctimetuple(self):
        """The parts in UTC as `time` has them."""
        return _time.gmtime(self._since_epoch() // 1000000)

    def astimezone(self, tz=None):
        """The same moment in another zone."""
        zone = timezone(timedelta(0), "UTC") if tz is None else tz
        utc = datetime(1970, 1, 1, tzinfo=zone) + _span(self._since_epoch())
        return zone.fromutc(utc)

    def replace(
        self, year=None, month=None, day=None, hour=None, minute=None, second=None,
        microsecond=None, tzinfo=True, *, fold=None,
    ):
        """Another moment with some parts changed."""
        given = (year, month, day, hour, minute, second, microsecond)
        parts = [mine if new is None else new for mine, new in zip(self._parts(), given)]
        zone = self._tzinfo if tzinfo is True else tzinfo
        return type(self)(*parts, zone, fold=self._fold if fold is None else fold)

    def _parts(self):
        return (
            self._year, self._month, self._day, self._hour, self._minute, self._second,
            self._microsecond,
        )

    def isoformat(self, sep="T", timespec="auto"):
        """Such as `2011-11-04T00:05:23.283`."""
        parts = (self._hour, self._minute, self._second, self._microsecond)
        text = super().isoformat() + sep + _time_text(*parts, timespec)
        return text + _offset_text(self.utcoffset())

    def ctime(self):
        """Such as `Sun Jun 20 23:21:05 1993`."""
        return _time.asctime(self.timetuple())

    def strftime(self, format):
        """A text in a format of one's own."""
        zone = (self.utcoffset(), self.tzname())
        return _formatted(format, self.timetuple(), self._microsecond, zone)

    def __str__(self):
        return self.isoformat(sep=" ")

    def __repr__(self):
        parts = list(self._parts())
        while len(parts) > 5 and parts[-1] == 0:
            parts.pop()
        zone = "" if self._tzinfo is None else f", tzinfo={self._tzinfo!r}"
        return f"{_class_name(self)}({', '.join(map(str, parts))}{zone})"

    def _is_comparable(self, other):
        return isinstance(other, datetime)

    def _ordered(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._since_epoch()

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        same_kind = (self.utcoffset() is None) == (other.utcoffset() is None)
        return same_kind and self._since_epoch() == other._since_epoch()

    def __lt__(self, other):
        if not isinstance(other, datetime):
            return _refuse_date(self, other)
        return self._ordered(other) < other._since_epoch()

    def __le__(self, other):
        if not isinstance(other, datetime):
            return _refuse_date(self, other)
        return self._ordered(other) <= other._since_epoch()

    def __gt__(self, other):
        if not isinstance(other, datetime):
            return _refuse_date(self, other)
        return self._ordered(other) > other._since_epoch()

    def __ge__(self, other):
        if not isinstance(other, datetime):
            return _refuse_date(self, other)
        return self._ordered(other) >= other._since_epoch()

    def __hash__(self):
        return hash(self._since_epoch())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        span = _span(seconds * 1000000 + self._microsecond + other._total())
        number = self.toordinal() + span._days
        if not 1 <= number <= 3652059:
            raise OverflowError("date value out of range")
        minutes, second = divmod(span._seconds, 60)
        hour, minute = divmod(minutes, 60)
        return type(self)(
            *_time.from_ordinal(number), hour, minute, second, span._microseconds, self._tzinfo
        )

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _span(self._since_epoch() - other._since_epoch())

    def __reduce__(self):
        return type(self), (*self._parts(), self._tzinfo)


def _refuse_date(moment, other):
    if isinstance(other, date):
        raise TypeError(
            f"can't compare {type(moment).__module__}.{type(moment).__name__} to "
            f"{type(other).__module__}.{type(other).__name__}"
        )
    return NotImplemented


def __getattr__(name):
    if name in __all__ and "timezone" not in globals():
        _make_classes()
        return globals()[name]
    raise AttributeError(f"module 'datetime' has no attribute {name!r}")


def _make_classes():
    global timedelta, timezone, date, time, datetime, UTC

    class timedelta(_Timedelta):
        """A span of time, in days, seconds and microseconds."""

        __slots__ = ()

    timedelta.min = timedelta(-999999999)
    timedelta.max = timedelta(999999999, 86399, 999999)
    timedelta.resolution = timedelta(microseconds=1)

    class timezone(_Timezone):
        """A zone with a fixed distance from UTC."""

    UTC = timezone.utc = timezone(timedelta(0))
    timezone.min = timezone(-timedelta(hours=23, minutes=59))
    timezone.max = timezone(timedelta(hours=23, minutes=59))

    class date(_Date):
        """A day."""

        __slots__ = ()

    date.min = date(MINYEAR, 1, 1)
    date.max = date(MAXYEAR, 12, 31)
    date.resolution = timedelta(1)

    class time(_Time):
        """A time of day."""

        __slots__ = ()

    time.min = time()
    time.max = time(23, 59, 59, 999999)
    time.resolution = timedelta.resolution

    class datetime(_Datetime, date):
        """A moment: a day and a time of day."""

        __slots__ = ()

    datetime.min = datetime(MINYEAR, 1, 1)
    datetime.max = datetime(MAXYEAR, 12, 31, 23, 59, 59, 999999)
    datetime.resolution = timedelta.resolution
