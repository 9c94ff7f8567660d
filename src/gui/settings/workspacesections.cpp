#include "gui/settings/workspacesections.h"

#include "base/show.h"
#include "gui/common/twolinedelegate.h"
#include "gui/compare/scopedialog.h"
#include "gui/review/reviewmodels.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "review/signer.h"

#include <QListView>
#include <QPushButton>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

QListView *listOf(TwoLineModel *model, const QString &name, const QString &title, QWidget *parent)
{
    auto *view = named(new QListView(parent), name, title);
    view->setModel(model);
    view->setItemDelegate(new TwoLineDelegate(view));
    view->setFrameShape(QFrame::NoFrame);
    // As high as what it says: a frame of emptiness looks like something that did not load.
    const auto fit = [view, model] {
        int height = spacing::normal;
        for (int row = 0; row < model->rowCount(); ++row) {
            height += view->sizeHintForRow(row);
        }
        view->setFixedHeight(std::clamp(height, 40, 300));
    };
    QObject::connect(model, &QAbstractItemModel::modelReset, view, fit);
    fit();
    return view;
}

QString summaryOf(const diff::Options &options)
{
    QStringList parts;
    const auto part = [&](const QString &text, const QStringList &values) {
        if (!values.isEmpty()) {
            parts << text.arg(values.join(u", "_s));
        }
    };
    QStringList ignored(options.ignore.begin(), options.ignore.end());
    QStringList included(options.include.begin(), options.include.end());
    ignored.sort();
    included.sort();
    QStringList mapped;
    for (const auto &[from, to] : options.schemaMapping) {
        mapped << u"%1 → %2"_s.arg(from, to);
    }
    //: %1 is a list of attributes
    part(ProfilesSection::tr("ignores %1"), ignored);
    //: %1 is a list of attributes
    part(ProfilesSection::tr("also compares %1"), included);
    //: %1 is a list of schemas
    part(ProfilesSection::tr("only schemas %1"), options.schemas);
    part(ProfilesSection::tr("without %1"), options.excludePaths);
    //: %1 is a list of schema names and what they are called on the other side
    part(ProfilesSection::tr("maps %1"), mapped);
    return parts.join(u"; "_s);
}

} // namespace

ProfilesSection::ProfilesSection(Console &console, QWidget *parent)
    : Section(tr("Profiles of comparison"), parent), m_console(console), m_rows(new TwoLineModel(this))
{
    addNote(
        tr("A profile is a named set of what a comparison leaves out. Profiles are kept in countersign.toml and hold "
           "for window and command line alike (countersignctl diff --profile NAME)."));
    m_list = listOf(m_rows, u"settingsProfiles"_s, tr("Profiles of comparison"), this);
    addWidePart(m_list);
    m_add = named(new QPushButton(icon(u"vcs-added"_s), tr("Add…"), this), u"profileAdd"_s, tr("Add a profile"));
    m_edit = named(new QPushButton(icon(u"rename"_s), tr("Edit…"), this), u"profileEdit"_s, tr("Edit the profile"));
    m_remove = named(new QPushButton(icon(u"edit-delete"_s), tr("Remove"), this), u"profileRemove"_s,
                     tr("Remove the profile"));
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::normal);
    for (QPushButton *button : {m_add, m_edit, m_remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    addWidePart(buttons);
    finish();
    connect(m_add, &QPushButton::clicked, this, [this] { openEditor(-1); });
    connect(m_edit, &QPushButton::clicked, this, [this] { openEditor(m_list->currentIndex().row()); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { openEditor(index.row()); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const auto workspace = m_console.workspace();
        const int at = m_list->currentIndex().row();
        if (workspace && at >= 0 && at < int(workspace->profiles.size())) {
            std::vector<app::CompareProfile> profiles = workspace->profiles;
            profiles.erase(profiles.begin() + at);
            m_console.saveProfiles(profiles);
        }
    });
    connect(&m_console, &Console::workspaceChanged, this, &ProfilesSection::update);
    update();
}

void ProfilesSection::openEditor(int row)
{
    const auto workspace = m_console.workspace();
    if (!workspace || row >= int(workspace->profiles.size())) {
        return;
    }
    const bool fresh = row < 0;
    const app::CompareProfile profile = fresh ? app::CompareProfile{} : workspace->profiles[std::size_t(row)];
    QStringList taken;
    for (const app::CompareProfile &other : workspace->profiles) {
        if (other.name != profile.name) {
            taken << other.name;
        }
    }
    const auto comparison = m_console.comparison();
    QStringList schemas = profile.options.schemas;
    for (const QString &name :
         comparison ? namespacesOf(comparison->from.schema, comparison->to.schema) : QStringList()) {
        if (!schemas.contains(name)) {
            schemas << name;
        }
    }
    auto *dialog = new ScopeDialog(profile.options, schemas, {}, window());
    dialog->editProfile(profile.name, taken);
    connect(dialog, &ScopeDialog::chosen, this,
            [this, dialog, fresh, old = profile.name](const diff::Options &options) {
                // The file may have changed while the form was open: the profile is found again by its name.
                const auto current = m_console.workspace();
                std::vector<app::CompareProfile> profiles =
                    current ? current->profiles : std::vector<app::CompareProfile>();
                const auto at = std::ranges::find(profiles, old, &app::CompareProfile::name);
                if (!fresh && at != profiles.end()) {
                    *at = {dialog->profileName(), options};
                } else {
                    profiles.push_back({dialog->profileName(), options});
                }
                m_console.saveProfiles(profiles);
            });
    dialog->open();
}

void ProfilesSection::update()
{
    std::vector<TwoLineModel::Row> rows;
    const auto workspace = m_console.workspace();
    if (workspace) {
        for (const app::CompareProfile &profile : workspace->profiles) {
            rows.push_back({{Glyph::Low, Token::Link, tr("Profile")}, profile.name, summaryOf(profile.options), {}});
        }
    }
    if (rows.empty()) {
        rows.push_back({{Glyph::Dash, Token::Unknown, tr("None")},
                        workspace ? tr("This workspace has no profiles") : tr("Open a workspace to see its profiles"),
                        tr("Add one to leave the same things out of every comparison."),
                        {}});
    }
    m_rows->setRows(std::move(rows));
    const bool any = workspace && !workspace->profiles.empty();
    m_add->setEnabled(workspace != nullptr);
    m_edit->setEnabled(any);
    m_remove->setEnabled(any);
    m_list->setCurrentIndex(m_rows->index(0));
}

KeysSection::KeysSection(Console &console, QWidget *parent)
    : Section(tr("Keys and people"), parent), m_console(console), m_keys(new TwoLineModel(this)),
      m_people(new TwoLineModel(this)), m_person(wrappedLabel({}, this, Token::Text))
{
    m_person->setObjectName(u"settingsPerson"_s);
    addRow(tr("You sign as"), m_person);
    addNote(tr("Keys at hand: in the SSH agent, and in ~/.ssh. The private part never enters this program."));
    addWidePart(listOf(m_keys, u"settingsKeys"_s, tr("Keys at hand"), this));
    addNote(tr("People who may sign, as the policy in force names them:"));
    addWidePart(listOf(m_people, u"settingsPeople"_s, tr("People"), this));
    finish();
    connect(&m_console, &Console::workspaceChanged, this, &KeysSection::update);
    connect(&m_console.session(), &ChangeSession::reviewsChanged, this, &KeysSection::update);
    m_keys->setRows({{{Glyph::Ring, Token::Unknown, tr("Loading")}, tr("Looking for keys…"), {}, {}}});
    update();
    readKeys();
}

void KeysSection::readKeys()
{
    using Value = QList<review::KeyChoice>;
    m_console.jobs().start<Value>(
        {u"settings.keys"_s, {}},
        [signing = m_console.signing()](std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            return review::findKeys(signing);
        },
        this,
        [this](Outcome<Value> outcome) {
            std::vector<TwoLineModel::Row> rows;
            if (auto *keys = std::get_if<0>(&outcome)) {
                for (const review::KeyChoice &key : *keys) {
                    const bool agent = key.place == review::KeyPlace::Agent;
                    rows.push_back({{Glyph::Lock, Token::Link, tr("Key")},
                                    key.comment.isEmpty() ? key.file : key.comment,
                                    key.key.fingerprint(),
                                    agent ? tr("in the agent") : tr("file")});
                }
            }
            if (rows.empty()) {
                rows.push_back({{Glyph::Dash, Token::Unknown, tr("None")},
                                tr("No key at hand"),
                                tr("Make one with: countersignctl key new"),
                                {}});
            }
            m_keys->setRows(std::move(rows));
        });
}

void KeysSection::update()
{
    const auto workspace = m_console.workspace();
    const auto reviews = m_console.session().reviews();
    if (!workspace) {
        m_person->setText(tr("Open a workspace first."));
    } else if (reviews && !reviews->person.isEmpty()) {
        m_person->setText(base::show(workspace->keyFile.isEmpty()
                                         ? reviews->person
                                         //: %1 a person, %2 the path of a key
                                         : tr("%1, with the key %2").arg(reviews->person, workspace->keyFile)));
    } else {
        m_person->setText(workspace->ledger.isEmpty() ? tr("This workspace has no review ledger.")
                                                      : tr("No key at hand belongs to a person of the policy."));
    }
    std::vector<TwoLineModel::Row> rows;
    if (reviews) {
        for (const QString &person : reviews->people) {
            const bool self = person == reviews->person;
            rows.push_back(
                {{self ? Glyph::Check : Glyph::Low, self ? Token::Met : Token::Unknown, self ? tr("you") : QString()},
                 person,
                 {},
                 self ? tr("you") : QString()});
        }
    }
    if (rows.empty()) {
        rows.push_back({{Glyph::Dash, Token::Unknown, tr("None")}, tr("Nobody: there is no policy in force"), {}, {}});
    }
    m_people->setRows(std::move(rows));
}

} // namespace countersign::gui
