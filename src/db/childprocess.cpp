#include "db/childprocess.h"

#include <QFile>
#include <QProcessEnvironment>

namespace countersign::db {

using namespace Qt::StringLiterals;

QStringList scrubbedEnvironment()
{
    static const QStringList kept{u"PATH"_s, u"LD_LIBRARY_PATH"_s, u"LANG"_s, u"TMPDIR"_s, u"TZ"_s};
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QStringList clean;
    for (const QString &name : ours.keys()) {
        if (kept.contains(name) || name.startsWith(u"LC_"_s)) {
            clean << name + u'=' + ours.value(name);
        }
    }
    return clean;
}

SpawnTexts::SpawnTexts(const QStringList &texts)
{
    for (const QString &text : texts) {
        m_texts.push_back(QFile::encodeName(text));
    }
    for (QByteArray &text : m_texts) {
        m_pointers.push_back(text.data());
    }
    m_pointers.push_back(nullptr);
}

} // namespace countersign::db
