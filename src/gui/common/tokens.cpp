#include "gui/common/tokens.h"

#include <array>
#include <cmath>

namespace countersign::gui {

namespace {

struct Row {
    Token token;
    QRgb light;
    QRgb dark;
    QRgb contrast;
};

constexpr std::array<Row, tokenCount> colors{{
    {Token::Window, 0xffeef0f3, 0xff181b1f, 0xff000000},
    {Token::Base, 0xffffffff, 0xff1f2328, 0xff000000},
    {Token::Alternate, 0xfff6f7f9, 0xff262b31, 0xff0d0d0d},
    {Token::Text, 0xff1b1f24, 0xffe8eaed, 0xffffffff},
    {Token::TextMuted, 0xff535b64, 0xffa9b1ba, 0xffe0e0e0},
    {Token::TextDisabled, 0xff868e97, 0xff737b84, 0xffa6a6a6},
    {Token::Border, 0xffd9dde2, 0xff343a42, 0xff8c8c8c},
    {Token::BorderStrong, 0xffb7bec6, 0xff4d5661, 0xffffffff},
    {Token::Button, 0xffffffff, 0xff2b3138, 0xff000000},
    {Token::ButtonHover, 0xfff3f6fa, 0xff343b43, 0xff2b2b2b},
    {Token::ButtonPressed, 0xffe3e8ee, 0xff22272d, 0xff404040},
    {Token::Accent, 0xff1f5fae, 0xff2f6fc0, 0xffffe600},
    {Token::AccentText, 0xffffffff, 0xffffffff, 0xff000000},
    {Token::Link, 0xff1a57a3, 0xff8cbcf5, 0xff8fd0ff},
    {Token::Focus, 0xff1f5fae, 0xff7fb2f0, 0xff00e5ff},
    {Token::Hover, 0xffe9eef5, 0xff2a3037, 0xff262626},
    {Token::Selection, 0xff1f5fae, 0xff2f4f78, 0xffffe600},
    {Token::SelectionText, 0xffffffff, 0xffe8eaed, 0xff000000},
    {Token::AddedLine, 0xffc6eee2, 0xff0d3d37, 0xff003b33},
    {Token::AddedWord, 0xff86d9c4, 0xff125f55, 0xff005548},
    {Token::AddedMark, 0xff00594e, 0xff4fd0bb, 0xff5dffe0},
    {Token::RemovedLine, 0xffffdcc4, 0xff54280f, 0xff4a1c00},
    {Token::RemovedWord, 0xffffb784, 0xff7c3d17, 0xff6b2a00},
    {Token::RemovedMark, 0xffa33600, 0xffff9a5c, 0xffffb380},
    {Token::ChangedLine, 0xffe0dafc, 0xff372f6c, 0xff2a1f66},
    {Token::ChangedWord, 0xffc9bef9, 0xff524599, 0xff3c2e8c},
    {Token::ChangedMark, 0xff5638bd, 0xffb3a5ff, 0xffcfc4ff},
    {Token::RenamedMark, 0xff3f4f5f, 0xffc3ccd6, 0xffffffff},
    {Token::SameMark, 0xff5c636b, 0xffa3aab3, 0xffd0d0d0},
    {Token::Filler, 0xffeceef1, 0xff2a2f36, 0xff1a1a1a},
    {Token::Hatch, 0xffc3c8ce, 0xff454c55, 0xff8c8c8c},
    {Token::Hit, 0xfff7e08a, 0xff5f5310, 0xff4d4400},
    {Token::Production, 0xffb3001b, 0xffd42a45, 0xffb3001b},
    {Token::ProductionText, 0xffffffff, 0xffffffff, 0xffffffff},
    {Token::Staging, 0xff8a5a00, 0xffe0b050, 0xffffd24d},
    {Token::Critical, 0xffa30016, 0xffff8a95, 0xffff9ea6},
    {Token::High, 0xffa34400, 0xffffa268, 0xffffb380},
    {Token::Medium, 0xff7a5c00, 0xffe6c35c, 0xffffe066},
    {Token::Low, 0xff2d6a3e, 0xff7fd19a, 0xff8cffb0},
    {Token::Met, 0xff2d6a3e, 0xff7fd19a, 0xff8cffb0},
    {Token::Unknown, 0xff5c636b, 0xffa3aab3, 0xffd0d0d0},
    {Token::SyntaxNormal, 0xff1b1f24, 0xffe8eaed, 0xffffffff},
    {Token::SyntaxKeyword, 0xff0c3680, 0xffb5d0ff, 0xffcfe2ff},
    {Token::SyntaxType, 0xff4f3293, 0xffd6c8ff, 0xffe3d6ff},
    {Token::SyntaxFunction, 0xff6f1a72, 0xfff6c4f8, 0xffffd6ff},
    {Token::SyntaxString, 0xff5c3c00, 0xfff0cf8e, 0xffffe1a8},
    {Token::SyntaxNumber, 0xff074c57, 0xff8fdde3, 0xffa8f5fa},
    {Token::SyntaxComment, 0xff474d55, 0xffcdd2d8, 0xffe0e0e0},
    {Token::SyntaxOperator, 0xff33393f, 0xffd5d9de, 0xffffffff},
    {Token::SyntaxError, 0xff8f0f0f, 0xffffc2c2, 0xffffd0d0},
}};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < colors.size(); ++i) {
        if (static_cast<std::size_t>(colors[i].token) != i) {
            return false;
        }
    }
    return true;
}
static_assert(inOrder(), "one row per token, in the order of the enum");

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor tokenColor(Token token, Scheme scheme)
{
    const Row &row = colors.at(static_cast<std::size_t>(token));
    switch (scheme) {
    case Scheme::Light:
        return QColor::fromRgb(row.light);
    case Scheme::Dark:
        return QColor::fromRgb(row.dark);
    case Scheme::Contrast:
        return QColor::fromRgb(row.contrast);
    }
    Q_UNREACHABLE_RETURN({});
}

double contrastRatio(const QColor &first, const QColor &second)
{
    const double one = luminance(first);
    const double two = luminance(second);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

} // namespace countersign::gui
