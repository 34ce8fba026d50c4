"""The site that programs under test talk to when they run under CPython.

    python3 server.py

serves until it is stopped. What it answers is the library's to say, `_website.py`, so that programs
get the same answers there and here. It runs under CPython alone.
"""

import importlib.util
import pathlib
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LIBRARY = pathlib.Path(__file__).resolve().parents[2] / "crates/machine/library"
spec = importlib.util.spec_from_file_location("_website", LIBRARY / "_website.py")
website = importlib.util.module_from_spec(spec)
spec.loader.exec_module(website)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = website.answer(self.command, self.path, headers, body)
        time.sleep(answer.seconds)
        self.close_connection = answer.status is None or self.close_connection
        if answer.status is None:
            return
        self.send_response_only(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = answer

    def handle(self):
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError):
            # Whoever asked did not wait for the answer.
            pass

    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


if __name__ == "__main__":
    with Server(("127.0.0.1", website.PORT), Handler) as server:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        server.serve_forever()
