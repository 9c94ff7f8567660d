#include "diff/ignoredbydefault.h"

#include "schema/objects.h"

namespace countersign::diff {

using namespace Qt::StringLiterals;

namespace {

template <schema::Described T>
void add(schema::ObjectKind kind, QStringList &out)
{
    for (const QString &name : ignoredByDefault<T>()) {
        out << schema::nameOf(kind) + u'.' + name;
    }
}

} // namespace

QStringList includeSwitches()
{
    using schema::ObjectKind;
    QStringList out{u"characterSetClient"_s, u"collationConnection"_s, u"definer"_s, u"notNullConstraint"_s, u"owner"_s,
                    u"table.columnOrder"_s};
    add<schema::Table>(ObjectKind::Table, out);
    add<schema::Column>(ObjectKind::Column, out);
    add<schema::View>(ObjectKind::MaterializedView, out);
    add<schema::Sequence>(ObjectKind::Sequence, out);
    out.sort();
    return out;
}

} // namespace countersign::diff
