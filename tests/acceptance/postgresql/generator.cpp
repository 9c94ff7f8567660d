#include "acceptance/postgresql/generator.h"

#include <random>

using namespace Qt::StringLiterals;

namespace countersign::acceptance {

namespace {

/// The same on every machine and in every version of Qt, unlike qHash.
quint32 mixed(quint32 seed, const QString &text)
{
    quint32 hash = 2166136261U ^ (seed * 2654435761U);
    for (const char byte : text.toUtf8()) {
        hash = (hash ^ static_cast<quint8>(byte)) * 16777619U;
    }
    hash ^= hash >> 15;
    hash *= 2246822519U;
    return hash ^ (hash >> 13);
}

struct ColumnType {
    QString type;
    QStringList defaults;
};

const QList<ColumnType> &columnTypes()
{
    static const QList<ColumnType> types{
        {u"integer"_s, {u"0"_s, u"(1 + 2)"_s, u"app.twice(21)"_s}},
        {u"bigint"_s, {u"0"_s, u"nextval('app.counter')"_s}},
        {u"text"_s, {u"'x'"_s, u"upper('a')"_s, u"CURRENT_USER"_s, u"''"_s}},
        {u"character varying(20)"_s, {u"'none'"_s}},
        {u"character varying(40)"_s, {u"'none'"_s, u"'other'"_s}},
        {u"character(3)"_s, {u"'abc'"_s}},
        {u"numeric(10,2)"_s, {u"0"_s, u"1.5"_s}},
        {u"boolean"_s, {u"true"_s, u"false"_s}},
        {u"timestamp with time zone"_s, {u"now()"_s, u"CURRENT_TIMESTAMP"_s, u"timezone('utc', now())"_s}},
        {u"timestamp(3) without time zone"_s, {u"'2020-01-01'"_s}},
        {u"date"_s, {u"CURRENT_DATE"_s}},
        {u"interval"_s, {u"'1 day'"_s}},
        {u"jsonb"_s, {u"'{}'"_s, u"'[]'::jsonb"_s}},
        {u"json"_s, {}},
        {u"text[]"_s, {u"'{}'"_s, u"ARRAY['a','b']"_s}},
        {u"uuid"_s, {u"gen_random_uuid()"_s}},
        {u"app.mood"_s, {u"'sad'"_s, u"'ok'::app.mood"_s}},
        {u"app.mood[]"_s, {u"'{sad}'"_s}},
        {u"app.posint"_s, {u"1"_s}},
        {u"app.pair"_s, {}},
        {u"app.span"_s, {}},
        {u"int4range"_s, {}},
        {u"inet"_s, {u"'127.0.0.1'"_s}},
        {u"bytea"_s, {u"'\\x00'"_s}},
        {u"double precision"_s, {u"0.5"_s}},
        {u"real"_s, {}},
        {u"tsvector"_s, {}},
        {u"point"_s, {}},
    };
    return types;
}

} // namespace

int GeneratedDatabase::roll(const QString &decision, int sides)
{
    if (!m_decisions.contains(decision)) {
        m_decisions << decision;
    }
    const auto again = m_again.find(decision);
    const quint32 value = again != m_again.end() ? again->second : mixed(m_seed, decision);
    return static_cast<int>(value % static_cast<quint32>(sides));
}

QString GeneratedDatabase::pick(const QString &decision, const QStringList &choices)
{
    return choices.at(roll(decision, static_cast<int>(choices.size())));
}

GeneratedDatabase GeneratedDatabase::neighbour(const GeneratedDatabase &database, quint32 seed, int decisions)
{
    GeneratedDatabase out(database.m_seed);
    out.m_again = database.m_again;
    std::mt19937 random(seed);
    for (int i = 0; i < decisions; ++i) {
        const auto at = static_cast<qsizetype>(random() % static_cast<quint32>(database.m_decisions.size()));
        out.m_again[database.m_decisions.at(at)] = static_cast<quint32>(random());
    }
    return out;
}

QStringList GeneratedDatabase::changed() const
{
    QStringList out;
    for (const auto &entry : m_again) {
        out << entry.first;
    }
    return out;
}

void GeneratedDatabase::addComment(const QString &decision, const QString &what)
{
    const QString text = pick(decision + u".comment"_s, {QString(), QString(), u"'one'"_s, u"'two; it''s --\nlong'"_s});
    if (!text.isEmpty()) {
        add(u"COMMENT ON "_s + what + u" IS "_s + text);
    }
}

void GeneratedDatabase::addOwnerAndGrants(const QString &decision, const QString &kind, const QString &name,
                                          const QString &privileges)
{
    // Who owns a view has to be able to read what is below it.
    if (!kind.endsWith(u"VIEW"_s) && yes(decision + u".owner"_s, 15)) {
        add(u"ALTER "_s + kind + u' ' + name + u" OWNER TO csgen_a"_s);
    }
    const QString grant =
        pick(decision + u".grant"_s, {QString(), QString(), QString(), u"csgen_a"_s, u"PUBLIC"_s, u"\"csgen Böse\""_s});
    if (!grant.isEmpty() && !(grant == u"csgen_a"_s && yes(decision + u".owner"_s, 15))) {
        const bool option = grant != u"PUBLIC"_s && yes(decision + u".grantable"_s, 30);
        const QString on = kind == u"VIEW"_s || kind == u"MATERIALIZED VIEW"_s ? u"TABLE"_s : kind;
        add(u"GRANT "_s + privileges + u" ON "_s + on + u' ' + name + u" TO "_s + grant +
            (option ? u" WITH GRANT OPTION"_s : QString()));
    }
}

void GeneratedDatabase::add(QString statement)
{
    struct Newer {
        int since;
        QString text;
        QString before;
    };
    static const QList<Newer> newer{
        {13, u", deduplicate_items=off"_s, {}},
        {13, u"gen_random_uuid()"_s, u"'5d0f8a1e-3b0c-4f0e-9a55-0d8f3a2b1c4d'"_s},
        {14, u" RETURN 2 * $1"_s, u" AS 'SELECT 2 * $1'"_s},
        {14, u" SET COMPRESSION pglz"_s, u" SET STATISTICS 200"_s},
        {15, u" WITH (security_invoker=true)"_s, {}},
        {15, u" FOR TABLE app.base WHERE (k > 1)"_s, u" FOR TABLE app.base"_s},
    };
    for (const Newer &feature : newer) {
        if (m_major < feature.since) {
            statement.replace(feature.text, feature.before);
        }
    }
    m_sql += statement + u";\n"_s;
}

QString GeneratedDatabase::sql(int major)
{
    m_major = major;
    m_sql.clear();
    add(u"SET check_function_bodies = off"_s);
    add(u"CREATE SCHEMA app"_s);
    add(u"CREATE SCHEMA \"Odd \"\"Schema\"\".x\""_s);
    addOwnerAndGrants(u"schema"_s, u"SCHEMA"_s, u"app"_s, u"USAGE"_s);
    addTypes();
    addRoutines();
    addTables();
    addPartitions();
    addInheritance();
    addViews();
    addOthers();
    return m_sql;
}

void GeneratedDatabase::addTypes()
{
    QStringList labels{u"'sad'"_s, u"'ok'"_s};
    for (const QString &label : {u"'happy'"_s, u"'so so'"_s, u"'it''s'"_s}) {
        if (yes(u"mood."_s + label, 50)) {
            labels.insert(roll(u"mood.at."_s + label, 2), label);
        }
    }
    add(u"CREATE TYPE app.mood AS ENUM ("_s + labels.join(u", ") + u')');
    addComment(u"mood"_s, u"TYPE app.mood"_s);
    addOwnerAndGrants(u"mood"_s, u"TYPE"_s, u"app.mood"_s, u"USAGE"_s);
    QString domain =
        u"CREATE DOMAIN app.posint AS "_s + pick(u"posint.base"_s, {u"integer"_s, u"integer"_s, u"bigint"_s});
    domain += pick(u"posint.default"_s, {QString(), u" DEFAULT 1"_s, u" DEFAULT 7"_s});
    domain += yes(u"posint.notNull"_s, 20) ? u" NOT NULL"_s : QString();
    domain += pick(u"posint.check"_s, {u" CONSTRAINT positive CHECK (VALUE > 0)"_s,
                                       u" CONSTRAINT positive CHECK (VALUE > 0 AND VALUE < 100000)"_s, QString()});
    add(domain);
    addComment(u"posint"_s, u"DOMAIN app.posint"_s);
    add(u"CREATE TYPE app.pair AS (a integer, b "_s + pick(u"pair.b"_s, {u"text"_s, u"character varying(9)"_s}) +
        (yes(u"pair.c"_s, 40) ? u", \"C d\" date)"_s : u")"_s));
    add(u"CREATE TYPE app.span AS RANGE (subtype = "_s + pick(u"span"_s, {u"float8"_s, u"float8"_s, u"int8"_s}) + u')');
    add(u"CREATE SEQUENCE app.counter"_s + pick(u"counter.as"_s, {QString(), u" AS integer"_s, u" AS bigint"_s}) +
        pick(u"counter.by"_s, {QString(), u" INCREMENT BY 5"_s, u" INCREMENT BY -1"_s}) +
        pick(u"counter.cache"_s, {QString(), u" CACHE 20"_s}) + pick(u"counter.cycle"_s, {QString(), u" CYCLE"_s}));
    addOwnerAndGrants(u"counter"_s, u"SEQUENCE"_s, u"app.counter"_s, u"USAGE, SELECT"_s);
    if (yes(u"collation"_s, 50)) {
        add(u"CREATE COLLATION app.german (provider = icu, locale = '"_s +
            pick(u"collation.locale"_s, {u"de"_s, u"de-AT"_s}) + u"')"_s);
    }
}

void GeneratedDatabase::addRoutines()
{
    add(u"CREATE FUNCTION app.twice("_s +
        pick(u"twice.argument"_s, {u"n integer"_s, u"n integer DEFAULT 1"_s, u"x integer"_s}) +
        u") RETURNS integer LANGUAGE sql "_s + pick(u"twice.volatility"_s, {u"IMMUTABLE"_s, u"IMMUTABLE STRICT"_s}) +
        pick(u"twice.cost"_s, {QString(), u" COST 5"_s}) +
        pick(u"twice.body"_s, {u" AS $$SELECT 2 * $1$$"_s, u" AS 'SELECT $1 + $1'"_s, u" RETURN 2 * $1"_s}));
    addComment(u"twice"_s, u"FUNCTION app.twice(integer)"_s);
    addOwnerAndGrants(u"twice"_s, u"FUNCTION"_s, u"app.twice(integer)"_s, u"EXECUTE"_s);
    add(u"CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql"_s +
        pick(u"touch.security"_s, {QString(), u" SECURITY DEFINER"_s}) +
        pick(u"touch.set"_s, {QString(), u" SET search_path TO 'app', 'public'"_s, u" SET work_mem TO '8MB'"_s}) +
        pick(u"touch.body"_s,
             {u" AS $$BEGIN RETURN NEW; END$$"_s, u" AS $$\nBEGIN\n  -- ; here\n  RETURN NULL;\nEND;\n$$"_s}));
    if (yes(u"lookup"_s, 60)) {
        add(u"CREATE FUNCTION app.lookup(VARIADIC keys integer[]) RETURNS "_s +
            pick(u"lookup.returns"_s, {u"SETOF integer"_s, u"TABLE(a integer, b text)"_s, u"bigint"_s}) +
            u" LANGUAGE plpgsql AS $$BEGIN RETURN; END$$"_s);
    }
    if (yes(u"procedure"_s, 50)) {
        add(u"CREATE PROCEDURE app.work(INOUT a integer, b text DEFAULT 'x') LANGUAGE plpgsql AS "_s +
            pick(u"procedure.body"_s, {u"$$BEGIN a := 1; END$$"_s, u"$$BEGIN a := 2; END$$"_s}));
    }
    if (yes(u"aggregate"_s, 50)) {
        add(u"CREATE AGGREGATE app.total(integer) (SFUNC = int4pl, STYPE = integer"_s +
            pick(u"aggregate.initial"_s, {QString(), u", INITCOND = '0'"_s, u", INITCOND = '10'"_s}) + u')');
        addComment(u"aggregate"_s, u"AGGREGATE app.total(integer)"_s);
    }
    if (yes(u"operator"_s, 40)) {
        add(u"CREATE FUNCTION app.near(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT abs($1 - $2) < 9'"_s);
        add(u"CREATE OPERATOR app.=~= (LEFTARG = integer, RIGHTARG = integer, FUNCTION = app.near"_s +
            pick(u"operator.commutator"_s, {QString(), u", COMMUTATOR = OPERATOR(app.=~=)"_s}) + u')');
    }
    if (yes(u"cast"_s, 30)) {
        add(u"CREATE FUNCTION app.mood_number(app.mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1'"_s);
        add(u"CREATE CAST (app.mood AS integer) WITH FUNCTION app.mood_number(app.mood)"_s +
            pick(u"cast.context"_s, {QString(), u" AS ASSIGNMENT"_s}));
    }
}

void GeneratedDatabase::addTables()
{
    for (int number = 0; number < 5; ++number) {
        if (number == 0 || yes(u"t%1"_s.arg(number), 85)) {
            addTable(number);
        }
    }
}

void GeneratedDatabase::addTable(int number)
{
    const QString t = u"t%1"_s.arg(number);
    const QString table = QStringList{u"app.base"_s, u"public.orders"_s, u"app.\"User\""_s,
                                      u"\"Odd \"\"Schema\"\".x\".\"tab le\""_s, u"public.\"order\""_s}
                              .at(number);
    QStringList parts;
    parts << u"id "_s +
                 pick(t + u".id"_s, {u"bigint GENERATED ALWAYS AS IDENTITY"_s,
                                     u"bigint GENERATED BY DEFAULT AS IDENTITY (START WITH 100 INCREMENT BY 5)"_s,
                                     u"serial"_s, u"bigserial"_s, u"integer NOT NULL"_s, u"bigint NOT NULL"_s});
    parts << u"k "_s + pick(t + u".k"_s, {u"integer"_s, u"integer"_s, u"bigint"_s}) + u" NOT NULL"_s;
    parts << u"note "_s +
                 pick(t + u".note"_s, {u"text"_s, u"text"_s, u"character varying(50)"_s, u"text COLLATE \"C\""_s});
    parts << u"rk integer"_s;
    for (int c = 0; c < 5; ++c) {
        const QString column = t + u".c%1"_s.arg(c);
        if (!yes(column, 70)) {
            continue;
        }
        const ColumnType &type = columnTypes().at(roll(column + u".type"_s, static_cast<int>(columnTypes().size())));
        QString text = (c == 3 ? u"\"Col \"\"3\"\"\" "_s : u"c%1 "_s.arg(c)) + type.type;
        if (!type.defaults.isEmpty() && yes(column + u".hasDefault"_s, 50)) {
            text += u" DEFAULT "_s + pick(column + u".default"_s, type.defaults);
        }
        parts << text + (yes(column + u".notNull"_s, 30) ? u" NOT NULL"_s : QString());
    }
    if (yes(t + u".generated"_s, 50)) {
        parts << u"g bigint GENERATED ALWAYS AS ("_s +
                     pick(t + u".generated.as"_s, {u"k * 2"_s, u"k + 1"_s, u"app.twice(3) + k"_s}) + u") STORED"_s;
    }
    parts << pick(t + u".key"_s, {u"PRIMARY KEY (id)"_s, u"CONSTRAINT pk_%1 PRIMARY KEY (id)"_s.arg(t),
                                  u"PRIMARY KEY (id) INCLUDE (k)"_s, u"UNIQUE (id, note)"_s});
    if (number == 0 || yes(t + u".unique"_s, 40)) {
        parts << u"CONSTRAINT uq_%1 UNIQUE (k)"_s.arg(t);
    }
    for (int c = 0; c < 2; ++c) {
        const QString check = t + u".check%1"_s.arg(c);
        if (yes(check, 50)) {
            parts << u"CONSTRAINT ck_%1_%2 CHECK ("_s.arg(t).arg(c) +
                         pick(check + u".as"_s,
                              {u"k > 0"_s, u"k BETWEEN 1 AND 9"_s, u"k IN (1, 2, 3)"_s, u"note IN ('a', 'b')"_s,
                               u"note LIKE 'a%' OR note IS NULL"_s, u"length(note) < 10 AND NOT k = 5"_s,
                               u"app.twice(k::integer) > 1"_s}) +
                         u')' + pick(check + u".inherit"_s, {QString(), QString(), u" NO INHERIT"_s});
        }
    }
    if (yes(t + u".exclude"_s, 20)) {
        parts << u"CONSTRAINT ex_%1 EXCLUDE USING gist (int4range(rk, rk + 1) WITH &&)"_s.arg(t) +
                     pick(t + u".exclude.where"_s, {QString(), u" WHERE (rk > 0)"_s});
    }
    // Only a permanent table may be referenced by a permanent one.
    const QString persistence = pick(t + u".persistence"_s, {QString(), QString(), QString(), u" UNLOGGED"_s});
    add(u"CREATE"_s + (number == 0 ? QString() : persistence) + u" TABLE "_s + table + u" ("_s + parts.join(u", ") +
        u')' +
        pick(t + u".with"_s,
             {QString(), QString(), u" WITH (fillfactor=70)"_s, u" WITH (fillfactor=80, autovacuum_enabled=false)"_s}));
    addComment(t, u"TABLE "_s + table);
    addComment(t + u".k"_s, u"COLUMN "_s + table + u".k"_s);
    addOwnerAndGrants(t, u"TABLE"_s, table,
                      pick(t + u".privileges"_s, {u"SELECT"_s, u"SELECT, INSERT"_s, u"ALL"_s, u"UPDATE (note)"_s}));
    if (number > 0 && yes(t + u".fk"_s, 60)) {
        add(u"ALTER TABLE "_s + table + u" ADD CONSTRAINT fk_%1 FOREIGN KEY (rk) REFERENCES app.base (k)"_s.arg(t) +
            pick(t + u".fk.delete"_s, {QString(), u" ON DELETE CASCADE"_s, u" ON DELETE SET NULL"_s}) +
            pick(t + u".fk.update"_s, {QString(), u" ON UPDATE CASCADE"_s}) +
            pick(t + u".fk.defer"_s, {QString(), u" DEFERRABLE"_s, u" DEFERRABLE INITIALLY DEFERRED"_s}) +
            pick(t + u".fk.valid"_s, {QString(), QString(), u" NOT VALID"_s}));
    }
    addIndexes(t, table);
    addCode(t, table);
}

void GeneratedDatabase::addIndexes(const QString &t, const QString &table)
{
    for (int i = 0; i < 3; ++i) {
        const QString index = t + u".ix%1"_s.arg(i);
        if (!yes(index, 55)) {
            continue;
        }
        add(u"CREATE "_s + pick(index + u".unique"_s, {QString(), QString(), u"UNIQUE "_s}) +
            u"INDEX ix_%1_%2 ON "_s.arg(t).arg(i) + table + u" ("_s +
            pick(index + u".keys"_s,
                 {u"k"_s, u"note, k DESC"_s, u"lower(note)"_s, u"k DESC NULLS LAST"_s, u"note text_pattern_ops"_s,
                  u"note COLLATE \"POSIX\""_s, u"k, (rk + 1)"_s, u"(app.twice(rk))"_s}) +
            u')' + pick(index + u".include"_s, {QString(), QString(), u" INCLUDE (rk)"_s}) +
            pick(index + u".with"_s, {QString(), QString(), u" WITH (fillfactor=70, deduplicate_items=off)"_s}) +
            pick(index + u".where"_s, {QString(), QString(), u" WHERE k > 0"_s, u" WHERE note IN ('a', 'b')"_s}));
        addComment(index, u"INDEX "_s + table.section(u'.', 0, -2) + u".ix_%1_%2"_s.arg(t).arg(i));
    }
    if (yes(t + u".statistics"_s, 30)) {
        add(u"CREATE STATISTICS app.st_%1 "_s.arg(t) +
            pick(t + u".statistics.kinds"_s, {u"(ndistinct)"_s, u"(dependencies, mcv)"_s}) + u" ON k, rk FROM "_s +
            table);
    }
}

void GeneratedDatabase::addCode(const QString &t, const QString &table)
{
    if (yes(t + u".trigger"_s, 50)) {
        add(u"CREATE TRIGGER tr_%1 "_s.arg(t) +
            pick(t + u".trigger.when"_s,
                 {u"BEFORE UPDATE"_s, u"AFTER INSERT OR DELETE"_s, u"BEFORE UPDATE OF note, k"_s}) +
            u" ON "_s + table + u" FOR EACH "_s + pick(t + u".trigger.each"_s, {u"ROW"_s, u"STATEMENT"_s}) +
            u" EXECUTE FUNCTION app.touch()"_s);
        add(u"ALTER TABLE "_s + table +
            pick(t + u".trigger.state"_s, {u" ENABLE"_s, u" ENABLE"_s, u" DISABLE"_s, u" ENABLE ALWAYS"_s}) +
            u" TRIGGER tr_%1"_s.arg(t));
    }
    if (yes(t + u".security"_s, 40)) {
        add(u"ALTER TABLE "_s + table + u" ENABLE ROW LEVEL SECURITY"_s);
        if (yes(t + u".security.force"_s, 30)) {
            add(u"ALTER TABLE "_s + table + u" FORCE ROW LEVEL SECURITY"_s);
        }
        add(u"CREATE POLICY po_%1 ON "_s.arg(t) + table + pick(t + u".policy.as"_s, {QString(), u" AS RESTRICTIVE"_s}) +
            pick(t + u".policy.for"_s, {QString(), u" FOR UPDATE"_s}) +
            pick(t + u".policy.to"_s, {QString(), u" TO csgen_a"_s}) + u" USING ("_s +
            pick(t + u".policy.using"_s, {u"k > 0"_s, u"note = CURRENT_USER"_s, u"true"_s}) + u')');
    }
    if (yes(t + u".rule"_s, 15)) {
        add(u"CREATE RULE ru_%1 AS ON "_s.arg(t) + pick(t + u".rule.on"_s, {u"DELETE"_s, u"UPDATE"_s}) + u" TO "_s +
            table + u" WHERE old.k = 1 DO INSTEAD NOTHING"_s);
    }
    const QString identity = pick(t + u".identity"_s, {QString(), QString(), QString(), u"FULL"_s, u"NOTHING"_s});
    if (!identity.isEmpty()) {
        add(u"ALTER TABLE "_s + table + u" REPLICA IDENTITY "_s + identity);
    }
    const QString setting =
        pick(t + u".setting"_s, {QString(), QString(), u" SET STATISTICS 300"_s, u" SET STORAGE EXTERNAL"_s,
                                 u" SET (n_distinct = -0.5)"_s, u" SET COMPRESSION pglz"_s});
    if (!setting.isEmpty()) {
        add(u"ALTER TABLE "_s + table + u" ALTER COLUMN note"_s + setting);
    }
}

void GeneratedDatabase::addPartitions()
{
    const QString key = pick(u"parted.by"_s, {u"RANGE (at)"_s, u"RANGE (at)"_s, u"RANGE (at, kind)"_s, QString()});
    add(u"CREATE TABLE app.parted (at date NOT NULL, kind text NOT NULL, amount numeric"_s +
        pick(u"parted.more"_s, {QString(), u", more integer DEFAULT 3"_s}) + u')' +
        (key.isEmpty() ? QString() : u" PARTITION BY "_s + key));
    if (key.isEmpty()) {
        return;
    }
    for (int i = 0; i < 3; ++i) {
        const QString part = u"parted.%1"_s.arg(i);
        if (!yes(part, 75)) {
            continue;
        }
        const bool two = key.contains(u"kind"_s);
        const QString from = two ? u"('20%1-01-01', MINVALUE)"_s : u"('20%1-01-01')"_s;
        const QString name = u"app.parted_%1"_s.arg(i);
        add(u"CREATE TABLE "_s + name + u" PARTITION OF app.parted FOR VALUES FROM "_s + from.arg(20 + 2 * i) +
            u" TO "_s + from.arg(21 + 2 * i + roll(part + u".wide"_s, 2)));
        if (yes(part + u".own"_s, 30)) {
            add(u"CREATE INDEX ON "_s + name + u" (amount)"_s);
        }
        addComment(part, u"TABLE "_s + name);
    }
    if (yes(u"parted.default"_s, 40)) {
        add(u"CREATE TABLE app.parted_rest PARTITION OF app.parted DEFAULT"_s);
    }
    const QString primary = pick(u"parted.key"_s, {QString(), u"PRIMARY KEY (at, kind)"_s, u"UNIQUE (kind, at)"_s});
    if (!primary.isEmpty()) {
        add(u"ALTER TABLE app.parted ADD CONSTRAINT parted_key "_s + primary);
    }
    if (yes(u"parted.index"_s, 60)) {
        add(u"CREATE INDEX parted_ix ON app.parted ("_s +
            pick(u"parted.index.keys"_s, {u"kind"_s, u"amount, kind"_s, u"lower(kind)"_s}) + u')');
    }
    if (yes(u"parted.check"_s, 40)) {
        add(u"ALTER TABLE app.parted ADD CONSTRAINT parted_ck CHECK ("_s +
            pick(u"parted.check.as"_s, {u"amount > 0"_s, u"kind <> ''"_s}) + u')');
    }
    if (yes(u"parted.fk"_s, 40)) {
        add(u"ALTER TABLE app.parted ADD COLUMN base_k integer REFERENCES app.base (k)"_s);
    }
    if (yes(u"parted.trigger"_s, 40)) {
        add(u"CREATE TRIGGER parted_tr AFTER INSERT ON app.parted FOR EACH ROW EXECUTE FUNCTION app.touch()"_s);
    }
}

void GeneratedDatabase::addInheritance()
{
    add(u"CREATE TABLE app.parent (a integer"_s + pick(u"parent.a"_s, {QString(), u" NOT NULL"_s, u" DEFAULT 4"_s}) +
        (yes(u"parent.b"_s, 50) ? u", b text"_s : QString()) +
        (yes(u"parent.check"_s, 50) ? u", CONSTRAINT a_check CHECK (a > 0))"_s : u")"_s));
    if (yes(u"child"_s, 70)) {
        add(u"CREATE TABLE app.child (z integer) INHERITS (app.parent)"_s);
    }
}

void GeneratedDatabase::addViews()
{
    add(u"CREATE VIEW app.v_base"_s +
        pick(u"view.options"_s,
             {QString(), QString(), u" WITH (security_barrier=true)"_s, u" WITH (security_invoker=true)"_s}) +
        u" AS SELECT "_s +
        pick(u"view.columns"_s, {u"id, k, note"_s, u"id, k, note, rk"_s, u"id, k, upper(note) AS note"_s, u"b.*"_s}) +
        u" FROM app.base b WHERE "_s +
        pick(u"view.where"_s, {u"k > 0"_s, u"note IN ('a', 'b') OR k BETWEEN 1 AND 3"_s}));
    addComment(u"view"_s, u"VIEW app.v_base"_s);
    addOwnerAndGrants(u"view"_s, u"VIEW"_s, u"app.v_base"_s, u"SELECT"_s);
    if (yes(u"view2"_s, 70)) {
        add(u"CREATE VIEW public.v_top AS SELECT k, count(*) AS n FROM app.v_base GROUP BY "_s +
            pick(u"view2.by"_s, {u"k"_s, u"1"_s, u"k HAVING count(*) > 1"_s}));
    }
    if (yes(u"matview"_s, 70)) {
        add(u"CREATE MATERIALIZED VIEW app.mv AS SELECT k, note FROM "_s +
            pick(u"matview.from"_s, {u"app.base"_s, u"app.v_base"_s}) + u" WHERE k <> "_s +
            pick(u"matview.where"_s, {u"1"_s, u"2"_s}));
        if (yes(u"matview.index"_s, 60)) {
            add(u"CREATE UNIQUE INDEX mv_ix ON app.mv ("_s + pick(u"matview.index.keys"_s, {u"k"_s, u"k, note"_s}) +
                u')');
        }
        addOwnerAndGrants(u"matview"_s, u"MATERIALIZED VIEW"_s, u"app.mv"_s, u"SELECT"_s);
    }
    if (yes(u"viewfunction"_s, 40)) {
        add(u"CREATE FUNCTION app.rows_of() RETURNS SETOF app.v_base LANGUAGE sql AS 'SELECT * FROM app.v_base'"_s);
    }
}

void GeneratedDatabase::addOthers()
{
    if (yes(u"search"_s, 50)) {
        add(u"CREATE TEXT SEARCH CONFIGURATION app.words (COPY = pg_catalog."_s +
            pick(u"search.copy"_s, {u"english"_s, u"simple"_s}) + u')');
    }
    if (yes(u"dictionary"_s, 40)) {
        add(u"CREATE TEXT SEARCH DICTIONARY app.stems (TEMPLATE = pg_catalog.snowball, language = '"_s +
            pick(u"dictionary.language"_s, {u"english"_s, u"german"_s}) + u"')"_s);
    }
    if (yes(u"publication"_s, 40)) {
        add(u"CREATE PUBLICATION csgen_pub FOR TABLE app.base"_s +
            pick(u"publication.where"_s, {QString(), u" WHERE (k > 1)"_s}) + u" WITH (publish = '"_s +
            pick(u"publication.publish"_s, {u"insert"_s, u"insert, update"_s}) + u"')"_s);
    }
    if (yes(u"event"_s, 30)) {
        add(u"CREATE FUNCTION app.on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NULL; END'"_s);
        add(u"CREATE EVENT TRIGGER csgen_event ON ddl_command_end WHEN TAG IN ('CREATE TABLE'"_s +
            pick(u"event.tags"_s, {QString(), u", 'DROP TABLE'"_s}) + u") EXECUTE FUNCTION app.on_ddl()"_s);
        add(u"ALTER EVENT TRIGGER csgen_event DISABLE"_s);
    }
    if (yes(u"foreign"_s, 40)) {
        add(u"CREATE FOREIGN DATA WRAPPER csgen_fdw"_s);
        add(u"CREATE SERVER csgen_server FOREIGN DATA WRAPPER csgen_fdw OPTIONS (host '"_s +
            pick(u"foreign.host"_s, {u"a"_s, u"b"_s}) + u"')"_s);
        add(u"CREATE FOREIGN TABLE app.far (a integer OPTIONS (n 'x'), b "_s +
            pick(u"foreign.b"_s, {u"text"_s, u"integer"_s}) + u") SERVER csgen_server OPTIONS (t '"_s +
            pick(u"foreign.option"_s, {u"1"_s, u"2"_s}) + u"')"_s);
    }
    if (yes(u"privileges"_s, 40)) {
        add(u"ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO "_s +
            pick(u"privileges.to"_s, {u"csgen_a"_s, u"PUBLIC"_s}));
    }
}

} // namespace countersign::acceptance
