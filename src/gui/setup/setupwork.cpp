// What the dialog finds out in workers, and what it makes of the answers.

#include "base/show.h"
#include "gui/common/widgets.h"
#include "gui/setup/choicecard.h"
#include "gui/setup/databaserow.h"
#include "gui/setup/setupdialog.h"
#include "gui/shell/console.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabBar>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

/// "Ed25519", "ECDSA P-256", "RSA": what people call the type of a key.
QString typeName(const review::PublicKey &key)
{
    QString name = key.type.contains(u"ed25519"_s) ? u"Ed25519"_s
                   : key.type.contains(u"ecdsa"_s) ? u"ECDSA P-"_s + key.type.section(u"nistp"_s, 1).section(u'@', 0, 0)
                                                   : u"RSA"_s;
    //: %1 is the type of a key that lives on a FIDO token
    return key.onToken() ? SetupDialog::tr("%1 on a security key").arg(name) : name;
}

} // namespace

void SetupDialog::lookAround(const QString &chosen)
{
    m_console.jobs().start<app::Beginnings>(
        {u"setup.look"_s, {}},
        [folder = m_folder->text().trimmed(), signing = m_console.signing()](
            std::stop_token, const base::ProgressSink &) { return app::lookAround(folder, signing); },
        this,
        [this, chosen](Outcome<app::Beginnings> outcome) {
            if (auto *found = std::get_if<0>(&outcome)) {
                m_banner->dismiss();
                showBeginnings(*found, chosen);
            } else if (auto *error = std::get_if<1>(&outcome)) {
                m_refused = true;
                m_banner->present(InlineBanner::Tone::Failure, error->message, error->where);
                m_create->setEnabled(false);
            }
        });
}

void SetupDialog::showBeginnings(const app::Beginnings &found, const QString &chosen)
{
    const bool sameFolder = m_looked && m_found.folder == found.folder;
    const QString migrationsBefore = m_found.migrations;
    m_found = found;
    if (m_person->text().isEmpty()) {
        m_person->setText(found.person);
    }
    if (m_migrations->text().isEmpty() || m_migrations->text() == migrationsBefore) {
        m_migrations->setText(found.migrations);
    }
    if (!sameFolder) {
        // What countersign.toml says is shown and stays; lines that somebody filled in stay, too.
        std::erase_if(m_rows, [](DatabaseRow *row) {
            const bool goes = row->isExisting();
            if (goes) {
                row->deleteLater();
            }
            return goes;
        });
        const auto &workspace = found.workspace;
        if (workspace) {
            int at = 0;
            for (const app::Environment &one : workspace->environments) {
                DatabaseRow *row = addRow(one.environmentClass);
                row->showExisting(one);
                m_rowColumn->removeWidget(row);
                m_rowColumn->insertWidget(at++, row);
            }
        }
        const bool any = workspace && !workspace->environments.empty();
        for (DatabaseRow *row : m_rows) {
            row->setVisible(row->isExisting() || !any || !row->isEmpty());
            row->setFolder(found.folder);
        }
        m_folderNote->setText(workspace ? tr("There is a workspace here: what its countersign.toml says stays.")
                              : QFileInfo::exists(found.folder)
                                  ? tr("A countersign.toml is written here; nothing else in the folder is touched.")
                                  : tr("The folder will be made."));
    }
    m_looked = true;
    showKeys(chosen);
    changed();
}

void SetupDialog::showKeys(const QString &chosen)
{
    const QString wanted = chosen.isEmpty() && m_key ? m_key->key.fingerprint() : chosen;
    m_key.reset();
    qDeleteAll(m_keyBox->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    int number = 0;
    QWidget *before = m_newKey;
    for (const review::KeyChoice &key : std::as_const(m_found.keys)) {
        const QString name = key.comment.isEmpty() ? QFileInfo(key.file).fileName() : key.comment;
        const QString place =
            key.place == review::KeyPlace::Agent ? tr("in the agent") : QDir::toNativeSeparators(key.file);
        auto *card = named(new ChoiceCard(typeName(key.key) + u"  "_s + base::show(name),
                                          key.key.fingerprint() + u'\n' + base::show(place), m_keyBox),
                           u"setupKey%1"_s.arg(++number));
        m_keyBox->layout()->addWidget(card);
        setTabOrder(before, card);
        before = card;
        connect(card, &ChoiceCard::toggled, this, [this, key](bool on) {
            if (on) {
                m_key = key;
                changed();
            }
        });
        if (key.key.fingerprint() == wanted) {
            card->setChecked(true);
        }
    }
    if (number == 0) {
        m_keyBox->layout()->addWidget(
            //: %1 is a path
            wrappedLabel(tr("No SSH key was found. “Make a key” makes %1 and asks for a passphrase.")
                             .arg(base::show(m_found.newKeyFile)),
                         m_keyBox));
    } else if (!m_key) {
        m_keyBox->findChild<ChoiceCard *>(u"setupKey1"_s)->setChecked(true);
    }
}

void SetupDialog::makeKey()
{
    m_newKey->setEnabled(false);
    m_console.jobs().start<review::KeyChoice>(
        {u"setup.key"_s, tr("Making a key")},
        [path = m_found.newKeyFile, comment = m_person->text().trimmed()](std::stop_token, const base::ProgressSink &) {
            return review::makeKey(path, comment, true);
        },
        this,
        [this](Outcome<review::KeyChoice> outcome) {
            m_newKey->setEnabled(true);
            if (auto *key = std::get_if<0>(&outcome)) {
                m_banner->dismiss();
                lookAround(key->key.fingerprint());
            } else if (auto *error = std::get_if<1>(&outcome)) {
                m_banner->present(InlineBanner::Tone::Failure, tr("No key was made"), error->text());
            }
        });
}

void SetupDialog::chooseKeyFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose an SSH key file"), QDir::homePath() + u"/.ssh"_s);
    dialog->setObjectName(u"setupKeyDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_console.jobs().start<review::KeyChoice>(
            {u"setup.key"_s, {}},
            [path](std::stop_token, const base::ProgressSink &) { return review::keyFromFile(path); }, this,
            [this](Outcome<review::KeyChoice> outcome) {
                if (auto *key = std::get_if<0>(&outcome)) {
                    const QString chosen = key->key.fingerprint();
                    m_found.keys.removeIf([&](const review::KeyChoice &one) { return one.key == key->key; });
                    m_found.keys.append(*key);
                    showKeys(chosen);
                    changed();
                } else if (auto *error = std::get_if<1>(&outcome)) {
                    m_banner->present(InlineBanner::Tone::Failure, error->message, error->where);
                }
            });
    });
    dialog->open();
}

void SetupDialog::chooseFolder(QLineEdit *edit, const QString &title)
{
    auto *dialog = new QFileDialog(this, title, edit->text().isEmpty() ? m_folder->text() : edit->text());
    dialog->setObjectName(u"setupFolderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
    dialog->open();
}

void SetupDialog::changed()
{
    m_plan.reset();
    m_create->setEnabled(false);
    m_soon.start();
}

QString SetupDialog::missing() const
{
    if (!m_looked) {
        return tr("Looking for keys…");
    }
    if (m_found.workspace && !m_found.workspace->ledger.isEmpty()) {
        return tr("This workspace has a ledger already: open it instead.");
    }
    bool any = false;
    for (const DatabaseRow *row : m_rows) {
        if (!row->isEmpty()) {
            any = true;
            if (const auto environment = row->environment(); !environment) {
                return environment.error().message;
            }
            if (row->isTrying()) {
                return tr("Trying the databases…");
            }
        }
    }
    if (!any) {
        return tr("Next: say which database is production.");
    }
    if (!m_key) {
        return tr("Next: a key to sign with.");
    }
    if (m_person->text().trimmed().isEmpty()) {
        return tr("Next: your short name.");
    }
    return {};
}

base::Result<app::FoundingWish> SetupDialog::wish() const
{
    app::FoundingWish wish;
    wish.folder = m_folder->text().trimmed();
    wish.migrations = m_migrations->text().trimmed();
    if (!wish.migrations.isEmpty()) {
        wish.migrations = QDir::cleanPath(QDir(wish.folder).absoluteFilePath(wish.migrations));
        if (!QFileInfo(wish.migrations).isDir()) {
            return base::Fail(base::usageError(tr("There is no folder of migrations"), wish.migrations));
        }
    }
    for (const DatabaseRow *row : m_rows) {
        if (row->isEmpty()) {
            continue;
        }
        CS_TRY(environment, row->environment());
        wish.underPolicy << review::TemplateEnvironment{environment.name, row->identity()};
        if (!row->isExisting()) {
            wish.environments.push_back(environment);
        }
    }
    wish.policy = review::PolicyTemplate(m_policies->checkedId());
    wish.person = m_person->text().trimmed();
    wish.key = m_key.value_or(review::KeyChoice());
    if (wish.policy != review::PolicyTemplate::Alone) {
        CS_TRY(colleagues, app::parseColleagues(m_colleagues->toPlainText()));
        wish.colleagues = colleagues;
    }
    return wish;
}

void SetupDialog::plan()
{
    if (m_ticket != 0) {
        return;
    }
    const QString next = missing();
    m_missing->setText(next);
    if (m_refused) {
        // Something else is wished for now.
        m_banner->dismiss();
        m_refused = false;
    }
    if (!next.isEmpty()) {
        m_create->setEnabled(false);
        return;
    }
    const auto refuse = [this](const base::Error &error) {
        m_refused = true;
        m_create->setEnabled(false);
        m_banner->present(InlineBanner::Tone::Warning, error.message,
                          QStringList{error.where, error.advice}.filter(QRegularExpression(u"."_s)).join(u'\n'));
    };
    const auto wanted = wish();
    if (!wanted) {
        refuse(wanted.error());
        return;
    }
    m_console.jobs().start<app::FoundingPlan>(
        {u"setup.plan"_s, {}},
        [wish = *wanted](std::stop_token, const base::ProgressSink &) { return app::planFounding(wish); }, this,
        [this, refuse](Outcome<app::FoundingPlan> outcome) {
            if (auto *plan = std::get_if<0>(&outcome)) {
                showPlan(*plan);
            } else if (auto *error = std::get_if<1>(&outcome)) {
                refuse(*error);
            }
        });
}

void SetupDialog::showPlan(const app::FoundingPlan &plan)
{
    m_plan = plan;
    const int before = std::max(0, m_fileBar->currentIndex());
    {
        const QSignalBlocker quiet(m_fileBar);
        while (m_fileBar->count() > 0) {
            m_fileBar->removeTab(0);
        }
        QStringList later;
        for (const app::PlannedFile &file : plan.files) {
            if (file.knownOnlyThen) {
                later << base::show(QDir(plan.wish.folder).relativeFilePath(file.path));
            } else {
                m_fileBar->addTab(QFileInfo(file.path).fileName());
            }
        }
        //: %1 and %2 are files
        m_laterNote->setText(tr("And, once your key has signed: %1, which holds every signed event, and %2, which pins "
                                "the first one.")
                                 .arg(later.value(0), later.value(1)));
        m_fileBar->setCurrentIndex(std::min(before, m_fileBar->count() - 1));
    }
    showFile(m_fileBar->currentIndex());
    const bool untold = std::ranges::any_of(
        plan.wish.underPolicy, [](const review::TemplateEnvironment &one) { return one.identity.isEmpty(); });
    const bool nobodyElse = plan.wish.policy != review::PolicyTemplate::Alone && plan.wish.colleagues.isEmpty();
    m_missing->setText(untold       ? tr("A database was not reached: the policy will not pin which server it is.")
                       : nobodyElse ? tr("You can begin now; to approve, this policy needs a colleague’s key.")
                                    : tr("Your key signs twice: the beginning of the ledger, and the policy."));
    m_create->setEnabled(true);
}

void SetupDialog::showFile(int index)
{
    if (!m_plan || index < 0 || index >= int(m_plan->files.size())) {
        return;
    }
    const app::PlannedFile &file = m_plan->files[std::size_t(index)];
    const QString where = base::show(QDir::toNativeSeparators(file.path));
    m_fileNote->setText(file.exists ? tr("%1 – is there, and gets these lines").arg(where) : where);
    m_text->setPlainText(QString::fromUtf8(file.bytes));
}

void SetupDialog::setBusy(const QString &what)
{
    const bool busy = !what.isEmpty();
    m_form->setEnabled(!busy);
    m_choices->setEnabled(!busy);
    m_create->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_progress->setRange(0, 0);
    m_missing->setText(what);
}

void SetupDialog::create()
{
    if (!m_plan || m_ticket != 0) {
        return;
    }
    m_banner->dismiss();
    setBusy(tr("Signing… a passphrase or a touch may be asked for."));
    m_ticket = m_console.jobs().start<app::Founded>(
        {u"setup.create"_s, tr("Setting up sign-off")},
        [plan = *m_plan, signing = m_console.signing()](std::stop_token stop, const base::ProgressSink &progress) {
            return app::found(plan, signing, {}, progress, stop);
        },
        this,
        [this, folder = m_plan->wish.folder](Outcome<app::Founded> outcome) {
            m_ticket = 0;
            setBusy({});
            if (std::holds_alternative<app::Founded>(outcome)) {
                emit founded(folder);
                accept();
                return;
            }
            if (auto *error = std::get_if<1>(&outcome)) {
                m_banner->present(*error);
                // The folder may not be what it was: what will be written is made anew.
                changed();
            } else {
                m_missing->setText(tr("Cancelled: nothing was written."));
            }
            m_create->setFocus();
        });
}

} // namespace countersign::gui
