#!/usr/bin/env python3
"""The house rules as a test: tidy.py PROJECT. Every rule is one test function, told in Qt Test's format.

src/README.md explains the rooms; long-files.txt beside this file lists the files that may be long, with the reason.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

ROOMS = ["base", "schema", "sql", "db", "diff", "engine", "plan", "migration", "rehearsal", "checks", "review", "drift",
         "app", "gui", "cli"]
# Headers of db and engine that hold values only, which the two thin tiers may see.
VALUE_HEADERS = {"db/connectionurl.h"}
LONGEST = 600
SCREEN_MODULES = ["QtGui", "QtWidgets", "QtPrintSupport", "QtSvg", "QtSvgWidgets"]
SCREEN_LIBRARIES = ("KSyntaxHighlighting/",)

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT_OR_TEXT = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)

BANNED_EVERYWHERE = [
    (re.compile(r"\b(?:Q_FOREACH|foreach)\s*\("), "a range-based for is clearer"),
    (re.compile(r"\bqDebug\s*\(|(?<![\w:])(?:std::)?f?printf\s*\("), "left over from debugging"),
    (re.compile(r"\b(?:SIGNAL|SLOT)\s*\("), "connect by pointer to member"),
    (re.compile(r"\busing\s+namespace\s+std\s*;"), "name what is used"),
    (re.compile(r"\bNULL\b"), "nullptr"),
    (re.compile(r"\bvoid\s+(?:\w+::)?(?:slot[A-Z]\w*|on_\w+)\s*\("), "a slot says what it does"),
    (re.compile(r"Q_(?:COREAPP_STARTUP|CONSTRUCTOR)_FUNCTION|__attribute__\s*\(\(\s*constructor|"
                r"^(?:static\s+|inline\s+)*(?:const\s+|constexpr\s+)?(?:auto|bool|int)\s+\w+\s*=\s*(?:\w+::)*"
                r"[rR]egister\w*\s*\(", re.MULTILINE), "registration by static initialisers; lists are explicit"),
]
BANNED_IN_TESTS = [
    (re.compile(r"\bqSleep\s*\(|\bqWait\s*\(|\bsleep_(?:for|until)\b|\bu?sleep\s*\(|\bQThread::\w*sleep"),
     "tests wait for what they expect (QTRY_…, QSignalSpy::wait), not for a time"),
]
BANNED_IN_GUI = [
    (re.compile(r"^[ \t]+enum class \w+ : ", re.MULTILINE),
     "lupdate takes it for a class and loses the namespace of what follows; without the type"),
    (re.compile(r"(?<!application)(?<!app)(?<!menu)(?<!drag)(?:\.|->)exec\s*\(\s*\)", re.IGNORECASE),
     "exec() nests an event loop; open() and a signal"),
    (re.compile(r"\bQMessageBox::(?:question|information|warning|critical|about)\s*\(|\bQFileDialog::get\w+\s*\(|"
                r"\bQInputDialog::get\w+\s*\("), "nests an event loop; open() and a signal"),
]
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
DISABLED_CODE = re.compile(
    r"^[ \t]*//(?!/|!| {4})[ \t]*(?:[\w:.>\-\[\]*&<]+(?:\s+[\w:*&<>]+)?\s*(?:\(.*\)|=\s*.+);|(?:return|break|continue)\b.*;|"
    r"(?:if|for|while|switch)\s*\(.*\)\s*\{|\}|\}\s*else.*|#[ \t]*(?:include|define|if)\b.*)[ \t]*$", re.MULTILINE)
# A home or a build machine's folder; examples in texts use /home/me and the like.
MACHINE_PATH = re.compile(r"(?<![\w.~$}/-])/(?:root|work|Users/\w+|home/(?!(?:me|you|user|name|ada)\b)\w+)/[\w.]")
TEXT_SUFFIXES = {".cpp", ".h", ".py", ".sh", ".md", ".txt", ".cmake", ".ui", ".ts", ".json", ".toml", ".sql", ".qrc", ".xml",
                 ".desktop", ""}


class Project:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()
        listing = subprocess.run(
            ["git", "-c", "safe.directory=*", "-C", str(self.folder), "ls-files", "--cached", "--others",
             "--exclude-standard"], capture_output=True, text=True, check=False)
        if listing.returncode == 0:
            names = listing.stdout.splitlines()
        else:
            names = [str(path.relative_to(self.folder)) for path in self.folder.rglob("*")
                     if "build" not in path.relative_to(self.folder).parts[:1]]
        self.files = sorted(name for name in set(names) if (self.folder / name).is_file())
        self.texts = {}
        self.codes = {}

    def text(self, name):
        if name not in self.texts:
            self.texts[name] = (self.folder / name).read_text(encoding="utf-8", errors="replace")
        return self.texts[name]

    def code(self, name):
        """The file without comments and without the insides of literals; lines stay where they are."""
        if name not in self.codes:
            self.codes[name] = COMMENT_OR_TEXT.sub(
                lambda found: ('""' if found[0][0] in "\"'R" else "") + "\n" * found[0].count("\n"), self.text(name))
        return self.codes[name]

    def named(self, prefix, *suffixes):
        return [name for name in self.files if name.startswith(prefix) and name.endswith(suffixes or "")]

    def sources(self, prefix=""):
        return [name for name in self.named(prefix, ".cpp", ".h") if name.startswith(("src/", "tests/"))]


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def matches(project, names, rules, of=Project.code):
    for name in names:
        text = of(project, name)
        for pattern, reason in rules:
            for found in pattern.finditer(text):
                yield f"{name}:{line_of(text, found.start())}: {found[0].strip()}: {reason}"


def room_of(path):
    """src/engine/mysql/reader.h is of engine/mysql, src/review/store/x.h of review/store, src/gui/compare/x.h of gui."""
    parts = path.split("/")
    if len(parts) > 2 and (parts[0] == "engine" or (parts[0], parts[1]) == ("review", "store")):
        return parts[0] + "/" + parts[1]
    return parts[0] if len(parts) > 1 else ""


def edge_allowed(source, target, header):
    above = source.split("/")[0]
    if target == source or (target == above and above in ("engine", "review")):
        return True
    if above == "review":
        return target == "base" or (target in ("db", "sql", "schema") and source == "review/store") or (
            target == "review/store" and source == "review")
    if "/" in target:
        # An engine is reached through engine/, a ledger store by those who open it.
        return target == "review/store" and above in ("drift", "app")
    if above in ("gui", "cli"):
        if target in ("db", "engine"):
            return header in VALUE_HEADERS
        return target not in ("gui", "cli")
    return target in ROOMS and ROOMS.index(target) < ROOMS.index(above)


def screen_headers():
    found = set()
    for folder in [*pathlib.Path("/usr/include").glob("*/qt6"), pathlib.Path("/usr/include/qt6")]:
        for module in SCREEN_MODULES:
            found |= {path.name for path in (folder / module).glob("Q*")}
            found |= {path.name for path in (folder / module).glob("q*.h")}
    return found


def includesFollowTheRooms(project):
    for name in project.sources("src/"):
        path = name.removeprefix("src/")
        source = room_of(path)
        for kind, header in INCLUDE.findall(project.text(name)):
            if kind == "<":
                continue
            if header.startswith("."):
                yield f"{name}: includes {header}: includes start at src/"
            target = room_of(header)
            if source and target and target.split("/")[0] in ROOMS and not edge_allowed(source, target, header):
                if name == "src/engine/allengines.cpp" and target.startswith("engine/"):
                    continue
                yield f"{name}: includes {header}: {source} may not include {target}"


def onlyTheWindowSeesWidgets(project):
    screen = screen_headers()
    for name in project.sources("src/"):
        if room_of(name.removeprefix("src/")) == "gui":
            continue
        for kind, header in INCLUDE.findall(project.text(name)):
            module = header.split("/")[0]
            if kind == "<" and (module in SCREEN_MODULES or header in screen or header.startswith(SCREEN_LIBRARIES)):
                yield f"{name}: includes <{header}>: only gui may"


def filesAreShort(project):
    listed = project.folder / "tests/tidy/long-files.txt"
    allowed = {}
    for line in listed.read_text().splitlines() if listed.exists() else []:
        if line.strip() and not line.startswith("#"):
            name, _, reason = line.partition(":")
            allowed[name.strip()] = reason.strip()
            if not reason.strip():
                yield f"long-files.txt: {name.strip()} has no reason"
    for name in project.sources() + project.named("tests/", ".py") + project.named("dev"):
        length = project.text(name).count("\n")
        if length > LONGEST and name not in allowed:
            yield f"{name}: {length} lines, more than {LONGEST}: split it, or give a reason in tests/tidy/long-files.txt"
        if name in allowed and length <= LONGEST:
            yield f"long-files.txt: {name} is short by now"
    for name in allowed:
        if name not in project.files:
            yield f"long-files.txt: {name} is gone"


def bannedConstructs(project):
    yield from matches(project, project.sources(), BANNED_EVERYWHERE)
    yield from matches(project, project.sources("src/gui/"), BANNED_IN_GUI)


def testsDoNotSleep(project):
    yield from matches(project, project.sources("tests/"), BANNED_IN_TESTS)


def nothingIsUnfinished(project):
    names = [name for name in project.files
             if pathlib.Path(name).suffix in {".cpp", ".h", ".cmake", ".txt", ".ui"} and not name.startswith("tests/tidy/")]
    yield from matches(project, names, [(UNFINISHED, "finish it, or say it in an issue")], Project.text)


def noCodeInComments(project):
    yield from matches(project, project.sources(), [(DISABLED_CODE, "code in a comment; the history keeps it")],
                       Project.text)


def headersAreIncludedOnce(project):
    for name in project.named("", ".h"):
        if "#pragma once" not in project.text(name):
            yield f"{name}: no #pragma once"


def everyFileIsBuilt(project):
    """A source that no CMakeLists.txt of its folder or of those above names would silently not be compiled or run."""
    for name in project.sources():
        path = pathlib.PurePosixPath(name)
        lists = [str(above / "CMakeLists.txt") for above in path.parents]
        room = "/".join(path.parts[:2])
        if f"{room}/CMakeLists.txt" not in project.files:
            continue
        text = "\n".join(project.text(found) for found in lists if found in project.files)
        stem = path.stem.removeprefix("tst_").removeprefix("bench_").removeprefix("fuzz_")
        if path.suffix == ".cpp" and not re.search(rf"\b{re.escape(stem)}\b", text):
            yield f"{name}: no CMakeLists.txt names it"


def namespacesAreFolders(project):
    for name in project.named("src/", ".h"):
        room = name.split("/")[1]
        declared = re.findall(r"^namespace ([\w:]+)", project.code(name), re.MULTILINE)
        wanted = f"countersign::{room}"
        if declared and not any(found == wanted or found.startswith(wanted + "::") for found in declared):
            yield f"{name}: namespace {declared[0]}, not {wanted}"


def namesAreDefinedOnce(project):
    """Two headers that define one name break the one-definition rule without a word from compiler or linker."""
    seen = {}
    for name in project.named("src/", ".h"):
        space = (re.findall(r"^namespace ([\w:]+)", project.code(name), re.MULTILINE) or [""])[0]
        for found in re.findall(r"^(?:struct|class|enum class) (\w+)(?: final)?(?: *:[^;{]*)?\s*\{", project.code(name),
                                re.MULTILINE):
            full = f"{space}::{found}"
            if full in seen:
                yield f"{name}: {full} is also defined in {seen[full]}"
            seen[full] = name


def translationsAreFinished(project):
    for name in project.named("translations/", ".ts"):
        if re.search(r"_(?:en_XA|pseudo|qps)\b", name):
            continue
        for message in xml.etree.ElementTree.fromstring(project.text(name)).iter("message"):
            translation = message.find("translation")
            kind = None if translation is None else translation.get("type")
            forms = [] if translation is None else [translation, *translation.findall("numerusform")]
            empty = not any((form.text or "").strip() for form in forms)
            if kind not in ("vanished", "obsolete") and (kind == "unfinished" or empty):
                yield f"{name}: \"{message.findtext('source')}\" is not translated"


def noPathsOfOneMachine(project):
    names = [name for name in project.files
             if pathlib.Path(name).suffix in TEXT_SUFFIXES and not name.startswith("tests/tidy/")]
    yield from matches(project, names, [(MACHINE_PATH, "a folder of one machine")], Project.text)


def formattedByClangFormat(project):
    program = shutil.which("clang-format")
    if program is None:
        raise LookupError("clang-format is not installed")
    names = project.sources()
    run = subprocess.run([program, "--dry-run", "--Werror", *names], cwd=project.folder, capture_output=True, text=True,
                         check=False)
    for name in sorted({line.split(":")[0] for line in run.stderr.splitlines() if "[-Wclang-format" in line}):
        yield f"{name}: not as clang-format would (./dev format)"
    if run.returncode != 0 and "clang-format-violations" not in run.stderr:
        yield run.stderr.strip()[:500]


RULES = [includesFollowTheRooms, onlyTheWindowSeesWidgets, filesAreShort, bannedConstructs, testsDoNotSleep,
         nothingIsUnfinished, noCodeInComments, headersAreIncludedOnce, everyFileIsBuilt, namespacesAreFolders,
         namesAreDefinedOnce, translationsAreFinished, noPathsOfOneMachine, formattedByClangFormat]


def main():
    project = Project(sys.argv[1])
    passed = failed = skipped = 0
    for rule in RULES:
        try:
            findings = list(rule(project))
        except LookupError as reason:
            print(f"SKIP   : tidy::{rule.__name__}() {reason}")
            skipped += 1
            continue
        for finding in findings:
            print(f"FAIL!  : tidy::{rule.__name__}() {finding}")
        passed += not findings
        failed += bool(findings)
        if not findings:
            print(f"PASS   : tidy::{rule.__name__}()")
    print(f"Totals: {passed} passed, {failed} failed, {skipped} skipped, 0 blacklisted, 0ms")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
