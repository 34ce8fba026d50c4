# time: gmtime, strftime, strptime, struct_time.
import time
t = time.gmtime(1700000000)
print(t, t.tm_year, t[1], t.tm_yday, t.tm_wday, len(t), t.tm_isdst, t == time.gmtime(1700000000.9))
print(time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %p %I %y %U %W %w %Z %%", t), time.asctime(t))
print(time.strptime("14 Nov 2023 22:13:20", "%d %b %Y %H:%M:%S"), time.strptime("2023", "%Y").tm_yday)
print(time.gmtime(0), time.gmtime(-1), time.strftime("%H:%M", time.gmtime(3600)), time.asctime(time.gmtime(0)))
year, *_ = t
print(year, isinstance(t, tuple), time.struct_time(range(9)))
