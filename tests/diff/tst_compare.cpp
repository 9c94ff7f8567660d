#include "diff/compare.h"
#include "diff/renames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using diff::Change;
using schema::ObjectKind;

namespace {

schema::Column column(const QString &name, const QString &type)
{
    schema::Column out;
    out.name = name;
    out.type = type;
    return out;
}

schema::Schema database(std::vector<schema::Object> objects)
{
    schema::Schema out;
    out.engine = schema::EngineKind::PostgreSql;
    std::ranges::move(objects, std::back_inserter(out.objects));
    out.normalize();
    return out;
}

schema::Table trips()
{
    schema::Table table;
    table.schema = u"public"_s;
    table.name = u"trips"_s;
    table.columns = {column(u"id"_s, u"bigint"_s), column(u"email"_s, u"text"_s)};
    return table;
}

QStringList lines(const diff::Comparison &comparison)
{
    QStringList out;
    for (const diff::Difference &difference : comparison.differences) {
        QStringList properties;
        for (const diff::Property &property : difference.properties) {
            properties << u"%1: %2 > %3"_s.arg(property.name, property.from, property.to);
        }
        out << u"%1 %2 %3 %4"_s
                   .arg(diff::nameOf(difference.change), nameOf(difference.id.kind), difference.id.path(),
                        properties.join(u"; "_s))
                   .trimmed();
    }
    return out;
}

} // namespace

class TestCompare : public QObject
{
    Q_OBJECT

private slots:
    void whatTheTwoProductsSpellDifferently()
    {
        const auto of = [](schema::EngineKind engine, const QStringList &types, const QString &action) {
            schema::Table table = trips();
            table.schema.clear();
            for (qsizetype i = 0; i < types.size(); ++i) {
                table.columns.push_back(column(u"c%1"_s.arg(i), types.at(i)));
            }
            schema::Constraint key;
            key.name = u"k"_s;
            key.kind = schema::ConstraintKind::ForeignKey;
            key.onDelete = action;
            table.constraints = {key};
            schema::Schema out = database({table});
            out.engine = engine;
            return out;
        };
        using enum schema::EngineKind;
        const QStringList wide{u"int(11) unsigned"_s, u"bigint(20)"_s, u"year(4)"_s, u"tinyint(1)"_s};
        const QStringList plain{u"int unsigned"_s, u"bigint"_s, u"year"_s, u"tinyint"_s};
        QCOMPARE(lines(diff::compare(of(MariaDb, wide, u"no action"_s), of(MySql, plain, u"restrict"_s), {})),
                 QStringList{u"altered column trips.c3 type: tinyint(1) > tinyint"_s});
        QCOMPARE(lines(diff::compare(of(MariaDb, wide, u"cascade"_s), of(MySql, wide, u"restrict"_s), {})),
                 QStringList{u"altered constraint trips.k onDelete: cascade > restrict"_s});
        QCOMPARE(lines(diff::compare(of(MariaDb, wide, {}), of(MariaDb, plain, u"restrict"_s), {})).size(), 5);
        QCOMPARE(
            lines(diff::compare(of(MySql, {u"int(5) zerofill"_s}, {}), of(MariaDb, {u"int(4) zerofill"_s}, {}), {}))
                .size(),
            1);
    }

    void aDigestIsToldOnlyWhereTheBodyMeansTheSame()
    {
        const auto routine = [](const QString &body, const QString &digest) {
            schema::Routine out;
            out.schema = u"public"_s;
            out.name = u"f"_s;
            out.body = schema::SqlText{body};
            out.attributes.emplace(u"source"_s, digest);
            return database({out});
        };
        const auto other = diff::compare(routine(u"select 1"_s, u"a1"_s), routine(u"select 2"_s, u"b2"_s), {});
        QCOMPARE(lines(other), QStringList{u"altered routine public.f() body: select 1 > select 2"_s});
        const auto respelt = diff::compare(routine(u"select 1"_s, u"a1"_s), routine(u"select  1"_s, u"b2"_s), {});
        QCOMPARE(lines(respelt), QStringList{u"altered routine public.f() attributes.source: a1 > b2"_s});
    }

    void aDefinerThatIsNotSettledIsCountedNotReported()
    {
        schema::View view;
        view.name = u"upcoming"_s;
        view.query = schema::SqlText{u"select 1"_s};
        schema::View owned = view;
        owned.definer = u"app@%"_s;
        const auto mariaDb = [](const schema::View &object) {
            schema::Schema out = database({object});
            out.engine = schema::EngineKind::MariaDb;
            return out;
        };
        const auto unknown = diff::compare(mariaDb(view), mariaDb(owned), {});
        QVERIFY(unknown.identical());
        QCOMPARE(unknown.suppressed.size(), std::size_t(1));
        QCOMPARE(unknown.suppressed.front().option, u"view.definer"_s);
        view.definer = u"root@localhost"_s;
        QCOMPARE(lines(diff::compare(mariaDb(view), mariaDb(owned), {})).size(), 1);
    }

    void identicalIsSilent() { QVERIFY(diff::compare(database({trips()}), database({trips()}), {}).identical()); }

    void namesTheAttribute()
    {
        schema::Table after = trips();
        after.columns[1].type = u"character varying(80)"_s;
        after.columns[1].notNull = true;
        after.columns.push_back(column(u"status"_s, u"text"_s));
        QCOMPARE(
            lines(diff::compare(database({trips()}), database({after}), {})),
            (QStringList{u"altered column public.trips.email type: text > character varying(80); notNull: no > yes"_s,
                         u"added column public.trips.status"_s}));
    }

    void spellingIsNoDifference()
    {
        schema::Table before = trips();
        before.columns[1].defaultValue = {u"lower( 'X' )"_s};
        schema::Table after = trips();
        after.columns[1].defaultValue = {u"LOWER('X')"_s};
        QVERIFY(diff::compare(database({before}), database({after}), {}).identical());
        after.columns[1].defaultValue = {u"LOWER('x')"_s};
        QVERIFY(!diff::compare(database({before}), database({after}), {}).identical());
    }

    void whatIsIgnoredIsCounted()
    {
        schema::Table after = trips();
        after.owner = u"ada"_s;
        after.comment = u"journeys"_s;
        after.autoIncrement = u"17"_s;
        diff::Options options;
        options.ignore = {u"owner"_s};
        const auto comparison = diff::compare(database({trips()}), database({after}), options);
        QCOMPARE(lines(comparison), QStringList{u"altered table public.trips comment:  > journeys"_s});
        QCOMPARE(comparison.suppressed.size(), 2U);
        options.include = {u"table.autoIncrement"_s};
        QCOMPARE(diff::compare(database({trips()}), database({after}), options).suppressed.size(), 1U);
    }

    void orderOfColumnsIsToldOnDemand()
    {
        schema::Table after = trips();
        std::ranges::reverse(after.columns);
        const auto quiet = diff::compare(database({trips()}), database({after}), {});
        QVERIFY(quiet.identical());
        QCOMPARE(quiet.suppressed.size(), 1U);
        QCOMPARE(quiet.suppressed.front().option, u"table.columnOrder"_s);
        diff::Options options;
        options.include = {u"table.columnOrder"_s};
        QCOMPARE(diff::compare(database({trips()}), database({after}), options).differences.size(), 1U);
        // A column in the middle leaves the others in their order.
        schema::Table more = trips();
        more.columns.insert(more.columns.begin() + 1, column(u"status"_s, u"text"_s));
        QCOMPARE(diff::compare(database({trips()}), database({more}), {}).suppressed.size(), 0U);
    }

    void renamesAreAskedNotGuessed()
    {
        schema::Table after = trips();
        after.columns[1].name = u"e_mail"_s;
        const auto asked = diff::compare(database({trips()}), database({after}), {});
        QCOMPARE(asked.differences.size(), 2U);
        QCOMPARE(asked.renameCandidates.size(), 1U);
        diff::Options options;
        options.renames = {asked.renameCandidates.front().rename};
        QCOMPARE(lines(diff::compare(database({trips()}), database({after}), options)),
                 QStringList{u"renamed column public.trips.e_mail name: email > e_mail"_s});
    }

    void aNewColumnBeforeItHidesNoRename()
    {
        schema::Table before = trips();
        before.columns.push_back(column(u"phone"_s, u"varchar(20)"_s));
        before.columns.push_back(column(u"city"_s, u"text"_s));
        schema::Table after = trips();
        after.columns.push_back(column(u"vip"_s, u"boolean"_s));
        after.columns.push_back(column(u"phone_e164"_s, u"varchar(20)"_s));
        after.columns.push_back(column(u"city"_s, u"text"_s));
        const auto asked = diff::compare(database({before}), database({after}), {});
        QCOMPARE(asked.renameCandidates.size(), 1U);
        QCOMPARE(asked.renameCandidates.front().rename.to.name, u"phone_e164"_s);
        // Behind the last column that both have, whatever is new stands: a place there tells nothing.
        before.columns.pop_back();
        after.columns = trips().columns;
        after.columns.push_back(column(u"vip"_s, u"boolean"_s));
        after.columns.push_back(column(u"street"_s, u"varchar(20)"_s));
        QVERIFY(diff::compare(database({before}), database({after}), {}).renameCandidates.empty());
    }

    void mapsNamespaces()
    {
        schema::Table after = trips();
        after.schema = u"staging"_s;
        diff::Options options;
        options.schemaMapping = {{u"public"_s, u"staging"_s}};
        QVERIFY(diff::compare(database({trips()}), database({after}), options).identical());
    }

    void generatedNamesSayNothing()
    {
        schema::Constraint check;
        check.name = u"trips_chk_1"_s;
        check.nameIsGenerated = true;
        check.expression = {u"id > 0"_s};
        schema::Table before = trips();
        before.constraints = {check};
        check.name = u"trips_chk_9"_s;
        schema::Table after = trips();
        after.constraints = {check};
        QVERIFY(diff::compare(database({before}), database({after}), {}).identical());
    }

    void fingerprintsFollowMeaning()
    {
        const schema::Normalizer normalize;
        schema::Table table = trips();
        const QString before = schema::fingerprint(database({table}), normalize);
        table.autoIncrement = u"9"_s;
        QCOMPARE(schema::fingerprint(database({table}), normalize), before);
        std::ranges::reverse(table.columns); // no difference unless asked for
        QCOMPARE(schema::fingerprint(database({table}), normalize), before);
        table.comment = u"x"_s;
        QVERIFY(schema::fingerprint(database({table}), normalize) != before);
    }

    void snapshotsRoundTrip()
    {
        schema::Table table = trips();
        table.options = {{u"fillfactor"_s, u"70"_s}};
        table.columns[0].identity = u"always"_s;
        schema::SequenceOptions counter;
        counter.start = u"5"_s;
        table.columns[0].identityOptions = counter;
        schema::Schema original = database({table});
        const auto read = schema::fromSnapshot(schema::toSnapshot(original), u"x.json"_s);
        QVERIFY(read);
        QCOMPARE(*read, original);
        QVERIFY(!schema::fromSnapshot("{\"format\":\"countersign-snapshot\",\"version\":99}", u"x.json"_s));
        QVERIFY(!schema::fromSnapshot("{", u"x.json"_s));
    }

    void editDistances()
    {
        QCOMPARE(diff::editDistance(u"emial"_s, u"email"_s), 1);
        QCOMPARE(diff::editDistance(u"status"_s, u"state"_s), 2);
        QCOMPARE(diff::editDistance(u""_s, u"abc"_s), 3);
    }
};

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
