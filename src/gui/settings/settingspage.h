#pragma once

#include "gui/shell/page.h"

#include <functional>
#include <vector>

class QListWidget;

namespace countersign::gui {

class Console;

/// What a person can choose: how the console looks and reads (kept per person), and what the workspace says about
/// checks, profiles and keys (kept in countersign.toml, or only shown where another file rules).
class SettingsPage : public Page
{
    Q_OBJECT
public:
    SettingsPage(Console &console, QWidget *parent = nullptr);

    [[nodiscard]] QList<QWidget *> panes() const override;
    void activated() override;
    /// Shows a section by its id: appearance, editor, databases, checks, profiles, shortcuts, keys.
    void showSection(const QString &id);

private:
    /// All at once would hold the window up.
    struct Made {
        std::function<QWidget *()> make;
        QWidget *section; ///< null until it is shown for the first time
    };
    void add(const QString &id, const QString &title, const QString &iconName, std::function<QWidget *()> make);
    void showRow(int row);
    [[nodiscard]] QWidget *appearance();
    [[nodiscard]] QWidget *editor();
    [[nodiscard]] QWidget *databases();
    [[nodiscard]] QWidget *shortcuts();

    Console &m_console;
    QListWidget *m_sections;
    QStackedWidget *m_stack;
    std::vector<Made> m_made;
};

} // namespace countersign::gui
