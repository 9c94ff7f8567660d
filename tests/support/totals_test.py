#!/usr/bin/env python3
"""What totals.py makes of passing, skipping, failing, crashing and silent programs."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOTALS = pathlib.Path(__file__).with_name("totals.py")
PASSING = "PASS   : tst_A::initTestCase()\nPASS   : tst_A::a()\nTotals: 2 passed, 0 failed, 0 skipped, 0 blacklisted, 1ms\n"
SKIPPING = ("PASS   : tst_B::initTestCase()\nSKIP   : tst_B::b() no server\n   Loc: [b.cpp(3)]\n"
            "Totals: 1 passed, 0 failed, 1 skipped, 0 blacklisted, 1ms\n")
CRASHING = "PASS   : tst_C::initTestCase()\nPASS   : tst_C::a()\nSegmentation fault\n"
FAILING = ("FAIL!  : tst_D::d() Compared values are not the same\n   Actual (x): 1\n"
           "Totals: 0 passed, 1 failed, 0 skipped, 0 blacklisted, 1ms\n")


def case(name, status, output, inner=""):
    return f'<testcase name="{name}" status="{status}">{inner}<system-out>{output}</system-out></testcase>'


def totals(*cases):
    with tempfile.NamedTemporaryFile("w", suffix=".xml") as file:
        file.write("<testsuite>" + "".join(cases) + "</testsuite>")
        file.flush()
        run = subprocess.run([sys.executable, TOTALS, file.name], capture_output=True, text=True, check=False)
        return run.returncode, run.stdout.splitlines()


class Totals(unittest.TestCase):
    def test_functions_are_counted(self):
        self.assertEqual(totals(case("a", "run", PASSING)), (0, ["2 passed, 0 failed, 0 skipped"]))

    def test_skips_are_said_with_their_reason(self):
        code, lines = totals(case("a", "run", PASSING), case("b", "run", SKIPPING))
        self.assertEqual(code, 0)
        self.assertEqual(lines, ["skipped: tst_B::b() no server Loc: [b.cpp(3)]", "3 passed, 0 failed, 1 skipped"])

    def test_a_crash_is_a_failure(self):
        code, lines = totals(case("c", "fail", CRASHING, '<failure message="SEGFAULT"/>'))
        self.assertEqual((code, lines[0], lines[-1]), (1, "FAILED: c: SEGFAULT", "2 passed, 1 failed, 0 skipped"))

    def test_a_failure_is_named(self):
        code, lines = totals(case("d", "fail", FAILING, '<failure message=""/>'))
        self.assertEqual((code, lines[0]), (1, "FAILED: tst_D::d() Compared values are not the same"))
        self.assertEqual(lines[-1], "0 passed, 1 failed, 0 skipped")

    def test_failing_after_all_functions_passed_is_a_failure(self):
        code, lines = totals(case("a", "fail", PASSING, '<failure message="exit code 1"/>'))
        self.assertEqual((code, lines[-1]), (1, "2 passed, 1 failed, 0 skipped"))

    def test_a_program_that_skips_itself_is_told_with_its_reason(self):
        code, lines = totals(case("a", "run", PASSING),
                             case("e", "notrun", "no display\n", '<skipped message="SKIP_RETURN_CODE=77"/>'))
        self.assertEqual((code, lines), (0, ["skipped: e: no display", "2 passed, 0 failed, 1 skipped"]))

    def test_a_program_that_could_not_run_is_a_failure(self):
        code, lines = totals(case("a", "run", PASSING),
                             case("e", "notrun", "", '<skipped message="Unable to find executable"/>'))
        self.assertEqual((code, lines), (1, ["FAILED: e: not run: Unable to find executable",
                                             "2 passed, 1 failed, 0 skipped"]))

    def test_nothing_run_is_a_failure(self):
        self.assertEqual(totals(), (1, ["0 passed, 0 failed, 0 skipped"]))


unittest.main()
