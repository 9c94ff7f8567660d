#pragma once

#include "gui/shell/environmentband.h"
#include "schema/schema.h"

#include <QWidget>

namespace countersign::gui {

class DiffView;
class JobRunner;

/// The DDL of one object in a window of its own, to keep it in sight while others are looked at. It stays as it was
/// when it was opened and says so in its title; production keeps its band.
class DdlWindow final : public QWidget
{
    Q_OBJECT
public:
    struct Content {
        QString name; ///< path of the object
        SideView left;
        SideView right;
        QString from;
        QString to;
        schema::EngineKind engine = schema::EngineKind::Sqlite;
        QString when; ///< "compared at 14:05"
    };

    /// Deleted when it is closed, and with @p parent.
    DdlWindow(JobRunner &jobs, const Content &content, QWidget *parent);
    [[nodiscard]] DiffView *view() const { return m_view; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    DiffView *m_view;
};

} // namespace countersign::gui
