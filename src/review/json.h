#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <map>
#include <variant>
#include <vector>

namespace countersign::review {

class Json;
using JsonArray = std::vector<Json>;
using JsonObject = std::map<QString, Json>;

/// A value of the strict JSON subset in which everything signed is written: RFC 8785 without null and without
/// fractions. Object keys are printable ASCII, integers are within ±(2^53 - 1), strings are valid Unicode.
/// QJsonDocument is not used because it silently keeps the last of two equal keys.
class Json
{
public:
    Json() : m_value(JsonObject{}) {}
    Json(bool value) : m_value(value) {}
    Json(int value) : m_value(qint64{value}) {}
    Json(qint64 value) : m_value(value) {}
    Json(const QString &value) : m_value(value) {}
    Json(const QStringList &values);
    Json(JsonArray value) : m_value(std::move(value)) {}
    Json(JsonObject value) : m_value(std::move(value)) {}
    Json(const char *) = delete;

    [[nodiscard]] const bool *boolean() const { return std::get_if<bool>(&m_value); }
    [[nodiscard]] const qint64 *integer() const { return std::get_if<qint64>(&m_value); }
    [[nodiscard]] const QString *string() const { return std::get_if<QString>(&m_value); }
    [[nodiscard]] const JsonArray *array() const { return std::get_if<JsonArray>(&m_value); }
    [[nodiscard]] const JsonObject *object() const { return std::get_if<JsonObject>(&m_value); }

    /// The one canonical encoding (RFC 8785): sorted keys, no white space, shortest escapes.
    [[nodiscard]] QByteArray encode() const;

    friend bool operator==(const Json &, const Json &) = default;

private:
    void encodeTo(QByteArray &out) const;

    std::variant<bool, qint64, QString, JsonArray, JsonObject> m_value;
};

inline constexpr qsizetype eventBytesLimit = 256 * 1024;
inline constexpr int jsonDepthLimit = 32;

/// Decodes exactly the canonical encoding and nothing else. Refused with ErrorKind::Integrity: duplicate keys, null,
/// fractions and exponents, integers of 2^53 and more, keys outside ASCII, invalid UTF-8, unpaired surrogates, a byte
/// order mark, white space, more than 32 levels, more than @p limit bytes, and any input whose re-encoding differs.
[[nodiscard]] base::Result<Json> decodeJson(QByteArrayView bytes, qsizetype limit = eventBytesLimit);

/// Reads the members of one object strictly: each member is asked for once by its type, and done() fails when one was
/// missing, had another type or length, or was left over. The first problem wins; values read after it are empty.
class Fields
{
public:
    /// @p where names the object in error messages, such as "vote". @p json must outlive the reader.
    Fields(const Json &json, QString where);

    [[nodiscard]] bool has(const QString &key) const;
    QString text(const QString &key, qsizetype limit = 4096);
    qint64 integer(const QString &key, qint64 least = 0, qint64 most = (qint64{1} << 53) - 1);
    bool boolean(const QString &key);
    /// 64 lower-case hex digits.
    QString digest(const QString &key);
    /// As digest(), or an empty string.
    QString digestOrEmpty(const QString &key);
    QByteArray base64(const QString &key, qsizetype limit);
    QStringList texts(const QString &key, qsizetype countLimit = 1024, qsizetype limit = 4096);
    QStringList digests(const QString &key, qsizetype countLimit = 1024);
    const JsonArray &array(const QString &key, qsizetype countLimit);
    const Json &object(const QString &key);
    /// One of @p words.
    QString word(const QString &key, const QStringList &words);
    void fail(const QString &problem);

    [[nodiscard]] base::Result<void> done() const;

private:
    const Json *take(const QString &key);

    const JsonObject *m_object = nullptr;
    QString m_where;
    QString m_problem;
    std::vector<const Json *> m_taken;
};

/// True for 64 lower-case hex digits.
[[nodiscard]] bool isDigest(const QString &text);

} // namespace countersign::review
