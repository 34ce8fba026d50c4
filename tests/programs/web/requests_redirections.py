# Answers that send on to other addresses.
import requests

SITE = "http://127.0.0.1:8808"
r = requests.get(SITE + "/redirect/2")
print(r, r.history, r.url, [each.url for each in r.history])
r = requests.get(SITE + "/redirect/2", allow_redirects=False)
print(r, r.headers, r.is_redirect, r.is_permanent_redirect, r.next, r.next.url)
r = requests.post(SITE + "/redirect/1", data={"a": 1})
print(r.json()["method"], r.json()["form"])
