<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CompareIndex</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n index(es)</source>
        <translation>
            <numerusform>%n index</numerusform>
            <numerusform>%n indexes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n constraint(s)</source>
        <translation>
            <numerusform>%n constraint</numerusform>
            <numerusform>%n constraints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trigger(s)</source>
        <translation>
            <numerusform>%n trigger</numerusform>
            <numerusform>%n triggers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other part(s)</source>
        <translation>
            <numerusform>%n other part</numerusform>
            <numerusform>%n other parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message numerus="yes">
        <source>… %n unchanged line(s)</source>
        <translation>
            <numerusform>… %n unchanged line</numerusform>
            <numerusform>… %n unchanged lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message numerus="yes">
        <source>%n blocking finding(s)</source>
        <translation>
            <numerusform>%n blocking finding</numerusform>
            <numerusform>%n blocking findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waived</source>
        <translation>
            <numerusform>%n waived</numerusform>
            <numerusform>%n waived</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::CommentsPanel</name>
    <message numerus="yes">
        <source>Send %n draft(s)</source>
        <translation>
            <numerusform>Send %n draft</numerusform>
            <numerusform>Send %n drafts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::ComparePage</name>
    <message numerus="yes">
        <source>%n object(s) differ, compared %1</source>
        <extracomment>%1 is when the comparison was made</extracomment>
        <translation>
            <numerusform>%n object differs, compared %1</numerusform>
            <numerusform>%n objects differ, compared %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ignored</source>
        <translation>
            <numerusform>%n ignored</numerusform>
            <numerusform>%n ignored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) are hidden by ignore rules. Everything else is equal.</source>
        <translation>
            <numerusform>%n difference is hidden by ignore rules. Everything else is equal.</numerusform>
            <numerusform>%n differences are hidden by ignore rules. Everything else is equal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both sides are equal: %n object(s) were compared.</source>
        <translation>
            <numerusform>Both sides are equal: %n object was compared.</numerusform>
            <numerusform>Both sides are equal: %n objects were compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) are hidden by the filter and the switches above.</source>
        <translation>
            <numerusform>%n object is hidden by the filter and the switches above.</numerusform>
            <numerusform>%n objects are hidden by the filter and the switches above.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) may be renames rather than a drop and an add.</source>
        <translation>
            <numerusform>%n pair may be a rename rather than a drop and an add.</numerusform>
            <numerusform>%n pairs may be renames rather than a drop and an add.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more, marked “?” in the list</source>
        <translation>
            <numerusform>and %n more, marked “?” in the list</numerusform>
            <numerusform>and %n more, marked “?” in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) could not be compared. Everything else is shown.</source>
        <translation>
            <numerusform>%n object could not be compared. Everything else is shown.</numerusform>
            <numerusform>%n objects could not be compared. Everything else is shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>%n hidden</numerusform>
            <numerusform>%n hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) hidden by the filter; clear it</source>
        <translation>
            <numerusform>%n object hidden by the filter; clear it</numerusform>
            <numerusform>%n objects hidden by the filter; clear it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) shown, %1 hidden</source>
        <translation>
            <numerusform>%n object shown, %1 hidden</numerusform>
            <numerusform>%n objects shown, %1 hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::Console</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::DetailsPanel</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more: see Dependents</source>
        <translation>
            <numerusform>and %n more: see Dependents</numerusform>
            <numerusform>and %n more: see Dependents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::FindBar</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::FindingsModel</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::MigrationPage</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) that cannot be seen</source>
        <translation>
            <numerusform>%n character that cannot be seen</numerusform>
            <numerusform>%n characters that cannot be seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from here, leaves %n difference(s)</source>
        <translation>
            <numerusform>from here, leaves %n difference</numerusform>
            <numerusform>from here, leaves %n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::PaletteDialog</name>
    <message numerus="yes">
        <source>%n match(es). Enter runs, Esc closes.</source>
        <translation>
            <numerusform>%n match. Enter runs, Esc closes.</numerusform>
            <numerusform>%n matches. Enter runs, Esc closes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::RailButton</name>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1, %n to look at</numerusform>
            <numerusform>%1, %n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::ReviewPage</name>
    <message numerus="yes">
        <source>The ledger does not hold: %n problem(s)</source>
        <translation>
            <numerusform>The ledger does not hold: %n problem</numerusform>
            <numerusform>The ledger does not hold: %n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every link and signature of %n event(s) holds.</source>
        <translation>
            <numerusform>Every link and signature of %n event holds.</numerusform>
            <numerusform>Every link and signature of %n events holds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open comment(s)</source>
        <translation>
            <numerusform>%n open comment</numerusform>
            <numerusform>%n open comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) not sent</source>
        <translation>
            <numerusform>%n draft not sent</numerusform>
            <numerusform>%n drafts not sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::ScriptPanel</name>
    <message numerus="yes">
        <source>%n lose(s) data</source>
        <translation>
            <numerusform>%n loses data</numerusform>
            <numerusform>%n lose data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) copied</source>
        <translation>
            <numerusform>%n statement copied</numerusform>
            <numerusform>%n statements copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::SignOffDialog</name>
    <message numerus="yes">
        <source>Send %n draft comment(s) with it</source>
        <translation>
            <numerusform>Send %n draft comment with it</numerusform>
            <numerusform>Send %n draft comments with it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::StartPage</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::VerifyPage</name>
    <message numerus="yes">
        <source>Of %n statement(s) the catalog cannot tell.</source>
        <translation>
            <numerusform>Of %n statement the catalog cannot tell.</numerusform>
            <numerusform>Of %n statements the catalog cannot tell.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) that the migration does not explain.</source>
        <translation>
            <numerusform>%n difference that the migration does not explain.</numerusform>
            <numerusform>%n differences that the migration does not explain.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::WaiveDialog</name>
    <message numerus="yes">
        <source>%n character(s) to go</source>
        <translation>
            <numerusform>%n character to go</numerusform>
            <numerusform>%n characters to go</numerusform>
        </translation>
    </message>
</context>
</TS>
