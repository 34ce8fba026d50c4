# Forms, JSON, raw bodies, headers, passwords.
import requests

SITE = "http://127.0.0.1:8808"
r = requests.post(SITE + "/post", data={"k": "v w", "n": 1})
print(r.json(), r.request.body, r.request.headers["Content-Type"])
r = requests.post(SITE + "/post", json={"k": [1, 2], "text": "é"})
print(r.json()["json"], r.request.body, r.request.headers["Content-Length"])
print(requests.put(SITE + "/put", data="raw").json()["data"], requests.patch(SITE + "/patch", data=b"raw").json()["method"])
print(requests.delete(SITE + "/delete").json()["method"], requests.request("get", SITE + "/get").json()["method"])
print(requests.get(SITE + "/headers", headers={"X-Token": "abc"}, auth=("user", "pass")).json())
print(requests.get(SITE + "/ü x").url, requests.get(SITE + "/get", params="a=1&b=2").url, requests.get(SITE + "/get?z=0", params=[("a", 1), ("a", 2)]).url)
