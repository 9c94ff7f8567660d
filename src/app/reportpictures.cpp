#include "app/reportpictures.h"

#include "base/show.h"

#include <QCoreApplication>
#include <QMap>
#include <QStringList>

#include <algorithm>

namespace countersign::app {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

constexpr int width = 900;
constexpr int rowHeight = 26;
constexpr std::size_t mostRows = 40;

QString colorOf(ReportTone tone)
{
    switch (tone) {
    case ReportTone::Plain:
        return u"#535b64"_s;
    case ReportTone::Good:
        return u"#2d6a3e"_s;
    case ReportTone::Notice:
        return u"#7a5c00"_s;
    case ReportTone::Bad:
        return u"#a30016"_s;
    case ReportTone::Added:
        return u"#00594e"_s;
    case ReportTone::Removed:
        return u"#a33600"_s;
    case ReportTone::Changed:
        return u"#5638bd"_s;
    }
    return {};
}

QString cut(const QString &text, qsizetype most)
{
    const QString shown = base::show(text.simplified());
    return (shown.size() > most ? shown.left(most - 1) + u'…' : shown).toHtmlEscaped();
}

QString textAt(double x, double y, const QString &escapedText, const QString &color = u"#1b1f24"_s,
               const QString &anchor = u"start"_s)
{
    return u"<text x=\"%1\" y=\"%2\" fill=\"%3\" text-anchor=\"%4\">%5</text>\n"_s.arg(
        QString::number(x), QString::number(y), color, anchor, escapedText);
}

QByteArray drawing(int height, const QString &title, const QString &inside)
{
    return (u"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" viewBox=\"0 0 %1 %2\" role=\"img\" "
            "font-family=\"sans-serif\" font-size=\"12\"><title>%3</title>\n"_s.arg(
                QString::number(width), QString::number(height), base::show(title).toHtmlEscaped()) +
            inside + u"</svg>\n"_s)
        .toUtf8();
}

QString more(std::size_t all, std::size_t shown)
{
    return all > shown ? Text::tr(" (%1 more are not drawn)").arg(all - shown) : QString();
}

} // namespace

ReportPicture timelinePicture(const std::vector<TimelineMark> &marks)
{
    const std::size_t shown = std::min(marks.size(), mostRows);
    QString out;
    const int height = int(shown) * rowHeight + 16;
    out +=
        u"<line x1=\"176\" y1=\"8\" x2=\"176\" y2=\"%1\" stroke=\"#b7bec6\" stroke-width=\"2\"/>\n"_s.arg(height - 8);
    for (std::size_t i = 0; i < shown; ++i) {
        const int y = 8 + int(i) * rowHeight + rowHeight / 2;
        const TimelineMark &mark = marks[i];
        out += textAt(160, y + 4, mark.at.toUTC().toString(u"yyyy-MM-dd HH:mm"_s) + u" UTC"_s, u"#535b64"_s, u"end"_s);
        out += u"<circle cx=\"176\" cy=\"%1\" r=\"6\" fill=\"%2\"/>\n"_s.arg(QString::number(y), colorOf(mark.tone));
        out += textAt(194, y + 4, cut(mark.text, 100), colorOf(mark.tone));
    }
    const QString title = Text::tr("What happened when, oldest first") + more(marks.size(), shown);
    return {u"timeline"_s, title, drawing(height, title, out)};
}

ReportPicture touchesPicture(const std::vector<Touch> &touches, TouchesOf script)
{
    QStringList statements;
    QStringList objects;
    for (const Touch &touch : touches) {
        if (!statements.contains(touch.statement) && statements.size() < qsizetype(mostRows)) {
            statements << touch.statement;
        }
        if (!objects.contains(touch.object) && objects.size() < qsizetype(mostRows)) {
            objects << touch.object;
        }
    }
    constexpr int left = 380;
    constexpr int right = 620;
    const auto yOf = [](qsizetype row) { return 12 + int(row) * rowHeight + rowHeight / 2; };
    const auto box = [](int x, int y, const QString &label) {
        return u"<rect x=\"%1\" y=\"%2\" width=\"270\" height=\"20\" rx=\"4\" fill=\"#f6f7f9\" stroke=\"#b7bec6\"/>\n"_s
                   .arg(x)
                   .arg(y - 10) +
               textAt(x + 8, y + 4, label);
    };
    QString out;
    std::size_t drawn = 0;
    for (const Touch &touch : touches) {
        const qsizetype from = statements.indexOf(touch.statement);
        const qsizetype to = objects.indexOf(touch.object);
        if (from < 0 || to < 0) {
            continue;
        }
        ++drawn;
        out += u"<path d=\"M%1 %2 C500 %2 500 %3 %4 %3\" fill=\"none\" stroke=\"%5\" stroke-width=\"%6\"%7/>\n"_s.arg(
            QString::number(left), QString::number(yOf(from)), QString::number(yOf(to)), QString::number(right),
            colorOf(touch.tone), touch.tone == ReportTone::Plain ? u"1"_s : u"2"_s,
            touch.tone == ReportTone::Plain ? u" stroke-dasharray=\"4 3\""_s : QString());
    }
    for (qsizetype i = 0; i < statements.size(); ++i) {
        out += box(left - 270, yOf(i), cut(statements.at(i), 36));
    }
    for (qsizetype i = 0; i < objects.size(); ++i) {
        out += box(right, yOf(i), cut(objects.at(i), 36));
    }
    const qsizetype rows = std::max(statements.size(), objects.size());
    const int legend = yOf(rows) + 8;
    const std::pair<ReportTone, QString> keys[] = {{ReportTone::Added, Text::tr("adds")},
                                                   {ReportTone::Removed, Text::tr("drops")},
                                                   {ReportTone::Changed, Text::tr("alters")},
                                                   {ReportTone::Plain, Text::tr("only locks (dashed)")}};
    int x = left - 270;
    for (const auto &[tone, word] : keys) {
        out += u"<line x1=\"%1\" y1=\"%2\" x2=\"%3\" y2=\"%2\" stroke=\"%4\" stroke-width=\"2\"%5/>\n"_s.arg(
            QString::number(x), QString::number(legend), QString::number(x + 24), colorOf(tone),
            tone == ReportTone::Plain ? u" stroke-dasharray=\"4 3\""_s : QString());
        out += textAt(x + 30, legend + 4, word.toHtmlEscaped());
        x += 120;
    }
    const bool generated = script == TouchesOf::GeneratedScript;
    const QString title = (generated ? Text::tr("Which statement of the generated script touches which object")
                                     : Text::tr("Which statement touches which object")) +
                          more(touches.size(), drawn);
    return {generated ? u"generated-touches"_s : u"touches"_s, title, drawing(legend + 16, title, out)};
}

ReportPicture statementsPicture(const std::vector<StatementBar> &bars)
{
    const std::size_t shown = std::min(bars.size(), mostRows);
    double longest = 0.001;
    for (std::size_t i = 0; i < shown; ++i) {
        longest = std::max(longest, bars[i].milliseconds);
    }
    QString out;
    for (std::size_t i = 0; i < shown; ++i) {
        const StatementBar &bar = bars[i];
        const int y = 8 + int(i) * rowHeight;
        const double length = std::max(2.0, 260 * bar.milliseconds / longest);
        out += textAt(8, y + 17, cut(bar.statement, 48));
        out += u"<rect x=\"350\" y=\"%1\" width=\"%2\" height=\"16\" rx=\"3\" fill=\"%3\"/>\n"_s.arg(
            QString::number(y + 5), QString::number(length), colorOf(bar.tone));
        const QString facts = u"%1 ms%2"_s.arg(QString::number(bar.milliseconds, 'f', 1),
                                               bar.lock.isEmpty() ? QString() : u" · "_s + bar.lock);
        out += textAt(358 + length, y + 17, cut(facts, 44), u"#535b64"_s);
    }
    const QString title = Text::tr("How long each statement ran in the rehearsal, and the strongest lock it held") +
                          more(bars.size(), shown);
    return {u"statements"_s, title, drawing(int(shown) * rowHeight + 16, title, out)};
}

} // namespace countersign::app
