#include "gui/settings/preferences.h"

#include <QSettings>

namespace countersign::gui::Preferences {

using namespace Qt::StringLiterals;

ThemeChoice theme()
{
    const int stored = QSettings().value(u"theme"_s, int(ThemeChoice::System)).toInt();
    return ThemeChoice(std::clamp(stored, int(ThemeChoice::System), int(ThemeChoice::Contrast)));
}

void setTheme(ThemeChoice choice)
{
    QSettings().setValue(u"theme"_s, int(choice));
}

QString language()
{
    return QSettings().value(u"language"_s).toString();
}

void setLanguage(const QString &language)
{
    QSettings().setValue(u"language"_s, language);
}

int textPercent()
{
    return std::clamp(QSettings().value(u"textPercent"_s, 100).toInt(), 75, 200);
}

void setTextPercent(int percent)
{
    QSettings().setValue(u"textPercent"_s, percent);
}

bool notifies()
{
    return QSettings().value(u"notifies"_s, true).toBool();
}

void setNotifies(bool notifies)
{
    QSettings().setValue(u"notifies"_s, notifies);
}

bool restoresWorkspace()
{
    return QSettings().value(u"restoresWorkspace"_s, true).toBool();
}

void setRestoresWorkspace(bool restores)
{
    QSettings().setValue(u"restoresWorkspace"_s, restores);
}

} // namespace countersign::gui::Preferences
