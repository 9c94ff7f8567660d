#include "gui/compare/renamedialog.h"

#include "base/show.h"
#include "gui/common/theme.h"
#include "gui/compare/compareindex.h"
#include "ui_renamedialog.h"

namespace countersign::gui {

using namespace Qt::StringLiterals;

RenameDialog::RenameDialog(const std::vector<diff::RenameCandidate> &candidates, QWidget *parent)
    : QDialog(parent), m_candidates(candidates), m_form(std::make_unique<Ui::RenameDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    QTreeWidget *list = m_form->renameCandidates;
    for (const diff::RenameCandidate &one : m_candidates) {
        //: %1 is how sure it is, such as "87", %2 why
        auto *item =
            new QTreeWidgetItem({titleOf(one.rename.from.kind), base::show(one.rename.from.path()),
                                 base::show(one.rename.to.path()), tr("%1 %: %2").arg(one.score).arg(one.reason)});
        item->setCheckState(0, Qt::Unchecked);
        item->setFont(1, fixedFont());
        item->setFont(2, fixedFont());
        list->addTopLevelItem(item);
    }
    list->setColumnWidth(0, 130);
    list->setColumnWidth(1, 220);
    list->setColumnWidth(2, 220);
    list->setCurrentItem(list->topLevelItem(0));
    connect(m_form->renameCancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_form->renameConfirm, &QPushButton::clicked, this, [this, list] {
        std::vector<diff::Rename> renames;
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            if (list->topLevelItem(int(i))->checkState(0) == Qt::Checked) {
                renames.push_back(m_candidates[i].rename);
            }
        }
        emit decided(renames);
        accept();
    });
}

RenameDialog::~RenameDialog() = default;

} // namespace countersign::gui
