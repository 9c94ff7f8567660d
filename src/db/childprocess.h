#pragma once

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace countersign::db {

/// What a process that works on SQL that nobody trusts gets of our environment: what it needs to find its programs and
/// libraries, to write text and to know the time; nothing that opens a door (agents, buses, passwords, tokens).
[[nodiscard]] QStringList scrubbedEnvironment();

/// Texts as posix_spawn(3) wants arguments and environment. Owns them; valid as long as it lives.
class SpawnTexts
{
public:
    explicit SpawnTexts(const QStringList &texts);
    SpawnTexts(const SpawnTexts &) = delete;
    SpawnTexts &operator=(const SpawnTexts &) = delete;
    [[nodiscard]] char *const *data() const { return m_pointers.data(); }

private:
    std::vector<QByteArray> m_texts;
    std::vector<char *> m_pointers;
};

} // namespace countersign::db
