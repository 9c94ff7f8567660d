#include "review/verifiedcopy.h"

#include "base/digest.h"
#include "review/marks.h"

#include <tuple>

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

// Another number for every change of what is written below: older copies are then made anew.
constexpr QByteArrayView magic = "countersign copy 1\n";
constexpr qsizetype digestSize = 32;
constexpr qint64 copyBytesLimit = 4LL * 1024 * 1024 * 1024;

// What each struct is made of. A member that is forgotten here is found by the test that compares every kind of event
// with its copy.
template <class T>
struct Members;
template <>
struct Members<Head> {
    static constexpr auto list = std::tuple{&Head::size, &Head::link};
};
template <>
struct Members<AdminKey> {
    static constexpr auto list = std::tuple{&AdminKey::person, &AdminKey::key};
};
template <>
struct Members<Genesis> {
    static constexpr auto list = std::tuple{&Genesis::name, &Genesis::admins, &Genesis::threshold};
};
template <>
struct Members<PolicyActivate> {
    static constexpr auto list = std::tuple{&PolicyActivate::serial, &PolicyActivate::policy, &PolicyActivate::signers,
                                            &PolicyActivate::replaces};
};
template <>
struct Members<KeyRevoke> {
    static constexpr auto list = std::tuple{&KeyRevoke::person, &KeyRevoke::key, &KeyRevoke::cause, &KeyRevoke::from};
};
template <>
struct Members<Endorse> {
    static constexpr auto list = std::tuple{&Endorse::event};
};
template <>
struct Members<ChangeOpen> {
    static constexpr auto list = std::tuple{&ChangeOpen::environment, &ChangeOpen::title};
};
template <>
struct Members<RevisionAdd> {
    static constexpr auto list = std::tuple{&RevisionAdd::revision};
};
template <>
struct Members<Vote> {
    static constexpr auto list = std::tuple{&Vote::revision, &Vote::vote, &Vote::acks, &Vote::message};
};
template <>
struct Members<Anchor> {
    static constexpr auto list = std::tuple{&Anchor::file, &Anchor::statement,      &Anchor::begin,
                                            &Anchor::end,  &Anchor::statementBytes, &Anchor::object};
};
template <>
struct Members<Comment> {
    static constexpr auto list = std::tuple{&Comment::revision, &Comment::anchor, &Comment::blocking, &Comment::text};
};
template <>
struct Members<Resolve> {
    static constexpr auto list = std::tuple{&Resolve::comment};
};
template <>
struct Members<Dismiss> {
    static constexpr auto list = std::tuple{&Dismiss::vote, &Dismiss::reason};
};
template <>
struct Members<Waive> {
    static constexpr auto list = std::tuple{&Waive::finding, &Waive::object, &Waive::reason, &Waive::until};
};
template <>
struct Members<Unwaive> {
    static constexpr auto list = std::tuple{&Unwaive::waiver};
};
template <>
struct Members<Abandon> {
    static constexpr auto list = std::tuple{&Abandon::reason};
};
template <>
struct Members<EmergencyOpen> {
    static constexpr auto list = std::tuple{&EmergencyOpen::revision, &EmergencyOpen::incident, &EmergencyOpen::reason};
};
template <>
struct Members<DeployBegin> {
    static constexpr auto list = std::tuple{&DeployBegin::revision, &DeployBegin::emergency, &DeployBegin::certificate};
};
template <>
struct Members<DeployFinish> {
    static constexpr auto list = std::tuple{&DeployFinish::attempt, &DeployFinish::result};
};
template <>
struct Members<DeployConfirm> {
    static constexpr auto list = std::tuple{&DeployConfirm::attempt, &DeployConfirm::matches, &DeployConfirm::live};
};
template <>
struct Members<Merge> {
    static constexpr auto list = std::tuple{&Merge::common, &Merge::other, &Merge::branch};
};
template <>
struct Members<Restore> {
    static constexpr auto list = std::tuple{&Restore::restored, &Restore::lost, &Restore::reason};
};
template <>
struct Members<Upgrade> {
    static constexpr auto list = std::tuple{&Upgrade::from, &Upgrade::to};
};
template <>
struct Members<Payload> {
    static constexpr auto list = std::tuple{&Payload::ledger, &Payload::change, &Payload::by,      &Payload::at,
                                            &Payload::nonce,  &Payload::seen,   &Payload::witness, &Payload::body};
};
template <>
struct Members<PublicKey> {
    static constexpr auto list = std::tuple{&PublicKey::type, &PublicKey::blob};
};

template <class T>
concept Struct = requires { Members<T>::list; };

enum class Spelling : quint8 { Text, Hex };

/// Every text is written where it is met first and is a number from then on.
class Writer
{
public:
    QByteArray bytes;

    void number(quint64 value)
    {
        while (value >= 0x80) {
            bytes += static_cast<char>(value | 0x80);
            value >>= 7;
        }
        bytes += static_cast<char>(value);
    }
    void put(qint64 value) { number((static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63)); }
    void put(int value) { put(qint64{value}); }
    void put(bool value) { number(value ? 1 : 0); }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void put(Enum value)
    {
        number(static_cast<quint64>(value));
    }
    void put(const QString &text)
    {
        const auto known = m_texts.constFind(text);
        number(known == m_texts.constEnd() ? static_cast<quint64>(m_texts.size()) : *known);
        if (known != m_texts.constEnd()) {
            return;
        }
        m_texts.insert(text, static_cast<quint64>(m_texts.size()));
        const QByteArray utf8 = text.toUtf8();
        const QByteArray raw = QByteArray::fromHex(utf8);
        const bool hex = !raw.isEmpty() && raw.toHex() == utf8;
        put(hex ? Spelling::Hex : Spelling::Text);
        put(hex ? raw : utf8);
    }
    void put(const QByteArray &value)
    {
        number(static_cast<quint64>(value.size()));
        bytes += value;
    }
    template <class T>
    void put(const QList<T> &values)
    {
        number(static_cast<quint64>(values.size()));
        for (const T &value : values) {
            put(value);
        }
    }
    void put(const Body &body)
    {
        number(body.index());
        std::visit([this](const auto &value) { put(value); }, body);
    }
    template <Struct T>
    void put(const T &value)
    {
        std::apply([&](auto... member) { (put(value.*member), ...); }, Members<T>::list);
    }

private:
    QHash<QString, quint64> m_texts;
};

class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_bytes(bytes) { m_texts.reserve(bytes.size() / leastTextBytes); }

    [[nodiscard]] bool good() const { return m_good; }
    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }

    quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_at >= m_bytes.size()) {
                break;
            }
            const auto byte = static_cast<quint8>(m_bytes[m_at++]);
            value |= static_cast<quint64>(byte & 0x7f) << shift;
            if (byte < 0x80) {
                return value;
            }
        }
        m_good = false;
        return 0;
    }
    void get(qint64 &value)
    {
        const quint64 folded = number();
        value = static_cast<qint64>((folded >> 1) ^ (~(folded & 1) + 1));
    }
    void get(int &value)
    {
        qint64 wide = 0;
        get(wide);
        value = static_cast<int>(wide);
    }
    void get(bool &value) { value = number() != 0; }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void get(Enum &value)
    {
        value = static_cast<Enum>(number());
    }
    void get(QString &text)
    {
        const quint64 index = number();
        const auto known = static_cast<quint64>(m_texts.size());
        if (index < known) {
            text = m_texts[static_cast<qsizetype>(index)];
            return;
        }
        Spelling spelling{};
        get(spelling);
        const QByteArrayView bytes = view();
        if (index > known) {
            m_good = false;
            return;
        }
        text = spelling == Spelling::Hex ? hexOf(bytes) : QString::fromUtf8(bytes);
        m_texts << text;
    }
    void get(QByteArray &value) { value = view().toByteArray(); }
    template <class T>
    void get(QList<T> &values)
    {
        const quint64 size = number();
        for (quint64 i = 0; i < size && m_good; ++i) {
            T value;
            get(value);
            values << std::move(value);
        }
    }
    void get(Body &body) { getBody(body, number(), std::make_index_sequence<std::variant_size_v<Body>>()); }
    template <Struct T>
    void get(T &value)
    {
        std::apply([&](auto... member) { (get(value.*member), ...); }, Members<T>::list);
    }

private:
    QByteArrayView view()
    {
        const quint64 size = number();
        if (size > static_cast<quint64>(m_bytes.size() - m_at)) {
            m_good = false;
            return {};
        }
        const QByteArrayView bytes = m_bytes.sliced(m_at, static_cast<qsizetype>(size));
        m_at += bytes.size();
        return bytes;
    }

    static constexpr qsizetype leastTextBytes = 32;

    static QString hexOf(QByteArrayView bytes)
    {
        static constexpr char16_t digits[] = u"0123456789abcdef";
        QString text(2 * bytes.size(), Qt::Uninitialized);
        QChar *out = text.data();
        for (const char c : bytes) {
            *out++ = digits[static_cast<quint8>(c) >> 4];
            *out++ = digits[static_cast<quint8>(c) & 15];
        }
        return text;
    }

    template <std::size_t... Index>
    void getBody(Body &body, quint64 index, std::index_sequence<Index...>)
    {
        const bool known = ((index == Index ? (get(body.emplace<Index>()), true) : false) || ...);
        m_good = m_good && known;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    QList<QString> m_texts;
    bool m_good = true;
};

QString copyPath(const QString &stateFolder, const QString &ledger)
{
    return stateFolder + u"/copies/"_s + ledger;
}

} // namespace

Head VerifiedCopy::head() const
{
    return events.isEmpty() ? Head{} : Head{events.last().stored.seq, events.last().stored.link};
}

QByteArray encodeCopy(const VerifiedCopy &copy)
{
    Writer writer;
    writer.put(copy.ledger);
    QHash<QByteArray, qint64> keys;
    writer.number(static_cast<quint64>(copy.events.size()));
    for (const VerifiedEvent &event : copy.events) {
        const auto known = keys.constFind(event.key.blob);
        writer.put(known == keys.constEnd() ? qint64{keys.size()} : *known);
        if (known == keys.constEnd()) {
            keys.insert(event.key.blob, keys.size());
            writer.put(event.key);
        }
        writer.put(event.userVerified);
        writer.put(event.stored.eid);
        writer.put(event.stored.link);
        writer.put(event.stored.receivedUs);
        writer.put(event.payload);
    }
    return magic.toByteArray() + base::sha256(writer.bytes) + writer.bytes;
}

std::optional<VerifiedCopy> decodeCopy(const QByteArray &bytes)
{
    if (!bytes.startsWith(magic) || bytes.size() < magic.size() + digestSize) {
        return std::nullopt;
    }
    const QByteArrayView content = QByteArrayView(bytes).sliced(magic.size() + digestSize);
    if (base::sha256(content) != QByteArrayView(bytes).sliced(magic.size(), digestSize)) {
        return std::nullopt;
    }
    Reader reader(content);
    VerifiedCopy copy;
    reader.get(copy.ledger);
    QList<PublicKey> keys;
    constexpr qsizetype leastEventBytes = 64;
    const quint64 size = reader.number();
    copy.events.reserve(std::min(static_cast<qsizetype>(size), content.size() / leastEventBytes));
    for (quint64 i = 0; i < size && reader.good(); ++i) {
        VerifiedEvent event;
        qint64 key = 0;
        reader.get(key);
        if (key == keys.size()) {
            reader.get(keys.emplaceBack());
        }
        event.key = keys.value(key);
        reader.get(event.userVerified);
        event.stored.seq = static_cast<qint64>(i) + 1;
        reader.get(event.stored.eid);
        reader.get(event.stored.link);
        reader.get(event.stored.receivedUs);
        reader.get(event.payload);
        copy.events << std::move(event);
    }
    if (!reader.good() || !reader.atEnd()) {
        return std::nullopt;
    }
    return copy;
}

std::optional<VerifiedCopy> loadCopy(const QString &stateFolder, const QString &ledger)
{
    const auto bytes = readWholeFile(copyPath(stateFolder, ledger), copyBytesLimit);
    auto copy = bytes ? decodeCopy(*bytes) : std::nullopt;
    if (copy && copy->ledger != ledger) {
        copy.reset();
    }
    return copy;
}

base::Result<void> saveCopy(const QString &stateFolder, const VerifiedCopy &copy)
{
    CS_CHECK(makePrivateFolder(stateFolder + u"/copies"_s));
    return writeDurably(copyPath(stateFolder, copy.ledger), encodeCopy(copy));
}

} // namespace countersign::review
