#include "gui/setup/databaserow.h"

#include "app/reviewusecase.h"
#include "base/show.h"
#include "gui/common/theme.h"
#include "gui/common/widgets.h"
#include "gui/environments/connectionform.h"
#include "gui/environments/connectionwords.h"
#include "gui/jobs/jobrunner.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>

namespace countersign::gui {

using namespace Qt::StringLiterals;

DatabaseRow::DatabaseRow(JobRunner &jobs, int number, app::EnvironmentClass environmentClass, QWidget *parent)
    : QWidget(parent), m_jobs(jobs), m_key(u"setup.database.%1"_s.arg(number)), m_class(new QComboBox(this)),
      m_name(new QLineEdit(app::nameOf(environmentClass), this)), m_url(new QLineEdit(this)),
      m_mark(new StatusLabel(this)), m_said(new ElidedLabel(this, Token::TextMuted))
{
    named(m_class, u"setupClass%1"_s.arg(number), tr("Class"));
    named(m_name, u"setupName%1"_s.arg(number), tr("Name"));
    named(m_url, u"setupUrl%1"_s.arg(number), tr("Connection or file"));
    named(m_mark, u"setupMark%1"_s.arg(number));
    named(m_said, u"setupSaid%1"_s.arg(number));
    m_class->addItem(tr("Production"), int(app::EnvironmentClass::Production));
    m_class->addItem(tr("Staging"), int(app::EnvironmentClass::Staging));
    m_class->addItem(tr("Other"), int(app::EnvironmentClass::Other));
    m_class->setCurrentIndex(m_class->findData(int(environmentClass)));
    m_url->setPlaceholderText(
        environmentClass == app::EnvironmentClass::Production ? u"postgresql://user@host/database"_s : tr("optional"));
    m_url->setMinimumWidth(150);
    m_name->setFixedWidth(110);
    m_said->setElideMode(Qt::ElideRight);
    auto *parts = named(new QPushButton(icon(u"configure"_s), {}, this), u"setupParts%1"_s.arg(number),
                        tr("Host, user, TLS, SSH and password"));
    parts->setToolTip(tr("Host, user, TLS, SSH and password"));
    auto *file = named(new QPushButton(icon(u"document-open"_s), {}, this), u"setupFile%1"_s.arg(number),
                       tr("Choose an SQLite file"));
    file->setToolTip(tr("Choose an SQLite file"));
    for (QPushButton *button : {parts, file}) {
        button->setAutoDefault(false);
        button->setFixedWidth(34);
    }
    auto *fields = new QHBoxLayout;
    fields->setSpacing(spacing::tight + 2);
    fields->addWidget(m_class);
    fields->addWidget(m_name);
    fields->addWidget(m_url, 1);
    fields->addWidget(parts);
    fields->addWidget(file);
    auto *said = new QHBoxLayout;
    said->setSpacing(spacing::normal);
    said->addWidget(m_mark);
    said->addWidget(m_said, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    column->addLayout(fields);
    column->addLayout(said);
    connect(m_class, &QComboBox::activated, this, [this] {
        if (m_tried) {
            show(*m_tried);
        }
        emit changed();
    });
    connect(m_name, &QLineEdit::textChanged, this, &DatabaseRow::changed);
    connect(m_url, &QLineEdit::textChanged, this, &DatabaseRow::forgetTry);
    connect(m_url, &QLineEdit::editingFinished, this, &DatabaseRow::tryIt);
    connect(parts, &QPushButton::clicked, this, &DatabaseRow::editParts);
    connect(file, &QPushButton::clicked, this, &DatabaseRow::chooseFile);
    forgetTry();
}

void DatabaseRow::showExisting(const app::Environment &environment)
{
    m_existing = environment;
    m_class->setCurrentIndex(m_class->findData(int(environment.environmentClass)));
    m_name->setText(environment.name);
    m_url->setText(environment.urlText);
    m_url->setCursorPosition(0);
    m_class->setEnabled(false);
    m_name->setReadOnly(true);
    m_url->setReadOnly(true);
    for (QPushButton *button : findChildren<QPushButton *>()) {
        button->hide();
    }
    forgetTry();
}

bool DatabaseRow::isEmpty() const
{
    return m_url->text().trimmed().isEmpty();
}

void DatabaseRow::setUrl(const QString &text)
{
    m_url->setText(text);
    m_url->setCursorPosition(0);
    tryIt();
}

base::Result<app::Environment> DatabaseRow::environment() const
{
    if (m_existing) {
        return *m_existing;
    }
    app::Environment environment;
    environment.name = m_name->text().trimmed();
    environment.urlText = m_url->text().trimmed();
    environment.environmentClass = app::EnvironmentClass(m_class->currentData().toInt());
    // A path is as good as its URL.
    if (!environment.urlText.contains(u':') && QFileInfo(environment.urlText).isFile()) {
        db::ConnectionUrl file;
        file.engine = schema::EngineKind::Sqlite;
        file.database = QFileInfo(environment.urlText).absoluteFilePath();
        environment.urlText = db::composeUrl(file);
    }
    if (environment.name.isEmpty()) {
        return base::Fail(base::usageError(tr("The environment needs a name"), {}, {}));
    }
    CS_TRY(url, db::parseConnectionUrl(environment.urlText, m_folder));
    if (url.hasPassword()) {
        return base::Fail(base::usageError(tr("A password does not belong into countersign.toml"), {},
                                           tr("Use a password file, a service file or the keyring.")));
    }
    environment.url = url;
    return environment;
}

void DatabaseRow::forgetTry()
{
    m_identity.clear();
    m_tried.reset();
    m_triedUrl.clear();
    m_trying = false;
    m_jobs.supersede(m_key);
    m_mark->setStatus(Glyph::Ring, Token::Unknown, tr("Not tried"));
    m_said->setText(isEmpty() ? tr("A URL, or a file; never a password") : QString());
    emit changed();
}

void DatabaseRow::tryIt()
{
    if (isEmpty() || m_url->text() == m_triedUrl) {
        return;
    }
    m_triedUrl = m_url->text();
    m_url->setCursorPosition(0);
    const auto wanted = environment();
    if (!wanted) {
        m_mark->setStatus(Glyph::Cross, Token::Critical, tr("Not readable"));
        m_said->setText(wanted.error().text().simplified());
        emit changed();
        return;
    }
    m_trying = true;
    m_mark->setStatus(Glyph::Half, Token::Link, tr("Trying"));
    m_said->setText({});
    m_jobs.start<Tried>(
        //: %1 is an environment
        {m_key, tr("Testing %1").arg(wanted->name)},
        [one = *wanted](std::stop_token stop, const base::ProgressSink &) -> base::Result<Tried> {
            Tried tried;
            CS_TRY(test, app::testConnection(one.url, stop));
            tried.test = test;
            if (const auto identity = app::liveIdentity(one, stop)) {
                tried.identity = *identity;
            }
            return tried;
        },
        this,
        [this](Outcome<Tried> outcome) {
            m_trying = false;
            if (auto *tried = std::get_if<0>(&outcome)) {
                m_tried = std::move(*tried);
                show(*m_tried);
            } else if (auto *error = std::get_if<1>(&outcome)) {
                m_mark->setStatus(Glyph::Cross, Token::Critical, tr("Not reached"));
                m_said->setText(error->text().simplified());
            } else {
                m_triedUrl.clear();
                m_mark->setStatus(Glyph::Ring, Token::Unknown, tr("Not tried"));
            }
            emit changed();
        });
    emit changed();
}

void DatabaseRow::show(const Tried &tried)
{
    m_identity = tried.identity;
    const auto failed = std::ranges::find_if(tried.test.steps, [](const app::ConnectionStep &step) {
        return step.result == app::StepResult::Failed && step.id != u"guard"_s && step.id != u"encryption"_s;
    });
    if (failed != tried.test.steps.end()) {
        m_mark->setStatus(Glyph::Cross, Token::Critical, tr("Not reached"));
        m_said->setText(
            base::show(connectionWords(failed->fact) +
                       (failed->remedy.isEmpty() ? QString() : u" – "_s + connectionWords(failed->remedy))));
        return;
    }
    QStringList facts;
    for (const app::ConnectionStep &step : tried.test.steps) {
        if (!step.fact.isEmpty() && (step.id == u"version"_s || step.id == u"guard"_s)) {
            facts << connectionWords(step.fact);
        }
    }
    const bool production = m_class->currentData().toInt() == int(app::EnvironmentClass::Production);
    if (tried.test.guard == app::Guard::NotProtected) {
        m_mark->setStatus(Glyph::Cross, Token::Critical, tr("Reached, not protected"));
    } else if (production && tried.test.guard != app::Guard::Enforced) {
        m_mark->setStatus(Glyph::Half, Token::Medium, tr("Reached, but this role may write"));
    } else {
        m_mark->setStatus(Glyph::Check, Token::Met, tr("Reached"));
    }
    m_said->setText(base::show(facts.join(u" · "_s)));
}

void DatabaseRow::chooseFile()
{
    auto *dialog = new QFileDialog(window(), tr("Choose the database file"));
    dialog->setObjectName(u"setupFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        db::ConnectionUrl file;
        file.engine = schema::EngineKind::Sqlite;
        file.database = path;
        setUrl(db::composeUrl(file));
    });
    dialog->open();
}

void DatabaseRow::editParts()
{
    auto *dialog = new QDialog(window());
    dialog->setObjectName(u"setupConnectionDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    //: %1 is an environment
    dialog->setWindowTitle(tr("Connection to %1").arg(m_name->text()));
    dialog->setMinimumWidth(640);
    auto *form = new ConnectionForm(dialog);
    form->setUrl(m_url->text());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    named(buttons->button(QDialogButtonBox::Ok), u"setupConnectionOk"_s);
    named(buttons->button(QDialogButtonBox::Cancel), u"setupConnectionCancel"_s);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(14);
    column->addWidget(form);
    column->addWidget(buttons);
    auto edited = std::make_shared<QString>(m_url->text());
    connect(form, &ConnectionForm::urlEdited, dialog, [edited](const QString &text) { *edited = text; });
    connect(form, &ConnectionForm::passwordGiven, this, [this, edited](const QString &password) {
        const auto url = db::parseConnectionUrl(*edited, m_folder);
        if (!url) {
            return;
        }
        m_jobs.start<bool>(
            {m_key + u".password"_s, tr("Keeping the password")},
            [url = *url, password](std::stop_token, const base::ProgressSink &) -> base::Result<bool> {
                CS_CHECK(app::keepPassword(url, password));
                return true;
            },
            this,
            [this](Outcome<bool> outcome) {
                if (auto *error = std::get_if<1>(&outcome)) {
                    m_mark->setStatus(Glyph::Cross, Token::Critical, tr("Not kept"));
                    m_said->setText(error->text().simplified());
                }
            });
    });
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, edited] { setUrl(*edited); });
    dialog->open();
}

} // namespace countersign::gui
