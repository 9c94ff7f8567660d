#include "app/reportdocument.h"

#include "base/show.h"

namespace countersign::app {

using namespace Qt::StringLiterals;

namespace {

template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};

const auto style =
    u"body{font:15px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;"
    "background:#fff}h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.2rem;border-bottom:1px solid #d9dde2}"
    "h3{font-size:1.05rem}table{border-collapse:collapse;width:100%;margin:.6rem 0}td,th{border:1px solid #d9dde2;"
    "padding:.3rem .6rem;text-align:left;vertical-align:top}th{background:#f6f7f9}pre,code{font:13px/1.5 "
    "ui-monospace,monospace}pre{background:#f6f7f9;padding:.7rem;overflow:auto;white-space:pre-wrap}"
    "table.facts{width:auto}table.facts td{border:0;padding:.1rem 1rem .1rem 0}figure{margin:1rem 0}figcaption{"
    "color:#535b64}svg{max-width:100%;height:auto}.good{color:#2d6a3e}.notice{color:#7a5c00}.bad{color:#a30016}"
    ".added{color:#00594e}.removed{color:#a33600}.changed{color:#5638bd}.good,.notice,.bad{font-weight:600}"
    "@media print{body{margin:0;max-width:none;font-size:11pt}h2,h3{break-after:avoid}tr,figure{break-inside:avoid}"
    "pre{white-space:pre-wrap;overflow:visible}}"
    "@media screen and (prefers-color-scheme:dark){body{color:#e8eaed;background:#1f2328}th,pre{background:#262b31}"
    "td,th,h2{border-color:#343a42}figure svg{background:#fff;border-radius:6px}figcaption{color:#a9b1ba}"
    ".good{color:#7fd19a}.notice{color:#e6c35c}.bad{color:#ff8a95}.added{color:#4fd0bb}.removed{color:#ff9a5c}"
    ".changed{color:#b3a5ff}}"_s;

QString toneName(ReportTone tone)
{
    switch (tone) {
    case ReportTone::Plain:
        return {};
    case ReportTone::Good:
        return u"good"_s;
    case ReportTone::Notice:
        return u"notice"_s;
    case ReportTone::Bad:
        return u"bad"_s;
    case ReportTone::Added:
        return u"added"_s;
    case ReportTone::Removed:
        return u"removed"_s;
    case ReportTone::Changed:
        return u"changed"_s;
    }
    return {};
}

QString toneColor(ReportTone tone)
{
    switch (tone) {
    case ReportTone::Plain:
        return u"#1b1f24"_s;
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

QString escaped(const QString &text, bool keepLayout = true)
{
    return base::show(text, keepLayout).toHtmlEscaped();
}

/// Markdown that means itself: inline HTML, tables, links and emphasis have no effect.
QString marked(const QString &text)
{
    QString out;
    for (const QChar c : base::show(text.simplified())) {
        if (u"\\`*_[]|~#!"_s.contains(c)) {
            out += u'\\';
        }
        out += c == u'<' ? u"&lt;"_s : c == u'>' ? u"&gt;"_s : c == u'&' ? u"&amp;"_s : QString(c);
    }
    return out;
}

/// A fence that is longer than any run of back-ticks inside.
QString fenced(const QString &text)
{
    QString fence = u"```"_s;
    while (text.contains(fence)) {
        fence += u'`';
    }
    return fence + u"sql\n"_s + base::show(text, true) + (text.endsWith(u'\n') ? QString() : u"\n"_s) + fence +
           u"\n\n"_s;
}

QString codeSpan(const QString &text)
{
    const QString shown = base::show(text.simplified()).replace(u'|', u"\\|"_s);
    QString fence = u"`"_s;
    while (shown.contains(fence)) {
        fence += u'`';
    }
    return fence.size() == 1 ? fence + shown + fence : fence + u' ' + shown + u' ' + fence;
}

class HtmlWriter
{
public:
    explicit HtmlWriter(bool printable) : m_printable(printable) {}

    QString run(const ReportDocument &document)
    {
        m_out = u"<h1>%1</h1>\n<table%2>\n"_s.arg(escaped(document.title),
                                                  m_printable ? u" cellpadding=\"2\""_s : u" class=\"facts\""_s);
        for (const std::vector<QString> &fact : document.facts) {
            m_out += u"<tr><td%3>%1</td><td>%2</td></tr>\n"_s.arg(escaped(fact.at(0)), escaped(fact.at(1)),
                                                                  m_printable ? u" class=\"fact\""_s : QString());
        }
        m_out += u"</table>\n"_s;
        for (const ReportBlock &block : document.blocks) {
            std::visit([this](const auto &one) { write(one); }, block);
        }
        return m_out;
    }

private:
    [[nodiscard]] QString toned(const QString &html, ReportTone tone) const
    {
        if (tone == ReportTone::Plain) {
            return html;
        }
        return m_printable ? u"<b><font color=\"%1\">%2</font></b>"_s.arg(toneColor(tone), html)
                           : u"<span class=\"%1\">%2</span>"_s.arg(toneName(tone), html);
    }

    void write(const ReportHeading &heading)
    {
        m_out += u"<h%1>%2</h%1>\n"_s.arg(QString::number(heading.level), escaped(heading.text));
    }

    void write(const ReportParagraph &paragraph)
    {
        m_out += u"<p>%1</p>\n"_s.arg(toned(escaped(paragraph.text).replace(u'\n', u"<br>"_s), paragraph.tone));
    }

    void write(const ReportTable &table)
    {
        m_out += m_printable ? u"<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\"><thead><tr>"_s
                             : u"<table><thead><tr>"_s;
        for (const QString &title : table.head) {
            m_out += u"<th align=\"left\">%1</th>"_s.arg(escaped(title));
        }
        m_out += u"</tr></thead>\n"_s;
        for (const std::vector<ReportCell> &row : table.rows) {
            m_out += u"<tr>"_s;
            for (const ReportCell &cell : row) {
                QString html = escaped(cell.text).replace(u'\n', u"<br>"_s);
                html = cell.code ? u"<code>%1</code>"_s.arg(html) : html;
                m_out += u"<td>%1</td>"_s.arg(toned(html, cell.tone));
            }
            m_out += u"</tr>\n"_s;
        }
        m_out += u"</table>\n"_s;
    }

    void write(const ReportCode &code) { m_out += u"<pre>%1</pre>\n"_s.arg(escaped(code.text)); }

    void write(const ReportPicture &picture)
    {
        const QString title = escaped(picture.title);
        m_out += m_printable
                     ? u"<p><img src=\"report:%1\"><br><i>%2</i></p>\n"_s.arg(picture.id, title)
                     : u"<figure>%1<figcaption>%2</figcaption></figure>\n"_s.arg(QString::fromUtf8(picture.svg), title);
    }

    bool m_printable;
    QString m_out;
};

} // namespace

QByteArray documentToHtml(const ReportDocument &document)
{
    return (u"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            "<meta name=\"viewport\" content=\"width=device-width\"><title>%1</title><style>"_s.arg(
                escaped(document.title)) +
            style + u"</style></head><body>\n"_s + HtmlWriter(false).run(document) + u"</body></html>\n"_s)
        .toUtf8();
}

QString documentToPrintableHtml(const ReportDocument &document)
{
    return u"<html><body>"_s + HtmlWriter(true).run(document) + u"</body></html>"_s;
}

QString documentToMarkdown(const ReportDocument &document)
{
    QString out = u"# %1\n\n"_s.arg(marked(document.title));
    for (const std::vector<QString> &fact : document.facts) {
        out += u"- %1: %2\n"_s.arg(marked(fact.at(0)), marked(fact.at(1)));
    }
    out += u'\n';
    const auto toned = [](const QString &text, ReportTone tone) {
        const bool strong = tone == ReportTone::Good || tone == ReportTone::Notice || tone == ReportTone::Bad;
        return strong && !text.isEmpty() ? u"**%1**"_s.arg(text) : text;
    };
    for (const ReportBlock &block : document.blocks) {
        out += std::visit(Overloaded{[](const ReportHeading &heading) {
                                         return QString(heading.level, u'#') + u' ' + marked(heading.text) + u"\n\n"_s;
                                     },
                                     [&](const ReportParagraph &paragraph) {
                                         QStringList lines;
                                         for (const QString &line : paragraph.text.split(u'\n')) {
                                             lines << toned(marked(line), paragraph.tone);
                                         }
                                         return lines.join(u"  \n"_s) + u"\n\n"_s;
                                     },
                                     [&](const ReportTable &table) {
                                         QString text = u"|"_s;
                                         for (const QString &title : table.head) {
                                             text += u' ' + marked(title) + u" |"_s;
                                         }
                                         text += u"\n|"_s + u"---|"_s.repeated(table.head.size()) + u'\n';
                                         for (const std::vector<ReportCell> &row : table.rows) {
                                             text += u'|';
                                             for (const ReportCell &cell : row) {
                                                 QStringList lines;
                                                 for (const QString &line : cell.text.split(u'\n')) {
                                                     lines << (cell.code && !line.isEmpty()
                                                                   ? codeSpan(line)
                                                                   : toned(marked(line), cell.tone));
                                                 }
                                                 text += u' ' + lines.join(u"<br>"_s) + u" |"_s;
                                             }
                                             text += u'\n';
                                         }
                                         return text + u'\n';
                                     },
                                     [](const ReportCode &code) { return fenced(code.text); },
                                     [](const ReportPicture &) { return QString(); }},
                          block);
    }
    return out;
}

} // namespace countersign::app
