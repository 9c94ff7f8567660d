#include "engine/mysql/planner.h"
#include "engine/mysql/showcreate.h"

namespace countersign::engine::mysql {

void Planner::createRoutines()
{
    for (const Numbered &n : m_byKind[ObjectKind::Routine]) {
        const Routine *to = toObject<Routine>(n.difference->id);
        if (!to || (n.difference->change != Change::Added && n.difference->change != Change::Altered)) {
            continue;
        }
        Routine wanted = *to;
        if (const Routine *from = fromObject<Routine>(n.difference->id);
            from && n.difference->change == Change::Altered) {
            wanted = *from;
            takeOver(wanted, *to, *n.difference);
            replaceRoutine(*from, wanted, n.number);
            continue;
        }
        sqlModeFor(entry(wanted.attributes, u"sqlMode"_s));
        program(createRoutine(wanted), wanted.attributes, {n.number});
    }
}

void Planner::replaceRoutine(const Routine &from, const Routine &wanted, int number)
{
    QString create = createRoutine(wanted);
    if (m_to.engine == schema::EngineKind::MariaDb && kindWord(from) == kindWord(wanted)) {
        // What was granted on the routine stays (MariaDB: CREATE PROCEDURE, OR REPLACE), and it is never missing.
        create.replace(0, 6, u"CREATE OR REPLACE"_s);
    } else {
        step(u"DROP "_s + kindWord(from) + u' ' + quotedName(from.name), {number}, false,
             u"What was granted on the routine itself goes with it: it has to be granted again."_s);
    }
    sqlModeFor(entry(wanted.attributes, u"sqlMode"_s));
    program(create, wanted.attributes, {number});
}

void Planner::createViews()
{
    std::map<QString, int> waiting;
    std::set<QString> replaced;
    for (const Numbered &n : m_byKind[ObjectKind::View]) {
        if (n.difference->change == Change::Added || n.difference->change == Change::Altered) {
            waiting.emplace(n.difference->id.name, n.number);
            if (n.difference->change == Change::Altered) {
                replaced.insert(n.difference->id.name);
            }
        }
    }
    std::map<QString, QStringList> reads;
    for (const schema::Dependency &dependency : m_to.dependencies) {
        if (dependency.dependent.kind == ObjectKind::View && dependency.referenced.kind == ObjectKind::View) {
            reads[dependency.dependent.name] << dependency.referenced.name;
        }
    }
    std::set<QString> begun;
    m_brokenViews = waiting.empty() ? QHash<QString, QString>() : brokenViews();
    for (const auto &[name, number] : waiting) {
        createViewAfter(name, waiting, reads, replaced, begun);
    }
}

/// A view may name what is not there any more, or another such view: it stays, but nothing creates it.
QHash<QString, QString> Planner::brokenViews() const
{
    QSet<QString> there;
    for (const schema::Object &object : m_to.objects) {
        there << idOf(object).name.toLower();
    }
    for (const schema::NotCompared &note : m_to.notCompared) {
        if (note.id.name == u"*"_s && (note.id.kind == ObjectKind::Table || note.id.kind == ObjectKind::View)) {
            return {}; // there may be more than was seen
        }
        there << note.id.name.toLower();
    }
    QHash<QString, QString> broken;
    bool more = true;
    while (more) {
        more = false;
        for (const schema::Object &object : m_to.objects) {
            const View *view = std::get_if<View>(&object);
            if (!view || broken.contains(view->name)) {
                continue;
            }
            for (const QString &name : surelyRelationsIn(view->query.text)) {
                if (!there.contains(name.toLower())) {
                    broken.insert(view->name, name);
                    there.remove(view->name.toLower());
                    more = true;
                    break;
                }
            }
        }
    }
    return broken;
}

void Planner::createViewAfter(const QString &name, const std::map<QString, int> &waiting,
                              const std::map<QString, QStringList> &reads, const std::set<QString> &replaced,
                              std::set<QString> &begun)
{
    const auto it = waiting.find(name);
    if (it == waiting.end() || !begun.insert(name).second) {
        return;
    }
    if (const auto read = reads.find(name); read != reads.end()) {
        for (const QString &other : read->second) {
            createViewAfter(other, waiting, reads, replaced, begun);
        }
    }
    createOneView(name, it->second, replaced.contains(name));
}

void Planner::createOneView(const QString &name, int number, bool replace)
{
    const ObjectId id{ObjectKind::View, {}, {}, name};
    const View *to = toObject<View>(id);
    if (!to) {
        return;
    }
    View wanted = *to;
    if (const View *from = fromObject<View>(id); from && replace) {
        wanted = *from;
        takeOver(wanted, *to, m_differences[static_cast<std::size_t>(number)]);
        if (wanted.query == from->query && wanted.definer == from->definer && wanted.algorithm == from->algorithm &&
            wanted.security == from->security && wanted.checkOption == from->checkOption &&
            wanted.options == from->options) {
            return; // only grants differ
        }
    }
    if (const QString missing = m_brokenViews.value(name); !missing.isEmpty()) {
        step({}, {number}, false,
             u"nothing is done about view %1: it names %2, which is not there or cannot be created either, so that no "
             "server creates it"_s.arg(name, missing));
        return;
    }
    usualMode();
    program(createView(wanted, replace), wanted.options, {number});
}

void Planner::dropGoneTriggers()
{
    QSet<QString> kept;
    for (const schema::Object &object : m_to.objects) {
        const Table *table = std::get_if<Table>(&object);
        for (const Trigger &trigger : table ? table->triggers : std::vector<Trigger>()) {
            kept << trigger.name.toLower();
        }
    }
    for (const auto &[name, change] : m_changes) {
        for (const Trigger &before : change.from->triggers) {
            if (!findPart(change.to.triggers, before.name) && !kept.contains(before.name.toLower())) {
                step(u"DROP TRIGGER "_s + quotedName(before.name), change.differences);
                m_goneTriggers << before.name;
            }
        }
    }
}

void Planner::changeTriggers()
{
    // All that go before any that come: a trigger's name is one of the database's, and it may move to another table.
    for (const auto &[name, change] : m_changes) {
        dropTriggers(change);
    }
    for (const Numbered &n : m_byKind[ObjectKind::Table]) {
        const Table *to = n.difference->change == Change::Added ? toTable(n.difference->id.name) : nullptr;
        if (to) {
            for (const Trigger *trigger : inOrder(to->triggers)) {
                createOneTrigger(*to, *trigger, {n.number});
            }
        }
    }
    for (const auto &[name, change] : m_changes) {
        createTriggers(change);
    }
}

std::vector<const Trigger *> Planner::inOrder(const std::vector<Trigger> &triggers)
{
    std::vector<const Trigger *> sorted;
    for (const Trigger &trigger : triggers) {
        sorted.push_back(&trigger);
    }
    std::ranges::stable_sort(sorted, [](const Trigger *a, const Trigger *b) {
        return std::tie(a->timing, a->events, a->order) < std::tie(b->timing, b->events, b->order);
    });
    return sorted;
}

bool Planner::sameExceptOrder(Trigger a, const Trigger &b)
{
    a.order = b.order;
    return a == b;
}

void Planner::dropTriggers(const TableChange &change)
{
    for (const Trigger &before : change.from->triggers) {
        const Trigger *after = findPart(change.to.triggers, before.name);
        if (m_goneTriggers.contains(before.name)) {
            continue;
        }
        if (!after || !sameExceptOrder(before, *after) || after->order != before.order) {
            step(u"DROP TRIGGER "_s + quotedName(before.name), change.differences);
        }
    }
}

void Planner::createTriggers(const TableChange &change)
{
    for (const Trigger *after : inOrder(change.to.triggers)) {
        const Trigger *before = findPart(change.from->triggers, after->name);
        if (!before || *before != *after) {
            createOneTrigger(change.to, *after, change.differences);
        }
    }
}

void Planner::createOneTrigger(const Table &table, const Trigger &trigger, const std::vector<int> &numbers)
{
    sqlModeFor(trigger.sqlMode);
    program(createTrigger(table, trigger, position(table, trigger)), trigger.attributes, numbers);
}

QString Planner::position(const Table &table, const Trigger &trigger) const
{
    const Trigger *previous = nullptr;
    const Trigger *next = nullptr;
    for (const Trigger *other : inOrder(table.triggers)) {
        if (other->timing != trigger.timing || other->events != trigger.events || other->name == trigger.name) {
            continue;
        }
        if (other->order < trigger.order) {
            previous = other;
        } else if (!next) {
            next = other;
        }
    }
    if (previous) {
        return u"FOLLOWS "_s + quotedName(previous->name);
    }
    const auto change = m_changes.find(table.name);
    if (next && change != m_changes.end()) {
        const Trigger *held = findPart(change->second.from->triggers, next->name);
        if (held && *held == *next) {
            return u"PRECEDES "_s + quotedName(next->name);
        }
    }
    return {};
}

void Planner::createEvents()
{
    for (const Numbered &n : m_byKind[ObjectKind::Event]) {
        const auto *to = toObject<CatalogObject>(n.difference->id);
        if (!to || (n.difference->change != Change::Added && n.difference->change != Change::Altered)) {
            continue;
        }
        CatalogObject wanted = *to;
        if (const auto *from = fromObject<CatalogObject>(n.difference->id);
            from && n.difference->change == Change::Altered) {
            wanted = *from;
            takeOver(wanted, *to, *n.difference);
            step(u"DROP EVENT "_s + quotedName(from->name), {n.number});
        }
        sqlModeFor(entry(wanted.attributes, u"sqlMode"_s));
        timeZoneFor(entry(wanted.attributes, u"timeZone"_s));
        program(createEvent(wanted), wanted.attributes, {n.number});
    }
}

} // namespace countersign::engine::mysql
