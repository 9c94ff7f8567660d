#!/usr/bin/env python3
"""Which branches of the evaluator no test takes: branches.py [BUILD FOLDER], build/release by default.

Compiles the evaluator's files once more with gcov (without optimisation and exceptions), links them in front of the
library into the tests of the review room, runs those and prints every branch that was never taken. The build folder
must hold the tests, built with GCC; nothing in it is changed.
"""
import os
import re
import shlex
import subprocess
import sys
import tempfile

FILES = ("evaluate", "evaluation", "approvals")
TESTS = ("judge", "judgeplaces", "evaluate", "attacks", "gateattacks", "certificate", "oracle", "hiddentext")


def command(target, needle):
    lines = subprocess.run(["ninja", "-t", "commands", target], capture_output=True, text=True, check=True).stdout
    line = [line for line in lines.splitlines() if needle in line][-1]
    line = next(part for part in line.split(" && ") if needle in part)
    words = shlex.split(line)
    return words[next(i for i, word in enumerate(words) if re.search(r"(g\+\+|c\+\+)[-0-9.]*$", word)):]


def compile_with_gcov(name, folder):
    source = f"src/review/CMakeFiles/countersign_review.dir/{name}.cpp.o"
    words, kept = iter(command(source, f"-o {source}")), []
    for word in words:
        if word in ("-MF", "-MT", "-o", "-include"):
            next(words)
        elif word not in ("-MD", "-O2", "-O3", "-Winvalid-pch", "-DNDEBUG") and \
                not word.startswith("-ffile-prefix-map"):
            kept.append(word)
    made = f"{folder}/{name}.o"
    # The precompiled header was made with other options; what it holds is included instead.
    kept += ["-O0", "--coverage", "-fno-exceptions", "-fno-inline", "-include", "QtCore", "-o", made]
    subprocess.run(kept, check=True)
    return made


def run(name, objects, folder):
    words = command(f"tests/tst_{name}", f"-o tests/tst_{name}")
    at = words.index("-o")
    program = f"{folder}/tst_{name}"
    subprocess.run(words[:at] + objects + ["--coverage", "-o", program] + words[at + 2:], check=True)
    done = subprocess.run([program], capture_output=True, text=True, check=False,
                          env=dict(os.environ, COUNTERSIGN_BINARY_DIR=os.path.abspath("bin")))
    if done.returncode:
        print(f"tst_{name} fails; what it misses is listed, too")


def report(name, folder):
    """Numbers of branches and of those taken; prints the others."""
    subprocess.run(["gcov", "-b", "-c", "-o", folder, f"{folder}/{name}.o"], cwd=folder, check=True,
                   capture_output=True)
    total = taken = 0
    where = ""
    with open(f"{folder}/{name}.cpp.gcov", encoding="utf-8") as lines:
        for line in lines:
            source = re.match(r"\s*[^:]+:\s*(\d+):(.*)", line)
            branch = re.match(r"branch\s+(\d+) (?:never executed|taken (\d+))", line)
            if source:
                where = f"{name}.cpp:{source.group(1)}: {source.group(2).strip()[:90]}"
            elif branch:
                total += 1
                if branch.group(2) not in (None, "0"):
                    taken += 1
                else:
                    print(f"  never taken: branch {branch.group(1)} of {where}")
    return total, taken


def main():
    os.chdir(sys.argv[1] if len(sys.argv) > 1 else "build/release")
    with tempfile.TemporaryDirectory() as folder:
        objects = [compile_with_gcov(name, folder) for name in FILES]
        for name in TESTS:
            run(name, objects, folder)
        counts = [report(name, folder) for name in FILES]
    print(f"{sum(count[1] for count in counts)} of {sum(count[0] for count in counts)} branches were taken")


if __name__ == "__main__":
    main()
