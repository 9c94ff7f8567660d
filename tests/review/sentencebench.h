#pragma once

#include "review/workbench.h"

#include <QHash>
#include <QJsonObject>

namespace countersign::review::test {

/// A ledger with a team, a policy and one change under review, and countersignctl. A case is a list of lines:
///     WHO EXIT[,CODE] COMMAND…
/// WHO is who signs, "-" for nobody, or "sh" for a command of a shell; CODE is one of the reasons. {C} and {D} are the
/// newest change and revision, {A} the newest deployment, {ctl} the program, {key:WHO}, {file:WHO} and {line:WHO} a
/// fingerprint, a key file and a public key; GATE asks whether {C} may be deployed.
class SentenceBench
{
public:
    /// False when the ledger cannot be made; see said().
    bool prepare();
    /// Runs the lines in a fresh copy. False at the first that ends otherwise; see said().
    bool hold(const QStringList &lines);
    /// The line that did not hold and what it said.
    [[nodiscard]] const char *said() const { return m_said.constData(); }

private:
    struct Outcome {
        int exit = -1;
        QJsonObject json;
        QByteArray err;
    };
    Outcome run(const QString &who, QString command);

    Workbench m_keys;
    QTemporaryDir m_prepared; ///< what every case begins with
    QHash<QString, QString> m_begin;
    QString m_folder;
    QHash<QString, QString> m_words;
    QByteArray m_said;
};

} // namespace countersign::review::test
