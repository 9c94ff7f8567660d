#include "gui/compare/renamedialog.h"

#include "base/show.h"
#include "gui/common/theme.h"
#include "gui/common/widgets.h"
#include "gui/compare/compareindex.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>

namespace countersign::gui {

using namespace Qt::StringLiterals;

RenameDialog::RenameDialog(const std::vector<diff::RenameCandidate> &candidates, QWidget *parent)
    : QDialog(parent), m_candidates(candidates),
      m_list(named(new QTreeWidget(this), u"renameCandidates"_s, tr("Possible renames")))
{
    setObjectName(u"renameDialog"_s);
    setWindowTitle(tr("Renamed, or dropped and added?"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(820, 420);
    m_list->setHeaderLabels({tr("Is a rename"), tr("Now"), tr("Proposed"), tr("Why it may be one")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    for (const diff::RenameCandidate &one : m_candidates) {
        //: %1 is how sure it is, such as "87", %2 why
        auto *item =
            new QTreeWidgetItem({titleOf(one.rename.from.kind), base::show(one.rename.from.path()),
                                 base::show(one.rename.to.path()), tr("%1 %: %2").arg(one.score).arg(one.reason)});
        item->setCheckState(0, Qt::Unchecked);
        item->setFont(1, fixedFont());
        item->setFont(2, fixedFont());
        m_list->addTopLevelItem(item);
    }
    m_list->setColumnWidth(0, 130);
    m_list->setColumnWidth(1, 220);
    m_list->setColumnWidth(2, 220);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    auto *cancel = named(new QPushButton(tr("Cancel"), this), u"renameCancel"_s, tr("Cancel"));
    auto *confirm = named(new QPushButton(tr("Decide"), this), u"renameConfirm"_s, tr("Decide and compare again"));
    confirm->setDefault(true);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::normal);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(confirm);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(spacing::wide);
    column->addWidget(plainLabel(tr("Renamed, or dropped and added?"), this, Token::Text, 1.3, true));
    column->addWidget(
        wrappedLabel(tr("A rename keeps the data; a drop and an add loses it. Tick the pairs that are one "
                        "object. What is not ticked stays two objects."),
                     this));
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(confirm, &QPushButton::clicked, this, [this] {
        std::vector<diff::Rename> renames;
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            if (m_list->topLevelItem(int(i))->checkState(0) == Qt::Checked) {
                renames.push_back(m_candidates[i].rename);
            }
        }
        emit decided(renames);
        accept();
    });
}

} // namespace countersign::gui
