"""A client for `tick judge` (Python 3.9 or newer, no packages): does the work of a scenario, and reports. docs/clients.md explains it."""
import email.utils
import http.client
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime, timezone

API = os.environ["TICK_BASE_URL"] + "/api/indicators"
PASSING = {408, 429, 500, 502, 503, 504}


def send(method, url, data=None, headers={}):
    """Returns the JSON of an answer, None of an empty one. Tries three times while the trouble may pass, and raises what is left of it."""
    for left in (2, 1, 0):
        wait = 0.5
        try:
            request = urllib.request.Request(url, data, headers, method=method)
            with opener.open(request, timeout=20) as answer:
                return json.loads(answer.read() or "null")
        except urllib.error.HTTPError as refusal:
            wait = max(wait, told_to_wait(refusal.headers.get("Retry-After", "0")))
            if not left or wait > 120 or refusal.code not in PASSING:
                raise
        except (OSError, http.client.HTTPException, ValueError):  # what came is no whole answer
            if not left:
                raise
        time.sleep(wait)


def told_to_wait(told):
    """Returns the seconds of a Retry-After, which may be a date."""
    if told.isdigit():
        return int(told)
    try:
        return (email.utils.parsedate_to_datetime(told) - datetime.now(timezone.utc)).total_seconds()
    except (TypeError, ValueError):  # neither, which says nothing
        return 0


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """Follows none: urllib would take the token along, to whatever host."""

    def redirect_request(self, *_):
        return None


opener = urllib.request.build_opener(NoRedirects)


class Client:
    def __init__(self):
        self.ids = {}
        self.headers = None

    def renew(self):
        names = {"client_id": "TICK_CLIENT_ID", "client_secret": "TICK_CLIENT_SECRET", "resource": "TICK_RESOURCE"}
        form = {"grant_type": "client_credentials", **{key: os.environ[name] for key, name in names.items()}}
        answer = send("POST", os.environ["TICK_TOKEN_ENDPOINT"], urllib.parse.urlencode(form).encode())
        self.headers = {"Authorization": "Bearer " + answer["access_token"], "Content-Type": "application/json"}

    def call(self, method, url, body=None):
        """Sends with the token, and once more with a new one if it is refused."""
        data = body and json.dumps(body).encode()
        if not self.headers:
            self.renew()
        try:
            return send(method, url, data, self.headers)
        except urllib.error.HTTPError as refusal:
            if refusal.code != 401:
                raise
        self.renew()
        return send(method, url, data, self.headers)

    def do(self, work):
        verb = work["do"]
        if verb == "submit":
            self.ids[work["body"]["indicatorValue"]] = self.call("POST", API, work["body"])["id"]
        elif verb == "import":
            results = self.call("POST", API + "/import", work["body"])["value"]
            if any(one["isFailed"] for one in results):  # a 200 may hold failures
                raise ValueError(results)
        elif verb == "list":
            link = API
            while link:
                # The path alone: no other host is given the token.
                page = urllib.parse.urlsplit(link)._replace(scheme="", netloc="").geturl()
                link = self.call("GET", urllib.parse.urljoin(API, page)).get("@odata.nextLink")
        elif verb == "delete":
            self.call("DELETE", API + "/" + self.ids[work["value"]])
        elif verb == "batch-delete":
            self.call("POST", API + "/BatchDelete", {"IndicatorIds": [self.ids[value] for value in work["values"]]})
        else:
            raise ValueError("no such work: " + verb)

    def outcome(self, work):
        try:
            self.do(work)
            return "done"
        except (OSError, http.client.HTTPException, ValueError, KeyError) as trouble:
            print(work["id"], repr(trouble), file=sys.stderr)
            return "failed"


if __name__ == "__main__":
    with open(os.environ["TICK_WORK"], encoding="utf-8") as given:
        todo = json.load(given)["work"]
    client = Client()
    report = [{"id": work["id"], "outcome": client.outcome(work)} for work in todo]
    with open(os.environ["TICK_REPORT"], "w", encoding="utf-8") as told:
        json.dump({"work": report}, told)
