#include "diff/sidebyside.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign::diff;

class TestSideBySide : public QObject
{
    Q_OBJECT

private slots:
    void pairsAlikeLines()
    {
        const SideBySide view = alignRows(
            u"CREATE TABLE orders (\n    id bigint,\n    status varchar(16) NOT NULL,\n    legacy char(8)\n);\n"_s,
            u"CREATE TABLE orders (\n    id bigint,\n    status text NOT NULL,\n    placed_at timestamptz\n);\n"_s);
        QCOMPARE(view.rows.size(), 6U);
        QCOMPARE(view.rows[2].kind, RowKind::Changed);
        QCOMPARE(view.rows[2].left.sliced(view.rows[2].leftMarks.front().begin, 11), u"varchar(16)"_s);
        QCOMPARE(view.rows[2].rightMarks.front(), (Segment{11, 15}));
        QCOMPARE(view.rows[3].kind, RowKind::Removed);
        QCOMPARE(view.rows[4].kind, RowKind::Added);
        QCOMPARE(view.hunks.size(), 1U);
        QCOMPARE(view.hunks.front(), (Hunk{2, 4}));
    }

    void emptySides()
    {
        QCOMPARE(alignRows({}, {}).rows.size(), 0U);
        QCOMPARE(alignRows(u"a\nb\n"_s, {}).rows.size(), 2U);
        QCOMPARE(alignRows({}, u"a\n"_s).rows.front().kind, RowKind::Added);
    }

    void everyLineAppearsOnceInOrder()
    {
        QRandomGenerator random(20240607);
        for (int round = 0; round < 500; ++round) {
            const auto text = [&] {
                QStringList lines;
                for (int i = random.bounded(30); i > 0; --i) {
                    lines << u"line %1 of %2"_s.arg(random.bounded(6)).arg(random.bounded(3));
                }
                return lines;
            };
            const QStringList left = text();
            const QStringList right = text();
            QStringList seenLeft;
            QStringList seenRight;
            for (const Row &row : alignRows(left.join(u'\n') + u'\n', right.join(u'\n') + u'\n').rows) {
                if (row.leftLine > 0) {
                    seenLeft << row.left;
                    QCOMPARE(row.leftLine, seenLeft.size());
                }
                if (row.rightLine > 0) {
                    seenRight << row.right;
                    QCOMPARE(row.rightLine, seenRight.size());
                }
                if (row.kind == RowKind::Same) {
                    QCOMPARE(row.left, row.right);
                }
            }
            if (!left.isEmpty()) {
                QCOMPARE(seenLeft, left);
            }
            if (!right.isEmpty()) {
                QCOMPARE(seenRight, right);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestSideBySide)
#include "tst_sidebyside.moc"
