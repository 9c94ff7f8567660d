#include "gui/report/exportpage.h"

#include "gui/common/theme.h"
#include "gui/report/printing.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>
#include <QRadioButton>
#include <QTextBrowser>
#include <QTextDocument>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t previewRows = 100;

/// A rendered report on its way from the worker.
struct Rendered {
    QString text;
    bool html = false;
    std::shared_ptr<QTextDocument> page; ///< laid out from the text in the worker; only with html
};

QString suffixOf(ExportPage::Format format)
{
    switch (format) {
    case ExportPage::Format::Html:
        return u"html"_s;
    case ExportPage::Format::Pdf:
        return u"pdf"_s;
    case ExportPage::Format::Markdown:
        return u"md"_s;
    case ExportPage::Format::Json:
        return u"json"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

base::Result<QByteArray> bytesOf(const ReportParts &parts, const app::ReportOptions &options, ExportPage::Format format)
{
    const app::ReportSubject subject = parts.subject();
    if (format == ExportPage::Format::Json) {
        return app::reportToJson(subject, options);
    }
    const app::ReportDocument document = app::makeReport(subject, options);
    switch (format) {
    case ExportPage::Format::Pdf:
        return reportToPdf(app::documentToPrintableHtml(document), picturesOf(document));
    case ExportPage::Format::Markdown:
        return app::documentToMarkdown(document).toUtf8();
    case ExportPage::Format::Html:
    case ExportPage::Format::Json:
        return app::documentToHtml(document);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

app::ReportSubject ReportParts::subject() const
{
    app::ReportSubject subject;
    subject.workspace = workspace;
    subject.comparison = comparison.get();
    subject.checks = checked ? &checked->report : nullptr;
    if (reviews && !change.isEmpty()) {
        subject.change = reviews->find(change);
        subject.ledger = &reviews->state;
    }
    return subject;
}

ExportPage::ExportPage(Console &console, ChangeSession &session, QWidget *parent)
    : Page({u"export"_s, tr("Export"), u"document-export"_s}, parent), m_console(console), m_session(session)
{
    build();
    connect(&m_console, &Console::comparisonChanged, this, &ExportPage::updateParts);
    connect(&m_console, &Console::workspaceChanged, this, &ExportPage::updateParts);
    connect(&m_session, &ChangeSession::checkedChanged, this, &ExportPage::updateParts);
    connect(&m_session, &ChangeSession::reviewsChanged, this, &ExportPage::updateParts);
    updateParts();
}

ExportPage::~ExportPage()
{
    // The preview outlives the members.
    m_preview->setDocument(nullptr);
}

void ExportPage::build()
{
    m_print = named(new QPushButton(tr("Print…"), this), u"exportPrint"_s, tr("Print the report"));
    m_export = named(new QPushButton(icon(u"document-export"_s, Token::AccentText), tr("Export…"), this),
                     u"exportButton"_s, tr("Save the report to a file"));
    m_print->setAutoDefault(false);
    m_export->setDefault(true);
    tools()->addWidget(m_print);
    tools()->addWidget(m_export);
    auto *what = new Card(tr("What"), this);
    m_comparison = named(new QCheckBox(tr("Comparison"), what), u"exportComparison"_s);
    m_checks = named(new QCheckBox(tr("Checks and rehearsal"), what), u"exportChecks"_s);
    m_review = named(new QCheckBox(tr("Review"), what), u"exportReview"_s);
    for (QCheckBox *box : {m_comparison, m_checks, m_review}) {
        box->setChecked(true);
        what->body()->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ExportPage::preview);
    }
    auto *how = new Card(tr("How"), this);
    m_format = new QButtonGroup(this);
    const QList<std::pair<Format, QString>> formats{{Format::Html, u"HTML"_s},
                                                    {Format::Pdf, u"PDF"_s},
                                                    {Format::Markdown, u"Markdown"_s},
                                                    {Format::Json, u"JSON"_s}};
    for (const auto &[kind, text] : formats) {
        auto *button = named(new QRadioButton(text, how), u"exportFormat%1"_s.arg(int(kind)), text);
        m_format->addButton(button, int(kind));
        how->body()->addWidget(button);
    }
    m_format->button(int(Format::Html))->setChecked(true);
    how->body()->addSpacing(spacing::normal);
    m_redact = named(new QCheckBox(tr("Redact literals in SQL"), how), u"exportRedact"_s);
    m_redact->setToolTip(tr("Texts and numbers in SQL are replaced and comments are left out"));
    how->body()->addWidget(m_redact);
    connect(m_redact, &QCheckBox::toggled, this, &ExportPage::preview);
    connect(m_format, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on) {
            preview();
        }
    });
    auto *choices = new QVBoxLayout;
    choices->setSpacing(spacing::wide);
    choices->addWidget(what);
    choices->addWidget(how);
    choices->addStretch(1);
    auto *seen = new Card(tr("Preview"), this);
    m_preview = named(new QTextBrowser(seen), u"exportPreview"_s, tr("Preview of the report"));
    m_preview->setFrameShape(QFrame::NoFrame);
    m_preview->setOpenLinks(false);
    seen->body()->addWidget(m_preview, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(20, 4, 20, 20);
    row->setSpacing(spacing::wide);
    row->addLayout(choices);
    row->addWidget(seen, 1);
    content()->addLayout(row, 1);
    connect(m_export, &QPushButton::clicked, this, &ExportPage::chooseFile);
    connect(m_print, &QPushButton::clicked, this, &ExportPage::choosePrinter);
}

void ExportPage::updateParts()
{
    const auto offer = [](QCheckBox *box, bool there, const QString &otherwise) {
        box->setEnabled(there);
        box->setToolTip(there ? QString() : otherwise);
    };
    offer(m_comparison, m_console.comparison() != nullptr, tr("Compare two sides first"));
    offer(m_checks, m_session.checked() != nullptr, tr("Rehearse and check a migration first"));
    offer(m_review, m_session.change() != nullptr, tr("Nothing is under review"));
    if (isVisible()) {
        preview();
    }
}

ReportParts ExportPage::parts() const
{
    ReportParts parts;
    const auto workspace = m_console.workspace();
    parts.workspace = workspace ? workspace->name : QString();
    if (m_comparison->isEnabled() && m_comparison->isChecked()) {
        parts.comparison = m_console.comparison();
    }
    if (m_checks->isEnabled() && m_checks->isChecked()) {
        parts.checked = m_session.checked();
    }
    if (m_review->isEnabled() && m_review->isChecked() && m_session.change() != nullptr) {
        parts.reviews = m_session.reviews();
        parts.change = m_session.change()->record.id;
    }
    return parts;
}

ExportPage::Format ExportPage::format() const
{
    return Format(std::max(0, m_format->checkedId()));
}

void ExportPage::setFormat(Format format)
{
    m_format->button(int(format))->setChecked(true);
}

bool ExportPage::redact() const
{
    return m_redact->isEnabled() && m_redact->isChecked();
}

void ExportPage::preview()
{
    const ReportParts parts = this->parts();
    const bool any = !parts.isEmpty();
    m_export->setEnabled(any);
    m_print->setEnabled(any);
    m_redact->setEnabled(format() != Format::Json);
    if (!m_comparison->isEnabled() && !m_checks->isEnabled() && !m_review->isEnabled()) {
        setEmpty(
            tr("Nothing to report yet"),
            tr("Compare two sides, check a migration or put it under review; then the report can be saved as HTML, "
               "PDF, Markdown or JSON, or printed."));
        return;
    }
    setReady();
    app::ReportOptions options;
    options.at = m_console.now();
    options.redact = redact();
    options.mostRows = previewRows;
    const Format kind = format();
    m_console.jobs().start<Rendered>(
        {u"export.preview"_s, {}},
        [parts, options, kind](std::stop_token, const base::ProgressSink &) -> base::Result<Rendered> {
            const app::ReportSubject subject = parts.subject();
            if (kind == Format::Json) {
                constexpr qsizetype most = 40'000;
                const QString text = QString::fromUtf8(app::reportToJson(subject, options));
                return Rendered{text.size() > most ? text.left(most) + u"\n…"_s : text, false, nullptr};
            }
            app::ReportDocument document = app::makeReport(subject, options);
            const bool html = kind != Format::Markdown;
            QString text = html ? app::documentToPrintableHtml(document) : app::documentToMarkdown(document);
            if (!html) {
                return Rendered{std::move(text), false, nullptr};
            }
            // Parsing and drawing pictures takes longer than a frame: the finished document changes threads.
            std::shared_ptr<QTextDocument> page = printableDocument(text, picturesOf(document));
            page->setDocumentMargin(spacing::wide);
            page->moveToThread(QCoreApplication::instance()->thread());
            return Rendered{{}, true, std::move(page)};
        },
        this,
        [this](Outcome<Rendered> outcome) {
            if (auto *value = std::get_if<0>(&outcome)) {
                show(value->text, value->page);
            } else if (auto *error = std::get_if<1>(&outcome)) {
                setFailed(*error);
            }
        });
}

void ExportPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    updateScrolling();
}

void ExportPage::updateScrolling()
{
    // Everything in a page breaks but its drawings; a bar for the few pixels of a table's frame would only be noise.
    constexpr int widestDrawing = 700;
    // A page is no wider than paper: lines of two thousand pixels nobody reads.
    constexpr int widestPage = 1100;
    m_preview->setMaximumWidth(m_page != nullptr ? widestPage : QWIDGETSIZE_MAX);
    const bool fits = m_page != nullptr && m_preview->width() >= widestDrawing;
    const Qt::ScrollBarPolicy policy = fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded;
    if (m_preview->horizontalScrollBarPolicy() != policy) {
        m_preview->setHorizontalScrollBarPolicy(policy); // lays the whole page out again
    }
}

void ExportPage::show(const QString &text, const std::shared_ptr<QTextDocument> &page)
{
    const bool html = page != nullptr;
    // Paper is white in every theme.
    QPalette paper = m_preview->palette();
    const Scheme scheme = html ? Scheme::Light : ThemeManager::instance()->scheme();
    paper.setColor(QPalette::Base, tokenColor(Token::Base, scheme));
    paper.setColor(QPalette::Text, tokenColor(Token::Text, scheme));
    m_preview->setPalette(paper);
    if (html) {
        m_preview->setDocument(page.get());
        m_page = page;
    } else {
        auto *plain = new QTextDocument(m_preview);
        plain->setDefaultFont(fixedFont());
        plain->setPlainText(text);
        m_preview->setDocument(plain);
        m_page.reset();
    }
    updateScrolling();
    setSubtitle(tr("The file says the digests of what it is about, the version, and when it was written"));
    emit settled();
}

void ExportPage::chooseFile()
{
    const QString suffix = suffixOf(format());
    auto *dialog = new QFileDialog(this, tr("Export report"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(u"report."_s + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportPage::exportTo);
    dialog->open();
}

void ExportPage::exportTo(const QString &path)
{
    app::ReportOptions options;
    options.at = m_console.now();
    options.redact = redact();
    using Nothing = std::monostate;
    m_console.jobs().start<Nothing>(
        //: %1 is a path
        {u"export"_s, tr("Exporting %1").arg(path)},
        [path, options, parts = parts(), kind = format()](std::stop_token stop,
                                                          const base::ProgressSink &) -> base::Result<Nothing> {
            CS_TRY(bytes, bytesOf(parts, options, kind));
            if (stop.stop_requested()) {
                return base::Fail(base::cancelled());
            }
            CS_CHECK(app::writeFile(path, bytes));
            return Nothing{};
        },
        this,
        [this, path](Outcome<Nothing> outcome) {
            if (std::holds_alternative<Nothing>(outcome)) {
                emit m_console.announced(tr("Report saved to %1").arg(path), false);
                emit exported(path);
            } else if (auto *error = std::get_if<1>(&outcome)) {
                setFailed(*error);
            }
        });
}

void ExportPage::choosePrinter()
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(u"exportPrintDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        app::ReportOptions options;
        options.at = m_console.now();
        options.redact = redact();
        using Nothing = std::monostate;
        m_console.jobs().start<Nothing>(
            {u"print"_s, tr("Printing the report")},
            [printer, options, parts = parts()](std::stop_token, const base::ProgressSink &) -> base::Result<Nothing> {
                const app::ReportDocument document = app::makeReport(parts.subject(), options);
                printReport(*printer, app::documentToPrintableHtml(document), picturesOf(document));
                return Nothing{};
            },
            this, [](Outcome<Nothing>) {});
    });
    dialog->open();
}

QList<QWidget *> ExportPage::panes() const
{
    return {m_comparison, m_preview, m_export};
}

void ExportPage::activated()
{
    preview();
    m_preview->setFocus();
}

} // namespace countersign::gui
