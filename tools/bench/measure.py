"""Measures the servers in rounds that take turns, and writes the page. tools/bench/run installs what it needs and starts it."""

import argparse
import json
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

import page
import servers
from load import Bench
from processes import Failure

HERE = Path(__file__).parent
TOP = HERE.parent.parent


def arguments():
    parser = argparse.ArgumentParser(prog="tools/bench/run", description="Compares the stub with other mock servers under one load.")
    parser.add_argument("--rounds", type=int, default=5, help="rounds in which the servers take turns (5)")
    parser.add_argument("--seconds", type=int, default=8, help="seconds of each load (8)")
    parser.add_argument("--warm-up", type=int, default=20, help="seconds of the same load before it that do not count, beside the first ten (20)")
    parser.add_argument("--stub", action="append", metavar="[NAME=]JAR|LAUNCHER",
                        help="the stub (stub-server/target/tick-stub, and its jar alone); may be repeated, to compare two")
    parser.add_argument("--only", metavar="SERVER,...", help="only these of " + ", ".join(servers.NAMES))
    parser.add_argument("--million", action="store_true", help="also measures the memory after a million submits")
    parser.add_argument("--output", default=str(TOP / "docs/benchmark.md"), help="the page that is written (docs/benchmark.md)")
    options = parser.parse_args()
    if min(options.rounds, options.seconds, options.warm_up) < 1:
        parser.error("--rounds, --seconds and --warm-up: expected 1 or more")
    unknown = set((options.only or "stub").split(",")) - set(servers.NAMES)
    if unknown:
        parser.error(f"--only: expected some of {', '.join(servers.NAMES)}, got {', '.join(sorted(unknown))}")
    return options


def stubs(given):
    """Returns the stubs of the options --stub."""
    built = TOP / "stub-server/target"
    for one in given or [f"{servers.NAMES['stub']}={built}/tick-stub", f"its jar alone={built}/tick-stub.jar"]:
        name, _, path = one.rpartition("=")
        if not os.path.isfile(path):
            raise Failure(f"--stub: no file {path}; build the jar with: mvn package -DskipTests -pl stub-server -am")
        yield servers.stub(name or servers.NAMES["stub"], path)


def run(options, work):
    bench = Bench(options, work)
    measured = list(stubs(options.stub))
    busy = os.getloadavg()[0]
    if len({one.name for one in measured}) < len(measured):
        raise Failure("--stub: two have one name; give each another, such as --stub before=old.jar --stub now=new.jar")
    contract = bench.prepare(measured[0])
    measured += servers.others(contract, work)
    if options.only:
        measured = [one for one in measured if one.key in options.only.split(",")]
    results = {server.name: [] for server in measured}
    for number in range(1, options.rounds + 1):
        for server in measured:
            figures = bench.round(server)
            results[server.name].append(figures)
            print(f"{number}/{options.rounds} {server.name}: " + ", ".join(f"{name} {value:.1f}" for name, value in figures.items()), flush=True)
    million = [(server.name, bench.million(server)) for server in measured if options.million and server.key == "stub"]
    (HERE / "target/results.json").write_text(json.dumps({"rounds": results, "million": million}, indent=1))
    Path(options.output).write_text(page.text(options, measured, results, million, busy))
    print(f"Written: {options.output}")


def main():
    # Ends by SystemExit, so that what was started is ended, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    work = Path(tempfile.mkdtemp())
    try:
        run(arguments(), work)
    except Failure as failure:
        sys.exit(f"tools/bench/run: {failure}")
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
