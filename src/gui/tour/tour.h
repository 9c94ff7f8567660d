#pragma once

#include "gui/common/theme.h"
#include "schema/enginekind.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QObject>
#include <QSize>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

class QDialog;

namespace countersign::gui {

class Console;
class ConsoleApplication;
class MainWindow;
class Page;

struct TourOptions {
    QString folder;
    QString workspace; ///< empty: the demo
    QString demoFolder;
    schema::EngineKind engine = schema::EngineKind::Sqlite;
    QList<ThemeChoice> themes;
    QSize size{1440, 900};
    int scale = 1;
    QStringList pages;   ///< only these; empty for all
    bool pseudo = false; ///< the pseudo-locale is on: texts that it did not reach are findings
};

/// One picture: what to do before, and what has to be true before it is taken.
struct TourStop {
    QString page;
    QString state;
    std::function<void()> prepare;
    std::function<bool()> ready;
    bool picture = true; ///< false: only a step on the way
};

/// The dialog of @p window that is open, or nullptr.
[[nodiscard]] QDialog *openDialog(const QWidget &window);

/// Visits the window without a person and saves a picture of every stop, with what it found: clipped texts, widgets
/// without names, stalls. Emits finished(0) when there was nothing to find.
class Tour : public QObject
{
    Q_OBJECT
public:
    Tour(const TourOptions &options, ConsoleApplication &application);
    ~Tour() override;
    void start();

signals:
    void finished(int exitCode);

private:
    void declareStops();
    void declareOwnStops();
    void declareStartStops();
    void declareEnvironmentStops();
    void declareCompareStops();
    void declareMigrationStops();
    void declareReviewStops();
    void declareVerifyStops();
    void declareExportStops();
    void declareSettingsStops();
    void declareFindingStops();
    void declareSetupStop();
    void declareDialogStops();
    void add(const QString &page, const QString &state, const std::function<void()> &prepare,
             const std::function<bool()> &ready = {});
    void step(const std::function<void()> &prepare, const std::function<bool()> &ready = {});
    void nextTheme();
    void nextStop();
    void check();
    void take();
    void finish();
    [[nodiscard]] bool settled() const;
    /// Adds @p text to the migration's file, or takes as many bytes away again.
    void appendToMigration(const QByteArray &text, bool takeAway = false) const;
    [[nodiscard]] Page *page(const QString &id) const;

    TourOptions m_options;
    ConsoleApplication &m_application;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<MainWindow> m_window;
    std::vector<TourStop> m_stops;
    std::size_t m_at = 0;
    int m_theme = -1;
    int m_number = 0;
    QTimer m_poll;
    QElapsedTimer m_clock;
    int m_quietTurns = 0;
    QJsonArray m_pictures;
    int m_findings = 0;
};

} // namespace countersign::gui
