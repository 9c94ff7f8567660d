#pragma once

#include "gui/settings/section.h"

class QListView;

namespace countersign::gui {

class Console;
class TwoLineModel;

/// The profiles of the workspace: what each ignores, includes, maps and leaves out.
class ProfilesSection : public Section
{
    Q_OBJECT
public:
    ProfilesSection(Console &console, QWidget *parent);

private:
    void update();
    /// Of the profile in @p row; -1 for a new one.
    void openEditor(int row);
    Console &m_console;
    TwoLineModel *m_rows;
    QListView *m_list = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
};

/// Who signs at this keyboard, with which key; the keys at hand and the people of the roster.
class KeysSection : public Section
{
    Q_OBJECT
public:
    KeysSection(Console &console, QWidget *parent);

private:
    void update();
    void readKeys();
    Console &m_console;
    TwoLineModel *m_keys;
    TwoLineModel *m_people;
    QLabel *m_person;
};

} // namespace countersign::gui
