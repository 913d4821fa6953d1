"""Processes that are measured: started in a session of their own, seen through /proc, and ended in every case."""

import os
import signal
import subprocess
import time

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


class Failure(Exception):
    """What stops the benchmark: a server that does not do what it is measured for."""


class Process:
    """A command and all that it started."""

    def __init__(self, command, log, environment=None):
        self.log = log
        # The kernel ends it, too, if this program is killed and cannot.
        self.popen = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", *command],
            stdin=subprocess.DEVNULL, stdout=open(log, "wb"), stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})}, start_new_session=True)

    def members(self):
        """Yields (pid, name, fields of /proc/<pid>/stat from the state on) of each process of the session."""
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{pid}/stat") as file:
                    head, tail = file.read().rsplit(")", 1)
            except OSError:
                continue  # It ended meanwhile.
            fields = tail.split()
            if int(fields[3]) == self.popen.pid:
                yield int(pid), head.split("(", 1)[1], fields

    def rss(self):
        """Returns the resident memory in MB."""
        return sum(int(fields[21]) for _, _, fields in self.members()) * PAGE / 1e6

    def cpu(self):
        """Returns the seconds of processor time so far."""
        return sum(int(fields[11]) + int(fields[12]) for _, _, fields in self.members()) / TICKS

    def java(self):
        """Returns the pid of its Java, which a launcher may have started."""
        return next(pid for pid, name, _ in self.members() if name == "java")

    def require_alive(self):
        if self.popen.poll() is not None:
            raise Failure(f"the server ended with {self.popen.returncode}")

    def said(self):
        """Returns the end of what it said."""
        with open(self.log, errors="replace") as file:
            return "".join(file.readlines()[-20:])

    def end(self):
        for kind, seconds in ((signal.SIGTERM, 10), (signal.SIGKILL, 10)):
            try:
                os.killpg(self.popen.pid, kind)
            except ProcessLookupError:
                break
            try:
                self.popen.wait(seconds)
            except subprocess.TimeoutExpired:
                continue
            if not await_condition(lambda: not any(self.members()), 2):
                continue
            break
        self.popen.wait()


def await_condition(holds, seconds, pause=0.05):
    """Returns whether a condition holds before the time is over."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
    return True
