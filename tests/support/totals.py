#!/usr/bin/env python3
"""Reads ctest's JUnit file and says what happened, in test functions rather than in programs.

Lists every failed and every skipped function with its reason; the last line is "N passed, N failed, N skipped".
A program without a Qt Test "Totals:" line counts as one function; one that crashed or ran out of time counts the
functions it had finished and one failure. Exit code 1 when anything failed or nothing ran.
"""
import re
import sys
import xml.etree.ElementTree

TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped, (\d+) blacklisted", re.MULTILINE)
RESULT = re.compile(r"^(FAIL!|SKIP|XPASS|PASS)\s*: ([^\n]*)(?:(?=\n([^\n]*)))?", re.MULTILINE)


class Program:
    def __init__(self, case):
        self.name = case.get("name")
        self.status = case.get("status")
        self.output = case.findtext("system-out") or ""
        self.reason = ""
        for kind in ("failure", "skipped"):
            element = case.find(kind)
            if element is not None:
                self.reason = (element.get("message") or "").strip()
        self.passed = self.failed = self.skipped = 0
        self.lines = []
        self.count()

    def count(self):
        totals = TOTALS.findall(self.output)
        for passed, failed, skipped, blacklisted in totals:
            self.passed += int(passed)
            self.failed += int(failed)
            self.skipped += int(skipped) + int(blacklisted)
        for kind, what, following in RESULT.findall(self.output):
            if kind == "PASS":
                self.passed += not totals
                continue
            where = " " + following.strip() if following.strip().startswith("Loc:") else ""
            self.lines.append(f"{'skipped' if kind == 'SKIP' else 'FAILED'}: {what.strip()}{where}")
            if not totals:
                self.skipped += kind == "SKIP"
                self.failed += kind != "SKIP"
        if self.status == "fail":
            if not self.failed:
                self.failed += 1
                self.lines.append(f"FAILED: {self.name}: {self.reason or 'exit code'}")
                self.lines += ["    " + line for line in self.output.strip().splitlines()[-8:]]
        elif self.status == "disabled" or (self.status == "notrun" and self.reason.startswith("SKIP_")):
            # The program itself said so; its last line is the reason.
            said = self.output.strip().splitlines()[-1:] or [self.reason or self.status]
            self.skipped += 1
            self.lines.append(f"skipped: {self.name}: {said[0]}")
        elif self.status == "notrun":
            # The program is missing, or the servers it needs did not start: nothing was proven.
            self.failed += 1
            self.lines.append(f"FAILED: {self.name}: not run: {self.reason}")
        elif not totals:
            self.passed += 1
            self.lines += [line for line in self.output.splitlines() if line.startswith("skipped:")]
            self.skipped += sum(line.startswith("skipped:") for line in self.lines)


def main():
    cases = xml.etree.ElementTree.parse(sys.argv[1]).getroot().iter("testcase")
    programs = [Program(case) for case in cases]
    # Starting and stopping the shared servers is a fixture, not a test; a failure there is shown all the same.
    programs = [program for program in programs
                if program.failed or not program.name.startswith("support/servers-")]
    for wanted in ("skipped", "FAILED"):
        for program in programs:
            show = False
            for line in program.lines:
                show = line.startswith(wanted) or (show and line.startswith("    "))
                if show:
                    print(line)
    passed = sum(program.passed for program in programs)
    failed = sum(program.failed for program in programs)
    skipped = sum(program.skipped for program in programs)
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


sys.exit(main())
