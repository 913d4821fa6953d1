"""What is measured of one server: a round, and the memory after a million submits."""

import contextlib
import http.client
import json
import re
import socket
import subprocess
import tempfile
import time
import urllib.parse
from pathlib import Path

import servers
from processes import Failure, Process, await_condition

HERE = Path(__file__).parent
# Of each load, right after the start.
COLD_SECONDS = 10
CONNECTIONS = 8
START_SECONDS = 120
MILLION = 1_000_000
MILLION_SECONDS = 1800
ACCEPTED = (200, 201)


class Bench:
    """What all measurements of a run share."""

    def __init__(self, options, work):
        self.options = options
        self.work = work
        self.bodies = {}
        self.resource = None
        self.token = None

    def prepare(self, stub):
        """Takes contract, bodies and a token from the stub, and returns the contract."""
        with self.started(stub, free_port(), ["--env-file", str(self.work / "stub.env")]) as (process, port):
            environment = self.work / "stub.env"
            if not await_condition(lambda: process.require_alive() or environment.exists(), START_SECONDS):
                raise Failure(f"it wrote no --env-file within {START_SECONDS} s")
            self.resource = re.search("^TICK_RESOURCE=(.*)$", environment.read_text(), re.MULTILINE).group(1)
            self.token = self.fetch_token(process, port)
            contract = json.loads(call(port, "GET", "/tick/contract?name=tiindicators")[1])
        submit = contract["paths"][servers.PATH]["post"]
        valid = next(iter(submit["requestBody"]["content"]["application/json"]["examples"].values()))["value"]
        # A word of the later edition: a mistake that is easily made.
        for name, body in (("valid", valid), ("refused", {**valid, "action": "Block"})):
            self.bodies[name] = self.work / f"{name}.json"
            self.bodies[name].write_text(json.dumps(body))
        return contract

    @contextlib.contextmanager
    def started(self, server, port, more=()):
        process = Process([*server.command(port), *more], self.work / "log", server.environment)
        try:
            yield process, port
        except Failure as failure:
            raise Failure(f"{server.name}: {failure}\n{process.said()}") from None
        finally:
            process.end()

    def fetch_token(self, process, port):
        form = urllib.parse.urlencode({"grant_type": "client_credentials", "client_id": servers.CLIENT,
                                       "client_secret": servers.SECRET, "resource": self.resource})
        answer = until(process, lambda: call(port, "POST", f"/{servers.TENANT}/oauth2/token", form,
                                             {"Content-Type": "application/x-www-form-urlencoded"}), (200,))
        return json.loads(answer[1])["access_token"]

    def submit(self, port, token, kind):
        return call(port, "POST", servers.PATH, self.bodies[kind].read_text(),
                    {"Content-Type": "application/json", "Authorization": f"Bearer {token}"})

    def first_success(self, server, process, port):
        """Waits for the first submit that succeeds, and returns the token that it took."""
        token = self.fetch_token(process, port) if server.issues_tokens else self.token
        until(process, lambda: self.submit(port, token, "valid"), ACCEPTED)
        return token

    def require_right(self, server, port, token):
        """Fails unless the server does what it is measured for."""
        for kind, wanted in (("valid", ACCEPTED), ("refused", (400,) if server.validates else ACCEPTED)):
            status, body = self.submit(port, token, kind)
            if status not in wanted:
                raise Failure(f"a {kind} body got {status}, not {wanted}:\n{self.bodies[kind].read_text()}\n{body}")

    def round(self, server):
        """Measures one server once."""
        begin = time.monotonic()
        with self.started(server, free_port()) as (process, port):
            token = self.first_success(server, process, port)
            figures = {"start": (time.monotonic() - begin) * 1000}
            self.require_right(server, port, token)
            cold = self.load(port, token, "valid", COLD_SECONDS)
            figures["cold"] = cold["requests"] / cold["microseconds"] * 1e6
            figures["cold p99"] = cold["p99"] / 1000
            for kind in ("valid", "refused") if server.validates else ("valid",):
                self.load(port, token, kind, self.options.warm_up)
                before = process.cpu()
                result = self.load(port, token, kind, self.options.seconds)
                figures[kind] = result["requests"] / result["microseconds"] * 1e6
                figures[f"{kind} cpu"] = (process.cpu() - before) / result["requests"] * 1e6
                figures[f"{kind} p99"] = result["p99"] / 1000
            figures["rss"] = process.rss()
            self.require_right(server, port, token)
        return figures

    def load(self, port, token, kind, seconds, distinct=0):
        """Sends a body over and over, and fails unless each answer is of the right kind."""
        environment = {"BENCH_BODY": str(self.bodies[kind]), "BENCH_TOKEN": token, "BENCH_DISTINCT": str(distinct)}
        with tempfile.TemporaryDirectory(dir=self.work) as folder:
            wrk = Process(["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-s", str(HERE / "load.lua"),
                           f"http://127.0.0.1:{port}{servers.PATH}"], Path(folder) / "wrk", environment)
            try:
                wrk.popen.wait(seconds + 30)
            except subprocess.TimeoutExpired:
                raise Failure(f"wrk did not end within {seconds + 30} s") from None
            finally:
                wrk.end()
            said = (Path(folder) / "wrk").read_text()
        found = re.search("^RESULT (.*)$", said, re.MULTILINE)
        if not found:
            raise Failure(f"wrk told no result:\n{said}")
        result = json.loads(found.group(1))
        wrong = result["refused"] if kind == "valid" else result["requests"] - result["refused"]
        if result["requests"] == 0 or wrong or result["broken"]:
            raise Failure(f"{kind} bodies: {wrong} of {result['requests']} answers have a wrong status, {result['broken']} failed")
        return result

    def million(self, server):
        """Measures what the stub holds after a million submits of a value each."""
        with self.started(server, free_port(), ["--capacity", str(MILLION + 10)]) as (process, port):
            token = self.first_success(server, process, port)
            # The journal, caches and the compiler have what they need after these.
            self.load(port, token, "valid", 10)
            self.load(port, token, "refused", 5)
            figures = {"empty": live_bytes(process)}
            begin = time.monotonic()
            self.load(port, token, "valid", MILLION_SECONDS, MILLION)
            figures["seconds"] = time.monotonic() - begin
            # The body's own value is one more.
            if not await_condition(lambda: held(port) == MILLION + 1, 5):
                raise Failure(f"it holds {held(port)} entities after {MILLION + 1} values")
            figures["full"] = live_bytes(process)
            figures["calls"] = sum(self.load(port, token, kind, 15)["requests"] for kind in ("valid", "refused"))
            figures["later"] = live_bytes(process)
            figures["rss"] = process.rss()
            self.require_right(server, port, token)
        return figures


def held(port):
    """Returns how many entities the stub holds."""
    return json.loads(call(port, "GET", "/tick/status")[1])["entities"]


def live_bytes(process):
    """Returns the bytes of all objects that are reachable: the histogram begins with a full collection."""
    histogram = subprocess.run(["jcmd", str(process.java()), "GC.class_histogram"], capture_output=True, text=True, check=True, timeout=300)
    return int(histogram.stdout.split()[-1])


def call(port, method, path, body=None, headers=None):
    """Sends one request over a connection of its own, and returns status and body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        return response.status, response.read().decode(errors="replace")
    finally:
        connection.close()


def until(process, request, wanted):
    """Repeats a request until it is answered as wanted."""
    deadline = time.monotonic() + START_SECONDS
    answer = None
    while time.monotonic() < deadline:
        process.require_alive()
        with contextlib.suppress(OSError, http.client.HTTPException):
            answer = request()
            if answer[0] in wanted:
                return answer
        time.sleep(0.002)
    raise Failure(f"not {wanted} within {START_SECONDS} s; the last answer: {answer}")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
