#!/usr/bin/env python3
"""./dev exec from any folder: which program it means, and that streams, exit codes and signals pass through."""
import contextlib
import os
import pathlib
import signal
import subprocess
import tempfile
import unittest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
DEV = PROJECT / "dev"


def script(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(0o755)


class Exec(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name, "a folder")
        self.folder.mkdir()

    def tearDown(self):
        self.temporary.cleanup()

    def dev(self, *arguments, given="", program=DEV):
        return subprocess.run([program, *arguments], cwd=self.folder, input=given, capture_output=True, text=True,
                              check=False)

    def test_streams_and_arguments_pass_unchanged(self):
        run = self.dev("exec", "sh", "-c", 'cat; echo out; echo err >&2; printf "%s|" "$@"', "x", "a b", "", "*", given="in\n")
        self.assertEqual((run.returncode, run.stdout, run.stderr), (0, "in\nout\na b||*|", "err\n"))

    def test_exit_codes_pass(self):
        self.assertEqual(self.dev("exec", "sh", "-c", "exit 41").returncode, 41)

    def test_the_callers_folder_is_kept_and_comes_first(self):
        self.assertEqual(self.dev("exec", "pwd").stdout.strip(), str(self.folder.resolve()))
        script(self.folder / "tests/support/totals.py", "echo own")
        self.assertEqual(self.dev("exec", "tests/support/totals.py").stdout, "own\n")

    def test_the_projects_folder_comes_second(self):
        run = self.dev("exec", "tests/support/totals.py")
        self.assertIn("IndexError", run.stderr)

    def test_a_link_to_dev_finds_the_project(self):
        link = self.folder / "link to dev"
        link.symlink_to(DEV)
        self.assertIn("IndexError", self.dev("exec", "tests/support/totals.py", program=link).stderr)

    def test_a_signal_reaches_the_program(self):
        process = subprocess.Popen(
            [DEV, "exec", "sh", "-c", 'trap "echo stopped; exit 9" TERM; echo ready; while :; do read -r line; done'],
            cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.assertEqual(process.stdout.readline(), "ready\n")
        os.kill(process.pid, signal.SIGTERM)
        with contextlib.suppress(BrokenPipeError):  # a shell that leaves while it reads has closed its end
            process.stdin.write("\n")
            process.stdin.close()
        self.assertEqual(process.stdout.read(), "stopped\n")
        self.assertEqual(process.wait(), 9)
        process.stdout.close()

    def test_mistakes_are_told(self):
        for arguments, told in [(["frobnicate"], "no command"), (["exec"], "needs a program"),
                                (["test", "--matrix", "oracle-7"], "no server \"oracle-7\""), (["build", "--preset", "x"], "--preset is")]:
            with self.subTest(arguments=arguments):
                run = self.dev(*arguments)
                self.assertEqual((run.returncode, run.stdout), (69, ""))
                self.assertIn(told, run.stderr)

    def test_help_names_every_command(self):
        help_text = self.dev("help").stdout
        for command in ["run", "test", "build", "bench", "format", "tidy", "fuzz", "soak", "exec", "shell", "setup"]:
            self.assertIn(f"./dev {command}", help_text)


unittest.main()
