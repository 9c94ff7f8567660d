#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace countersign::review {

/// The policies to start from.
enum class PolicyTemplate : quint8 {
    Alone,     ///< one person; separation is off and every verdict says so
    SmallTeam, ///< four eyes: one other person approves
    Regulated, ///< two database administrators and an owner, checks required, machines deploy
};

[[nodiscard]] QString templateName(PolicyTemplate kind);
[[nodiscard]] std::optional<PolicyTemplate> templateFromName(const QString &name);
/// One sentence for a person who chooses.
[[nodiscard]] QString templateSummary(PolicyTemplate kind);

struct TemplateEnvironment {
    QString name;
    QString identity; ///< may be empty: the policy then says nothing and `policy check` warns
};

struct TemplatePerson {
    QString id;
    QString mail; ///< may be empty
    QString key;  ///< "ssh-ed25519 AAAA…"; may be empty
};

/// The text of policy.toml. The first person is the admin.
[[nodiscard]] QByteArray policyFromTemplate(PolicyTemplate kind, const QList<TemplatePerson> &people,
                                            const QList<TemplateEnvironment> &environments);
/// The text of allowed_signers for those who have a key.
[[nodiscard]] QByteArray signersFile(const QList<TemplatePerson> &people);

/// A TOML basic string with its quotes.
[[nodiscard]] QByteArray tomlString(const QString &text);

} // namespace countersign::review
