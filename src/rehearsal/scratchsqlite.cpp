#include "rehearsal/scratchsqlite.h"

#include "base/digest.h"
#include "rehearsal/scratchserver.h"
#include "rehearsal/sqliteobserver.h"
#include "rehearsal/walledsession.h"
#include "sql/normalform.h"

#include <QDir>
#include <QFile>
#include <QUuid>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

class SqliteScratch : public Scratch
{
public:
    explicit SqliteScratch(const QString &folder)
        : m_folder(folder), m_file(folder + u"/scratch-"_s + QUuid::createUuid().toString(QUuid::Id128) + u".db"_s)
    {
    }
    ~SqliteScratch() override
    {
        m_walled.reset();
        m_plain.reset();
        removeFile();
    }

    [[nodiscard]] schema::EngineKind engineKind() const override { return schema::EngineKind::Sqlite; }
    [[nodiscard]] db::ConnectionUrl url() const override
    {
        db::ConnectionUrl url;
        url.engine = schema::EngineKind::Sqlite;
        url.database = m_file;
        return url;
    }
    [[nodiscard]] db::Session &session() override { return m_walled ? *m_walled : *m_plain; }
    [[nodiscard]] std::unique_ptr<Observer> observer() override { return makeSqliteObserver(session()); }
    [[nodiscard]] QString exposure() const override
    {
        if (m_walled) {
            return m_walled->isWalled() ? QString()
                                        : u"the rehearsing process has the network of this machine: bwrap is missing "
                                          "or not allowed"_s;
        }
        return u"countersign-rehearse is missing beside the program: SQL ran in the program itself, with its network"_s;
    }
    void terminate() override
    {
        if (m_walled) {
            m_walled->terminate();
        }
    }

    Result<std::shared_ptr<const schema::Schema>> build(const schema::Schema &base, const base::ProgressSink &progress,
                                                        std::stop_token stop) override
    {
        const sql::Dialect dialect = sql::dialectOf(schema::EngineKind::Sqlite);
        const QString fingerprint =
            schema::fingerprint(base, [&dialect](const QString &text) { return sql::normalForm(text, dialect); });
        const QString kept = m_folder + u"/base-"_s + fingerprint.section(u':', 1) + u".db"_s;
        if (!QFile::exists(kept)) {
            CS_CHECK(buildFresh(base, progress, stop));
            // Renamed when complete: another thread may be looking for it.
            const QString partial = m_file + u".base"_s;
            if (QFile::copy(m_file, partial) && !QFile::rename(partial, kept)) {
                QFile::remove(partial);
            }
        }
        m_base = kept;
        CS_CHECK(reset(stop));
        CS_TRY(built, read(stop));
        m_limits = m_buildProblems + shortfall(base, built);
        return std::make_shared<const schema::Schema>(std::move(built));
    }

    Result<void> reset(std::stop_token stop) override
    {
        close();
        removeFile();
        if (!m_base.isEmpty() && !QFile::copy(m_base, m_file)) {
            return base::Fail(base::undecided(u"The scratch file cannot be written"_s, m_file,
                                              u"Make room in the temporary folder, or set TMPDIR"_s));
        }
        return reconnect(stop);
    }

    Result<void> reconnect(std::stop_token stop) override
    {
        m_plain.reset();
        if (m_walled && m_walled->reopen(stop)) {
            return {};
        }
        m_walled.reset();
        if (stop.stop_requested()) {
            return base::Fail(base::cancelled());
        }
        if (canWall()) {
            CS_TRY(walled, WalledSession::open(m_file, stop));
            m_walled = std::move(walled);
            return {};
        }
        CS_TRY(session, db::openSession(url(), untrustedOptions(), stop));
        // A power cut may cost a scratch file; every definition would wait for the disk otherwise.
        CS_CHECK(session->run(u"PRAGMA synchronous = OFF"_s, stop));
        m_plain = std::move(session);
        return {};
    }

private:
    void close()
    {
        m_plain.reset();
        if (m_walled) {
            m_walled->closeFile();
        }
    }

    Result<void> buildFresh(const schema::Schema &base, const base::ProgressSink &progress, std::stop_token stop)
    {
        close();
        removeFile();
        db::SessionOptions options;
        options.access = db::Access::ReadWrite;
        CS_TRY(session, db::openSession(url(), options, stop));
        CS_CHECK(session->run(u"PRAGMA synchronous = OFF"_s, stop));
        schema::Schema empty;
        empty.engine = schema::EngineKind::Sqlite;
        empty.settings = base.settings;
        empty.normalize();
        m_buildProblems = applySteps(*session, empty, base, progress, stop);
        if (stop.stop_requested()) {
            return base::Fail(base::cancelled());
        }
        return {};
    }

    void removeFile() const
    {
        for (const QString &suffix : {QString(), u"-journal"_s, u"-wal"_s, u"-shm"_s}) {
            QFile::remove(m_file + suffix);
        }
    }

    QString m_folder;
    QString m_file;
    QString m_base; ///< the file to copy; empty before build()
    QStringList m_buildProblems;
    std::unique_ptr<WalledSession> m_walled; ///< where SQL under review runs
    std::unique_ptr<db::Session> m_plain;    ///< instead, where the program for that is missing
};

} // namespace

Result<std::unique_ptr<Scratch>> makeSqliteScratch(const QString &folder, std::stop_token stop)
{
    auto scratch = std::make_unique<SqliteScratch>(folder);
    CS_CHECK(scratch->reset(stop));
    return scratch;
}

} // namespace countersign::rehearsal
