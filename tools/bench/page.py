"""The page that the benchmark writes: page.md, filled in."""

import datetime
import os
import platform
import re
import string
import subprocess
from pathlib import Path
from statistics import median

import servers
from load import COLD_SECONDS, CONNECTIONS, MILLION

HERE = Path(__file__).parent
BASE = servers.NAMES["wiremock"]


def text(options, measured, results, million, busy):
    named = [server.name for server in measured]
    return string.Template((HERE / "page.md").read_text()).substitute(
        date=datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d"),
        commit=said("git", "-C", str(HERE), "describe", "--always", "--dirty"),
        template="`tools/bench/page.md`",
        table=table([["server", "start to 201, ms (ratio)", "RSS, MB", f"first {COLD_SECONDS} s: valid/s (ratio)", "warm: valid/s (ratio)", "p99, ms", "refused/s (ratio)", "its p99, ms", "CPU, µs"],
                     *(row(name, results) for name in named)]),
        rounds="1 round" if options.rounds == 1 else f"{options.rounds} rounds", seconds=options.seconds, warm_up=options.warm_up, cold=COLD_SECONDS, connections=CONNECTIONS,
        start_note=" The stub's also fetches its token in that time." if any(one.issues_tokens for one in measured) else "",
        spread=table([["valid/s", *(f"round {number + 1}" for number in range(options.rounds))],
                      *([name, *(f"{figures['valid']:,.0f}" for figures in results[name])] for name in named)]),
        servers=table([["server", "version", "does for a submit"], *([one.name, one.version, one.does] for one in measured)]),
        million="\n".join(memory(*one) for one in million) or "Not measured in this run: `tools/bench/run --million` does.",
        machine=machine(busy))


def row(name, results):
    def value(key, form):
        return form.format(median(one[key] for one in results[name])) if key in results[name][0] else "-"

    def ratio(key):
        if key not in results[name][0] or BASE not in results:
            return ""
        return f" ({median(own[key] / other[key] for own, other in zip(results[name], results[BASE])):.2f})"

    return [name, value("start", "{:,.0f}") + ratio("start"), value("rss", "{:,.0f}"), value("cold", "{:,.0f}") + ratio("cold"),
            value("valid", "{:,.0f}") + ratio("valid"), value("valid p99", "{:.1f}"), value("refused", "{:,.0f}") + ratio("refused"),
            value("refused p99", "{:.1f}"), value("valid cpu", "{:.0f}")]


def memory(name, figures):
    each = (figures["full"] - figures["empty"]) / MILLION
    more = (figures["later"] - figures["full"]) / 1e6
    return (f"{name}, {MILLION:,} submits of a value each over {CONNECTIONS} connections, in {figures['seconds']:,.0f} s. What is reachable on the heap, "
            f"after a full collection:\n\n"
            + table([["held", "MB"], ["one indicator, and a full journal", f"{figures['empty'] / 1e6:,.1f}"],
                     [f"{MILLION:,} indicators more", f"{figures['full'] / 1e6:,.1f}"],
                     [f"{figures['calls']:,} updates and refusals more", f"{figures['later'] / 1e6:,.1f}"]])
            + f"\n\nThat is {each:,.0f} bytes for an indicator. Journal and caches took {more:+,.1f} MB for the calls after it. Resident: {figures['rss']:,.0f} MB.\n")


def machine(busy):
    processor = first(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text())
    memory_kb = int(first(r"^MemTotal: +(\d+) kB", Path("/proc/meminfo").read_text()))
    return table([
        ["what", "which"],
        ["cores", f"{os.cpu_count()} ({processor})"],
        ["memory", f"{memory_kb / 1e6:.0f} GB"],
        ["kernel", f"{platform.system()} {platform.release()}, {platform.machine()}"],
        ["JDK", said(*servers.java("-version")).splitlines()[1]],
        ["Node", said(servers.node(), "--version")],
        ["wrk", first(r"wrk \S*?([\d.]+)", said("wrk", "-v") + " 0")],
        ["load average before the run", f"{busy:.2f}"]])


def table(rows):
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [rows[0], ["---"] * len(rows[0]), *rows[1:]]).replace("| --- ", "|---").replace("|--- |", "|---|")


def first(pattern, where):
    found = re.search(pattern, where, re.MULTILINE)
    return found.group(1).strip() if found else "unknown"


def said(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout.strip()
