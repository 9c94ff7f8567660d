#pragma once

#include "app/checkusecase.h"
#include "app/report.h"
#include "gui/shell/page.h"

#include <memory>
#include <optional>

class QButtonGroup;
class QCheckBox;
class QPrinter;
class QPushButton;
class QTextBrowser;
class QTextDocument;

namespace countersign::gui {

class ChangeSession;
class Console;

/// What a report is made of, held alive while it is rendered in a worker.
struct ReportParts {
    QString workspace;
    std::shared_ptr<const app::SchemaComparison> comparison;
    std::shared_ptr<const app::CheckedMigration> checked;
    std::shared_ptr<const app::ReviewOverview> reviews;
    QString change; ///< id of the change in reviews

    [[nodiscard]] app::ReportSubject subject() const;
    [[nodiscard]] bool isEmpty() const { return !comparison && !checked && change.isEmpty(); }
};

/// Comparison, checks and review as HTML, PDF, Markdown or JSON: preview, save, print. The preview is made by the same
/// code as the file.
class ExportPage : public Page
{
    Q_OBJECT
public:
    enum class Format { Html, Pdf, Markdown, Json };
    ExportPage(Console &console, ChangeSession &session, QWidget *parent = nullptr);
    ~ExportPage() override;

    [[nodiscard]] QList<QWidget *> panes() const override;
    void refresh() override { preview(); }
    void activated() override;

    void setFormat(Format format);
    /// Writes the file in a worker; exported() follows.
    void exportTo(const QString &path);
    void chooseFile();
    void choosePrinter();

signals:
    void exported(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void updateScrolling();
    void updateParts();
    void preview();
    /// @p page is null for plain @p text.
    void show(const QString &text, const std::shared_ptr<QTextDocument> &page);
    [[nodiscard]] ReportParts parts() const;
    [[nodiscard]] Format format() const;
    [[nodiscard]] bool redact() const;

    Console &m_console;
    ChangeSession &m_session;
    QCheckBox *m_comparison = nullptr;
    QCheckBox *m_checks = nullptr;
    QCheckBox *m_review = nullptr;
    QCheckBox *m_redact = nullptr;
    QButtonGroup *m_format = nullptr;
    QTextBrowser *m_preview = nullptr;
    std::shared_ptr<QTextDocument> m_page; ///< what the preview shows; null for plain text
    QPushButton *m_export = nullptr;
    QPushButton *m_print = nullptr;
};

} // namespace countersign::gui
