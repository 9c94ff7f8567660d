#include "gui/text/sqlhighlight.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <mutex>

namespace countersign::gui {

using namespace Qt::StringLiterals;
using KSyntaxHighlighting::Theme;

namespace {

Token tokenOf(Theme::TextStyle style)
{
    switch (style) {
    case Theme::Keyword:
    case Theme::ControlFlow:
    case Theme::Import:
    case Theme::Preprocessor:
        return Token::SyntaxKeyword;
    case Theme::DataType:
    case Theme::Attribute:
    case Theme::Extension:
        return Token::SyntaxType;
    case Theme::Function:
    case Theme::BuiltIn:
        return Token::SyntaxFunction;
    case Theme::Char:
    case Theme::SpecialChar:
    case Theme::String:
    case Theme::VerbatimString:
    case Theme::SpecialString:
        return Token::SyntaxString;
    case Theme::DecVal:
    case Theme::BaseN:
    case Theme::Float:
    case Theme::Constant:
        return Token::SyntaxNumber;
    case Theme::Comment:
    case Theme::Documentation:
    case Theme::Annotation:
    case Theme::CommentVar:
        return Token::SyntaxComment;
    case Theme::Operator:
        return Token::SyntaxOperator;
    // Error is suppressed: the definitions take what they do not know for wrong, the server decides what is.
    case Theme::Error:
    case Theme::Normal:
    case Theme::Variable:
    case Theme::RegionMarker:
    case Theme::Information:
    case Theme::Warning:
    case Theme::Alert:
    case Theme::Others:
        break;
    }
    return Token::SyntaxNormal;
}

class LineCollector final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    std::vector<LineStyles> run(const QString &sql, const std::stop_token &stop)
    {
        std::vector<LineStyles> lines;
        KSyntaxHighlighting::State state;
        const QStringList texts = sql.split(u'\n');
        lines.reserve(std::size_t(texts.size()));
        for (const QString &text : texts) {
            if (stop.stop_requested()) {
                break;
            }
            m_runs.clear();
            // Rows of data, as dumps have them by the megabyte: nobody reads them, and they would take seconds.
            constexpr qsizetype longest = 50'000;
            if (text.size() <= longest) {
                state = highlightLine(text, state);
            }
            lines.push_back(m_runs);
        }
        return lines;
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const Token style = tokenOf(format.textStyle());
        if (style != Token::SyntaxNormal && length > 0) {
            m_runs.push_back({offset, length, style});
        }
    }

private:
    LineStyles m_runs;
};

} // namespace

QString definitionName(schema::EngineKind engine)
{
    switch (engine) {
    case schema::EngineKind::PostgreSql:
        return u"SQL (PostgreSQL)"_s;
    case schema::EngineKind::MySql:
    case schema::EngineKind::MariaDb:
        return u"SQL (MySQL)"_s;
    case schema::EngineKind::Sqlite:
        return u"SQL"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

std::vector<LineStyles> highlightSql(const QString &sql, schema::EngineKind engine, std::stop_token stop)
{
    // A repository takes tens of milliseconds to load and is not thread-safe: one for all workers, in turn.
    static std::mutex mutex;
    const std::scoped_lock lock(mutex);
    static const KSyntaxHighlighting::Repository repository;
    LineCollector collector;
    collector.setDefinition(repository.definitionForName(definitionName(engine)));
    return collector.run(sql, stop);
}

} // namespace countersign::gui
