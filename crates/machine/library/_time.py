"""The calendar: what `time` and `datetime` have in common. The local zone is UTC."""

import time

__atomic__ = True

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Days of the year before each month of a common year.
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
# The ordinal of 1970-01-01.
_EPOCH = 719163


def is_leap(year):
    """Whether a year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    """How many days a month has."""
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_of_year(year, month, day):
    """The number of a day in its year, from 1."""
    return _BEFORE[month - 1] + (month > 2 and is_leap(year)) + day


def ordinal(year, month, day):
    """The number of a day, where 0001-01-01 has 1."""
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + day_of_year(year, month, day)


def from_ordinal(number):
    """Year, month and day of the day with a number."""
    eras, rest = divmod(number - 1, 146097)
    centuries = min(rest // 36524, 3)
    rest -= centuries * 36524
    fours, rest = divmod(rest, 1461)
    years = min(rest // 365, 3)
    rest -= years * 365
    year = eras * 400 + centuries * 100 + fours * 4 + years + 1
    month = 1
    while rest >= days_in_month(year, month):
        rest -= days_in_month(year, month)
        month += 1
    return year, month, rest + 1


def iso_calendar(year, month, day):
    """The ISO year, week and weekday of a day."""
    number = ordinal(year, month, day)
    weekday = (number - 1) % 7
    # The week belongs to the year in which its Thursday is.
    thursday = number - weekday + 3
    iso_year = from_ordinal(thursday)[0]
    return iso_year, (thursday - ordinal(iso_year, 1, 1)) // 7 + 1, weekday + 1


class struct_time(tuple):
    """The parts of a time: nine items, with names."""

    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0

    def __new__(cls, sequence):
        items = tuple(sequence)
        if not 9 <= len(items) <= 11:
            raise TypeError(
                f"time.struct_time() takes an at least 9-sequence ({len(items)}-sequence given)"
            )
        made = super().__new__(cls, items[:9])
        made._zone, made._offset = (*items[9:], None, None)[:2]
        return made

    @property
    def tm_year(self):
        """The year, such as 1993."""
        return self[0]

    @property
    def tm_mon(self):
        """The month, from 1."""
        return self[1]

    @property
    def tm_mday(self):
        """The day of the month, from 1."""
        return self[2]

    @property
    def tm_hour(self):
        """The hour."""
        return self[3]

    @property
    def tm_min(self):
        """The minute."""
        return self[4]

    @property
    def tm_sec(self):
        """The second."""
        return self[5]

    @property
    def tm_wday(self):
        """The day of the week; Monday is 0."""
        return self[6]

    @property
    def tm_yday(self):
        """The day of the year, from 1."""
        return self[7]

    @property
    def tm_isdst(self):
        """Whether it is summer time: never."""
        return self[8]

    @property
    def tm_zone(self):
        """The name of the zone, None where it is not known."""
        return self._zone

    @property
    def tm_gmtoff(self):
        """Seconds east of UTC, None where it is not known."""
        return self._offset

    def __repr__(self):
        names = ("year", "mon", "mday", "hour", "min", "sec", "wday", "yday", "isdst")
        parts = ", ".join(f"tm_{name}={value!r}" for name, value in zip(names, self))
        return f"time.struct_time({parts})"

    def __reduce__(self):
        return struct_time, (tuple(self),)


def parts(year, month, day, hour, minute, second, isdst=0, *zone):
    """The struct_time of a moment."""
    weekday = (ordinal(year, month, day) - 1) % 7
    yday = day_of_year(year, month, day)
    return struct_time((year, month, day, hour, minute, second, weekday, yday, isdst, *zone))


def gmtime(seconds=None):
    """The parts of a moment, given in seconds since 1970; the zone is called as the C library calls it."""
    return _at(seconds, "GMT")


def localtime(seconds=None):
    """The same in the local zone."""
    return _at(seconds, "UTC")


def _at(seconds, zone):
    if seconds is None:
        seconds = time.time()
    days, rest = divmod(int(seconds // 1), 86400)
    year, month, day = from_ordinal(_EPOCH + days)
    return parts(year, month, day, rest // 3600, rest // 60 % 60, rest % 60, 0, zone, 0)


def mktime(t):
    """The seconds since 1970 of local parts, which need not be in their ranges."""
    return float(timegm(t))


def timegm(t):
    """The same, as an int."""
    years, months = divmod(t[1] - 1, 12)
    days = ordinal(t[0] + years, months + 1, 1) - _EPOCH + t[2] - 1
    return ((days * 24 + t[3]) * 60 + t[4]) * 60 + t[5]


def asctime(t=None):
    """Such as `Sun Jun 20 23:21:05 1993`."""
    t = localtime() if t is None else t
    return (
        f"{_DAYS[t[6]][:3]} {_MONTHS[t[1] - 1][:3]} {t[2]:2} "
        f"{t[3]:02}:{t[4]:02}:{t[5]:02} {t[0]}"
    )


def ctime(seconds=None):
    """The same, for seconds since 1970."""
    return asctime(localtime(seconds))


def strftime(format, t=None):
    """A text of the parts, where `%Y` and the like stand for parts."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    if t is None:
        t = localtime()
    elif not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    out = []
    pieces = iter(format)
    for ch in pieces:
        if ch != "%":
            out.append(ch)
            continue
        directive = next(pieces, "")
        if directive == "-":
            # An extension: no leading zeros.
            directive = next(pieces, "")
            out.append(_directive(directive, t).lstrip("0 ") or "0")
        else:
            out.append(_directive(directive, t))
    return "".join(out)


def _directive(directive, t):
    year, month, day, hour, minute, second, weekday, yday = t[:8]
    match directive:
        case "Y":
            return str(year)
        case "m":
            return f"{month:02}"
        case "d":
            return f"{day:02}"
        case "H":
            return f"{hour:02}"
        case "M":
            return f"{minute:02}"
        case "S":
            return f"{second:02}"
        case "a":
            return _DAYS[weekday][:3]
        case "A":
            return _DAYS[weekday]
        case "b" | "h":
            return _MONTHS[month - 1][:3]
        case "B":
            return _MONTHS[month - 1]
        case "c":
            return strftime("%a %b %e %H:%M:%S %Y", t)
        case "C":
            return f"{year // 100:02}"
        case "D" | "x":
            return strftime("%m/%d/%y", t)
        case "e":
            return f"{day:2}"
        case "F":
            return strftime("%Y-%m-%d", t)
        case "G":
            return str(iso_calendar(year, month, day)[0])
        case "I":
            return f"{(hour - 1) % 12 + 1:02}"
        case "j":
            return f"{yday:03}"
        case "k":
            return f"{hour:2}"
        case "l":
            return f"{(hour - 1) % 12 + 1:2}"
        case "n":
            return "\n"
        case "p":
            return "PM" if hour >= 12 else "AM"
        case "P":
            return "pm" if hour >= 12 else "am"
        case "r":
            return strftime("%I:%M:%S %p", t)
        case "R":
            return strftime("%H:%M", t)
        case "s":
            return str(timegm(t))
        case "t":
            return "\t"
        case "T" | "X":
            return strftime("%H:%M:%S", t)
        case "u":
            return str(weekday + 1)
        case "U":
            return f"{(yday + 6 - (weekday + 1) % 7) // 7:02}"
        case "V":
            return f"{iso_calendar(year, month, day)[1]:02}"
        case "w":
            return str((weekday + 1) % 7)
        case "W":
            return f"{(yday + 6 - weekday) // 7:02}"
        case "y":
            return f"{year % 100:02}"
        case "z":
            return "+0000"
        case "Z":
            return getattr(t, "tm_zone", None) or "UTC"
        case "%":
            return "%"
    return "%" + directive


def strptime(text, format="%a %b %d %H:%M:%S %Y"):
    """The parts that a text says in a format."""
    found = parse(text, format)
    return parts(*moment(found)[:6], -1)


def moment(found):
    """Year, month, day, hour, minute, second and microsecond of what `parse` found."""
    year = found.get("year", 1900)
    month = found.get("month", 1)
    day = found.get("day", 1)
    if "yday" in found:
        year, month, day = from_ordinal(ordinal(year, 1, 1) + found["yday"] - 1)
    hour = found.get("hour", 0)
    if "hour12" in found:
        hour = found["hour12"] % 12 + (12 if found.get("pm") else 0)
    return (
        year, month, day, hour, found.get("minute", 0), found.get("second", 0),
        found.get("microsecond", 0),
    )


# For each directive that is a number: the part, the number of digits, its range.
_NUMBERS = (
    ("Y", "year", 4, 0, 9999), ("m", "month", 2, 1, 12), ("d", "day", 2, 1, 31),
    ("H", "hour", 2, 0, 23), ("I", "hour12", 2, 1, 12), ("M", "minute", 2, 0, 59),
    ("S", "second", 2, 0, 61), ("j", "yday", 3, 1, 366), ("y", "short", 2, 0, 99),
    ("w", "weekday", 1, 0, 6), ("u", "weekday", 1, 1, 7), ("f", "fraction", 6, 0, 999999),
)


def parse(text, format):
    """What a text says in a format, as a dict of parts."""
    for name, value in (("0", text), ("1", format)):
        if not isinstance(value, str):
            raise TypeError(
                f"strptime() argument {name} must be str, not {type(value)}"
            )
    format = format.replace("%T", "%H:%M:%S").replace("%D", "%m/%d/%y").replace("%F", "%Y-%m-%d")
    format = format.replace("%R", "%H:%M").replace("%c", "%a %b %d %H:%M:%S %Y")
    format = format.replace("%x", "%m/%d/%y").replace("%X", "%H:%M:%S")
    found = {}
    position = 0
    index = 0
    while index < len(format):
        ch = format[index]
        index += 1
        if ch.isspace():
            start = position
            while position < len(text) and text[position].isspace():
                position += 1
            if position == start:
                raise _mismatch(text, format)
            while index < len(format) and format[index].isspace():
                index += 1
        elif ch == "%":
            if index == len(format):
                raise ValueError(f"stray % in format '{format}'")
            position = _parse_part(text, position, format, format[index], found)
            index += 1
        elif text[position : position + 1].lower() == ch.lower():
            position += 1
        else:
            raise _mismatch(text, format)
    if position < len(text):
        raise ValueError(f"unconverted data remains: {text[position:]}")
    if "day" in found and found["day"] > days_in_month(found.get("year", 1900), found.get("month", 1)):
        raise ValueError("day is out of range for month")
    return found


def _mismatch(text, format):
    return ValueError(f"time data {text!r} does not match format {format!r}")


def _parse_part(text, position, format, directive, found):
    """Take one part from the text; returns the position after it."""
    for known, part, digits, least, most in _NUMBERS:
        if known == directive:
            return _parse_number(text, position, format, part, digits, least, most, found)
    rest = text[position:].lower()
    match directive:
        case "%" if rest.startswith("%"):
            return position + 1
        case "p":
            for index, name in enumerate(("am", "pm")):
                if rest.startswith(name):
                    found["pm"] = index == 1
                    return position + 2
        case "a" | "A" | "b" | "B":
            names = _DAYS if directive in "aA" else _MONTHS
            for index, name in enumerate(names):
                name = name[:3] if directive in "ab" else name
                if rest.startswith(name.lower()):
                    found["weekday" if directive in "aA" else "month"] = index + 1
                    return position + len(name)
        case "Z":
            for name in ("utc", "gmt"):
                if rest.startswith(name):
                    found["zone"] = name.upper()
                    return position + 3
        case "z":
            return _parse_offset(text, position, format, found)
        case "%":
            raise _mismatch(text, format)
        case _:
            raise ValueError(f"'{directive}' is a bad directive in format '{format}'")
    raise _mismatch(text, format)


def _parse_number(text, position, format, part, digits, least, most, found):
    end = position
    while end < len(text) and end - position < digits and text[end].isdigit():
        end += 1
    # A number that is too large ends before its last digit.
    while end > position and part != "fraction" and int(text[position:end]) > most:
        end -= 1
    if end == position or int(text[position:end]) < least or part == "year" and end - position < 4:
        raise _mismatch(text, format)
    number = text[position:end]
    if part == "fraction":
        found["microsecond"] = int(number.ljust(6, "0"))
    elif part == "short":
        found["year"] = int(number) + (1900 if int(number) >= 69 else 2000)
    else:
        found[part] = int(number)
    return end


def _parse_offset(text, position, format, found):
    if text[position : position + 1] == "Z":
        found["offset"] = 0
        return position + 1
    sign = text[position : position + 1]
    digits = ""
    end = position + 1
    while end < len(text) and len(digits) < 4 and (text[end].isdigit() or text[end] == ":"):
        digits += text[end].replace(":", "")
        end += 1
    if sign not in ("+", "-") or len(digits) != 4:
        raise _mismatch(text, format)
    seconds = int(digits[:2]) * 3600 + int(digits[2:]) * 60
    found["offset"] = seconds if sign == "+" else -seconds
    return end
