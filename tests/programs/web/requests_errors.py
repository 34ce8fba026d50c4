# What goes wrong, and what the errors say.
import requests

SITE = "http://127.0.0.1:8808"


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)
        print("   ", repr(error))


for code in (200, 404, 418, 503, 799):
    attempt(requests.get(f"{SITE}/status/{code}").raise_for_status)
attempt(lambda: requests.get(SITE + "/delay/0.3", timeout=0.1))
attempt(lambda: requests.get(SITE + "/delay/0.3", timeout=(1, 0.1)))
attempt(lambda: requests.get(SITE + "/delay/0.01", timeout=5))
attempt(lambda: requests.get(SITE + "/drop"))
attempt(lambda: requests.get("http://127.0.0.1:9/x"))
attempt(lambda: requests.get("http://nohost.invalid/x"))
attempt(lambda: requests.get("nohost"))
attempt(lambda: requests.get("ftp://x/"))
attempt(lambda: requests.get("http:///x"))
attempt(lambda: requests.get(SITE + "/nowhere").json())
attempt(lambda: requests.get(SITE + "/redirect/40"))
attempt(lambda: requests.get(SITE + "/get", timeout="x"))
attempt(lambda: requests.get(SITE + "/get", timeout=0))
try:
    requests.get(SITE + "/status/500").raise_for_status()
except requests.exceptions.RequestException as error:
    print(error.response, error.response.status_code, error.request.method, isinstance(error, OSError))
print([issubclass(requests.ConnectTimeout, kind) for kind in (requests.Timeout, requests.ConnectionError, requests.HTTPError)])
