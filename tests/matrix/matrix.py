#!/usr/bin/env python3
"""matrix.py PROJECT NAME=FOLDER…: the acceptance tests on servers of other versions, as ./dev test --matrix calls it.

Every program runs once for each server, with a private server of its own; then tst_versions compares the same schema
between versions. Writes a log per run to build/release/matrix, and at the end what ran where, what did not and why.
The last line is "N passed, N failed, N skipped"; exit code 1 when anything failed or nothing ran.
"""
import collections
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import time

TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped", re.MULTILINE)
MESSAGE = re.compile(r"^(FAIL!|XPASS|SKIP|QINFO)\s*: ([^\n]*(?:\n(?!PASS|FAIL|SKIP|XFAIL|XPASS|QINFO|QDEBUG|QWARN|Totals|   Loc)[^\n]*)*)",
                     re.MULTILINE)
PROGRAMS = {
    "postgresql": ["tst_pgschemas", "tst_pgpairs", "tst_pgproperties"],
    "mariadb": ["tst_mysqlcorpus", "tst_mysqlattributes", "tst_mysqlproperty"],
    "mysql": ["tst_mysqlcorpus", "tst_mysqlattributes", "tst_mysqlproperty"],
}
# Programs whose statements an older server does not know, and why.
TOO_OLD = {("mariadb-10.11", "tst_mysqlattributes"): "its statements need VECTOR (11.7) and CREATE SEQUENCE AS (11.5)"}
SERVER = {"postgresql": "postgres", "mariadb": "mariadbd", "mysql": "mysqld"}


def version_of(name, folder):
    """What the server's program says it is: 12.22."""
    program = folder + "/" + SERVER[name.partition("-")[0]]
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"(?:PostgreSQL\)|Ver) +([0-9.]+)", said)
    return found.group(1) if found else "?"


class Run:
    def __init__(self, server, program, environment):
        self.server = server
        self.program = program
        self.environment = environment
        self.passed = self.failed = self.skipped = 0
        self.seconds = 0
        self.messages = []

    def start(self, project, everything):
        log = project / "build/release/matrix" / f"{self.server}-{self.program}.log"
        started = time.monotonic()
        with open(log, "w", encoding="utf-8") as output:
            code = subprocess.run([project / "build/release/tests" / self.program], stdout=output, check=False,
                                  stderr=subprocess.STDOUT, env=os.environ | everything | self.environment).returncode
        self.seconds = time.monotonic() - started
        text = log.read_text(encoding="utf-8", errors="replace")
        totals = TOTALS.findall(text)
        if totals:
            self.passed, self.failed, self.skipped = map(int, totals[-1])
        if not totals or (code and not self.failed):
            self.failed += 1
            self.messages.append(("FAIL!", f"{self.program} ended with {code}; the log is {log}"))
        self.messages += MESSAGE.findall(text)
        print(f"{self.server} {self.program}: {self.passed} passed, {self.failed} failed, {self.skipped} skipped, "
              f"{self.seconds:.0f} s", flush=True)
        return self


def planned(servers):
    """Each PostgreSQL takes another part of the pairs, so that all of them together have run them all."""
    whole = "COUNTERSIGN_MATRIX_ALL" in os.environ
    postgresql = [name for name in servers if name.startswith("postgresql-")]
    for name in servers:
        for program in PROGRAMS[name.partition("-")[0]]:
            if (name, program) in TOO_OLD:
                continue
            environment = {"COUNTERSIGN_TEST_SERVER": name}
            if not whole and program == "tst_pgpairs":
                # At least a seventh of the pairs, also where fewer servers are asked for.
                environment["COUNTERSIGN_PG_SHARD"] = f"{postgresql.index(name)}/{max(7, len(postgresql))}"
            yield Run(name, program, environment)
    yield Run("versions", "tst_versions", {})


def show(runs, versions):
    for run in runs:
        for kind, text in run.messages:
            if kind in ("FAIL!", "XPASS"):
                print(f"FAILED: {run.server}: {text.strip()}")
    print("\nMade by the newer server itself (tst_versions):")
    for run in runs:
        for kind, text in run.messages:
            if kind == "QINFO" and run.program == "tst_versions":
                print("  " + text.partition(") ")[2].strip().replace("\n", "\n  "))
    print("\nNot run:")
    for (name, program), reason in TOO_OLD.items():
        if name in versions:
            print(f"  {name} {program}: {reason}")
    for run in runs:
        reasons = collections.Counter(text.partition(") ")[2].strip() for kind, text in run.messages if kind == "SKIP")
        for reason, count in reasons.most_common():
            print(f"  {run.server} {run.program}: {count} × {reason.splitlines()[0] if reason else '?'}")
    programs = list(dict.fromkeys(run.program for run in runs if run.server in versions))
    print("\npassed/failed/skipped, seconds")
    print("server".ljust(24) + "".join(program.removeprefix("tst_").ljust(22) for program in programs))
    for name, version in versions.items():
        line = f"{name} ({version})".ljust(24)
        for program in programs:
            found = [run for run in runs if run.server == name and run.program == program]
            cells = [f"{run.passed}/{run.failed}/{run.skipped}, {run.seconds:.0f} s" for run in found]
            line += (cells[0] if cells else "–").ljust(22)
        print(line.rstrip())


def main():
    project = pathlib.Path(sys.argv[1])
    folders = dict(argument.split("=", 1) for argument in sys.argv[2:])
    servers = [name for name in folders if name != "client"]
    versions = {name: version_of(name, folders[name]) for name in servers}
    (project / "build/release/matrix").mkdir(parents=True, exist_ok=True)
    everything = {"COUNTERSIGN_MATRIX": ";".join(f"{name}={folder}" for name, folder in folders.items()),
                  "COUNTERSIGN_SOURCE_DIR": str(project), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    started = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        runs = list(pool.map(lambda run: run.start(project, everything), planned(servers)))
    show(runs, versions)
    passed, failed, skipped = (sum(getattr(run, what) for run in runs) for what in ("passed", "failed", "skipped"))
    print(f"in {time.monotonic() - started:.0f} s")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
