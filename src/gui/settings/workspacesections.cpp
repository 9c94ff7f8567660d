#include "gui/settings/workspacesections.h"

#include "base/show.h"
#include "gui/common/twolinedelegate.h"
#include "gui/review/reviewmodels.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "review/signer.h"

#include <QListView>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

QListView *listOf(TwoLineModel *model, const QString &name, const QString &title, QWidget *parent)
{
    auto *view = named(new QListView(parent), name, title);
    view->setModel(model);
    view->setItemDelegate(new TwoLineDelegate(view));
    view->setFrameShape(QFrame::NoFrame);
    view->setMinimumHeight(110);
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
    addWide(listOf(m_rows, u"settingsProfiles"_s, tr("Profiles of comparison"), this));
    addNote(
        tr("A profile is a named set of what a comparison leaves out. Profiles are kept in countersign.toml and hold "
           "for window and command line alike (countersignctl diff --profile NAME)."));
    connect(&m_console, &Console::workspaceChanged, this, &ProfilesSection::update);
    update();
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
                        tr("Add a [[profile]] with a name and a list “ignore” to countersign.toml."),
                        {}});
    }
    m_rows->setRows(std::move(rows));
}

KeysSection::KeysSection(Console &console, QWidget *parent)
    : Section(tr("Keys and people"), parent), m_console(console), m_keys(new TwoLineModel(this)),
      m_people(new TwoLineModel(this)), m_person(wrappedLabel({}, this, Token::Text))
{
    m_person->setObjectName(u"settingsPerson"_s);
    addRow(tr("You sign as"), m_person);
    addNote(tr("Keys at hand: in the SSH agent, and in ~/.ssh. The private part never enters this program."));
    addWide(listOf(m_keys, u"settingsKeys"_s, tr("Keys at hand"), this));
    addNote(tr("People who may sign, as the policy in force names them:"));
    addWide(listOf(m_people, u"settingsPeople"_s, tr("People"), this));
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
        [](std::stop_token, const base::ProgressSink &) -> base::Result<Value> { return review::findKeys(); }, this,
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
