"""The servers: how each is started, told what to answer, and what it does for a request."""

import json
import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
PATH = "/api/tiindicators"
SUBMIT = "submitIndicator"
TENANT, CLIENT, SECRET = "0f1e2d3c-0000-4000-8000-000000000001", "0f1e2d3c-0000-4000-8000-000000000002", "a-secret-of-the-benchmark"
NAMES = {"stub": "Tick's stub", "wiremock": "plain WireMock", "mockserver": "MockServer",
            "openapi-backend": "openapi-backend", "prism": "Prism", "jetty": "bare Jetty"}


@dataclass
class Server:
    """A server that is measured."""
    key: str
    name: str
    version: str
    does: str
    # Takes the port, returns the command.
    command: object
    environment: dict = field(default_factory=dict)
    # Whether it hands out the token that a submit needs; the others get one that they do not look at.
    issues_tokens: bool = False
    # Whether it refuses anything.
    validates: bool = True


def java(*arguments):
    home = os.environ.get("JAVA_HOME")
    return [f"{home}/bin/java" if home else "java", *arguments]


def node():
    return str(HERE / "node_modules/.bin/node")


def version_of(runs):
    """Says what the stub says of itself, without the folder of this machine."""
    told = subprocess.run([*runs, "--version"], capture_output=True, text=True).stdout.strip().replace("\n", "; ")
    return re.sub(r"\S*/(?=tick-stub-)", "", told)


def stub(name, path):
    """Returns a stub: a jar, or a launcher with the same options."""
    path = str(Path(path).resolve())
    runs = java("-jar", path) if path.endswith(".jar") else [path]
    identity = ["--tenant", TENANT, "--client-id", CLIENT, "--client-secret", SECRET]
    return Server(
        "stub", name, version_of(runs),
        "verifies the token, validates the body, keeps state (each submit updates the entity), keeps a journal; "
        "as shipped, but with `--quota off`",
        lambda port: [*runs, "--port", str(port), "--quota", "off", *identity], issues_tokens=True)


def others(contract, folder):
    """Returns the servers to compare with, which read their files from a folder."""
    submit = contract["paths"][PATH]["post"]
    created = example(submit["responses"]["201"])
    refusal = example(contract["components"]["responses"]["BadRequest"])
    write(folder / "openapi.json", contract)
    write(folder / "created.json", created)
    write_mappings(folder / "wiremock", submission_schema(contract), created, refusal)
    write(folder / "mockserver.json", expectations(submission_schema(contract), created, refusal))
    wiremock, mockserver = os.environ["WIREMOCK_VERSION"], os.environ["MOCKSERVER_VERSION"]
    wiremock_jar = str(HERE / f"target/wiremock-standalone-{wiremock}.jar")
    return [
        Server(
            "wiremock", "plain WireMock", wiremock,
            "validates the body, by a hand-made mapping with `matchesJsonSchema` and the submit's schema, but takes any "
            "address and time; a second mapping refuses. No token check, no state; journal and request logging off",
            lambda port: java("-jar", wiremock_jar, "--port", str(port), "--bind-address", "127.0.0.1", "--root-dir",
                              str(folder / "wiremock"), "--no-request-journal", "--disable-request-logging", "--disable-banner")),
        Server(
            "mockserver", "MockServer", mockserver,
            "validates the body, by an expectation with the same schema; a second one refuses. No token check, no state; "
            "it keeps its log of requests, whose console output is off",
            lambda port: java("-jar", str(HERE / f"target/mockserver-netty-no-dependencies-{mockserver}.jar"), "-serverPort", str(port)),
            {"MOCKSERVER_INITIALIZATION_JSON_PATH": str(folder / "mockserver.json"), "MOCKSERVER_LOG_LEVEL": "ERROR",
             "MOCKSERVER_DISABLE_SYSTEM_OUT": "true", "MOCKSERVER_LOCAL_BOUND_IP": "127.0.0.1"}),
        Server(
            "openapi-backend", "openapi-backend", installed("openapi-backend"),
            "validates the body by the contract itself, answers its examples. No token check, no state, no journal",
            lambda port: [node(), str(HERE / "servers/openapi-backend.js"), str(port), str(folder / "openapi.json")]),
        Server(
            "prism", "Prism", installed("@stoplight/prism-cli"),
            "validates the body by the contract itself, wants some token, answers its examples. No state, no journal; "
            "its log is off",
            lambda port: [node(), str(HERE / "node_modules/.bin/prism"), "mock", "-h", "127.0.0.1", "-p", str(port), "-v", "silent",
                          str(folder / "openapi.json")]),
        Server(
            "jetty", "bare Jetty", f"of WireMock {wiremock}",
            "nothing: it reads the body and answers 201. The floor under the stub and WireMock",
            lambda port: java("-cp", os.pathsep.join([str(HERE / "target"), wiremock_jar]), "BareJetty", str(port),
                              str(folder / "created.json")),
            validates=False),
    ]


def installed(package):
    return json.loads((HERE / "node_modules" / package / "package.json").read_text())["version"]


def example(response):
    """Returns the first example of a response."""
    return next(iter(response["content"]["application/json"]["examples"].values()))["value"]


def submission_schema(contract):
    """Returns the schema of a submit's body as one that stands alone, without the kit's own keywords."""
    def plain(node):
        if isinstance(node, dict):
            return {key: plain(value) for key, value in node.items() if not key.startswith("x-")}
        if isinstance(node, list):
            return [plain(value) for value in node]
        return node.replace("#/components/schemas/", "#/$defs/") if isinstance(node, str) else node

    body = contract["paths"][PATH]["post"]["requestBody"]["content"]["application/json"]["schema"]
    needed, names = {}, [body["$ref"].rsplit("/", 1)[1]]
    while names:
        name = names.pop()
        if name not in needed:
            needed[name] = contract["components"]["schemas"][name]
            names += [ref.split('"', 1)[0] for ref in json.dumps(needed[name]).split("#/components/schemas/")[1:]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **plain(body), "$defs": plain(needed)}


def write_mappings(folder, schema, created, refusal):
    for name, priority, patterns, status, body in (
            ("created", 1, [{"matchesJsonSchema": schema, "schemaVersion": "V202012"}], 201, created),
            ("refused", 2, [], 400, refusal)):
        write(folder / "mappings" / f"{name}.json", {
            "priority": priority,
            "request": {"method": "POST", "urlPath": PATH, **({"bodyPatterns": patterns} if patterns else {})},
            "response": {"status": status, "headers": {"Content-Type": "application/json"}, "jsonBody": body}})


def expectations(schema, created, refusal):
    def answer(status, body):
        return {"statusCode": status, "headers": {"Content-Type": ["application/json"]}, "body": json.dumps(body)}

    # It does not know the later drafts, and ends with 0 at the sight of one. The schema means the same in draft 7.
    schema = {**schema, "$schema": "http://json-schema.org/draft-07/schema#"}
    request = {"method": "POST", "path": PATH}
    return [
        {"priority": 1, "httpRequest": {**request, "body": {"type": "JSON_SCHEMA", "jsonSchema": schema}},
         "httpResponse": answer(201, created)},
        {"priority": 0, "httpRequest": request, "httpResponse": answer(400, refusal)}]


def write(file, value):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(value, indent=1))
