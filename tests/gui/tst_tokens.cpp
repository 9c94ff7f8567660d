#include "gui/common/icons.h"
#include "gui/common/theme.h"
#include "gui/common/tokens.h"

#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <array>
#include <cmath>
#include <numbers>

using namespace countersign::gui;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array schemes{Scheme::Light, Scheme::Dark, Scheme::Contrast};
using Triple = std::array<double, 3>;

QByteArray nameOf(Scheme scheme)
{
    return scheme == Scheme::Dark ? "dark" : scheme == Scheme::Light ? "light" : "contrast";
}

double toLinear(double v)
{
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

double fromLinear(double v)
{
    v = std::clamp(v, 0.0, 1.0);
    return v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

/// Full dichromacy after Machado, Oliveira, Fernandes 2009 (table 1, severity 1.0), on linear RGB.
constexpr std::array<std::array<double, 9>, 3> dichromacy{{
    {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
    {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}};

QColor simulated(const QColor &color, const std::array<double, 9> &m)
{
    const Triple in{toLinear(color.redF()), toLinear(color.greenF()), toLinear(color.blueF())};
    Triple out{};
    for (std::size_t row = 0; row < 3; ++row) {
        out[row] = fromLinear(m[row * 3] * in[0] + m[row * 3 + 1] * in[1] + m[row * 3 + 2] * in[2]);
    }
    return QColor::fromRgbF(float(out[0]), float(out[1]), float(out[2]));
}

Triple lab(const QColor &color)
{
    const double r = toLinear(color.redF());
    const double g = toLinear(color.greenF());
    const double b = toLinear(color.blueF());
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// CIEDE2000 after Sharma, Wu, Dalal 2005.
double deltaE2000(const Triple &one, const Triple &two)
{
    constexpr double pi = std::numbers::pi;
    const double c1 = std::hypot(one[1], one[2]);
    const double c2 = std::hypot(two[1], two[2]);
    const double mean7 = std::pow((c1 + c2) / 2, 7);
    const double g = 0.5 * (1 - std::sqrt(mean7 / (mean7 + std::pow(25.0, 7))));
    const double a1 = (1 + g) * one[1];
    const double a2 = (1 + g) * two[1];
    const double cp1 = std::hypot(a1, one[2]);
    const double cp2 = std::hypot(a2, two[2]);
    const auto hue = [](double b, double a) {
        const double h = std::atan2(b, a);
        return a == 0 && b == 0 ? 0 : h < 0 ? h + 2 * pi : h;
    };
    const double h1 = hue(one[2], a1);
    const double h2 = hue(two[2], a2);
    double dh = h2 - h1;
    if (cp1 * cp2 == 0) {
        dh = 0;
    } else if (dh > pi) {
        dh -= 2 * pi;
    } else if (dh < -pi) {
        dh += 2 * pi;
    }
    double h = h1 + h2;
    if (cp1 * cp2 != 0) {
        h = std::abs(h1 - h2) <= pi ? h / 2 : h < 2 * pi ? h / 2 + pi : h / 2 - pi;
    }
    const double l = (one[0] + two[0]) / 2;
    const double c = (cp1 + cp2) / 2;
    const double t = 1 - 0.17 * std::cos(h - pi / 6) + 0.24 * std::cos(2 * h) + 0.32 * std::cos(3 * h + pi / 30) -
                     0.20 * std::cos(4 * h - 63 * pi / 180);
    const double sl = 1 + 0.015 * std::pow(l - 50, 2) / std::sqrt(20 + std::pow(l - 50, 2));
    const double sc = 1 + 0.045 * c;
    const double sh = 1 + 0.015 * c * t;
    const double theta = pi / 6 * std::exp(-std::pow((h * 180 / pi - 275) / 25, 2));
    const double rc = 2 * std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7)));
    const double rt = -std::sin(2 * theta) * rc;
    const double dl = (two[0] - one[0]) / sl;
    const double dc = (cp2 - cp1) / sc;
    const double dhue = 2 * std::sqrt(cp1 * cp2) * std::sin(dh / 2) / sh;
    return std::sqrt(dl * dl + dc * dc + dhue * dhue + rt * dc * dhue);
}

} // namespace

class TestTokens : public QObject
{
    Q_OBJECT
private slots:
    void deltaEFollowsThePublishedPairs();
    void syntaxIsReadableOnEveryBackground();
    void marksAndTextAreReadable();
    void lineTintsStayApartForEverybody();
    void syntaxThemesAreTheTokens();
    void everyIconPaintsAndFollowsTheTheme();
    void everyGlyphPaints();
};

void TestTokens::deltaEFollowsThePublishedPairs()
{
    // Rows 1 and 25 of the test data of Sharma, Wu, Dalal.
    QVERIFY(std::abs(deltaE2000({50, 2.6772, -79.7751}, {50, 0, -82.7485}) - 2.0425) < 0.0001);
    QVERIFY(std::abs(deltaE2000({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}) - 1.2644) < 0.0001);
}

void TestTokens::syntaxIsReadableOnEveryBackground()
{
    const std::array backgrounds{Token::Base,        Token::Alternate,   Token::AddedLine,   Token::AddedWord,
                                 Token::RemovedLine, Token::RemovedWord, Token::ChangedLine, Token::ChangedWord,
                                 Token::Filler,      Token::Hit};
    for (const Scheme scheme : schemes) {
        for (int syntax = int(Token::SyntaxNormal); syntax <= int(Token::SyntaxError); ++syntax) {
            for (const Token background : backgrounds) {
                const double ratio = contrastRatio(tokenColor(Token(syntax), scheme), tokenColor(background, scheme));
                const double least = background == Token::Hit ? 4.5 : 4.8;
                QVERIFY2(ratio >= least,
                         qPrintable(u"%1: syntax %2 on %3 is %4"_s.arg(QString::fromLatin1(nameOf(scheme)))
                                        .arg(syntax)
                                        .arg(int(background))
                                        .arg(ratio)));
            }
        }
    }
}

void TestTokens::marksAndTextAreReadable()
{
    struct Use {
        Token text;
        Token background;
        double least;
    };
    const QList<Use> uses{
        {Token::AddedMark, Token::Base, 5},      {Token::AddedMark, Token::Alternate, 5},
        {Token::RemovedMark, Token::Base, 5},    {Token::RemovedMark, Token::Alternate, 5},
        {Token::ChangedMark, Token::Base, 5},    {Token::ChangedMark, Token::Alternate, 5},
        {Token::RenamedMark, Token::Base, 5},    {Token::SameMark, Token::Base, 5},
        {Token::Critical, Token::Base, 4.5},     {Token::High, Token::Base, 4.5},
        {Token::Medium, Token::Base, 4.5},       {Token::Low, Token::Base, 4.5},
        {Token::Critical, Token::Window, 4.5},   {Token::High, Token::Window, 4.5},
        {Token::Medium, Token::Window, 4.5},     {Token::Low, Token::Window, 4.5},
        {Token::Text, Token::Base, 7},           {Token::Text, Token::Window, 7},
        {Token::Text, Token::Hover, 7},          {Token::TextMuted, Token::Base, 4.5},
        {Token::TextMuted, Token::Window, 4.5},  {Token::TextMuted, Token::Alternate, 4.5},
        {Token::TextMuted, Token::Hover, 4.5},   {Token::SelectionText, Token::Selection, 4.5},
        {Token::AccentText, Token::Accent, 4.5}, {Token::ProductionText, Token::Production, 4.5},
        {Token::Link, Token::Base, 4.5},         {Token::Link, Token::Window, 4.5},
        {Token::Unknown, Token::Base, 4.5},      {Token::Text, Token::Button, 7},
        {Token::Focus, Token::Base, 3},          {Token::Focus, Token::Window, 3},
        {Token::Staging, Token::Base, 3},
    };
    for (const Scheme scheme : schemes) {
        for (const Use &use : uses) {
            const double ratio = contrastRatio(tokenColor(use.text, scheme), tokenColor(use.background, scheme));
            QVERIFY2(ratio >= use.least, qPrintable(u"%1: token %2 on %3 is %4, at least %5 is wanted"_s
                                                        .arg(QString::fromLatin1(nameOf(scheme)))
                                                        .arg(int(use.text))
                                                        .arg(int(use.background))
                                                        .arg(ratio)
                                                        .arg(use.least)));
        }
    }
}

void TestTokens::lineTintsStayApartForEverybody()
{
    const std::array tints{Token::AddedLine, Token::RemovedLine, Token::ChangedLine};
    for (const Scheme scheme : schemes) {
        for (const auto &matrix : dichromacy) {
            for (std::size_t i = 0; i < tints.size(); ++i) {
                for (std::size_t j = i + 1; j < tints.size(); ++j) {
                    const double distance = deltaE2000(lab(simulated(tokenColor(tints[i], scheme), matrix)),
                                                       lab(simulated(tokenColor(tints[j], scheme), matrix)));
                    QVERIFY2(distance >= 8,
                             qPrintable(u"%1: tints %2 and %3 are %4 apart"_s.arg(QString::fromLatin1(nameOf(scheme)))
                                            .arg(i)
                                            .arg(j)
                                            .arg(distance)));
                }
            }
        }
    }
}

void TestTokens::syntaxThemesAreTheTokens()
{
    using KSyntaxHighlighting::Theme;
    const KSyntaxHighlighting::Repository repository;
    const QList<std::pair<Theme::TextStyle, Token>> styles{
        {Theme::Normal, Token::SyntaxNormal},   {Theme::Keyword, Token::SyntaxKeyword},
        {Theme::DataType, Token::SyntaxType},   {Theme::Function, Token::SyntaxFunction},
        {Theme::String, Token::SyntaxString},   {Theme::DecVal, Token::SyntaxNumber},
        {Theme::Comment, Token::SyntaxComment}, {Theme::Operator, Token::SyntaxOperator},
        {Theme::Error, Token::SyntaxError},
    };
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const Theme theme = repository.theme(scheme == Scheme::Dark ? u"Countersign Dark"_s : u"Countersign Light"_s);
        QVERIFY2(theme.isValid(), nameOf(scheme).constData());
        for (const auto &[style, token] : styles) {
            QCOMPARE(QColor::fromRgba(theme.textColor(style)), tokenColor(token, scheme));
        }
        QVERIFY(theme.isBold(Theme::Keyword));
        QVERIFY(theme.isItalic(Theme::Comment));
        QCOMPARE(QColor::fromRgba(theme.editorColor(Theme::BackgroundColor)), tokenColor(Token::Base, scheme));
    }
}

void TestTokens::everyIconPaintsAndFollowsTheTheme()
{
    ThemeManager manager;
    const QStringList wanted{u"vcs-diff"_s,
                             u"vcs-added"_s,
                             u"vcs-removed"_s,
                             u"vcs-locally-modified"_s,
                             u"go-up"_s,
                             u"go-down"_s,
                             u"view-refresh"_s,
                             u"process-stop"_s,
                             u"view-filter"_s,
                             u"edit-find"_s,
                             u"server-database"_s,
                             u"network-connect"_s,
                             u"object-locked"_s,
                             u"security-high"_s,
                             u"security-medium"_s,
                             u"security-low"_s,
                             u"document-export"_s,
                             u"view-split-left-right"_s,
                             u"view-list-tree"_s,
                             u"view-history"_s,
                             u"office-chart-line"_s,
                             u"edit-comment"_s,
                             u"document-sign"_s,
                             u"chronometer"_s,
                             u"dialog-ok-apply"_s,
                             u"configure-shortcuts"_s,
                             u"system-search"_s};
    const QStringList names = iconNames();
    for (const QString &name : wanted) {
        QVERIFY2(names.contains(name), qPrintable(name));
    }
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        manager.setChoice(choice);
        for (const QString &name : names) {
            const QImage image = icon(name).pixmap(QSize(24, 24), 1.0).toImage().convertToFormat(QImage::Format_ARGB32);
            int painted = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    painted += pixel.alpha() > 100 ? 1 : 0;
                    if (pixel.alpha() == 255) {
                        QCOMPARE(pixel.rgb(), color(Token::Text).rgb());
                    }
                }
            }
            QVERIFY2(painted > 4, qPrintable(u"%1 shows nothing"_s.arg(name)));
        }
    }
}

void TestTokens::everyGlyphPaints()
{
    for (int glyph = int(Glyph::Added); glyph <= int(Glyph::ChevronRight); ++glyph) {
        QImage image(14, 14, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintGlyph(painter, QRectF(0, 0, 14, 14), Glyph(glyph), Qt::black);
        painter.end();
        QImage empty(14, 14, QImage::Format_ARGB32_Premultiplied);
        empty.fill(Qt::white);
        QVERIFY2(image != empty, qPrintable(QString::number(glyph)));
    }
}

QTEST_MAIN(TestTokens)
#include "tst_tokens.moc"
