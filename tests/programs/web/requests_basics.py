# What an answer says of itself.
import requests

SITE = "http://127.0.0.1:8808"
r = requests.get(SITE + "/get", params={"a": 1, "b": ["x", "y z"], "c": None})
print(r, r.status_code, r.ok, bool(r), r.reason, r.encoding, type(r.elapsed).__name__)
print(r.url, r.headers, r.headers["content-type"], "CONTENT-LENGTH" in r.headers)
print(r.text)
print(r.json()["args"], r.content[:5], r.history, r.request, r.request.method, r.request.body, r.is_redirect, r.cookies)
r = requests.get(SITE + "/status/404")
print(r, r.ok, bool(r), r.reason, repr(r.text), r.content, r.encoding, r.headers)
print(requests.get(SITE + "/x?size=20").text, requests.get(SITE + "/nowhere").status_code)
print(requests.get(SITE + "/bytes/10").content, [len(part) for part in requests.get(SITE + "/bytes/25", stream=True).iter_content(10)])
print(list(requests.get(SITE + "/get").iter_lines())[:2], requests.head(SITE + "/get").content)
print(requests.codes.ok, requests.codes.not_found, requests.codes["teapot"])
