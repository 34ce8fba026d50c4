# date: parts, arithmetic, formats.
from datetime import date, timedelta
d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.toordinal(), d.isoformat(), d.ctime(), d.isocalendar()[:], d.timetuple()[:8])
print(d + timedelta(1), d - timedelta(60), d - date(2023, 1, 1), date(2024, 1, 1) < d, d == date(2024, 2, 29), d.replace(month=3), {d: 1}[date(2024, 2, 29)])
print(d.strftime("%d.%m.%Y %A %a %B %b %j %U %W %y %u %w %V %G"), f"{d:%Y/%m}", date.fromisoformat("2020-05-06"), date.fromordinal(1), date.fromordinal(730000), date.min, date.max, date.fromisocalendar(2024, 1, 1))
for year in (1999, 2000, 2004, 2005, 2010, 2020, 2021):
    print(date(year, 1, 1).isocalendar()[:], date(year, 12, 31).isocalendar()[:], date(year, 12, 31).strftime("%j %U %W"), end=" ")
print()
print([(date(2023, 12, 25) + timedelta(7 * n)).isoformat() for n in range(4)], date.fromtimestamp(86400 * 365))
print(all(date.fromordinal(n).toordinal() == n for n in range(1, 800000, 377)))
for action in (lambda: date(2023, 2, 29), lambda: date(2023, 13, 1), lambda: date(0, 1, 1), lambda: date(2023, 1.5, 1), lambda: date.fromisoformat("x"), lambda: date.max + timedelta(1), lambda: d + 1):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error if "unsupported" not in str(error) else "")
