#pragma once

#include "diff/compare.h"

#include <QDialog>

#include <memory>

namespace countersign::gui {

namespace Ui {
class RenameDialog;
}

/// Pairs that may be one renamed object, each decided by the person: nothing is assumed to be a rename.
class RenameDialog : public QDialog
{
    Q_OBJECT
public:
    RenameDialog(const std::vector<diff::RenameCandidate> &candidates, QWidget *parent);
    ~RenameDialog() override;

signals:
    /// The pairs that are renames; the others are different objects.
    void decided(const std::vector<countersign::diff::Rename> &renames);

private:
    std::vector<diff::RenameCandidate> m_candidates;
    std::unique_ptr<Ui::RenameDialog> m_form;
};

} // namespace countersign::gui
