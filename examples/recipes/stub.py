"""Starts Tick's stub for a test in Python (3.9 or newer, no packages), pushes an indicator, and stops it.

    python3 stub.py path/to/tick-stub.jar
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import contextmanager


@contextmanager
def stub(jar, *options):
    """Starts the stub on a free port; yields how to reach it, and stops it at the end."""
    with tempfile.TemporaryDirectory() as folder:
        ready, env = pathlib.Path(folder, "ready"), pathlib.Path(folder, "env")
        java = subprocess.Popen(
            ["java", "-jar", jar, "--port", "0", "--ready-file", str(ready), "--env-file", str(env), *options],
            stdout=subprocess.DEVNULL,
        )
        try:
            deadline = time.monotonic() + 60
            while not ready.exists():
                if java.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError("the stub did not start")
                time.sleep(0.1)
            yield dict(line.split("=", 1) for line in env.read_text().splitlines())
        finally:
            java.terminate()
            java.wait()


def call(url, data=None, **headers):
    """Returns the status and the JSON of an answer, whatever the status."""
    request = urllib.request.Request(url, data=data, headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refusal:
        return refusal.code, json.load(refusal)


def push(at, indicator):
    """Your client: fetches a token and pushes one indicator."""
    form = {
        "grant_type": "client_credentials",
        "client_id": at["TICK_CLIENT_ID"],
        "client_secret": at["TICK_CLIENT_SECRET"],
        "resource": at["TICK_RESOURCE"],
    }
    _, token = call(at["TICK_TOKEN_ENDPOINT"], urllib.parse.urlencode(form).encode())
    return call(
        at["TICK_BASE_URL"] + "/api/indicators",
        json.dumps(indicator).encode(),
        **{"Authorization": "Bearer " + token["access_token"], "Content-Type": "application/json"},
    )


if __name__ == "__main__":
    with stub(sys.argv[1]) as here:
        status, body = push(
            here,
            {
                "indicatorValue": "192.0.2.1",
                "indicatorType": "IpAddress",
                "action": "Block",
                "title": "Exercise",
                "description": "An exercise",
            },
        )
        assert status == 200, body
        _, journal = call(here["TICK_BASE_URL"] + "/tick/journal")
        assert [one["sentence"] for entry in journal["entries"] for one in entry["violations"]] == []
        assert len(journal["tokenCalls"]) == 1
        print("python: pushed, and the contract is honoured")
