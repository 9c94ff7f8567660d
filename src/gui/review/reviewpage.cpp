#include "gui/review/reviewpage.h"

#include "base/show.h"
#include "gui/common/localtext.h"
#include "gui/common/theme.h"
#include "gui/common/twolinedelegate.h"
#include "gui/compare/compareindex.h"
#include "gui/jobs/offthread.h"
#include "gui/review/comments.h"
#include "gui/review/openreviewdialog.h"
#include "gui/review/reasonwords.h"
#include "gui/review/reviewmodels.h"
#include "gui/review/signoffdialog.h"
#include "gui/review/sincesignature.h"
#include "gui/review/underreview.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QTabWidget>

namespace countersign::gui {

using namespace Qt::StringLiterals;

ReviewPage::ReviewPage(Console &console, ChangeSession &session, QWidget *parent)
    : Page({u"review"_s, tr("Review"), u"document-sign"_s}, parent), m_console(console), m_session(session),
      m_requirements(new TwoLineModel(this)), m_timeline(new TwoLineModel(this)),
      m_conversation(new TwoLineModel(this)), m_people(new TwoLineModel(this)), m_since(new TwoLineModel(this)),
      m_things(new TwoLineModel(this))
{
    build();
    setMinimumWidth(leastPageWidth);
    connect(&m_session, &ChangeSession::reviewsChanged, this, [this] { update(true); });
    connect(&m_session, &ChangeSession::checkedChanged, this, [this] { update(false); });
    connect(&m_session, &ChangeSession::currentChanged, this, [this] { update(false); });
    connect(&m_session, &ChangeSession::migrationsChanged, this, &ReviewPage::updateSince);
    connect(&m_session, &ChangeSession::reviewsFailed, this, &Page::setFailed);
    connect(&m_session, &ChangeSession::reviewActionFailed, this,
            [this](const base::Error &error) { setFailed(reasonWords(error)); });
    connect(this, &Page::primaryRequested, this, &ReviewPage::begin);
    connect(&m_console, &Console::workspaceChanged, this, [this] { update(false); });
    update(true);
}

void ReviewPage::build()
{
    m_submit = named(new QPushButton(icon(u"edit-comment"_s), tr("Put new revision under review"), this),
                     u"submitButton"_s, tr("Put the files as they are now under review"));
    m_sign = named(new QPushButton(icon(u"document-sign"_s, Token::AccentText), tr("Sign off…"), this),
                   u"signOffButton"_s, tr("Sign off"));
    m_sign->setDefault(true);
    m_submit->setAutoDefault(false);
    auto *copyButton =
        named(new QPushButton(icon(u"edit-copy"_s), tr("Copy"), this), u"reviewCopy"_s, tr("Copy the verdict"));
    copyButton->setAutoDefault(false);
    auto *menu = new QMenu(copyButton);
    menu->addAction(tr("As text"), this, [this] { copyAs(u"text"_s); });
    menu->addAction(tr("As HTML"), this, [this] { copyAs(u"html"_s); });
    menu->addAction(tr("As a reference"), this, [this] { copyAs(u"reference"_s); });
    copyButton->setMenu(menu);
    m_copy = copyButton;
    m_choice = named(new QComboBox(this), u"reviewChange"_s, tr("Change under review"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumWidth(130);
    m_choice->setMaximumWidth(320);
    connect(m_choice, &QComboBox::activated, this,
            [this](int index) { m_session.chooseChange(m_choice->itemData(index).toString()); });
    tools()->addWidget(m_choice);
    tools()->addWidget(copyButton);
    tools()->addWidget(m_submit);
    tools()->addWidget(m_sign);
    connect(m_sign, &QPushButton::clicked, this, &ReviewPage::openSignOff);
    connect(m_submit, &QPushButton::clicked, this, &ReviewPage::submitRevision);

    auto *verdictCard = new Card({}, this);
    m_verdict = named(new StatusLabel(verdictCard), u"reviewVerdict"_s);
    m_verdict->setFont(interfaceFont(1.35, true));
    m_facts = wrappedLabel({}, verdictCard);
    m_facts->setObjectName(u"reviewFacts"_s);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setFocusPolicy(Qt::NoFocus);
    m_verify = named(new QPushButton(icon(u"verify"_s), tr("Verify chain"), verdictCard), u"reviewVerifyChain"_s,
                     tr("Verify every link and signature of the ledger"));
    m_verify->setToolTip(tr("Recomputes every link and signature from the first event on, and trusts nothing that was "
                            "verified before"));
    m_verify->setAutoDefault(false);
    connect(m_verify, &QPushButton::clicked, this, &ReviewPage::verifyChain);
    auto *top = new QHBoxLayout;
    top->addWidget(m_verdict);
    m_unsent = named(new QPushButton(glyphIcon(Glyph::Pencil, Token::Medium), {}, verdictCard), u"reviewDrafts"_s);
    m_unsent->setToolTip(tr("Drafts of comments, which nobody else sees yet"));
    m_unsent->setAutoDefault(false);
    connect(m_unsent, &QPushButton::clicked, &m_console, &Console::commentRequested);
    connect(&m_console, &Console::draftsChanged, this, &ReviewPage::updateDrafts);
    top->addStretch(1);
    top->addWidget(m_unsent);
    top->addWidget(m_verify);
    verdictCard->body()->addLayout(top);
    verdictCard->body()->addWidget(m_facts);

    buildLists();
    auto *cards = new QHBoxLayout;
    cards->setSpacing(spacing::wide);
    auto *thingsCard = new Card(tr("What is signed"), this);
    thingsCard->body()->addWidget(m_thingList);
    cards->addWidget(m_leftScroll, 4);
    auto *left = new QVBoxLayout(m_leftScroll->widget());
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(spacing::wide);
    left->addWidget(m_requirementsCard);
    left->addWidget(thingsCard);
    left->addStretch(1);
    auto *rightCard = new Card({}, this);
    rightCard->body()->addWidget(m_tabs);
    // As high as what they hold: empty frames down to the end of a large screen would look unfinished.
    cards->addWidget(rightCard, 5, Qt::AlignTop);
    m_timelineCard = new Card(tr("Timeline"), this);
    m_timelineCard->hide();
    cards->addWidget(m_timelineCard, 4, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(20, 4, 20, 20);
    column->setSpacing(spacing::wide);
    column->addWidget(verdictCard);
    column->addLayout(cards, 1);
    content()->addLayout(column, 1);
}

void ReviewPage::buildLists()
{
    const auto list = [this](TwoLineModel *model, const QString &name, const QString &title) {
        QListView *view = named(new FittedList(this), name, title);
        view->setModel(model);
        view->setItemDelegate(new TwoLineDelegate(view));
        view->setFrameShape(QFrame::NoFrame);
        return view;
    };
    // One scroll bar for both cards: lists that scroll within a card would show half of what there is little of.
    m_leftScroll = new QScrollArea(this);
    auto *inside = new QWidget(m_leftScroll);
    inside->setBackgroundRole(QPalette::Base);
    inside->setAutoFillBackground(true);
    m_leftScroll->setWidget(inside);
    m_leftScroll->setWidgetResizable(true);
    m_leftScroll->setFrameShape(QFrame::NoFrame);
    m_leftScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_leftScroll->setFocusPolicy(Qt::NoFocus);
    m_requirementsCard = new Card(tr("Requirements"), this);
    m_requirementList = list(m_requirements, u"reviewRequirements"_s, tr("Requirements"));
    m_thingList = list(m_things, u"reviewThings"_s, tr("What is signed"));
    for (QListView *one : {m_requirementList, m_thingList}) {
        static_cast<FittedList *>(one)->setWhole(m_leftScroll);
    }
    m_requirementsCard->body()->addWidget(m_requirementList);
    m_next = named(new QPushButton(this), u"requirementNext"_s);
    m_next->setAutoDefault(false);
    m_requirementsCard->body()->addWidget(m_next, 0, Qt::AlignLeft);
    connect(m_next, &QPushButton::clicked, this, &ReviewPage::takeNextStep);
    connect(m_requirementList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ReviewPage::offerNextStep);
    m_timelineList = list(m_timeline, u"reviewTimeline"_s, tr("Timeline"));
    m_conversationList = list(m_conversation, u"reviewConversation"_s, tr("Conversation"));
    m_peopleList = list(m_people, u"reviewPeople"_s, tr("Who has looked"));
    m_sinceList = list(m_since, u"reviewSince"_s, tr("Since the signature"));
    m_tabs = named(new QTabWidget(this), u"reviewTabs"_s, tr("Conversation, people, what changed and timeline"));
    for (QListView *one : {m_conversationList, m_peopleList, m_sinceList, m_timelineList}) {
        static_cast<FittedList *>(one)->setAirAbove(spacing::normal);
    }
    m_tabs->setDocumentMode(true);
    // Every tab stays in sight: with little room their titles are cut, not the tabs scrolled away.
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->addTab(m_conversationList, tr("Conversation"));
    m_tabs->addTab(m_peopleList, tr("Who has looked"));
    m_tabs->addTab(m_sinceList, tr("Since signing"));
    m_tabs->addTab(m_timelineList, tr("Timeline"));
    connect(m_thingList, &QListView::activated, this, [this](const QModelIndex &index) {
        if (const QString page = m_thingPages.value(index.row()); !page.isEmpty()) {
            emit m_console.pageRequested(page);
        }
    });
    connect(m_sinceList, &QListView::activated, this, [this](const QModelIndex &index) {
        const int statement =
            index.row() < int(m_sinceStatements.size()) ? m_sinceStatements[std::size_t(index.row())] : 0;
        if (statement > 0) {
            emit m_console.pageRequested(u"migration"_s);
            emit m_console.statementRequested(statement);
        }
    });
    connect(m_conversationList, &QListView::activated, this, [this](const QModelIndex &index) {
        const Place place = m_places[std::size_t(index.row())];
        if (place.object.isEmpty() && !place.file.isEmpty()) {
            emit m_console.pageRequested(u"migration"_s);
            emit m_console.statementRequested(place.statement);
            return;
        }
        m_console.setPlace(place);
        emit m_console.commentRequested();
    });
}

void ReviewPage::copyAs(const QString &format)
{
    const app::ReviewedChange *change = m_session.change();
    if (change == nullptr) {
        return;
    }
    auto *copied = new QMimeData;
    copied->setText(format == u"reference" ? verdictReference(*change) : verdictText(*change));
    if (format == u"html") {
        copied->setHtml(verdictHtml(*change));
    }
    QApplication::clipboard()->setMimeData(copied);
    emit m_console.announced(tr("The verdict was copied."), false);
}

void ReviewPage::updateConversation(const app::ReviewedChange &change)
{
    std::vector<TwoLineModel::Row> rows;
    int open = 0;
    m_places.clear();
    for (const PlacedComment &one : placedComments(change, m_session.scriptPlaces())) {
        open += one.comment->resolved ? 0 : 1;
        Look look{Glyph::Ring, Token::Link, tr("Open")};
        if (one.comment->resolved) {
            look = {Glyph::Check, Token::Met, tr("Resolved")};
        } else if (one.comment->blocking) {
            look = {Glyph::Cross, Token::Critical, tr("Blocking")};
        }
        QStringList detail{one.comment->by, titleOf(one.place)};
        if (one.outdated) {
            detail << tr("outdated: the statement is gone");
        }
        rows.push_back({look,
                        (one.reply ? u"↳ "_s : QString()) + change.texts.value(one.comment->text).section(u'\n', -1),
                        detail.join(u" · "_s), look.word});
        m_places.push_back(one.place);
    }
    if (rows.empty()) {
        rows.push_back({{Glyph::Dash, Token::Unknown, {}},
                        tr("Nobody has commented yet"),
                        tr("Ctrl+M comments on the object or statement that you look at."),
                        {}});
        m_places.push_back({});
    }
    m_conversation->setRows(std::move(rows));
    //: %1 how many comments are open
    m_tabs->setTabText(0, open > 0 ? tr("Conversation: %1").arg(localText(open)) : tr("Conversation"));
    m_tabs->setTabToolTip(0, tr("%n open comment(s)", nullptr, open));
    std::vector<TwoLineModel::Row> people;
    for (const Looker &one : lookersOf(change, m_session.reviews()->people)) {
        people.push_back(
            {one.look, one.person, one.look.word + (one.detail.isEmpty() ? QString() : u" · "_s) + one.detail, {}});
    }
    m_people->setRows(std::move(people));
}

void ReviewPage::updateSince()
{
    const app::ReviewedChange *change = m_session.change();
    const auto migrations = m_session.migrations();
    const auto workspace = m_console.workspace();
    if (change == nullptr || !migrations || !workspace || workspace->environments.empty()) {
        return;
    }
    using Value = std::shared_ptr<const SinceSignature>;
    m_console.jobs().start<Value>(
        {u"review.since"_s, {}},
        [reviews = m_session.reviews(), change, migrations, engine = workspace->environments.front().url.engine](
            std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            return sharedOffThread(sinceSignature(*change, reviews->person, *migrations, engine));
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *since = std::get_if<0>(&outcome)) {
                showSince(**since);
            }
        });
}

void ReviewPage::updateThings()
{
    const app::ReviewedChange *change = m_session.change();
    if (change == nullptr) {
        return;
    }
    using Value = std::vector<SignedThing>;
    m_console.jobs().start<Value>(
        {u"review.things"_s, {}},
        [reviews = m_session.reviews(), change](std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            return thingsUnderReview(*change);
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *things = std::get_if<0>(&outcome)) {
                std::vector<TwoLineModel::Row> rows;
                m_thingPages.clear();
                for (const SignedThing &one : *things) {
                    rows.push_back(one.row);
                    m_thingPages << one.page;
                }
                m_things->setRows(std::move(rows));
            }
        });
}

void ReviewPage::showSince(const SinceSignature &since)
{
    const int tab = m_tabs->indexOf(m_sinceList);
    const auto reviews = m_session.reviews();
    const bool own = reviews && since.person == reviews->person;
    const int count = int(since.changes.size());
    QString title = own ? tr("Since you signed") : tr("Since signing");
    if (count > 0) {
        //: %1 is “Since you signed”, %2 how many statements are not as they were signed
        title = tr("%1: %2").arg(title, localText(count));
    }
    m_tabs->setTabText(tab, title);
    std::vector<TwoLineModel::Row> rows;
    m_sinceStatements.clear();
    for (const app::StatementChange &one : since.changes) {
        const ObjectStatus status = one.kind == app::StatementChange::Kind::Added     ? ObjectStatus::Added
                                    : one.kind == app::StatementChange::Kind::Removed ? ObjectStatus::Removed
                                                                                      : ObjectStatus::Changed;
        const StatusLook look = lookOf(status);
        const QString text = (one.textNow.isEmpty() ? one.textBefore : one.textNow).simplified();
        const QString where = one.now > 0 ? tr("statement %1 of %2").arg(one.now).arg(one.file)
                                          : tr("was statement %1 of %2").arg(one.before).arg(one.file);
        //: %1 is the text of a statement as it was signed
        const QString was = one.kind == app::StatementChange::Kind::Altered
                                ? u" · "_s + tr("signed as: %1").arg(one.textBefore.simplified())
                                : QString();
        rows.push_back({{look.glyph, look.token, look.word}, text, where + was, look.word});
        m_sinceStatements.push_back(one.now);
    }
    if (rows.empty()) {
        const QString signedBy = own ? tr("You signed revision %1").arg(since.revision)
                                     : tr("%1 signed revision %2").arg(since.person).arg(since.revision);
        if (since.person.isEmpty()) {
            rows.push_back({{Glyph::Dash, Token::Unknown, {}}, tr("Nobody has signed yet"), {}, {}});
        } else if (since.bytesDiffer) {
            rows.push_back({{Glyph::High, Token::High, {}},
                            tr("No statement changed, but the bytes did: white space or comments between them"),
                            signedBy,
                            {}});
        } else {
            rows.push_back({{Glyph::Check, Token::Met, {}}, tr("Nothing changed"), signedBy, {}});
        }
    }
    m_since->setRows(std::move(rows));
}

void ReviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    constexpr int timelineBesideFrom = 1500;
    const bool beside = width() >= timelineBesideFrom;
    if (beside != m_timelineCard->isVisibleTo(this)) {
        if (beside) {
            m_tabs->removeTab(m_tabs->indexOf(m_timelineList));
            m_timelineCard->body()->addWidget(m_timelineList);
        } else {
            m_tabs->addTab(m_timelineList, tr("Timeline"));
        }
        m_timelineList->show();
        m_timelineCard->setVisible(beside);
    }
}

void ReviewPage::update(bool settle)
{
    emit attentionChanged();
    const auto reviews = m_session.reviews();
    const app::ReviewedChange *change = m_session.change();
    m_sign->setVisible(change != nullptr);
    m_submit->setVisible(change != nullptr);
    m_copy->setVisible(change != nullptr);
    updateChoice();
    updateDrafts();
    const auto workspace = m_console.workspace();
    if (!reviews) {
        setSubtitle({});
        if (!workspace) {
            setEmpty(tr("No review"), tr("Open a workspace first, or make one: its ledger holds who signed what."),
                     tr("New workspace…"));
        } else if (workspace->ledger.isEmpty()) {
            setEmpty(tr("Nobody can sign here yet"),
                     tr("This workspace has no review ledger. Setting it up takes a key, a policy and a minute."),
                     tr("Set up sign-off…"));
        } else {
            setEmpty(tr("No review"), tr("The ledger has not been read yet."));
        }
        return;
    }
    if (change == nullptr) {
        setSubtitle(tr("Ledger head %1").arg(review::shortHead(reviews->state.head)));
        setEmpty(
            tr("Nothing is under review"),
            tr("Put the migration files exactly as they are now under review. Named people then sign these bytes; any "
               "change of a byte voids their signatures."),
            workspace->environments.empty() ? QString() : tr("Open the first review…"));
        return;
    }
    updateVerdict();
    std::vector<TwoLineModel::Row> rows;
    int met = 0;
    m_required = requirementsOf(change->evaluation);
    for (const Requirement &one : m_required) {
        met += one.look.glyph == Glyph::Check ? 1 : 0;
        rows.push_back({one.look, one.text, one.fix, one.look.word});
    }
    m_requirements->setRows(std::move(rows));
    offerNextStep();
    //: %1 of %2 requirements are met
    m_requirementsCard->setTitle(tr("Requirements: %1 of %2 met").arg(met).arg(m_required.size()));
    rows.clear();
    for (const TimelineEntry &entry : timelineOf(reviews->state, *change)) {
        rows.push_back({entry.look, entry.text, entry.detail, localText(entry.at.time(), QLocale::ShortFormat)});
    }
    m_timeline->setRows(std::move(rows));
    updateConversation(*change);
    updateSince();
    updateThings();
    if (settle || state() == PageState::Empty) {
        setReady();
        if (const QStringList &warnings = m_session.revisionWarnings(); !warnings.isEmpty()) {
            QStringList said;
            for (const QString &warning : warnings) {
                said << reasonWords(warning);
            }
            banner()->present(InlineBanner::Tone::Warning, tr("Signed, but know this about the revision"),
                              base::show(said.join(u'\n'), true));
        }
    }
}

void ReviewPage::updateVerdict()
{
    const app::ReviewedChange *change = m_session.change();
    const Look look = lookOf(change->evaluation.verdict);
    m_verdict->setStatus(look.glyph, look.token, look.word, true);
    QStringList facts;
    //: %1 an environment, %2 the number of the revision, %3 its digest
    const QString revision = tr("For %1, revision %2, digest %3")
                                 .arg(change->record.environment)
                                 .arg(change->evaluation.revisionNumber)
                                 .arg(shortDigest(change->evaluation.revision));
    //: %1 a risk class, %2 the serial number of the policy
    const QString risk =
        tr("Judged as %1 risk under policy %2")
            .arg(riskWords(change->evaluation.risk))
            .arg(change->evaluation.policySerial) +
        (change->evaluation.separation ? QString() : u' ' + tr("(small team: authors may count for their own change)"));
    facts << revision + u"  ·  "_s + risk;
    if (change->evaluation.verdict == review::VerdictKind::Stale) {
        facts << tr(
            "Signatures were given for other bytes. Put the files as they are now under review, and sign again.");
    }
    m_facts->setText(base::show(facts.join(u'\n'), true));
    updatePrimary(change->evaluation.verdict == review::VerdictKind::Stale);
    setSubtitle(base::show(change->record.alias + u"  "_s + change->record.title));
}

/// Signatures for other bytes are of no use: the next step then is a new revision, otherwise a signature.
void ReviewPage::updatePrimary(bool outOfDate)
{
    m_submit->setDefault(outOfDate);
    m_sign->setDefault(!outOfDate);
    m_submit->setIcon(icon(u"edit-comment"_s, outOfDate ? Token::AccentText : Token::Text));
    m_sign->setIcon(icon(u"document-sign"_s, outOfDate ? Token::Text : Token::AccentText));
}

void ReviewPage::openSignOff()
{
    if (const app::ReviewedChange *change = m_session.change()) {
        auto *dialog = new SignOffDialog(m_console, m_session, *change, window());
        dialog->open();
    }
}

void ReviewPage::begin()
{
    const auto workspace = m_console.workspace();
    if (!workspace || workspace->ledger.isEmpty()) {
        m_console.actions().action(workspace ? u"review.setup"_s : u"file.new"_s)->trigger();
    } else {
        openFirst();
    }
}

void ReviewPage::openFirst()
{
    if (m_session.reviews() && m_console.workspace()) {
        auto *dialog = new OpenReviewDialog(m_console, m_session, window());
        dialog->open();
    }
}

void ReviewPage::submitRevision()
{
    const migration::Migration *one = m_session.current();
    if (one != nullptr) {
        m_session.submit(one->description.isEmpty() ? one->upPath : one->description);
    }
}

int ReviewPage::attention() const
{
    const app::ReviewedChange *change = m_session.change();
    return change == nullptr ? 0
                             : int(std::ranges::count_if(change->evaluation.reasons, [](const review::Reason &reason) {
                                   return reason.severity == review::ReasonSeverity::Block;
                               }));
}

QList<QWidget *> ReviewPage::panes() const
{
    return {m_requirementList, m_thingList, m_conversationList, m_peopleList, m_sinceList, m_timelineList, m_sign};
}

void ReviewPage::refresh()
{
    m_session.reloadReviews();
}

void ReviewPage::activated()
{
    m_requirementList->setFocus();
}

} // namespace countersign::gui
