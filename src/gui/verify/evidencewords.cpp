#include "gui/verify/evidencewords.h"

#include "gui/common/sentencebook.h"
#include "gui/compare/compareindex.h"
#include "gui/compare/propertywords.h"

#include <QCoreApplication>
#include <QStringList>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *sentences[] = {
    // About rows, the longer ones first: a part of such a sentence may be one itself.
    QT_TRANSLATE_NOOP("Evidence", "No row of %1 is left that it would change; %2 are as it leaves them"),
    QT_TRANSLATE_NOOP("Evidence", "No row of %1 is left that it would change: it ran, or it had nothing to do"),
    QT_TRANSLATE_NOOP("Evidence", "Of its rows %1 has %2, none is missing"),
    QT_TRANSLATE_NOOP("Evidence", "What it reads is gone since; %1, which this migration made empty, is filled (%2)"),
    QT_TRANSLATE_NOOP("Evidence", "%1, as it would however often it ran: this says nothing"),
    QT_TRANSLATE_NOOP("Evidence", "%1, but statement %2 may have changed the same rows since"),
    QT_TRANSLATE_NOOP("Evidence", "%1: it did not run, or they were written since; statement %2 after it took effect"),
    QT_TRANSLATE_NOOP("Evidence", "%1 and has %2"),
    QT_TRANSLATE_NOOP("Evidence", "%1 lacks %2 of its rows"),
    QT_TRANSLATE_NOOP("Evidence", "It would still change %1 of %2"),
    QT_TRANSLATE_NOOP("Evidence", "%1, but %2 is not as this or a later statement leaves it"),
    QT_TRANSLATE_NOOP("Evidence", "%1 is neither as before nor as after this statement"),
    QT_TRANSLATE_NOOP("Evidence", "%1 is the same before this statement and after statement %2"),
    QT_TRANSLATE_NOOP("Evidence", "%1 is as statement %2 leaves it, which overwrites this one"),
    QT_TRANSLATE_NOOP("Evidence", "%1 is still there as it was"),
    QT_TRANSLATE_NOOP("Evidence", "%1 as it was before is gone"),
    QT_TRANSLATE_NOOP("Evidence", "%1 is as this statement leaves it"),
    QT_TRANSLATE_NOOP("Evidence", "%1 is as before"),
    QT_TRANSLATE_NOOP("Evidence", "%1 is missing"),
    QT_TRANSLATE_NOOP("Evidence", "%1 is there"),
    QT_TRANSLATE_NOOP("Evidence", "The statement failed in the rehearsal, so its effects are not known"),
    QT_TRANSLATE_NOOP("Evidence", "It changes data only; the catalog cannot show it"),
    QT_TRANSLATE_NOOP("Evidence", "It changes the session only; nothing of it stays"),
    QT_TRANSLATE_NOOP("Evidence", "It changed nothing in the schema; the catalog cannot show it"),
    QT_TRANSLATE_NOOP("Evidence",
                      "Statement %1 after it took effect: run in order, this one did too; run by hand, nobody can "
                      "tell"),
    QT_TRANSLATE_NOOP("Evidence", "Statement %1 changes data only and may have run already: look before running it "
                                  "again."),
    QT_TRANSLATE_NOOP("Evidence", "at least %1"),
    QT_TRANSLATE_NOOP("Evidence", "%1 row"),
    QT_TRANSLATE_NOOP("Evidence", "%1 rows"),
};

const SentenceBook &book()
{
    static const SentenceBook made("Evidence", sentences);
    return made;
}

/// "column trips.status" with the kind in the language of the window; a fact inside a fact likewise.
QString subject(const QString &english)
{
    const QString said = book().said(english, subject);
    if (said != english) {
        return said;
    }
    // A property may be called as a kind is: "type of column a.b".
    const qsizetype of = english.indexOf(u" of "_s);
    const bool property = of > 0 && !english.first(of).contains(u' ');
    for (const qsizetype begin : property ? QList<qsizetype>{of + 4, 0} : QList<qsizetype>{0}) {
        const QStringView object = QStringView(english).sliced(begin);
        for (int i = 0; i < schema::objectKindCount; ++i) {
            const auto kind = schema::ObjectKind(i);
            const QString name = schema::nameOf(kind) + u' ';
            if (object.startsWith(name)) {
                return (begin == 0 ? QString() : propertyTitle(english.first(of)) + english.sliced(of, 4)) +
                       titleOf(kind) + u' ' + object.sliced(name.size()).toString();
            }
        }
    }
    return english;
}

} // namespace

QString evidenceWords(const QString &english)
{
    QStringList lines;
    for (const QString &line : english.split(u'\n')) {
        lines << book().said(line, subject);
    }
    return lines.join(u'\n');
}

} // namespace countersign::gui
