#include "bench/measure.h"

#include "bench/generate.h"
#include "diff/compare.h"

#include <QFile>
#include <QProcess>
#include <QTextStream>

#include <malloc.h>

#include <thread>

using namespace Qt::StringLiterals;

namespace countersign::bench {

using base::Result;
using testsupport::TestDatabase;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int repetitions = 5;

double milliseconds(Clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Runs work on both databases at once; the first error wins.
template <class Work>
Result<void> onBoth(const TestDatabase &one, const TestDatabase &two, Work work)
{
    Result<void> first;
    Result<void> second;
    {
        const std::jthread other([&] { second = work(two, 1); });
        first = work(one, 0);
    }
    return first ? second : first;
}

/// The longest line of /proc/self/status that says how much memory there was at most.
QString peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) {
        return u"unknown"_s;
    }
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:")) {
            return u"%1 MiB"_s.arg(line.mid(6).trimmed().split(' ').value(0).toLongLong() / 1024);
        }
    }
    return u"unknown"_s;
}

/// What was needed before does not count.
void forgetPeakMemory()
{
    malloc_trim(0);
    QFile references(u"/proc/self/clear_refs"_s);
    if (references.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        references.write("5"); // proc(5): resets VmHWM
    }
}

class Run
{
public:
    Run(const Subject &subject, int tables) : m_subject(subject), m_tables(tables) {}

    Result<void> run()
    {
        CS_TRY(one, TestDatabase::create(m_subject.engine, u"bench"_s));
        CS_TRY(two, TestDatabase::create(m_subject.engine, u"bench"_s));
        CS_CHECK(load(one, two));
        CS_CHECK(bare(one, two)); // caches warm
        CS_TRY(bareTime, timed([&] { return bare(one, two); }));
        forgetPeakMemory();
        CS_CHECK(whole(one, two));
        const QString memory = peakMemory();
        CS_TRY(wholeTime, timed([&] { return whole(one, two); }));
        CS_TRY(pureTime, timed([&] { return compareAndPlan(); }));
        CS_TRY(dumpTime, timed([&] { return dumps(one, two); }));
        QTextStream out(stdout);
        out << nameOf(m_subject.engine) << u"  "_s << m_tables << u" tables a side, "_s << m_differences
            << u" differences, "_s << m_steps << u" steps\n"_s;
        print(out, u"bare catalog queries"_s, bareTime, bareTime);
        print(out, u"whole diff"_s, wholeTime, bareTime);
        print(out, u"compare and plan alone"_s, pureTime, bareTime);
        print(out, u"two dumps at once"_s, dumpTime, bareTime);
        out << u"  peak memory of one whole diff: "_s << memory << u'\n';
        return {};
    }

private:
    template <class Work>
    Result<double> timed(Work work)
    {
        std::vector<double> times;
        for (int i = 0; i < repetitions; ++i) {
            const Clock::time_point start = Clock::now();
            CS_CHECK(work());
            times.push_back(milliseconds(Clock::now() - start));
        }
        return median(times);
    }

    static void print(QTextStream &out, const QString &what, double time, double bare)
    {
        out << u"  "_s << what.leftJustified(26) << QString::number(time, 'f', 1).rightJustified(10) << u" ms   "_s
            << QString::number(time / bare, 'f', 2) << u" x\n"_s;
    }

    static db::SessionOptions patient()
    {
        db::SessionOptions options;
        options.statementTimeout = std::chrono::minutes(5);
        return options;
    }

    Result<void> load(const TestDatabase &one, const TestDatabase &two) const
    {
        return onBoth(one, two, [this](const TestDatabase &database, int side) -> Result<void> {
            for (const QString &script : schemaSql(m_subject.engine, m_tables, side == 1)) {
                CS_CHECK(database.execute(script));
            }
            return {};
        });
    }

    Result<void> bare(const TestDatabase &one, const TestDatabase &two) const
    {
        return onBoth(one, two, [this](const TestDatabase &database, int) -> Result<void> {
            CS_TRY(session, db::openSession(database.url(), patient(), {}));
            for (const QString &query : m_subject.bareQueries) {
                CS_CHECK(session->run(query.contains(u"%1"_s) ? query.arg(database.name()) : query, {}));
            }
            return {};
        });
    }

    Result<void> whole(const TestDatabase &one, const TestDatabase &two)
    {
        m_schemas[0] = {};
        m_schemas[1] = {};
        const Result<void> read = onBoth(one, two, [this](const TestDatabase &database, int side) -> Result<void> {
            CS_TRY(session, db::openSession(database.url(), patient(), {}));
            CS_TRY(schema, m_subject.product->read(*session, {}, {}, {}));
            m_schemas[side] = std::move(schema);
            return {};
        });
        return read ? compareAndPlan() : read;
    }

    Result<void> compareAndPlan()
    {
        const diff::Comparison comparison = diff::compare(m_schemas[0], m_schemas[1], {});
        m_differences = comparison.differences.size();
        m_steps = m_subject.product->steps(comparison.renamedFrom, m_schemas[1], comparison).size();
        return {};
    }

    Result<void> dumps(const TestDatabase &one, const TestDatabase &two) const
    {
        return onBoth(one, two, [this](const TestDatabase &database, int) -> Result<void> {
            QStringList command = m_subject.dumpCommand(database);
            const QString program = command.takeFirst();
            CS_TRY(text, testsupport::runProgram(program, command));
            return text.isEmpty() ? Result<void>(base::Fail(base::defect(u"an empty dump"_s))) : Result<void>();
        });
    }

    const Subject &m_subject;
    int m_tables;
    schema::Schema m_schemas[2];
    std::size_t m_differences = 0;
    std::size_t m_steps = 0;
};

} // namespace

int measure(const Subject &subject, const QStringList &arguments)
{
    QList<int> sizes;
    for (const QString &argument : arguments) {
        bool number = false;
        const int size = argument.toInt(&number);
        if (!number || size < 1) {
            QTextStream(stderr) << u"not a number of tables: "_s << argument << u'\n';
            return 2;
        }
        sizes << size;
    }
    for (const int tables : sizes.isEmpty() ? subject.sizes : sizes) {
        if (const Result<void> done = Run(subject, tables).run(); !done) {
            QTextStream(stderr) << done.error().text() << u'\n';
            return 1;
        }
    }
    return 0;
}

} // namespace countersign::bench
