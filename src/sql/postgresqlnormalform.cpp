#include "sql/postgresqlnormalform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <pg_query.h>

#include <memory>

namespace countersign::sql {

using namespace Qt::StringLiterals;

namespace {

std::optional<QJsonArray> parse(const QString &text)
{
    PgQueryParseResult result = pg_query_parse(text.toUtf8().constData());
    std::optional<QJsonArray> out;
    if (result.error == nullptr) {
        out = QJsonDocument::fromJson(QByteArray(result.parse_tree)).object().value("stmts"_L1).toArray();
    }
    pg_query_free_parse_result(result);
    return out;
}

/// The only member of a node, as {"TypeCast": {…}}.
QJsonObject inner(const QJsonValue &value, QLatin1StringView type)
{
    return value.toObject().value(type).toObject();
}

/// The last name of a type, so that pg_catalog.int4 and integer are one; with its schema where it is another.
QString typeText(const QJsonObject &type, bool withBounds)
{
    QStringList names;
    for (const auto &entry : type.value("names"_L1).toArray()) {
        const QString name = inner(entry, "String"_L1).value("sval"_L1).toString();
        if (name != u"pg_catalog"_s) {
            names += name;
        }
    }
    QString out = names.join(u'.');
    for (const auto &entry : type.value("typmods"_L1).toArray()) {
        const QJsonObject constant = inner(entry, "A_Const"_L1);
        out += u'(' + QString::number(constant.value("ival"_L1).toObject().value("ival"_L1).toInteger()) +
               constant.value("sval"_L1).toObject().value("sval"_L1).toString() + u')';
    }
    if (withBounds && type.contains("arrayBounds"_L1)) {
        out += u"[]"_s;
    }
    return out;
}

bool isText(const QString &type)
{
    return type == u"text"_s || type == u"varchar"_s || type == u"bpchar"_s;
}

/// The names that later arms of a UNION give mean nothing, and the server makes some up when it reads them again.
QJsonObject withoutNames(QJsonObject select)
{
    QJsonArray targets;
    for (const auto &entry : select.value("targetList"_L1).toArray()) {
        QJsonObject target = inner(entry, "ResTarget"_L1);
        target.remove("name"_L1);
        targets.append(QJsonObject{{u"ResTarget"_s, target}});
    }
    if (!targets.isEmpty()) {
        select.insert("targetList"_L1, targets);
    }
    for (const QLatin1StringView arm : {"larg"_L1, "rarg"_L1}) {
        if (select.contains(arm)) {
            select.insert(arm, withoutNames(select.value(arm).toObject()));
        }
    }
    return select;
}

/// What the columns of a query with a single relation in FROM may be qualified with: from 16 on the server leaves it
/// out at the top of a view, where it stood before (ruleutils.c, get_query_def, varprefix).
QString onlyQualifier(const QJsonArray &statements)
{
    const QJsonObject select = inner(statements.at(0).toObject().value("stmt"_L1), "SelectStmt"_L1);
    const QJsonArray from = select.value("fromClause"_L1).toArray();
    if (statements.size() != 1 || from.size() != 1) {
        return {};
    }
    for (const QLatin1StringView kind : {"RangeVar"_L1, "RangeSubselect"_L1, "RangeFunction"_L1}) {
        const QJsonObject relation = inner(from.at(0), kind);
        const QString alias = relation.value("alias"_L1).toObject().value("aliasname"_L1).toString();
        if (!relation.isEmpty()) {
            return alias.isEmpty() ? relation.value("relname"_L1).toString() : alias;
        }
    }
    return {};
}

/// The form that normalize() is called with: NFKC, or as 13 spells it where it prints a plain call, 'nfkc'::text.
QString unicodeForm(const QJsonValue &value)
{
    const QJsonObject cast = inner(value, "TypeCast"_L1);
    const QJsonObject constant = inner(cast.isEmpty() ? value : cast.value("arg"_L1), "A_Const"_L1);
    return constant.value("sval"_L1).toObject().value("sval"_L1).toString().toUpper();
}

class Canonical
{
public:
    explicit Canonical(const QJsonArray &statements) : m_qualifier(onlyQualifier(statements)) {}

    QString text(const QJsonValue &value)
    {
        switch (value.type()) {
        case QJsonValue::Object:
            return object(value.toObject());
        case QJsonValue::Array: {
            QString out = u"["_s;
            for (const auto &entry : value.toArray()) {
                out += text(entry) + u' ';
            }
            return out + u']';
        }
        case QJsonValue::String:
            return u'"' + value.toString() + u'"';
        case QJsonValue::Double:
            return QString::number(value.toDouble(), 'g', 17);
        case QJsonValue::Bool:
            return value.toBool() ? u"t"_s : u"f"_s;
        default:
            return u"-"_s;
        }
    }

private:
    QString object(const QJsonObject &node)
    {
        if (node.size() == 1) {
            if (const QJsonObject column = node.value("ColumnRef"_L1).toObject(); !column.isEmpty()) {
                return columnText(column.value("fields"_L1).toArray());
            }
            if (const QJsonObject call = node.value("FuncCall"_L1).toObject(); !call.isEmpty()) {
                return callText(call);
            }
            if (node.contains("SelectStmt"_L1) && ++m_depth > 1) {
                const QString nested = members(node);
                --m_depth;
                return nested;
            }
            if (const QJsonObject cast = node.value("TypeCast"_L1).toObject(); !cast.isEmpty()) {
                return castText(cast.value("arg"_L1), cast.value("typeName"_L1).toObject());
            }
            if (const QJsonObject logic = node.value("BoolExpr"_L1).toObject(); !logic.isEmpty()) {
                return logicText(logic);
            }
            if (const QJsonObject array = node.value("A_ArrayExpr"_L1).toObject(); !array.isEmpty()) {
                QString out = u"ARRAY["_s;
                for (const auto &element : array.value("elements"_L1).toArray()) {
                    out += text(element) + u' ';
                }
                return out + u']';
            }
            if (const QJsonObject type = node.value("TypeName"_L1).toObject(); !type.isEmpty()) {
                return u"type:"_s + typeText(type, true);
            }
        }
        return members(node);
    }

    QString members(const QJsonObject &node)
    {
        QString out = u"("_s;
        for (auto it = node.begin(); it != node.end(); ++it) {
            const QString &key = it.key();
            if (key == "location"_L1 || key == "stmt_location"_L1 || key == "stmt_len"_L1) {
                continue;
            }
            if (key == "funcname"_L1) {
                out += key + u'=' + nameText(it.value().toArray()) + u' ';
            } else if (key == "rarg"_L1) {
                out += key + u'=' + text(withoutNames(it.value().toObject())) + u' ';
            } else if (key == "typeName"_L1) {
                out += key + u'=' + typeText(it.value().toObject(), true) + u' ';
            } else {
                out += key + u'=' + text(it.value()) + u' ';
            }
        }
        return out + u')';
    }

    QString columnText(QJsonArray fields)
    {
        if (m_depth <= 1 && fields.size() == 2 && !m_qualifier.isEmpty() &&
            inner(fields.at(0), "String"_L1).value("sval"_L1).toString() == m_qualifier &&
            !inner(fields.at(1), "String"_L1).isEmpty()) {
            fields.removeFirst();
        }
        return u"column:"_s + text(fields);
    }

    /// From 14 on a call in SQL's own syntax keeps it, x AT TIME ZONE y; before it came out as timezone(y, x).
    QString callText(QJsonObject call)
    {
        call.remove("funcformat"_L1);
        const QString name = nameText(call.value("funcname"_L1).toArray());
        if (name == u"normalize"_s || name == u"is_normalized"_s) {
            QJsonArray arguments = call.value("args"_L1).toArray();
            if (const QString form = unicodeForm(arguments.last()); arguments.size() == 2 && !form.isEmpty()) {
                arguments.replace(1, form);
            }
            // Only the plain call shows that a varchar is taken as text.
            const QJsonObject cast = inner(arguments.first(), "TypeCast"_L1);
            const QJsonArray type = cast.value("typeName"_L1).toObject().value("names"_L1).toArray();
            if (!type.isEmpty() && nameText(type) == u"text"_s) {
                arguments.replace(0, cast.value("arg"_L1));
            }
            call.insert("args"_L1, arguments);
        }
        return u"call"_s + members(call);
    }

    static QString nameText(const QJsonArray &names)
    {
        QStringList out;
        for (const auto &entry : names) {
            const QString name = inner(entry, "String"_L1).value("sval"_L1).toString();
            if (name != u"pg_catalog"_s) {
                out += name;
            }
        }
        return out.join(u'.');
    }

    QString castText(const QJsonValue &argument, const QJsonObject &type)
    {
        const bool array = type.contains("arrayBounds"_L1);
        const QJsonObject elements = inner(argument, "A_ArrayExpr"_L1);
        if (array && !elements.isEmpty()) {
            QJsonObject elementType = type;
            elementType.remove("arrayBounds"_L1);
            QString out = u"ARRAY["_s;
            for (const auto &element : elements.value("elements"_L1).toArray()) {
                out += castText(element, elementType) + u' ';
            }
            return out + u']';
        }
        const QString name = typeText(type, true);
        // A text constant that goes through another text type without a length stays the same constant.
        const QJsonObject before = inner(argument, "TypeCast"_L1);
        if (isText(name) && !before.isEmpty() && isText(typeText(before.value("typeName"_L1).toObject(), true)) &&
            !inner(before.value("arg"_L1), "A_Const"_L1).isEmpty()) {
            return u"cast("_s + text(before.value("arg"_L1)) + u" as "_s + name + u')';
        }
        // '-1'::integer is how the server writes -1.
        const QString constant = inner(argument, "A_Const"_L1).value("sval"_L1).toObject().value("sval"_L1).toString();
        bool number = false;
        constant.toLongLong(&number);
        if (number && (name == u"int4"_s || name == u"int8"_s || name == u"int2"_s || name == u"numeric"_s)) {
            return u"number("_s + constant + u" as "_s + name + u')';
        }
        const QJsonObject integer = inner(argument, "A_Const"_L1).value("ival"_L1).toObject();
        if (inner(argument, "A_Const"_L1).contains("ival"_L1) &&
            (name == u"int8"_s || name == u"int2"_s || name == u"numeric"_s)) {
            return u"number(%1 as %2)"_s.arg(integer.value("ival"_L1).toInteger()).arg(name);
        }
        return u"cast("_s + text(argument) + u" as "_s + name + u')';
    }

    void flatten(const QJsonObject &logic, const QString &kind, QStringList &out)
    {
        for (const auto &entry : logic.value("args"_L1).toArray()) {
            const QJsonObject nested = inner(entry, "BoolExpr"_L1);
            if (!nested.isEmpty() && nested.value("boolop"_L1).toString() == kind && kind != "NOT_EXPR"_L1) {
                flatten(nested, kind, out);
            } else {
                out += text(entry);
            }
        }
    }

    QString logicText(const QJsonObject &logic)
    {
        const QString kind = logic.value("boolop"_L1).toString();
        QStringList parts;
        flatten(logic, kind, parts);
        return kind + u'(' + parts.join(u' ') + u')';
    }

    QString m_qualifier;
    int m_depth = 0; ///< of queries within queries
};

} // namespace

std::optional<QString> postgreSqlNormalForm(const QString &text)
{
    auto statements = parse(text);
    if (!statements) {
        statements = parse(u"SELECT "_s + text);
    }
    if (!statements) {
        return std::nullopt;
    }
    return Canonical(*statements).text(*statements);
}

} // namespace countersign::sql
