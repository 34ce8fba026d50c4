# datetime: moments, zones, formats, parsing.
from datetime import datetime, date, time, timedelta, timezone, UTC
d = datetime(2024, 3, 5, 14, 7, 9, 123456)
print(d, repr(d), d.date(), d.time(), d.isoformat(), d.isoformat(" ", "minutes"), d.isoformat(timespec="milliseconds"), d.weekday(), d.hour, d.microsecond, datetime(2024, 1, 1), repr(datetime(2024, 1, 1)), repr(datetime(2024, 1, 1, 0, 0, 5)))
print(d + timedelta(days=1, hours=12), d - timedelta(seconds=10), d - datetime(2024, 1, 1), d > datetime(2023, 1, 1), d == datetime(2024, 3, 5, 14, 7, 9, 123456), d.replace(year=2000, microsecond=0), isinstance(d, date), d == date(2024, 3, 5))
print(d.strftime("%Y-%m-%d %H:%M:%S.%f %p %I %y %a %b %% %Z%z|"), f"{d:%H:%M}", format(d, "%d %B"), d.strftime("%c|%x|%X|%D|%T|%F|%R|%e"), d.ctime())
print(datetime.strptime("2024-03-05 14:07:09", "%Y-%m-%d %H:%M:%S"), datetime.strptime("5 Mar 2024 02:07 PM", "%d %b %Y %I:%M %p"), datetime.strptime("09/08/70", "%d/%m/%y"), datetime.strptime("12:30:45.5", "%H:%M:%S.%f"), datetime.strptime("Monday 4 December 2023", "%A %d %B %Y"), datetime.strptime("2024-01-01T00:00:00+0130", "%Y-%m-%dT%H:%M:%S%z"), datetime.strptime("2024 060", "%Y %j"))
print(datetime.fromisoformat("2011-11-04"), datetime.fromisoformat("2011-11-04T00:05:23"), datetime.fromisoformat("2011-11-04 00:05:23.283"), datetime.fromisoformat("2011-11-04T00:05:23+04:00"), datetime.fromisoformat("20111104T000523Z"))
u = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
cet = timezone(timedelta(hours=1), "CET")
print(u, repr(u), u.astimezone(cet), u.astimezone(cet) == u, u.tzname(), u.astimezone(cet).tzname(), u.timestamp(), u.utcoffset(), timezone(timedelta(hours=-5, minutes=-30)), repr(cet), UTC, timezone.utc is UTC, u.strftime("%Z %z"), u.astimezone(cet).isoformat())
print(datetime.fromtimestamp(0, timezone.utc), datetime.utcfromtimestamp(1700000000.75), datetime.fromtimestamp(1e9, cet), datetime.combine(date(2024, 1, 2), time(3, 4)), datetime.min, datetime.max, hash(u) == hash(u.astimezone(cet)))
t = time(9, 5, 7)
print(t, repr(t), t.isoformat("minutes"), t.strftime("%H.%M"), time(1) < time(2), time.fromisoformat("04:23:01.5"), t.replace(hour=1), time(12, 0, tzinfo=timezone.utc), time.max, repr(time(0, 0, 0, 5)))
print((datetime.now() - datetime.now()) <= timedelta(0), type(datetime.now()).__name__, datetime.now(timezone.utc).tzinfo, abs(datetime.now().timestamp() - datetime.utcnow().timestamp()) < 5)
for action in (lambda: datetime(2024, 1, 1, 25), lambda: datetime(2024, 1, 1, 0, 60), lambda: datetime.strptime("x", "%Y"), lambda: datetime.strptime("2024x", "%Y"), lambda: datetime.strptime("2024-02-30", "%Y-%m-%d"), lambda: datetime.strptime("1", "%Q"), lambda: u < d, lambda: u - d, lambda: datetime.fromisoformat("nonsense"), lambda: d < date(2024, 1, 1), lambda: datetime.max + timedelta(1), lambda: d.isoformat(timespec="x"), lambda: timezone(timedelta(2))):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(u == d, sorted([datetime(2024, 1, 2), datetime(2024, 1, 1)])[0])
import copy
print(copy.copy(u) == u, copy.deepcopy([d])[0] == d)
