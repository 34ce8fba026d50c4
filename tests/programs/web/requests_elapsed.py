# An answer knows how long it took to come.
import datetime

import requests

response = requests.get("http://127.0.0.1:8808/delay/0.3")
print(datetime.timedelta(seconds=0.3) <= response.elapsed < datetime.timedelta(seconds=0.45))
print(0.3 <= response.elapsed.total_seconds() < 0.45)
