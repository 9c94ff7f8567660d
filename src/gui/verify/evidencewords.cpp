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
    // About ways on and back, and what they lose.
    QT_TRANSLATE_NOOP("Evidence", "There is no %1, so it cannot have taken effect"),
    QT_TRANSLATE_NOOP("Evidence", "%1, which statement %2 makes"),
    QT_TRANSLATE_NOOP("Evidence", "It changes nothing that stays"),
    QT_TRANSLATE_NOOP("Evidence", "It may do anything; the catalog cannot show whether it ran"),
    QT_TRANSLATE_NOOP("Evidence", "Without it the expected schema is not reached from here"),
    QT_TRANSLATE_NOOP("Evidence", "The expected schema is there: nothing is left for it to do"),
    QT_TRANSLATE_NOOP("Evidence", "It changes nothing here: it ran, or what it makes was there before"),
    QT_TRANSLATE_NOOP("Evidence",
                      "With it and without it the expected schema is reached from here: the catalog cannot tell"),
    QT_TRANSLATE_NOOP("Evidence", "The rehearsal did not get this far, so its effects are not known"),
    QT_TRANSLATE_NOOP("Evidence",
                      "Statement %1 took effect for some rows only: complete them before running it again."),
    QT_TRANSLATE_NOOP("Evidence",
                      "The changes of rows at the beginning were left out; only what follows them was rehearsed"),
    QT_TRANSLATE_NOOP("Evidence",
                      "The schema is the expected one; whether the rows of statement %1 were changed, look there."),
    QT_TRANSLATE_NOOP("Evidence", "May have run already: statement %1. Look before running it again."),
    QT_TRANSLATE_NOOP("Evidence", "The schema before the migration is not known"),
    QT_TRANSLATE_NOOP("Evidence", "Statement %1 fails: %2"),
    QT_TRANSLATE_NOOP("Evidence", "The deadline was over"),
    QT_TRANSLATE_NOOP("Evidence", "%1 differences would be left, the first: %2"),
    QT_TRANSLATE_NOOP("Evidence", "%1: rows that statement %2 deletes do not come back"),
    QT_TRANSLATE_NOOP("Evidence", "%1: its rows, which statement %2 removes, do not come back"),
    QT_TRANSLATE_NOOP("Evidence", "%1: values of %2 that statement %3 writes over do not come back"),
    QT_TRANSLATE_NOOP("Evidence", "%1: rows that statement %2 writes over do not come back"),
    QT_TRANSLATE_NOOP("Evidence", "%1: rows that statement %2 inserted stay"),
    QT_TRANSLATE_NOOP("Evidence", "rows that statement %1 changes do not come back"),
    QT_TRANSLATE_NOOP("Evidence", "%1: the whole table is lost (%2)"),
    QT_TRANSLATE_NOOP("Evidence", "%1: its values are lost (%2)"),
    QT_TRANSLATE_NOOP("Evidence",
                      "%1: values that %2 cannot hold exactly are changed or refused on the way from %3 (%4)"),
    QT_TRANSLATE_NOOP("Evidence", "%1: dropped by the migration; the way back brings it back empty (%2)"),
    QT_TRANSLATE_NOOP("Evidence", "%1: converted from %2 to %3; what the conversion cut off does not come back (%4)"),
    QT_TRANSLATE_NOOP("Evidence",
                      "%1: what was written into it since the migration and %2 cannot hold is cut off or refused"),
    QT_TRANSLATE_NOOP("Evidence", "%1: what was written into it since the migration is lost"),
    QT_TRANSLATE_NOOP("Evidence", "rows unknown"),
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
    QT_TRANSLATE_NOOP("Evidence", "%1 is not yet as this statement makes it"),
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
