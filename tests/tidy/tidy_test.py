#!/usr/bin/env python3
"""Every rule of tidy.py finds what it forbids, where it is, and lets pass what looks alike."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import tidy  # noqa: E402


class Rules(unittest.TestCase):
    def findings(self, rule, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = pathlib.Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return list(rule(tidy.Project(folder)))

    def one(self, rule, name, text, expected):
        found = self.findings(rule, {name: text})
        self.assertEqual(len(found), 1, found)
        self.assertIn(expected, found[0])

    def none(self, rule, name, text):
        self.assertEqual(self.findings(rule, {name: text}), [])

    def test_edges_between_rooms(self):
        forbidden = [
            ("src/diff/a.cpp", "plan/plan.h"), ("src/base/a.h", "schema/schema.h"),
            ("src/engine/mysql/a.cpp", "engine/sqlite/reader.h"), ("src/engine/engine.cpp", "engine/mysql/reader.h"),
            ("src/plan/a.cpp", "engine/mysql/reader.h"), ("src/review/a.cpp", "db/session.h"),
            ("src/review/a.cpp", "schema/schema.h"), ("src/gui/compare/a.cpp", "db/session.h"),
            ("src/cli/a.cpp", "gui/window.h"), ("src/gui/a.cpp", "cli/main.h"), ("src/app/a.cpp", "gui/window.h"),
            ("src/gui/a.cpp", "engine/engine.h"), ("src/checks/rules/a.cpp", "../checks/check.h"),
        ]
        for name, header in forbidden:
            with self.subTest(name=name, header=header):
                self.one(tidy.includesFollowTheRooms, name, f'#include "{header}"\n', header)
        allowed = [
            ("src/plan/a.cpp", "diff/compare.h"), ("src/engine/mysql/a.cpp", "engine/engine.h"),
            ("src/engine/mysql/a.cpp", "engine/mysql/reader.h"), ("src/engine/allengines.cpp", "engine/mysql/reader.h"),
            ("src/review/store/a.cpp", "db/session.h"), ("src/review/store/a.cpp", "review/ledger.h"),
            ("src/gui/a.cpp", "app/workspace.h"), ("src/gui/a.cpp", "schema/schema.h"),
            ("src/gui/a.cpp", "db/connectionurl.h"), ("src/cli/a.cpp", "review/verdict.h"), ("src/gui/a.cpp", "ui_a.h"),
            ("src/checks/rules/a.cpp", "checks/check.h"),
        ]
        for name, header in allowed:
            with self.subTest(name=name, header=header):
                self.none(tidy.includesFollowTheRooms, name, f'#include "{header}"\n')

    def test_widgets(self):
        self.one(tidy.onlyTheWindowSeesWidgets, "src/app/a.cpp", "#include <QtWidgets/QWidget>\n", "QWidget")
        if tidy.screen_headers():
            self.one(tidy.onlyTheWindowSeesWidgets, "src/app/a.cpp", "#include <QColor>\n", "QColor")
        self.none(tidy.onlyTheWindowSeesWidgets, "src/gui/a.cpp", "#include <QtWidgets/QWidget>\n")
        self.none(tidy.onlyTheWindowSeesWidgets, "src/app/a.cpp", "#include <QString>\n")

    def test_long_files(self):
        self.one(tidy.filesAreShort, "src/base/a.cpp", "\n" * 601, "601 lines")
        self.none(tidy.filesAreShort, "src/base/a.cpp", "\n" * 600)
        listed = "tests/tidy/long-files.txt"
        self.assertEqual(self.findings(tidy.filesAreShort, {"src/base/a.cpp": "\n" * 601, listed: "src/base/a.cpp: data"}), [])
        self.assertEqual(len(self.findings(tidy.filesAreShort, {"src/base/a.cpp": "\n" * 601, listed: "src/base/a.cpp:"})), 1)
        self.one(tidy.filesAreShort, listed, "src/base/gone.cpp: data", "gone")

    def test_banned_constructs(self):
        for text in ["foreach (x, y) {}", "Q_FOREACH(a, b)", "qDebug() << 1;", 'printf("x");', "connect(a, SIGNAL(b()));",
                     "using namespace std;", "p = NULL;", "void on_button_clicked();", "void slotSave();",
                     "static bool registered = registerCheck(x);", "Q_COREAPP_STARTUP_FUNCTION(f)"]:
            with self.subTest(text=text):
                self.one(tidy.bannedConstructs, "src/base/a.cpp", "\n" + text + "\n", "a.cpp:2:")
        for text in ["QMessageBox::warning(this, a, b);", "dialog.exec();", "QFileDialog::getOpenFileName(this);"]:
            with self.subTest(text=text):
                self.one(tidy.bannedConstructs, "src/gui/a.cpp", text, "a.cpp:1:")
        for text in ['auto s = "foreach (x) printf(y)";', "// NULL in SQL is not equal to itself", 'u"a\\"NULL"', "application.exec();",
                     'R"sql(x IS NULL)sql"', "snprintf(b, 1, f);", "drag.exec();", "dialog.open();", "isNull();"]:
            with self.subTest(text=text):
                self.none(tidy.bannedConstructs, "src/gui/a.cpp", text)

    def test_sleeping_tests(self):
        for text in ["QTest::qWait(100);", "QThread::msleep(5);", "std::this_thread::sleep_for(1ms);", "sleep(1);"]:
            with self.subTest(text=text):
                self.one(tidy.testsDoNotSleep, "tests/base/tst_a.cpp", text, "tst_a.cpp:1")
        self.none(tidy.testsDoNotSleep, "tests/base/tst_a.cpp", 'run("SELECT pg_sleep(1)"); QTRY_VERIFY(x);')

    def test_unfinished_work(self):
        self.one(tidy.nothingIsUnfinished, "src/base/a.cpp", "// TODO: later", "TODO")
        self.none(tidy.nothingIsUnfinished, "src/base/a.cpp", 'QTemporaryDir d(u"/x/XXXXXX"_s);')

    def test_code_in_comments(self):
        for text in ["// foo(bar);", "//x = 3;", "// if (a) {", "// }", "// return x;", "// #include <a>", "// a->b(c);"]:
            with self.subTest(text=text):
                self.one(tidy.noCodeInComments, "src/base/a.cpp", "\n" + text + "\n", "a.cpp:2")
        for text in ["// The server closes it; we wait.", "/// if (a) {", "//     auto x = f(y);", "// why it is so",
                     "// namespace;"]:
            with self.subTest(text=text):
                self.none(tidy.noCodeInComments, "src/base/a.cpp", text)

    def test_headers(self):
        self.one(tidy.headersAreIncludedOnce, "src/base/a.h", "int f();", "no #pragma once")
        self.one(tidy.namespacesAreFolders, "src/base/a.h", "namespace countersign::diff {", "not countersign::base")
        self.none(tidy.namespacesAreFolders, "src/engine/mysql/a.h", "namespace countersign::engine::mysql {")

    def test_files_that_are_not_built(self):
        files = {"src/base/a.cpp": "", "src/base/CMakeLists.txt": "add(b.cpp)"}
        self.assertEqual(len(self.findings(tidy.everyFileIsBuilt, files)), 1)
        files["src/base/CMakeLists.txt"] = "add(a.cpp)"
        self.assertEqual(self.findings(tidy.everyFileIsBuilt, files), [])

    def test_names_defined_twice(self):
        files = {"src/app/a.h": "namespace countersign::app {\nstruct Wish {\n", "src/app/b.h": "namespace countersign::app {\nclass Wish {\n"}
        self.assertEqual(len(self.findings(tidy.namesAreDefinedOnce, files)), 1)
        files["src/app/b.h"] = "namespace countersign::app {\nclass Wish;\nstruct Other {\n"
        self.assertEqual(self.findings(tidy.namesAreDefinedOnce, files), [])

    def test_translations(self):
        start, end = "<TS><context><name>x</name><message><source>Open</source>", "</message></context></TS>"
        for translation in ['<translation type="unfinished">Auf</translation>', "<translation></translation>", ""]:
            with self.subTest(translation=translation):
                self.one(tidy.translationsAreFinished, "translations/x_de.ts", start + translation + end, "Open")
        self.none(tidy.translationsAreFinished, "translations/x_de.ts", start + "<translation>Öffnen</translation>" + end)

    def test_paths_of_one_machine(self):
        for text in ["/root/x", "see /home/alice/x", "/work/y"]:
            with self.subTest(text=text):
                self.one(tidy.noPathsOfOneMachine, "docs/a.md", text, "a.md:1")
        for text in ["/home/me/x", "src/work/x", "$HOME/work/x", "https://example.com/root/x", "/usr/share/x"]:
            with self.subTest(text=text):
                self.none(tidy.noPathsOfOneMachine, "docs/a.md", text)


if __name__ == "__main__":
    unittest.main()
