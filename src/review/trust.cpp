#include "review/trust.h"

#include "review/json.h"
#include "review/state.h"
#include "review/stricttoml.h"
#include "review/templates.h"

namespace countersign::review {

using namespace Qt::StringLiterals;

QByteArray encodeTrust(const Trust &trust)
{
    QByteArray text =
        "# Pins where the chain of policies begins. Keep it with the pipeline, outside the reviewed repository.\n";
    text += "trust = 1\nledger = " + tomlString(trust.ledger) + "\ngenesis = " + tomlString(trust.genesis) +
            "\nthreshold = " + QByteArray::number(trust.threshold) +
            "\nmin_serial = " + QByteArray::number(trust.minimumSerial) + '\n';
    for (const AdminKey &admin : trust.admins) {
        text += "[[admin]]\nperson = " + tomlString(admin.person) + "\nkey = " + tomlString(admin.key) + '\n';
    }
    return text;
}

base::Result<Trust> parseTrust(QByteArrayView bytes, const QString &where)
{
    constexpr qsizetype limit = 1024 * 1024;
    if (bytes.size() > limit) {
        return std::unexpected(base::usageError(u"The file is too large"_s, where));
    }
    CS_TRY(root, parseToml(bytes, where));
    TomlReader reader(root, {}, where);
    Trust trust;
    reader.integer(u"trust"_s, 1, 1);
    trust.ledger = reader.text(u"ledger"_s);
    trust.genesis = reader.text(u"genesis"_s);
    trust.threshold = static_cast<int>(reader.integer(u"threshold"_s, 1, 100));
    trust.minimumSerial = reader.integer(u"min_serial"_s, 1, (qint64{1} << 53) - 1, 1);
    for (TomlReader &sub : reader.tableArray(u"admin"_s)) {
        AdminKey admin{sub.text(u"person"_s), {}};
        const QString line = sub.text(u"key"_s);
        if (const auto key = parsePublicKey(line)) {
            admin.key = key->line();
        } else {
            sub.fail(u"key"_s, u"must be an SSH public key: "_s + key.error().message);
        }
        CS_CHECK(sub.done());
        trust.admins << admin;
    }
    if (!isDigest(trust.genesis)) {
        reader.fail(u"genesis"_s, u"must be an event id of 64 hex digits"_s);
    }
    if (trust.admins.size() < trust.threshold) {
        reader.fail(u"threshold"_s, u"is larger than the number of admins"_s);
    }
    CS_CHECK(reader.done());
    return trust;
}

Trust trustOf(const LedgerState &state)
{
    return {state.ledger, state.genesis, state.founding.admins, state.founding.threshold,
            state.policy() != nullptr ? state.policy()->serial : 1};
}

base::Result<void> checkTrust(const Trust &trust, const LedgerState &state)
{
    const auto sameAdmin = [&](const AdminKey &admin) {
        const auto key = parsePublicKey(admin.key);
        return std::any_of(trust.admins.begin(), trust.admins.end(), [&](const AdminKey &trusted) {
            return key && trusted.person == admin.person && trusted.key == key->line();
        });
    };
    const bool admins = state.founding.admins.size() == trust.admins.size() &&
                        std::all_of(state.founding.admins.begin(), state.founding.admins.end(), sameAdmin);
    if (state.ledger != trust.ledger || state.genesis != trust.genesis || !admins ||
        state.founding.threshold != trust.threshold) {
        return std::unexpected(base::integrityError(
            u"POLICY_INVALID: the policies do not begin where this gate was told to trust"_s, state.ledger,
            u"Is this the right ledger? The trust file pins %1."_s.arg(trust.ledger)));
    }
    if (state.policy() == nullptr || state.policy()->serial < trust.minimumSerial) {
        return std::unexpected(base::integrityError(
            u"POLICY_INVALID: the policy is older than this gate accepts (serial %1)"_s.arg(trust.minimumSerial),
            state.ledger));
    }
    return {};
}

} // namespace countersign::review
