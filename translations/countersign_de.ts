<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActionGroup</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Prüfung</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>A&amp;ufgaben</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>CodePane</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Characters that cannot be seen: %1</source>
        <extracomment>%1 is a list such as &quot;U+202E right-to-left override&quot;</extracomment>
        <translation>Zeichen, die man nicht sieht: %1</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <extracomment>%1 is an object or a file, %2 the number of a line, %3 its text</extracomment>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>Copy as HTML</source>
        <translation>Als HTML kopieren</translation>
    </message>
    <message>
        <source>Copy a reference to this line</source>
        <translation>Verweis auf diese Zeile kopieren</translation>
    </message>
    <message>
        <source>Comment on this line</source>
        <translation>Diese Zeile kommentieren</translation>
    </message>
</context>
<context>
    <name>Comments</name>
    <message>
        <source>statement %1 of %2</source>
        <extracomment>%1 is the number of a statement, %2 a file</extracomment>
        <translation>Anweisung %1 von %2</translation>
    </message>
</context>
<context>
    <name>CompareIndex</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n index(es)</source>
        <translation>
            <numerusform>%n Index</numerusform>
            <numerusform>%n Indexe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n constraint(s)</source>
        <translation>
            <numerusform>%n Constraint</numerusform>
            <numerusform>%n Constraints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trigger(s)</source>
        <translation>
            <numerusform>%n Trigger</numerusform>
            <numerusform>%n Trigger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other part(s)</source>
        <translation>
            <numerusform>%n anderer Teil</numerusform>
            <numerusform>%n andere Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>dropped, with its data</source>
        <translation>gelöscht, samt Daten</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Umbenannt</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Nicht bestimmbar</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Sicht</translation>
    </message>
    <message>
        <source>Materialized view</source>
        <translation>Materialisierte Sicht</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>Constraint</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>Routine</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Erweiterung</translation>
    </message>
    <message>
        <source>partly not compared: %1</source>
        <extracomment>%1 is the reason</extracomment>
        <translation>teils nicht verglichen: %1</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Sichten</translation>
    </message>
    <message>
        <source>Materialized views</source>
        <translation>Materialisierte Sichten</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indexe</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Routines</source>
        <translation>Routinen</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typen</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>Schemas</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Erweiterungen</translation>
    </message>
    <message>
        <source>loses data</source>
        <translation>verliert Daten</translation>
    </message>
    <message>
        <source>needs a person</source>
        <translation>braucht einen Menschen</translation>
    </message>
    <message>
        <source>rewrites the table</source>
        <translation>schreibt die Tabelle neu</translation>
    </message>
    <message>
        <source>reads the whole table</source>
        <translation>liest die ganze Tabelle</translation>
    </message>
    <message>
        <source>catalog only</source>
        <translation>nur Katalog</translation>
    </message>
    <message>
        <source>blocks reads and writes</source>
        <translation>sperrt Lesen und Schreiben</translation>
    </message>
    <message>
        <source>blocks writes</source>
        <translation>sperrt Schreiben</translation>
    </message>
    <message>
        <source>blocks nobody</source>
        <translation>sperrt niemanden</translation>
    </message>
    <message>
        <source>lock unknown</source>
        <translation>Sperre unbekannt</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message numerus="yes">
        <source>… %n unchanged line(s)</source>
        <translation>
            <numerusform>… %n unveränderte Zeile</numerusform>
            <numerusform>… %n unveränderte Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Ausgenommen</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Stmt</source>
        <translation>Anw.</translation>
    </message>
    <message>
        <source>What and why</source>
        <translation>Was und warum</translation>
    </message>
</context>
<context>
    <name>JobRunner</name>
    <message>
        <source>%1: done after %2 s</source>
        <extracomment>%1 is a task such as &quot;Reading production&quot;, %2 seconds</extracomment>
        <translation>%1: fertig nach %2 s</translation>
    </message>
    <message>
        <source>%1: failed. %2</source>
        <extracomment>%1 is a task, %2 what went wrong</extracomment>
        <translation>%1: fehlgeschlagen. %2</translation>
    </message>
    <message>
        <source>%1: cancelled after %2 s</source>
        <translation>%1: abgebrochen nach %2 s</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>Blockierend</translation>
    </message>
    <message>
        <source>Ran</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Notfall</translation>
    </message>
    <message>
        <source>Waiting for sign-offs</source>
        <translation>Wartet auf Freigaben</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Out of date: the files are not the ones that were signed</source>
        <translation>Veraltet: Die Dateien sind nicht die signierten</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Eingefroren</translation>
    </message>
    <message>
        <source>Not under review</source>
        <translation>Nicht in Prüfung</translation>
    </message>
    <message>
        <source>Cannot judge</source>
        <translation>Nicht beurteilbar</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>hat freigegeben</translation>
    </message>
    <message>
        <source>asked for changes</source>
        <translation>hat Änderungen verlangt</translation>
    </message>
    <message>
        <source>vetoed</source>
        <translation>hat ein Veto eingelegt</translation>
    </message>
    <message>
        <source>abstained</source>
        <translation>hat sich enthalten</translation>
    </message>
    <message>
        <source>withdrew the vote</source>
        <translation>hat die Stimme zurückgezogen</translation>
    </message>
    <message>
        <source>under 1 ms</source>
        <translation>unter 1 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>The message above says what stood in the way.</source>
        <translation>Die Meldung oben nennt den Grund.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Cancelled before there was anything to show</source>
        <translation>Abgebrochen, bevor es etwas zu zeigen gab</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Erneut lesen</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>approved</source>
        <translation>genehmigt</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>Notfall</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>überholt</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>genehmigt</translation>
    </message>
    <message>
        <source>request-changes</source>
        <translation>Änderungen verlangt</translation>
    </message>
    <message>
        <source>veto</source>
        <translation>Veto</translation>
    </message>
    <message>
        <source>abstain</source>
        <translation>enthalten</translation>
    </message>
    <message>
        <source>withdraw</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>block</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>gelaufen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not-run</source>
        <translation>nicht gelaufen</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Sicht</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>routine</source>
        <translation>Routine</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Review of a database change</source>
        <translation>Prüfung einer Datenbankänderung</translation>
    </message>
    <message>
        <source>Check of a migration</source>
        <translation>Prüfung einer Migration</translation>
    </message>
    <message>
        <source>Schema comparison</source>
        <translation>Schemavergleich</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Redacted</source>
        <translation>Geschwärzt</translation>
    </message>
    <message>
        <source>literals in SQL are replaced, comments in SQL are left out</source>
        <translation>Literale im SQL sind ersetzt, Kommentare im SQL ausgelassen</translation>
    </message>
    <message>
        <source>The rest of the SQL is not shown here.</source>
        <translation>Der Rest des SQL wird hier nicht gezeigt.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>%1, digest %2</source>
        <translation>%1, Digest %2</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>serial %1, risk %2%3</source>
        <translation>Nummer %1, Risiko %2%3</translation>
    </message>
    <message>
        <source>, small team: authors may count for their own change</source>
        <translation>, kleines Team: Autoren dürfen für die eigene Änderung zählen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>By / what resolves it</source>
        <translation>Von / was sie erfüllt</translation>
    </message>
    <message>
        <source>sign-off by a person with the role %1</source>
        <translation>Freigabe durch eine Person mit der Rolle %1</translation>
    </message>
    <message>
        <source>met</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>nicht erfüllt</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>statement %1</source>
        <translation>Anweisung %1</translation>
    </message>
    <message>
        <source>resolved by %1</source>
        <translation>erledigt von %1</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>vote: %1</source>
        <translation>Stimme: %1</translation>
    </message>
    <message>
        <source>put a revision under review</source>
        <translation>hat eine Fassung zur Prüfung gegeben</translation>
    </message>
    <message>
        <source>opened the change</source>
        <translation>hat die Änderung eröffnet</translation>
    </message>
    <message>
        <source> (without effect)</source>
        <translation> (ohne Wirkung)</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Signed files</source>
        <translation>Unterschriebene Dateien</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Path and SHA-256</source>
        <translation>Pfad und SHA-256</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>%1, SHA-256 %2</source>
        <translation>%1, SHA-256 %2</translation>
    </message>
    <message>
        <source>Rehearsed on</source>
        <translation>Geprobt auf</translation>
    </message>
    <message>
        <source>%1, %2 %3, fingerprint %4</source>
        <translation>%1, %2 %3, Fingerabdruck %4</translation>
    </message>
    <message>
        <source>Report digest</source>
        <translation>Digest des Berichts</translation>
    </message>
    <message>
        <source>The checks pass; risk %1.</source>
        <translation>Die Prüfungen sind bestanden; Risiko %1.</translation>
    </message>
    <message>
        <source>The checks fail; risk %1.</source>
        <translation>Die Prüfungen sind nicht bestanden; Risiko %1.</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>What and why</source>
        <translation>Was und warum</translation>
    </message>
    <message>
        <source>Safe way</source>
        <translation>Sicherer Weg</translation>
    </message>
    <message>
        <source>, waived: %1</source>
        <translation>, ausgenommen: %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>No finding.</source>
        <translation>Kein Befund.</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Wirkungen</translation>
    </message>
    <message>
        <source>%1 on %2%3</source>
        <translation>%1 auf %2%3</translation>
    </message>
    <message>
        <source> (predicted)</source>
        <translation> (vorhergesagt)</translation>
    </message>
    <message>
        <source>, blocks reads</source>
        <translation>, sperrt Lesen</translation>
    </message>
    <message>
        <source>, blocks writes</source>
        <translation>, sperrt Schreiben</translation>
    </message>
    <message>
        <source>locks</source>
        <translation>sperrt</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Leads to the expected schema.</source>
        <translation>Führt zum erwarteten Schema.</translation>
    </message>
    <message>
        <source>Does not lead to the expected schema.</source>
        <translation>Führt nicht zum erwarteten Schema.</translation>
    </message>
    <message>
        <source>The way back gives the schema before.</source>
        <translation>Der Rückweg ergibt das Schema davor.</translation>
    </message>
    <message>
        <source>The way back does not give the schema before.</source>
        <translation>Der Rückweg ergibt nicht das Schema davor.</translation>
    </message>
    <message>
        <source>The way back loses data: %1</source>
        <translation>Der Rückweg verliert Daten: %1</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>Grenze: %1</translation>
    </message>
    <message>
        <source>Not run, and not passed: %1: %2</source>
        <translation>Nicht gelaufen und nicht bestanden: %1: %2</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation>Keine Unterschiede.</translation>
    </message>
    <message>
        <source>%1 differences, %2 hidden by ignore options, %3 objects not compared.</source>
        <translation>%1 Unterschiede, %2 durch Auslassregeln verborgen, %3 Objekte nicht verglichen.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>SQL that closes the difference</source>
        <translation>SQL, das den Unterschied schließt</translation>
    </message>
    <message>
        <source>The way back</source>
        <translation>Der Rückweg</translation>
    </message>
    <message>
        <source>Not compared: %1 %2: %3</source>
        <translation>Nicht verglichen: %1 %2: %3</translation>
    </message>
    <message>
        <source>%1 more rows are not shown here.</source>
        <translation>%1 weitere Zeilen werden hier nicht gezeigt.</translation>
    </message>
    <message>
        <source> (%1 more are not drawn)</source>
        <translation> (%1 weitere sind nicht gezeichnet)</translation>
    </message>
    <message>
        <source>What happened when, oldest first</source>
        <translation>Was wann geschah, Ältestes zuerst</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>fügt hinzu</translation>
    </message>
    <message>
        <source>drops</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>alters</source>
        <translation>ändert</translation>
    </message>
    <message>
        <source>only locks (dashed)</source>
        <translation>sperrt nur (gestrichelt)</translation>
    </message>
    <message>
        <source>Which statement touches which object</source>
        <translation>Welche Anweisung welches Objekt berührt</translation>
    </message>
    <message>
        <source>How long each statement ran in the rehearsal, and the strongest lock it held</source>
        <translation>Wie lange jede Anweisung im Probelauf lief, und ihre stärkste Sperre</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Not met</source>
        <translation>Nicht erfüllt</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 a person, %2 what the person did such as &quot;approved&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>Fassung %1</translation>
    </message>
    <message>
        <source>%1 put a revision under review</source>
        <translation>%1 hat eine Fassung zur Prüfung gegeben</translation>
    </message>
    <message>
        <source>%1 opened the change for %2</source>
        <translation>%1 hat die Änderung für %2 eröffnet</translation>
    </message>
    <message>
        <source>%1 commented</source>
        <translation>%1 hat kommentiert</translation>
    </message>
    <message>
        <source>%1 waived %2</source>
        <translation>%1 hat %2 ausgenommen</translation>
    </message>
    <message>
        <source>without effect: %1</source>
        <translation>ohne Wirkung: %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>%1 is a role such as dba</extracomment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Sign-off by a person with the role %1</source>
        <translation>Freigabe durch eine Person mit der Rolle %1</translation>
    </message>
    <message>
        <source>Anybody with this role who did not write the change can sign.</source>
        <translation>Jede Person mit dieser Rolle, die nicht am Text mitschrieb, kann signieren.</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Given by %1</source>
        <translation>Erteilt von %1</translation>
    </message>
    <message>
        <source>has not looked yet</source>
        <translation>hat noch nicht hingesehen</translation>
    </message>
    <message>
        <source>commented</source>
        <translation>hat kommentiert</translation>
    </message>
    <message>
        <source>on revision %1</source>
        <translation>zu Fassung %1</translation>
    </message>
    <message>
        <source>revision %1, as it is now</source>
        <translation>Fassung %1, wie sie jetzt ist</translation>
    </message>
    <message>
        <source>revision %1: it changed since</source>
        <translation>Fassung %1: seither geändert</translation>
    </message>
    <message>
        <source>does not count: %1</source>
        <translation>zählt nicht: %1</translation>
    </message>
    <message>
        <source>%1 for %2, revision %3, digest %4</source>
        <extracomment>%1 the change, %2 an environment, %3 the number of the revision, %4 its digest</extracomment>
        <translation>%1 für %2, Fassung %3, Digest %4</translation>
    </message>
    <message>
        <source>%1 resolved a comment</source>
        <translation>%1 hat einen Kommentar erledigt</translation>
    </message>
    <message>
        <source>%1 voided a vote</source>
        <translation>%1 hat eine Stimme verworfen</translation>
    </message>
    <message>
        <source>%1 withdrew a waiver</source>
        <translation>%1 hat eine Ausnahme zurückgezogen</translation>
    </message>
    <message>
        <source>%1 abandoned the change</source>
        <translation>%1 hat die Änderung aufgegeben</translation>
    </message>
    <message>
        <source>%1 opened an emergency</source>
        <translation>%1 hat einen Notfall eröffnet</translation>
    </message>
    <message>
        <source>%1 began to deploy</source>
        <translation>%1 hat mit dem Ausrollen begonnen</translation>
    </message>
    <message>
        <source>%1 ended the deployment</source>
        <translation>%1 hat das Ausrollen beendet</translation>
    </message>
    <message>
        <source>%1 confirmed how the deployment ended</source>
        <translation>%1 hat bestätigt, wie das Ausrollen endete</translation>
    </message>
</context>
<context>
    <name>ReviewReason</name>
    <message>
        <source>This ledger lacks events that this computer knew</source>
        <translation>Diesem Hauptbuch fehlen Ereignisse, die dieser Rechner kannte</translation>
    </message>
    <message>
        <source>This ledger is another branch than the one this computer knew</source>
        <translation>Dieses Hauptbuch ist ein anderer Zweig als der, den dieser Rechner kannte</translation>
    </message>
    <message>
        <source>Find the newer ledger, merge the two (ledger merge), or have admins restore it (ledger restore).</source>
        <translation>Suchen Sie das neuere Hauptbuch, führen Sie beide zusammen (ledger merge), oder lassen Sie es wiederherstellen (ledger restore).</translation>
    </message>
    <message>
        <source>The change was abandoned</source>
        <translation>Die Änderung wurde aufgegeben</translation>
    </message>
    <message>
        <source>Open a new one.</source>
        <translation>Eröffnen Sie eine neue.</translation>
    </message>
    <message>
        <source>The revision holds no script to run</source>
        <translation>Die Fassung enthält kein Skript</translation>
    </message>
    <message>
        <source>Add a revision with scripts.</source>
        <translation>Geben Sie eine Fassung mit Skripten zur Prüfung.</translation>
    </message>
    <message>
        <source>Revision %1 was superseded by revision %2</source>
        <translation>Fassung %1 wurde durch Fassung %2 ersetzt</translation>
    </message>
    <message>
        <source>Look at the newer revision.</source>
        <translation>Sehen Sie die neuere Fassung an.</translation>
    </message>
    <message>
        <source>Separation of duties is off here: authors may approve their own changes</source>
        <translation>Die Trennung der Aufgaben ist hier aus: Autoren dürfen eigene Änderungen freigeben</translation>
    </message>
    <message>
        <source>Make a revision against the right server.</source>
        <translation>Erstellen Sie eine Fassung gegen den richtigen Server.</translation>
    </message>
    <message>
        <source>Connect to the right server.</source>
        <translation>Verbinden Sie sich mit dem richtigen Server.</translation>
    </message>
    <message>
        <source>The schema is not the one the change was reviewed against</source>
        <translation>Das Schema ist nicht das, gegen das die Änderung geprüft wurde</translation>
    </message>
    <message>
        <source>Add a revision against the schema as it is now.</source>
        <translation>Geben Sie eine Fassung gegen das jetzige Schema zur Prüfung.</translation>
    </message>
    <message>
        <source>This file was not reviewed</source>
        <translation>Diese Datei wurde nicht geprüft</translation>
    </message>
    <message>
        <source>Remove it, or add a revision with it.</source>
        <translation>Entfernen Sie sie, oder geben Sie eine Fassung mit ihr zur Prüfung.</translation>
    </message>
    <message>
        <source>The bytes of this file are not the reviewed ones</source>
        <translation>Die Bytes dieser Datei sind nicht die geprüften</translation>
    </message>
    <message>
        <source>Restore the file, or add a revision and have it reviewed.</source>
        <translation>Stellen Sie die Datei wieder her, oder lassen Sie eine neue Fassung prüfen.</translation>
    </message>
    <message>
        <source>This file was reviewed but is missing</source>
        <translation>Diese Datei wurde geprüft, fehlt aber</translation>
    </message>
    <message>
        <source>Restore it, or add a revision without it.</source>
        <translation>Stellen Sie sie wieder her, oder geben Sie eine Fassung ohne sie zur Prüfung.</translation>
    </message>
    <message>
        <source>The waiver of this finding has expired</source>
        <translation>Die Ausnahme für diesen Befund ist abgelaufen</translation>
    </message>
    <message>
        <source>Solve the finding, or waive it again.</source>
        <translation>Beheben Sie den Befund, oder erneuern Sie die Ausnahme.</translation>
    </message>
    <message>
        <source>Solve it, or have it waived (review waive).</source>
        <translation>Beheben Sie ihn, oder lassen Sie ihn ausnehmen (review waive).</translation>
    </message>
    <message>
        <source>There is no way back: the revision has no rollback script</source>
        <translation>Es gibt keinen Rückweg: Die Fassung hat kein Rückwegskript</translation>
    </message>
    <message>
        <source>Run the checks and add a revision with their report.</source>
        <translation>Führen Sie die Prüfregeln aus, und geben Sie eine Fassung mit dem Bericht zur Prüfung.</translation>
    </message>
    <message>
        <source>Run it and add a revision with its result.</source>
        <translation>Führen Sie ihn aus, und geben Sie eine Fassung mit dem Ergebnis zur Prüfung.</translation>
    </message>
    <message>
        <source>A check found an error: %1</source>
        <translation>Eine Prüfregel fand einen Fehler: %1</translation>
    </message>
    <message>
        <source>A blocking comment by %1 is open</source>
        <translation>Ein blockierender Kommentar von %1 ist offen</translation>
    </message>
    <message>
        <source>A deployment of this revision is under way</source>
        <translation>Diese Fassung wird gerade ausgerollt</translation>
    </message>
    <message>
        <source>This revision has been deployed</source>
        <translation>Diese Fassung wurde ausgerollt</translation>
    </message>
    <message>
        <source>Nothing is left to do; a new deployment needs a new change.</source>
        <translation>Es bleibt nichts zu tun; ein neues Ausrollen braucht eine neue Änderung.</translation>
    </message>
    <message>
        <source>An earlier deployment was left half done</source>
        <translation>Ein früheres Ausrollen blieb halb fertig</translation>
    </message>
    <message>
        <source>An earlier deployment failed</source>
        <translation>Ein früheres Ausrollen ist gescheitert</translation>
    </message>
    <message>
        <source>Deployments are frozen: %1</source>
        <translation>Ausrollen ist eingefroren: %1</translation>
    </message>
    <message>
        <source>Wait until %1.</source>
        <translation>Warten Sie bis %1.</translation>
    </message>
    <message>
        <source>%1 vetoed this change</source>
        <translation>%1 hat ein Veto gegen diese Änderung eingelegt</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ChangeGridModel</name>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>%1: %2, from %3 to %4, %5</source>
        <extracomment>For screen readers: part, attribute, what it is now, what it will be, what that does</extracomment>
        <translation>%1: %2, von %3 zu %4, %5</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ChangeSession</name>
    <message>
        <source>Rehearsing %1</source>
        <extracomment>%1 is a migration file</extracomment>
        <translation>Probe von %1</translation>
    </message>
    <message>
        <source>Signing the revision</source>
        <translation>Fassung wird signiert</translation>
    </message>
    <message>
        <source>Signing the vote</source>
        <translation>Stimme wird signiert</translation>
    </message>
    <message>
        <source>Signing the comment</source>
        <translation>Kommentar wird signiert</translation>
    </message>
    <message>
        <source>Resolving the comment</source>
        <translation>Kommentar wird erledigt</translation>
    </message>
    <message>
        <source>Signing the waiver</source>
        <translation>Ausnahme wird signiert</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ChecksPage</name>
    <message>
        <source>Checks</source>
        <translation>Prüfregeln</translation>
    </message>
    <message>
        <source>Rehearsing and checking…</source>
        <translation>Probe und Prüfung laufen…</translation>
    </message>
    <message>
        <source>Run checks</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Rehearse and check again</source>
        <translation>Erneut proben und prüfen</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>Blockierend</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Nicht ausgeführt</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Details of the finding</source>
        <translation>Einzelheiten des Befunds</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>SQL that does it the safe way</source>
        <translation>SQL für den sicheren Weg</translation>
    </message>
    <message>
        <source>Show the statement</source>
        <translation>Anweisung zeigen</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Countersign rehearses the migration on a scratch copy of production’s schema, asks production a few read-only questions, and runs the rules on what it saw.</source>
        <translation>Countersign probt die Migration auf einer Wegwerfkopie des Produktionsschemas, stellt der Produktion einige nur lesende Fragen und wendet die Regeln auf das Gesehene an.</translation>
    </message>
    <message>
        <source>Rehearse and check</source>
        <translation>Proben und prüfen</translation>
    </message>
    <message>
        <source>No migration to check</source>
        <translation>Keine Migration zu prüfen</translation>
    </message>
    <message>
        <source>The workspace’s migration folder has no scripts.</source>
        <translation>Der Migrationsordner des Arbeitsbereichs enthält keine Skripte.</translation>
    </message>
    <message>
        <source>%1 against %2, checked %3</source>
        <extracomment>%1 is a file, %2 an environment</extracomment>
        <translation>%1 gegen %2, geprüft %3</translation>
    </message>
    <message>
        <source>Checks pass</source>
        <translation>Prüfung bestanden</translation>
    </message>
    <message>
        <source>Checks fail</source>
        <translation>Prüfung nicht bestanden</translation>
    </message>
    <message>
        <source>The file changed after the checks ran: these results are about other bytes.</source>
        <translation>Die Datei wurde nach der Prüfung geändert: Diese Ergebnisse gelten für andere Bytes.</translation>
    </message>
    <message>
        <source>Nothing is shown</source>
        <translation>Nichts wird gezeigt</translation>
    </message>
    <message>
        <source>Every result is hidden by the switches above the list.</source>
        <translation>Die Schalter über der Liste blenden alle Ergebnisse aus.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Den Bericht kopieren</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>As HTML</source>
        <translation>Als HTML</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>Als JSON</translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>Ausnehmen…</translation>
    </message>
    <message>
        <source>Answer for this finding until a day</source>
        <translation>Für diesen Befund bis zu einem Tag einstehen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Ausgenommen</translation>
    </message>
    <message>
        <source>A waiver is signed into the review: put the change under review first</source>
        <translation>Eine Ausnahme wird in die Prüfung signiert: zuerst die Änderung zur Prüfung geben</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>unbekannt: %1</translation>
    </message>
    <message>
        <source>at least %1 rows</source>
        <translation>mindestens %1 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Production was asked: %1 Answer: %2</source>
        <extracomment>%1 is a question to production&apos;s data, %2 the answer</extracomment>
        <translation>Produktion wurde gefragt: %1 Antwort: %2</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>The report was copied.</source>
        <translation>Der Bericht wurde kopiert.</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ChecksSection</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Filter rules</source>
        <translation>Regeln filtern</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>The selected rule, in this workspace</source>
        <translation>Die gewählte Regel in diesem Arbeitsbereich</translation>
    </message>
    <message>
        <source>Checks fail from</source>
        <translation>Prüfungen scheitern ab</translation>
    </message>
    <message>
        <source>A table is big from</source>
        <translation>Eine Tabelle ist groß ab</translation>
    </message>
    <message>
        <source> rows</source>
        <extracomment>after a number</extracomment>
        <translation> Zeilen</translation>
    </message>
    <message>
        <source>Selected rule</source>
        <translation>Gewählte Regel</translation>
    </message>
    <message>
        <source>Kept in countersign.toml, for everybody who works with this workspace.</source>
        <translation>Steht in countersign.toml, für alle, die mit diesem Arbeitsbereich arbeiten.</translation>
    </message>
</context>
<context>
    <name>countersign::gui::CommentsPanel</name>
    <message>
        <source>Which comments</source>
        <translation>Welche Kommentare</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>Go to the place of the comment</source>
        <translation>Zur Stelle des Kommentars gehen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Mark the comment as settled</source>
        <translation>Den Kommentar als erledigt markieren</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentieren</translation>
    </message>
    <message>
        <source>Blocks until resolved</source>
        <translation>Sperrt, bis er erledigt ist</translation>
    </message>
    <message>
        <source>Nothing is approved before this comment is resolved</source>
        <translation>Nichts wird freigegeben, bevor dieser Kommentar erledigt ist</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Als Entwurf</translation>
    </message>
    <message>
        <source>Sign and send the comment</source>
        <translation>Den Kommentar signieren und senden</translation>
    </message>
    <message>
        <source>Send all drafts</source>
        <translation>Alle Entwürfe senden</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>What should the author know or change?</source>
        <translation>Was soll der Autor wissen oder ändern?</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>draft, not sent · %1</source>
        <translation>Entwurf, nicht gesendet · %1</translation>
    </message>
    <message>
        <source>(the ledger no longer holds this text)</source>
        <translation>(das Hauptbuch hat diesen Text nicht mehr)</translation>
    </message>
    <message>
        <source>outdated: the statement is gone</source>
        <translation>veraltet: die Anweisung ist weg</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>resolved by %1</source>
        <translation>erledigt von %1</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>Blockierend</translation>
    </message>
    <message>
        <source>blocks the approval</source>
        <translation>sperrt die Freigabe</translation>
    </message>
    <message>
        <source>Choose an object or a statement</source>
        <extracomment>%1 is an object or a statement</extracomment>
        <translation>Ein Objekt oder eine Anweisung wählen</translation>
    </message>
    <message>
        <source>New comment on %1</source>
        <translation>Neuer Kommentar zu %1</translation>
    </message>
    <message numerus="yes">
        <source>Send %n draft(s)</source>
        <translation>
            <numerusform>%n Entwurf senden</numerusform>
            <numerusform>%n Entwürfe senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Comments are signed into the review. Put the change under review to send them; until then they are drafts on this machine.</source>
        <translation>Kommentare werden in die Prüfung signiert. Die Änderung zur Prüfung geben, um sie zu senden; bis dahin sind es Entwürfe auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Left side: now</source>
        <translation>Linke Seite: jetzt</translation>
    </message>
    <message>
        <source>Right side: proposed</source>
        <translation>Rechte Seite: vorgeschlagen</translation>
    </message>
    <message>
        <source>Compare the two sides</source>
        <translation>Beide Seiten vergleichen</translation>
    </message>
    <message>
        <source>Read both sides and compare them (F5)</source>
        <translation>Beide Seiten lesen und vergleichen (F5)</translation>
    </message>
    <message>
        <source>Filter objects</source>
        <translation>Objekte filtern</translation>
    </message>
    <message>
        <source>Filter: orders, col:status, kind:view</source>
        <translation>Filter: orders, col:status, kind:view</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <source>Show or hide objects of this status</source>
        <translation>Objekte mit diesem Status zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>What ignore rules hide</source>
        <translation>Was Ignorierregeln verbergen</translation>
    </message>
    <message>
        <source>Objects that differ</source>
        <translation>Unterschiedliche Objekte</translation>
    </message>
    <message>
        <source>Details of the object</source>
        <translation>Einzelheiten des Objekts</translation>
    </message>
    <message>
        <source>Altered attributes</source>
        <translation>Geänderte Eigenschaften</translation>
    </message>
    <message>
        <source>Generated script</source>
        <translation>Erzeugtes Skript</translation>
    </message>
    <message>
        <source>DDL</source>
        <translation>DDL</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Vorige Änderung</translation>
    </message>
    <message>
        <source>Previous change (Alt+Up)</source>
        <translation>Vorige Änderung (Alt+Auf)</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Next change (Alt+Down)</source>
        <translation>Nächste Änderung (Alt+Ab)</translation>
    </message>
    <message>
        <source>Unified view</source>
        <translation>Vereinte Ansicht</translation>
    </message>
    <message>
        <source>Show both sides as one text</source>
        <translation>Beide Seiten als einen Text zeigen</translation>
    </message>
    <message>
        <source>Fold unchanged lines</source>
        <translation>Unveränderte Zeilen einklappen</translation>
    </message>
    <message>
        <source>Reading both sides…</source>
        <translation>Beide Seiten werden gelesen…</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Noch nicht verglichen</translation>
    </message>
    <message>
        <source>Countersign reads both databases in read-only sessions and shows how they differ. Production is never contacted before you ask for it.</source>
        <translation>Countersign liest beide Datenbanken in nur lesenden Sitzungen und zeigt die Unterschiede. Die Produktion wird nie ungefragt angesprochen.</translation>
    </message>
    <message>
        <source>Compare now</source>
        <translation>Jetzt vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) differ, compared %1</source>
        <extracomment>%1 is when the comparison was made</extracomment>
        <translation>
            <numerusform>%n Objekt ist verschieden, verglichen %1</numerusform>
            <numerusform>%n Objekte sind verschieden, verglichen %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>Keine Unterschiede</translation>
    </message>
    <message numerus="yes">
        <source>%n ignored</source>
        <translation>
            <numerusform>%n ignoriert</numerusform>
            <numerusform>%n ignoriert</numerusform>
        </translation>
    </message>
    <message>
        <source>Viewed %1 of %2</source>
        <extracomment>How many of the objects that differ were looked at</extracomment>
        <translation>%1 von %2 angesehen</translation>
    </message>
    <message>
        <source>Last change of this object. Again for the next object.</source>
        <translation>Letzte Änderung dieses Objekts. Nochmals für das nächste Objekt.</translation>
    </message>
    <message>
        <source>First change of this object. Again for the previous object.</source>
        <translation>Erste Änderung dieses Objekts. Nochmals für das vorige Objekt.</translation>
    </message>
    <message>
        <source>That was the last object.</source>
        <translation>Das war das letzte Objekt.</translation>
    </message>
    <message>
        <source>That was the first object.</source>
        <translation>Das war das erste Objekt.</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>Keine Änderung</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>Änderung %1 von %2</translation>
    </message>
    <message>
        <source>Not viewed yet</source>
        <translation>Noch nicht angesehen</translation>
    </message>
    <message>
        <source>Viewed</source>
        <translation>Angesehen</translation>
    </message>
    <message>
        <source>Ignore “%1” everywhere</source>
        <extracomment>%1 is an attribute such as column.comment</extracomment>
        <translation>„%1“ überall ignorieren</translation>
    </message>
    <message>
        <source>Leave out “%1”</source>
        <translation>„%1“ auslassen</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>Seiten tauschen</translation>
    </message>
    <message>
        <source>Swap the sides; production stays on the left</source>
        <translation>Die Seiten tauschen; Produktion bleibt links</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Schemas, mapping, ignored attributes, objects that are left out</source>
        <translation>Schemas, Zuordnung, ignorierte Attribute, ausgelassene Objekte</translation>
    </message>
    <message>
        <source>Dependents</source>
        <translation>Abhängige</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>No differences under these rules</source>
        <translation>Keine Unterschiede unter diesen Regeln</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) are hidden by ignore rules. Everything else is equal.</source>
        <translation>
            <numerusform>%n Unterschied ist durch Regeln verborgen. Alles andere ist gleich.</numerusform>
            <numerusform>%n Unterschiede sind durch Regeln verborgen. Alles andere ist gleich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what is ignored</source>
        <translation>Ignoriertes zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Both sides are equal: %n object(s) were compared.</source>
        <translation>
            <numerusform>Beide Seiten sind gleich: %n Objekt wurde verglichen.</numerusform>
            <numerusform>Beide Seiten sind gleich: %n Objekte wurden verglichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the equal objects</source>
        <translation>Gleiche Objekte zeigen</translation>
    </message>
    <message>
        <source>Ignored %1</source>
        <translation>Ignoriert %1</translation>
    </message>
    <message>
        <source>No object is shown</source>
        <translation>Kein Objekt wird gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) are hidden by the filter and the switches above.</source>
        <translation>
            <numerusform>%n Objekt ist durch den Filter und die Schalter darüber verborgen.</numerusform>
            <numerusform>%n Objekte sind durch den Filter und die Schalter darüber verborgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Other source…</source>
        <translation>Andere Quelle…</translation>
    </message>
    <message>
        <source>Other source</source>
        <translation>Andere Quelle</translation>
    </message>
    <message>
        <source>A database URL, a snapshot, a schema script (.sql), a SQLite file or a folder of migrations:</source>
        <translation>Eine Datenbank-URL, ein Schnappschuss, ein Schemaskript (.sql), eine SQLite-Datei oder ein Ordner mit Migrationen:</translation>
    </message>
    <message>
        <source>Production stays on the left: added means that it will appear there.</source>
        <translation>Produktion bleibt links: „Neu“ heißt, dass es dort entstehen wird.</translation>
    </message>
    <message>
        <source>What is ignored</source>
        <translation>Was ignoriert wird</translation>
    </message>
    <message>
        <source>Compare this again</source>
        <translation>Dies wieder vergleichen</translation>
    </message>
    <message>
        <source>Remove the rule that hides this</source>
        <translation>Die Regel entfernen, die dies verbirgt</translation>
    </message>
    <message>
        <source>All rules…</source>
        <translation>Alle Regeln…</translation>
    </message>
    <message>
        <source>These differ, but a rule hides them. Nothing is hidden without a line here.</source>
        <translation>Diese unterscheiden sich, aber eine Regel verbirgt sie. Nichts ist verborgen, was hier nicht steht.</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>Regeln…</translation>
    </message>
    <message>
        <source>Rules %1…</source>
        <translation>Regeln %1…</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) may be renames rather than a drop and an add.</source>
        <translation>
            <numerusform>%n Paar kann eine Umbenennung sein statt Löschen und Anlegen.</numerusform>
            <numerusform>%n Paare können Umbenennungen sein statt Löschen und Anlegen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A drop loses the data that a rename would keep. Countersign does not guess: decide here.</source>
        <translation>Löschen verliert die Daten, die eine Umbenennung behielte. Countersign rät nicht: hier entscheiden.</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden…</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <extracomment>%1 is an exact or an estimated number of rows</extracomment>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>etwa %1 Zeilen</translation>
    </message>
    <message>
        <source>Comment on “%1”</source>
        <translation>„%1“ kommentieren</translation>
    </message>
    <message>
        <source>Split: %1 is not a rename</source>
        <translation>Trennen: %1 ist keine Umbenennung</translation>
    </message>
    <message>
        <source>Compare only schema “%1”</source>
        <translation>Nur Schema „%1“ vergleichen</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Compared %1: the databases may have changed since.</source>
        <extracomment>%1 is when, such as &quot;3 h ago&quot;</extracomment>
        <translation>Verglichen %1: Die Datenbanken können sich seither geändert haben.</translation>
    </message>
    <message>
        <source>DDL in a window</source>
        <translation>DDL in eigenem Fenster</translation>
    </message>
    <message>
        <source>Keep this DDL in a window of its own</source>
        <translation>Diese DDL in einem eigenen Fenster behalten</translation>
    </message>
    <message>
        <source>compared at %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>verglichen um %1</translation>
    </message>
    <message>
        <source>Open a workspace: it names the databases to compare. Or drop two databases, scripts, snapshots or folders of migrations here.</source>
        <translation>Öffnen Sie einen Arbeitsbereich: Er nennt die Datenbanken, die verglichen werden. Oder legen Sie hier zwei Datenbanken, Skripte, Schnappschüsse oder Migrationsordner ab.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, marked “?” in the list</source>
        <translation>
            <numerusform>und %n weiteres, in der Liste mit „?“ markiert</numerusform>
            <numerusform>und %n weitere, in der Liste mit „?“ markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) could not be compared. Everything else is shown.</source>
        <translation>
            <numerusform>%n Objekt konnte nicht verglichen werden. Alles andere wird gezeigt.</numerusform>
            <numerusform>%n Objekte konnten nicht verglichen werden. Alles andere wird gezeigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::ConnectionForm</name>
    <message>
        <source>Engine</source>
        <translation>Datenbanksystem</translation>
    </message>
    <message>
        <source>Host or socket</source>
        <translation>Host oder Socket</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>default</source>
        <extracomment>instead of a port number</extracomment>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Through SSH</source>
        <translation>Über SSH</translation>
    </message>
    <message>
        <source>Through the system’s ssh, with its configuration, agent and known hosts; it never asks</source>
        <translation>Über das ssh des Systems, mit dessen Konfiguration, Agent und bekannten Hosts; es fragt nie nach</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password file or agent</source>
        <translation>Passwortdatei oder Agent</translation>
    </message>
    <message>
        <source>System keyring</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>PostgreSQL: ~/.pgpass or the service file; MySQL family: ~/.my.cnf or an option file</source>
        <translation>PostgreSQL: ~/.pgpass oder die Dienstdatei; MySQL-Familie: ~/.my.cnf oder eine Optionsdatei</translation>
    </message>
    <message>
        <source>Password for the keyring</source>
        <translation>Passwort für den Schlüsselbund</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>Keep the password in the system’s keyring</source>
        <translation>Das Passwort im Schlüsselbund des Systems merken</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Choose the database file</source>
        <translation>Datenbankdatei wählen</translation>
    </message>
    <message>
        <source>As configured</source>
        <translation>Wie eingestellt</translation>
    </message>
    <message>
        <source>Option file</source>
        <translation>Optionsdatei</translation>
    </message>
    <message>
        <source>name in ~/.pg_service.conf</source>
        <translation>Name in ~/.pg_service.conf</translation>
    </message>
</context>
<context>
    <name>countersign::gui::Console</name>
    <message>
        <source>Opening workspace</source>
        <translation>Arbeitsbereich wird geöffnet</translation>
    </message>
    <message>
        <source>Opening the demo workspace</source>
        <translation>Demo wird geöffnet</translation>
    </message>
    <message>
        <source>Saving environments</source>
        <translation>Umgebungen werden gespeichert</translation>
    </message>
    <message>
        <source>Comparing %1 with %2</source>
        <extracomment>%1 and %2 are environments</extracomment>
        <translation>%1 wird mit %2 verglichen</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>read-only session</source>
        <translation>nur lesende Sitzung</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n h</numerusform>
            <numerusform>vor %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving what the checks do here</source>
        <translation>Einstellungen der Prüfungen werden gespeichert</translation>
    </message>
    <message>
        <source>Now drop what %1 shall be compared with</source>
        <extracomment>%1 is a file</extracomment>
        <translation>Ziehen Sie nun herein, womit %1 verglichen werden soll</translation>
    </message>
    <message>
        <source>Saving profiles of comparison</source>
        <translation>Vergleichsprofile werden gespeichert</translation>
    </message>
</context>
<context>
    <name>countersign::gui::DdlWindow</name>
    <message>
        <source>PRODUCTION %1 – DDL, %2</source>
        <extracomment>%1 the name of an object, %2 when the databases were compared</extracomment>
        <translation>PRODUKTION %1 – DDL, %2</translation>
    </message>
    <message>
        <source>%1 – DDL, %2</source>
        <translation>%1 – DDL, %2</translation>
    </message>
</context>
<context>
    <name>countersign::gui::DependentsModel</name>
    <message>
        <source>needs this object</source>
        <translation>braucht dieses Objekt</translation>
    </message>
    <message>
        <source>is needed by this object</source>
        <translation>wird von diesem Objekt gebraucht</translation>
    </message>
    <message>
        <source>on both sides</source>
        <translation>auf beiden Seiten</translation>
    </message>
    <message>
        <source>now, no longer as proposed</source>
        <translation>jetzt, vorgeschlagen nicht mehr</translation>
    </message>
    <message>
        <source>only as proposed</source>
        <translation>nur im Vorschlag</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>countersign::gui::DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Select an object on Compare, or a statement on Migration.</source>
        <translation>Wählen Sie unter Vergleich ein Objekt oder unter Migration eine Anweisung.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>is in %1</source>
        <translation>ist in %1</translation>
    </message>
    <message>
        <source>is not in %1</source>
        <translation>ist nicht in %1</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Differs</source>
        <extracomment>%1 a status such as “Changed”, %2 a kind such as “Column”, %3 the name of an object</extracomment>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>In production</source>
        <translation>In Produktion</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>etwa %1 Zeilen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Not rehearsed</source>
        <translation>Nicht geprobt</translation>
    </message>
    <message>
        <source>Ran in %1</source>
        <translation>Lief in %1</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Lock</source>
        <extracomment>%1 lock mode, %2 table</extracomment>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
</context>
<context>
    <name>countersign::gui::DiffView</name>
    <message>
        <source>DDL now</source>
        <translation>DDL jetzt</translation>
    </message>
    <message>
        <source>DDL proposed</source>
        <translation>DDL vorgeschlagen</translation>
    </message>
    <message>
        <source>Overview of changes</source>
        <translation>Übersicht der Änderungen</translation>
    </message>
    <message>
        <source>Find in the DDL</source>
        <translation>In der DDL suchen</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>%1 is an object, %2 an environment</extracomment>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>countersign::gui::EnvironmentBand</name>
    <message>
        <source>%1 %2, %3</source>
        <extracomment>%1 is the class of an environment such as PRODUCTION, %2 its name, %3 facts such as the server version</extracomment>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUKTION</translation>
    </message>
</context>
<context>
    <name>countersign::gui::EnvironmentsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
</context>
<context>
    <name>countersign::gui::EnvironmentsPage</name>
    <message>
        <source>Enforced</source>
        <translation>Erzwungen</translation>
    </message>
    <message>
        <source>Session only</source>
        <translation>Nur Sitzung</translation>
    </message>
    <message>
        <source>Not protected</source>
        <translation>Ungeschützt</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Nicht getestet</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUKTION</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Reach the database</source>
        <translation>Datenbank erreichen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Server version</source>
        <translation>Serverversion</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Guard against writing</source>
        <translation>Schutz vor Schreiben</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add an environment</source>
        <translation>Umgebung hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the environment from the workspace</source>
        <translation>Umgebung aus dem Arbeitsbereich entfernen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Test the connection step by step</source>
        <translation>Verbindung Schritt für Schritt testen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save to countersign.toml</source>
        <translation>In countersign.toml speichern</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>Schritte des Tests</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>Verbindungstest</translation>
    </message>
    <message>
        <source>No environments</source>
        <translation>Keine Umgebungen</translation>
    </message>
    <message>
        <source>Open a workspace first; its environments are listed here.</source>
        <translation>Öffnen Sie zuerst einen Arbeitsbereich; hier stehen dann seine Umgebungen.</translation>
    </message>
    <message>
        <source>Not tested in this session</source>
        <translation>In dieser Sitzung nicht getestet</translation>
    </message>
    <message>
        <source>Countersign opens every environment in a read-only session with short timeouts and lists each statement in the SQL log.</source>
        <translation>Countersign öffnet jede Umgebung in einer nur lesenden Sitzung mit kurzen Zeitgrenzen und führt jede Anweisung im SQL-Protokoll auf.</translation>
    </message>
    <message>
        <source>The environment needs a name</source>
        <translation>Die Umgebung braucht einen Namen</translation>
    </message>
    <message>
        <source>A password does not belong into countersign.toml</source>
        <translation>Ein Passwort gehört nicht in countersign.toml</translation>
    </message>
    <message>
        <source>Use a password file, a service file or the keyring.</source>
        <translation>Verwenden Sie eine Passwortdatei, eine Servicedatei oder den Schlüsselbund.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut…</translation>
    </message>
    <message>
        <source>Testing %1</source>
        <extracomment>%1 is an environment</extracomment>
        <translation>%1 wird getestet</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>Neue Umgebung</translation>
    </message>
    <message>
        <source>What is sent first</source>
        <translation>Was zuerst gesendet wird</translation>
    </message>
    <message>
        <source>Keeping the password in the keyring</source>
        <translation>Das Passwort wird im Schlüsselbund gemerkt</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ExportPage</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>Den Bericht drucken</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Save the report to a file</source>
        <translation>Den Bericht in eine Datei speichern</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Checks and rehearsal</source>
        <translation>Prüfungen und Probe</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Redact literals in SQL</source>
        <translation>Literale in SQL schwärzen</translation>
    </message>
    <message>
        <source>Texts and numbers in SQL are replaced and comments are left out</source>
        <translation>Texte und Zahlen in SQL werden ersetzt, Kommentare weggelassen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>Vorschau des Berichts</translation>
    </message>
    <message>
        <source>Compare two sides first</source>
        <translation>Vergleichen Sie zuerst zwei Seiten</translation>
    </message>
    <message>
        <source>Rehearse and check a migration first</source>
        <translation>Proben und prüfen Sie zuerst eine Migration</translation>
    </message>
    <message>
        <source>Nothing is under review</source>
        <translation>Nichts liegt zur Prüfung vor</translation>
    </message>
    <message>
        <source>Nothing to report yet</source>
        <translation>Noch nichts zu berichten</translation>
    </message>
    <message>
        <source>Compare two sides, check a migration or put it under review; then the report can be saved as HTML, PDF, Markdown or JSON, or printed.</source>
        <translation>Vergleichen Sie zwei Seiten, prüfen Sie eine Migration oder legen Sie sie zur Prüfung vor; dann lässt sich der Bericht als HTML, PDF, Markdown oder JSON speichern oder drucken.</translation>
    </message>
    <message>
        <source>The file says the digests of what it is about, the version, and when it was written</source>
        <translation>Die Datei nennt die Prüfsummen ihres Inhalts, die Version und wann sie geschrieben wurde</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <extracomment>%1 is a path</extracomment>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>Report saved to %1</source>
        <translation>Bericht gespeichert in %1</translation>
    </message>
    <message>
        <source>Printing the report</source>
        <translation>Der Bericht wird gedruckt</translation>
    </message>
</context>
<context>
    <name>countersign::gui::FindingsModel</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>The rehearsal did not reach the end, so these rules saw only a part.</source>
        <translation>Die Probe kam nicht ans Ende, diese Regeln sahen also nur einen Teil.</translation>
    </message>
</context>
<context>
    <name>countersign::gui::HelpDialog</name>
    <message>
        <source>Open a workspace, a folder with countersign.toml, or try the demo. SQLite files, scripts and snapshots that are dropped on the window are compared.</source>
        <translation>Öffnen Sie einen Arbeitsbereich, also einen Ordner mit countersign.toml, oder probieren Sie die Demo. SQLite-Dateien, Skripte und Schnappschüsse, die in das Fenster gezogen werden, werden verglichen.</translation>
    </message>
    <message>
        <source>The databases of the workspace. The test goes step by step and says what to do; the guard says by evidence whether the role could write. Passwords are never kept in the workspace.</source>
        <translation>Die Datenbanken des Arbeitsbereichs. Der Test geht Schritt für Schritt und sagt, was zu tun ist; der Schutz sagt mit Beleg, ob die Rolle schreiben könnte. Passwörter stehen nie im Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Left is production now, right is what is proposed. Added will appear in production, removed will disappear from it. Space marks an object as viewed; the script closes the difference.</source>
        <translation>Links ist die Produktion jetzt, rechts das Vorgeschlagene. Hinzugefügtes wird in der Produktion erscheinen, Entferntes daraus verschwinden. Die Leertaste merkt ein Objekt als angesehen; das Skript schließt den Unterschied.</translation>
    </message>
    <message>
        <source>The migration statement by statement: what a rehearsal on a scratch copy of production’s schema saw, which locks it took, and whether the way back leads back.</source>
        <translation>Die Migration Anweisung für Anweisung: was eine Probe auf einer Kopie des Produktionsschemas sah, welche Sperren sie nahm und ob der Rückweg zurückführt.</translation>
    </message>
    <message>
        <source>What the rules and the questions to production found, worst first. What was not run is listed and never counts as passed.</source>
        <translation>Was die Regeln und die Fragen an die Produktion fanden, das Schlimmste zuerst. Was nicht lief, ist aufgeführt und gilt nie als bestanden.</translation>
    </message>
    <message>
        <source>Named people sign exactly these bytes for this environment under this policy. Approved is computed each time; a changed byte makes signatures void.</source>
        <translation>Benannte Personen unterschreiben genau diese Bytes für diese Umgebung unter dieser Richtlinie. „Genehmigt“ wird jedes Mal berechnet; ein geändertes Byte macht Unterschriften ungültig.</translation>
    </message>
    <message>
        <source>Whether each statement of a migration took effect on a target, from its catalog alone, and the rehearsed SQL that finishes it or goes back. The SQL is copied or saved, never run.</source>
        <translation>Ob jede Anweisung einer Migration auf einem Ziel gewirkt hat, allein aus dessen Katalog, und das geprobte SQL, das sie beendet oder zurückführt. Das SQL wird kopiert oder gespeichert, nie ausgeführt.</translation>
    </message>
    <message>
        <source>Comparison, checks and review as one document: HTML, PDF, Markdown or JSON. The preview is made by the same code as the file.</source>
        <translation>Vergleich, Prüfungen und Begutachtung als ein Dokument: HTML, PDF, Markdown oder JSON. Die Vorschau entsteht mit demselben Code wie die Datei.</translation>
    </message>
    <message>
        <source>How the console looks, which rules the workspace runs, which keys do what, and who signs here.</source>
        <translation>Wie die Konsole aussieht, welche Regeln der Arbeitsbereich ausführt, welche Tasten was tun und wer hier unterschreibt.</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <extracomment>%1 is the title of a page</extracomment>
        <translation>Hilfe: %1</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>countersign::gui::IgnoredModel</name>
    <message>
        <source>Ignored by</source>
        <translation>Ignoriert durch</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
</context>
<context>
    <name>countersign::gui::InlineBanner</name>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Where: %1</source>
        <extracomment>%1 is a file and line, an object or a server</extracomment>
        <translation>Wo: %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>countersign::gui::KeysSection</name>
    <message>
        <source>Keys and people</source>
        <translation>Schlüssel und Personen</translation>
    </message>
    <message>
        <source>You sign as</source>
        <translation>Sie unterschreiben als</translation>
    </message>
    <message>
        <source>Keys at hand: in the SSH agent, and in ~/.ssh. The private part never enters this program.</source>
        <translation>Vorhandene Schlüssel: im SSH-Agenten und in ~/.ssh. Der private Teil gelangt nie in dieses Programm.</translation>
    </message>
    <message>
        <source>Keys at hand</source>
        <translation>Vorhandene Schlüssel</translation>
    </message>
    <message>
        <source>People who may sign, as the policy in force names them:</source>
        <translation>Personen, die unterschreiben dürfen, wie die geltende Richtlinie sie nennt:</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Looking for keys…</source>
        <translation>Suche Schlüssel…</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>in the agent</source>
        <translation>im Agenten</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>No key at hand</source>
        <translation>Kein Schlüssel vorhanden</translation>
    </message>
    <message>
        <source>Make one with: countersignctl key new</source>
        <translation>Erzeugen mit: countersignctl key new</translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation>Öffnen Sie zuerst einen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>%1, with the key %2</source>
        <translation>%1, mit dem Schlüssel %2</translation>
    </message>
    <message>
        <source>This workspace has no review ledger.</source>
        <translation>Dieser Arbeitsbereich hat kein Prüf-Hauptbuch.</translation>
    </message>
    <message>
        <source>No key at hand belongs to a person of the policy.</source>
        <translation>Kein vorhandener Schlüssel gehört zu einer Person der Richtlinie.</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Nobody: there is no policy in force</source>
        <translation>Niemand: es gilt keine Richtlinie</translation>
    </message>
</context>
<context>
    <name>countersign::gui::MainWindow</name>
    <message>
        <source>Countersign</source>
        <translation>Countersign</translation>
    </message>
    <message>
        <source>Search commands…</source>
        <translation>Befehle suchen…</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Befehle suchen</translation>
    </message>
    <message>
        <source>Every command by name (Ctrl+Shift+P)</source>
        <translation>Jeder Befehl beim Namen (Strg+Umschalt+P)</translation>
    </message>
    <message>
        <source>Progress of the running task</source>
        <translation>Fortschritt der laufenden Aufgabe</translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation>Aufgabe abbrechen</translation>
    </message>
    <message>
        <source>Cancel the running task (Shift+F5)</source>
        <translation>Laufende Aufgabe abbrechen (Umschalt+F5)</translation>
    </message>
    <message>
        <source>SQL log</source>
        <translation>SQL-Protokoll</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation>Arbeitsbereich ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open the &amp;demo</source>
        <translation>&amp;Demo öffnen</translation>
    </message>
    <message>
        <source>&amp;Close workspace</source>
        <translation>Arbeitsbereich &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>Go to &amp;object…</source>
        <translation>Gehe zu &amp;Objekt…</translation>
    </message>
    <message>
        <source>&amp;Next change</source>
        <translation>&amp;Nächste Änderung</translation>
    </message>
    <message>
        <source>&amp;Previous change</source>
        <translation>&amp;Vorige Änderung</translation>
    </message>
    <message>
        <source>Next o&amp;bject</source>
        <translation>Nächstes O&amp;bjekt</translation>
    </message>
    <message>
        <source>Previous ob&amp;ject</source>
        <translation>Voriges Ob&amp;jekt</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>&amp;Refresh page</source>
        <translation>Seite a&amp;ktualisieren</translation>
    </message>
    <message>
        <source>&amp;Find in page</source>
        <translation>Auf der Seite &amp;suchen</translation>
    </message>
    <message>
        <source>Next pa&amp;ne</source>
        <translation>Nächster &amp;Bereich</translation>
    </message>
    <message>
        <source>Previous pan&amp;e</source>
        <translation>Voriger B&amp;ereich</translation>
    </message>
    <message>
        <source>Larger &amp;text</source>
        <translation>Größerer &amp;Text</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>Kleine&amp;rer Text</translation>
    </message>
    <message>
        <source>Normal text si&amp;ze</source>
        <translation>Normale Te&amp;xtgröße</translation>
    </message>
    <message>
        <source>Theme: as the s&amp;ystem</source>
        <translation>Farben: wie das S&amp;ystem</translation>
    </message>
    <message>
        <source>Theme: &amp;light</source>
        <translation>Farben: &amp;hell</translation>
    </message>
    <message>
        <source>Theme: &amp;dark</source>
        <translation>Farben: &amp;dunkel</translation>
    </message>
    <message>
        <source>Show or hide: %1</source>
        <extracomment>%1 is a dock such as &quot;SQL log&quot;</extracomment>
        <translation>Zeigen oder ausblenden: %1</translation>
    </message>
    <message>
        <source>&amp;Cancel running tasks</source>
        <translation>Laufende Aufgaben abbre&amp;chen</translation>
    </message>
    <message>
        <source>Configure &amp;shortcuts…</source>
        <translation>&amp;Tastenkürzel einrichten…</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Befehl eingeben</translation>
    </message>
    <message>
        <source>Go to a changed object</source>
        <translation>Gehe zu einem geänderten Objekt</translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation>Kein Arbeitsbereich</translation>
    </message>
    <message>
        <source>%1 (now)  ◀  %2 (proposed)</source>
        <translation>%1 (jetzt)  ◀  %2 (vorgeschlagen)</translation>
    </message>
    <message>
        <source>read-only session</source>
        <translation>nur lesende Sitzung</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>gelesen %1</translation>
    </message>
    <message>
        <source>not contacted yet</source>
        <translation>noch nicht angesprochen</translation>
    </message>
    <message>
        <source>PRODUCTION %1 – Countersign</source>
        <extracomment>Window title of a window that can see production; %1 is page and workspace</extracomment>
        <translation>PRODUKTION %1 – Countersign</translation>
    </message>
    <message>
        <source>%1 – Countersign</source>
        <translation>%1 – Countersign</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Open workspace: the folder with countersign.toml</source>
        <translation>Arbeitsbereich öffnen: der Ordner mit countersign.toml</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfregeln</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Ledger was rolled back or forked: read-only</source>
        <extracomment>%1 is the size and the short link of the ledger&apos;s last event</extracomment>
        <translation>Hauptbuch wurde zurückgesetzt oder verzweigt: nur lesbar</translation>
    </message>
    <message>
        <source>Ledger %1</source>
        <translation>Hauptbuch %1</translation>
    </message>
    <message>
        <source>Theme: high &amp;contrast</source>
        <translation>Thema: hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verifizieren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation>&amp;Neues Fenster</translation>
    </message>
    <message>
        <source>Co&amp;mpare files…</source>
        <translation>Dateien &amp;vergleichen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Compare files: SQLite databases, scripts, snapshots</source>
        <translation>Dateien vergleichen: SQLite-Datenbanken, Skripte, Schnappschüsse</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Co&amp;mment here</source>
        <translation>Hier ko&amp;mmentieren</translation>
    </message>
    <message>
        <source>Points to walk through</source>
        <translation>Zu besprechende Punkte</translation>
    </message>
    <message>
        <source>&amp;Sign off…</source>
        <translation>&amp;Unterschreiben…</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>&amp;Vorführen</translation>
    </message>
    <message>
        <source>&amp;Next point</source>
        <translation>&amp;Nächster Punkt</translation>
    </message>
    <message>
        <source>P&amp;revious point</source>
        <translation>&amp;Voriger Punkt</translation>
    </message>
    <message>
        <source>Presenting: F8 for the next point, F11 to end</source>
        <translation>Vorführung: F8 für den nächsten Punkt, F11 zum Beenden</translation>
    </message>
    <message>
        <source>Presentation ended</source>
        <translation>Vorführung beendet</translation>
    </message>
    <message>
        <source>&amp;Help for this page</source>
        <translation>&amp;Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Which database</source>
        <translation>Welche Datenbank</translation>
    </message>
    <message>
        <source>Nothing in the files says for which database this SQL is written. Which one is it?</source>
        <translation>Nichts in den Dateien sagt, für welche Datenbank dieses SQL geschrieben ist. Welche ist es?</translation>
    </message>
</context>
<context>
    <name>countersign::gui::MigrationPage</name>
    <message>
        <source>Migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Rehearse the migration</source>
        <translation>Migration proben</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Text of the script</source>
        <translation>Text des Skripts</translation>
    </message>
    <message>
        <source>Run it statement by statement on a scratch copy of production’s schema (F5)</source>
        <translation>Anweisung für Anweisung auf einer Wegwerfkopie des Produktionsschemas ausführen (F5)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>Rückweg</translation>
    </message>
    <message>
        <source>About the statement</source>
        <translation>Zur Anweisung</translation>
    </message>
    <message>
        <source>Rehearsing…</source>
        <translation>Probe läuft…</translation>
    </message>
    <message>
        <source>No migration</source>
        <translation>Keine Migration</translation>
    </message>
    <message>
        <source>The workspace’s migration folder has no scripts. Add one, and it is shown here at once.</source>
        <translation>Der Migrationsordner enthält keine Skripte. Ein neues erscheint hier sofort.</translation>
    </message>
    <message>
        <source>Open a workspace first: it names the folder with the migrations.</source>
        <translation>Öffnen Sie zuerst einen Arbeitsbereich: Er nennt den Ordner mit den Migrationen.</translation>
    </message>
    <message>
        <source>The author gave no way back.</source>
        <translation>Es gibt keinen Rückweg vom Autor.</translation>
    </message>
    <message>
        <source>The file changed after the rehearsal. What is shown about statements is gone until it is rehearsed again.</source>
        <translation>Die Datei wurde nach der Probe geändert. Angaben zu Anweisungen gibt es erst nach einer neuen Probe.</translation>
    </message>
    <message>
        <source>No way back given</source>
        <translation>Kein Rückweg angegeben</translation>
    </message>
    <message>
        <source>Way back not rehearsed</source>
        <translation>Rückweg nicht geprobt</translation>
    </message>
    <message>
        <source>Rehearsed: restores the schema of production</source>
        <translation>Geprobt: stellt das Produktionsschema wieder her</translation>
    </message>
    <message>
        <source>Rehearsed: does not restore the schema of production</source>
        <translation>Geprobt: stellt das Produktionsschema nicht wieder her</translation>
    </message>
    <message>
        <source>Not rehearsed</source>
        <translation>Nicht geprobt</translation>
    </message>
    <message>
        <source>Rehearsal is older than the SQL</source>
        <translation>Die Probe ist älter als das SQL</translation>
    </message>
    <message>
        <source>Rehearsed at %1, took %2</source>
        <extracomment>%1 time of day, %2 duration</extracomment>
        <translation>Geprobt um %1, Dauer %2</translation>
    </message>
    <message>
        <source>Rehearsal at %1 stopped at statement %2</source>
        <extracomment>%1 time of day, %2 number of the statement</extracomment>
        <translation>Probe um %1 endete bei Anweisung %2</translation>
    </message>
    <message>
        <source>Statement %1</source>
        <translation>Anweisung %1</translation>
    </message>
    <message>
        <source>Rehearse the migration to see its locks, effects and findings.</source>
        <translation>Proben Sie die Migration, um Sperren, Wirkungen und Befunde zu sehen.</translation>
    </message>
    <message>
        <source>The way back is rehearsed as a whole, from every half-applied state.</source>
        <translation>Der Rückweg wird als Ganzes geprobt, von jedem halb angewandten Zustand aus.</translation>
    </message>
    <message>
        <source>Ran in %1</source>
        <translation>Ausgeführt in %1</translation>
    </message>
    <message>
        <source>blocks reads and writes</source>
        <translation>sperrt Lesen und Schreiben</translation>
    </message>
    <message>
        <source>blocks writes</source>
        <translation>sperrt Schreiben</translation>
    </message>
    <message>
        <source>rewrites the table</source>
        <translation>schreibt die Tabelle neu</translation>
    </message>
    <message>
        <source>reads the whole table</source>
        <translation>liest die ganze Tabelle</translation>
    </message>
    <message>
        <source>from the lock tables, not observed</source>
        <translation>aus den Sperrtabellen, nicht beobachtet</translation>
    </message>
    <message>
        <source>Rehearsal: %1</source>
        <translation>Probe: %1</translation>
    </message>
    <message>
        <source>Finding: %1</source>
        <translation>Befund: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n Kommentar</numerusform>
            <numerusform>%n Kommentare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) that cannot be seen</source>
        <translation>
            <numerusform>%n unsichtbares Zeichen</numerusform>
            <numerusform>%n unsichtbare Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Way back by Countersign</source>
        <translation>Rückweg von Countersign</translation>
    </message>
    <message>
        <source>nothing here names what this statement changes</source>
        <translation>nichts hier nennt, was diese Anweisung ändert</translation>
    </message>
    <message>
        <source>this statement changes data only, which no way back brings back by itself</source>
        <translation>diese Anweisung ändert nur Daten; die bringt kein Rückweg von selbst zurück</translation>
    </message>
    <message>
        <source>Nothing was generated yet</source>
        <translation>Noch nichts erzeugt</translation>
    </message>
    <message>
        <source>Compare production with staging: the SQL that closes the difference is then shown beside what the author wrote.</source>
        <translation>Produktion mit Staging vergleichen: Das SQL, das den Unterschied schließt, steht dann neben dem des Autors.</translation>
    </message>
    <message>
        <source>Compare now</source>
        <translation>Jetzt vergleichen</translation>
    </message>
    <message>
        <source>By the author</source>
        <translation>Vom Autor</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>No further finding.</source>
        <translation>Kein weiterer Befund.</translation>
    </message>
    <message>
        <source>No earlier finding.</source>
        <translation>Kein früherer Befund.</translation>
    </message>
    <message>
        <source>Seen %1 of %2</source>
        <extracomment>How many statements the person has looked at</extracomment>
        <translation>Gesehen %1 von %2</translation>
    </message>
    <message>
        <source>Against generated</source>
        <translation>Gegen Erzeugtes</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Voriger Befund</translation>
    </message>
    <message>
        <source>Previous statement with a finding</source>
        <translation>Vorige Anweisung mit einem Befund</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Nächster Befund</translation>
    </message>
    <message>
        <source>Next statement with a finding</source>
        <translation>Nächste Anweisung mit einem Befund</translation>
    </message>
    <message>
        <source>Show white space</source>
        <translation>Leerraum zeigen</translation>
    </message>
    <message>
        <source>Show spaces and tabs</source>
        <translation>Leerzeichen und Tabs zeigen</translation>
    </message>
    <message>
        <source>Rollback beside</source>
        <translation>Rückweg daneben</translation>
    </message>
    <message>
        <source>Show the way back beside the script</source>
        <translation>Den Rückweg neben dem Skript zeigen</translation>
    </message>
    <message>
        <source>Text of the way back</source>
        <translation>Text des Rückwegs</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>Den Unterschied zeigen</translation>
    </message>
    <message>
        <source>Show the object of this statement on the Compare page</source>
        <translation>Das Objekt dieser Anweisung auf der Seite „Vergleichen“ zeigen</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Rückweg</translation>
    </message>
    <message>
        <source>not tried from here</source>
        <translation>von hier nicht versucht</translation>
    </message>
    <message>
        <source>not run: %1</source>
        <translation>nicht gelaufen: %1</translation>
    </message>
    <message>
        <source>from here, restores the schema of production</source>
        <translation>stellt von hier das Schema der Produktion wieder her</translation>
    </message>
    <message>
        <source>from here, fails: %1</source>
        <extracomment>%1 is the message of the database</extracomment>
        <translation>scheitert von hier: %1</translation>
    </message>
    <message numerus="yes">
        <source>from here, leaves %n difference(s)</source>
        <translation>
            <numerusform>lässt von hier %n Unterschied übrig</numerusform>
            <numerusform>lässt von hier %n Unterschiede übrig</numerusform>
        </translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Effect</source>
        <extracomment>%1 a status such as “Added”, %2 a kind such as “Column”, %3 the name of an object</extracomment>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>Lock</source>
        <extracomment>%1 lock mode, %2 table</extracomment>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>Berührt</translation>
    </message>
    <message>
        <source>%1 in production</source>
        <translation>%1 in Produktion</translation>
    </message>
    <message>
        <source>Server says</source>
        <translation>Server meldet</translation>
    </message>
</context>
<context>
    <name>countersign::gui::Notifier</name>
    <message>
        <source>A task failed</source>
        <translation>Eine Aufgabe ist gescheitert</translation>
    </message>
    <message>
        <source>A task ended</source>
        <translation>Eine Aufgabe ist fertig</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ObjectListModel</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a group of objects such as Table, %2 how many</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Tick when you have looked at it (Space)</source>
        <translation>Abhaken, wenn angesehen (Leertaste)</translation>
    </message>
    <message>
        <source>viewed</source>
        <extracomment>For screen readers: status, kind, name, what changes, loses data or nothing, viewed or not</extracomment>
        <translation>angesehen</translation>
    </message>
    <message>
        <source>not viewed</source>
        <translation>nicht angesehen</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>No schema</source>
        <translation>Kein Schema</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
</context>
<context>
    <name>countersign::gui::PaletteDialog</name>
    <message numerus="yes">
        <source>%n match(es). Enter runs, Esc closes.</source>
        <translation>
            <numerusform>%n Treffer. Eingabe führt aus, Esc schließt.</numerusform>
            <numerusform>%n Treffer. Eingabe führt aus, Esc schließt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::ProfilesSection</name>
    <message>
        <source>ignores %1</source>
        <extracomment>%1 is a list of attributes</extracomment>
        <translation>ignoriert %1</translation>
    </message>
    <message>
        <source>also compares %1</source>
        <extracomment>%1 is a list of attributes</extracomment>
        <translation>vergleicht auch %1</translation>
    </message>
    <message>
        <source>only schemas %1</source>
        <extracomment>%1 is a list of schemas</extracomment>
        <translation>nur Schemas %1</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>maps %1</source>
        <extracomment>%1 is a list of schema names and what they are called on the other side</extracomment>
        <translation>ordnet zu %1</translation>
    </message>
    <message>
        <source>Profiles of comparison</source>
        <translation>Vergleichsprofile</translation>
    </message>
    <message>
        <source>A profile is a named set of what a comparison leaves out. Profiles are kept in countersign.toml and hold for window and command line alike (countersignctl diff --profile NAME).</source>
        <translation>Ein Profil benennt, was ein Vergleich auslässt. Profile stehen in countersign.toml und gelten für Fenster und Befehlszeile (countersignctl diff --profile NAME).</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>This workspace has no profiles</source>
        <translation>Dieser Arbeitsbereich hat keine Profile</translation>
    </message>
    <message>
        <source>Open a workspace to see its profiles</source>
        <translation>Öffnen Sie einen Arbeitsbereich, um seine Profile zu sehen</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Add a profile</source>
        <translation>Ein Profil hinzufügen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Edit the profile</source>
        <translation>Das Profil bearbeiten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the profile</source>
        <translation>Das Profil entfernen</translation>
    </message>
    <message>
        <source>Add one to leave the same things out of every comparison.</source>
        <translation>Fügen Sie eines hinzu, um bei jedem Vergleich dasselbe auszulassen.</translation>
    </message>
</context>
<context>
    <name>countersign::gui::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>countersign::gui::RailButton</name>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1, %n anzusehen</numerusform>
            <numerusform>%1, %n anzusehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::RecentModel</name>
    <message>
        <source>%1 (missing)</source>
        <translation>%1 (fehlt)</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>Arbeitsbereich %1</translation>
    </message>
</context>
<context>
    <name>countersign::gui::RenameDialog</name>
    <message>
        <source>Possible renames</source>
        <translation>Mögliche Umbenennungen</translation>
    </message>
    <message>
        <source>Renamed, or dropped and added?</source>
        <translation>Umbenannt, oder gelöscht und angelegt?</translation>
    </message>
    <message>
        <source>Is a rename</source>
        <translation>Ist Umbenennung</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Why it may be one</source>
        <translation>Warum es eine sein kann</translation>
    </message>
    <message>
        <source>%1 %: %2</source>
        <extracomment>%1 is how sure it is, such as &quot;87&quot;, %2 why</extracomment>
        <translation>%1 %: %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Decide and compare again</source>
        <translation>Entscheiden und neu vergleichen</translation>
    </message>
    <message>
        <source>A rename keeps the data; a drop and an add loses it. Tick the pairs that are one object. What is not ticked stays two objects.</source>
        <translation>Eine Umbenennung behält die Daten, Löschen und Anlegen verliert sie. Paare ankreuzen, die ein Objekt sind. Was nicht angekreuzt ist, bleiben zwei Objekte.</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Put new revision under review</source>
        <translation>Neue Fassung zur Prüfung geben</translation>
    </message>
    <message>
        <source>Put the files as they are now under review</source>
        <translation>Die Dateien im jetzigen Stand zur Prüfung geben</translation>
    </message>
    <message>
        <source>Sign off…</source>
        <translation>Freigeben…</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Anforderungen</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>No review</source>
        <translation>Keine Prüfung</translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation>Öffnen Sie zuerst einen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>This workspace has no review ledger.</source>
        <translation>Dieser Arbeitsbereich hat kein Prüf-Hauptbuch.</translation>
    </message>
    <message>
        <source>The ledger has not been read yet.</source>
        <translation>Das Hauptbuch wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Ledger head %1</source>
        <translation>Stand des Hauptbuchs %1</translation>
    </message>
    <message>
        <source>Nothing is under review</source>
        <translation>Nichts ist in Prüfung</translation>
    </message>
    <message>
        <source>Put the migration files exactly as they are now under review. Named people then sign these bytes; any change of a byte voids their signatures.</source>
        <translation>Geben Sie die Migrationsdateien genau so, wie sie sind, zur Prüfung. Benannte Personen signieren dann diese Bytes; jedes geänderte Byte macht die Signaturen ungültig.</translation>
    </message>
    <message>
        <source>Put under review</source>
        <translation>Zur Prüfung geben</translation>
    </message>
    <message>
        <source>Requirements: %1 of %2 met</source>
        <extracomment>%1 of %2 requirements are met</extracomment>
        <translation>Anforderungen: %1 von %2 erfüllt</translation>
    </message>
    <message>
        <source>For %1, revision %2, digest %3</source>
        <extracomment>%1 an environment, %2 the number of the revision, %3 its digest</extracomment>
        <translation>Für %1, Fassung %2, Prüfsumme %3</translation>
    </message>
    <message>
        <source>Judged as %1 risk under policy %2</source>
        <extracomment>%1 a risk class, %2 the serial number of the policy</extracomment>
        <translation>Als Risiko %1 beurteilt nach Richtlinie %2</translation>
    </message>
    <message>
        <source>(small team: authors may count for their own change)</source>
        <translation>(kleines Team: Autoren zählen auch für die eigene Änderung)</translation>
    </message>
    <message>
        <source>Signatures were given for other bytes. Put the files as they are now under review, and sign again.</source>
        <translation>Die Signaturen gelten für andere Bytes. Geben Sie die Dateien im jetzigen Stand zur Prüfung und signieren Sie neu.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the verdict</source>
        <translation>Das Urteil kopieren</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>As HTML</source>
        <translation>Als HTML</translation>
    </message>
    <message>
        <source>As a reference</source>
        <translation>Als Verweis</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Who has looked</source>
        <translation>Wer hingesehen hat</translation>
    </message>
    <message>
        <source>The verdict was copied.</source>
        <translation>Das Urteil wurde kopiert.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>Blockierend</translation>
    </message>
    <message>
        <source>outdated: the statement is gone</source>
        <translation>veraltet: die Anweisung ist weg</translation>
    </message>
    <message>
        <source>Nobody has commented yet</source>
        <translation>Noch hat niemand kommentiert</translation>
    </message>
    <message>
        <source>Ctrl+M comments on the object or statement that you look at.</source>
        <translation>Strg+M kommentiert das Objekt oder die Anweisung, die Sie ansehen.</translation>
    </message>
    <message>
        <source>Conversation, %1 open</source>
        <translation>Gespräch, %1 offen</translation>
    </message>
    <message>
        <source>Conversation, people, what changed and timeline</source>
        <translation>Gespräch, Personen, Änderungen und Verlauf</translation>
    </message>
    <message>
        <source>Since the signature</source>
        <translation>Seit der Unterschrift</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is “Since you signed”, %2 how many statements are not as they were signed</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>statement %1 of %2</source>
        <translation>Anweisung %1 von %2</translation>
    </message>
    <message>
        <source>was statement %1 of %2</source>
        <translation>war Anweisung %1 von %2</translation>
    </message>
    <message>
        <source>signed as: %1</source>
        <extracomment>%1 is the text of a statement as it was signed</extracomment>
        <translation>unterschrieben als: %1</translation>
    </message>
    <message>
        <source>You signed revision %1</source>
        <translation>Sie haben Fassung %1 unterschrieben</translation>
    </message>
    <message>
        <source>%1 signed revision %2</source>
        <translation>%1 hat Fassung %2 unterschrieben</translation>
    </message>
    <message>
        <source>Nobody has signed yet</source>
        <translation>Noch niemand hat unterschrieben</translation>
    </message>
    <message>
        <source>No statement changed, but the bytes did: white space or comments between them</source>
        <translation>Keine Anweisung hat sich geändert, aber die Bytes: Leerraum oder Kommentare dazwischen</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Nichts hat sich geändert</translation>
    </message>
    <message>
        <source>Since signing</source>
        <translation>Seit der Signatur</translation>
    </message>
    <message>
        <source>Since you signed</source>
        <translation>Seit Ihrer Signatur</translation>
    </message>
</context>
<context>
    <name>countersign::gui::RulesModel</name>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht ausgeführt</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Usually</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was sie sagt</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ScopeDialog</name>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare with these rules</source>
        <translation>Mit diesen Regeln vergleichen</translation>
    </message>
    <message>
        <source>No rules</source>
        <translation>Keine Regeln</translation>
    </message>
    <message>
        <source>Remove every rule</source>
        <translation>Jede Regel entfernen</translation>
    </message>
    <message>
        <source>What a rule hides is counted on the page and listed under Ignored.</source>
        <translation>Was eine Regel verbirgt, wird auf der Seite gezählt und unter „Ignoriert“ aufgeführt.</translation>
    </message>
    <message>
        <source>Saved profile</source>
        <translation>Gespeichertes Profil</translation>
    </message>
    <message>
        <source>Take from a saved profile…</source>
        <translation>Aus gespeichertem Profil nehmen…</translation>
    </message>
    <message>
        <source>Schemas to compare</source>
        <translation>Zu vergleichende Schemas</translation>
    </message>
    <message>
        <source>Schemas with different names</source>
        <translation>Schemas mit anderen Namen</translation>
    </message>
    <message>
        <source>Schemas to compare: none ticked means all</source>
        <translation>Zu vergleichende Schemas: nichts angekreuzt heißt alle</translation>
    </message>
    <message>
        <source>Schemas with different names: now = proposed</source>
        <translation>Schemas mit anderen Namen: jetzt = vorgeschlagen</translation>
    </message>
    <message>
        <source>Objects that are left out</source>
        <translation>Ausgelassene Objekte</translation>
    </message>
    <message>
        <source>Objects that are left out: one pattern a line</source>
        <translation>Ausgelassene Objekte: ein Muster pro Zeile</translation>
    </message>
    <message>
        <source>Search attributes</source>
        <translation>Attribute suchen</translation>
    </message>
    <message>
        <source>Attributes that are ignored</source>
        <translation>Attribute, die ignoriert werden</translation>
    </message>
    <message>
        <source>Profile of comparison</source>
        <translation>Vergleichsprofil</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name, such as “without grants”</source>
        <translation>Name, etwa „ohne Rechte“</translation>
    </message>
    <message>
        <source>There is a profile of this name</source>
        <translation>Es gibt schon ein Profil mit diesem Namen</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ScriptPanel</name>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>There: production becomes as proposed</source>
        <translation>Hin: Produktion wird wie vorgeschlagen</translation>
    </message>
    <message>
        <source>Back: proposed becomes as production</source>
        <translation>Zurück: Vorschlag wird wie Produktion</translation>
    </message>
    <message>
        <source>Statements of the script</source>
        <translation>Anweisungen des Skripts</translation>
    </message>
    <message>
        <source>Generated script</source>
        <translation>Erzeugtes Skript</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Alle nehmen</translation>
    </message>
    <message>
        <source>Take every statement</source>
        <translation>Jede Anweisung nehmen</translation>
    </message>
    <message>
        <source>Take none</source>
        <translation>Keine nehmen</translation>
    </message>
    <message>
        <source>Leave out every statement</source>
        <translation>Jede Anweisung auslassen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the ticked statements</source>
        <translation>Angekreuzte Anweisungen kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save the ticked statements as a file</source>
        <translation>Angekreuzte Anweisungen als Datei speichern</translation>
    </message>
    <message>
        <source>Enter shows the difference that a statement serves</source>
        <translation>Eingabe zeigt den Unterschied, dem eine Anweisung dient</translation>
    </message>
    <message>
        <source>%1 of %2 statements</source>
        <extracomment>%1 of %2 statements of the generated script are ticked</extracomment>
        <translation>%1 von %2 Anweisungen</translation>
    </message>
    <message>
        <source>A script with gaps may not run: later statements may need those that are left out. Rehearse it before you use it.</source>
        <translation>Ein Skript mit Lücken läuft vielleicht nicht: Spätere Anweisungen können die ausgelassenen brauchen. Vor dem Gebrauch proben.</translation>
    </message>
    <message numerus="yes">
        <source>%n lose(s) data</source>
        <translation>
            <numerusform>%n verliert Daten</numerusform>
            <numerusform>%n verlieren Daten</numerusform>
        </translation>
    </message>
    <message>
        <source>Loses data</source>
        <translation>Verliert Daten</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) copied</source>
        <translation>
            <numerusform>%n Anweisung kopiert</numerusform>
            <numerusform>%n Anweisungen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the ticked statements</source>
        <translation>Angekreuzte Anweisungen speichern</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <extracomment>%1 is a file</extracomment>
        <translation>%1 wird gespeichert</translation>
    </message>
</context>
<context>
    <name>countersign::gui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys and people</source>
        <translation>Schlüssel und Personen</translation>
    </message>
    <message>
        <source>Changes hold at once and are kept</source>
        <translation>Änderungen gelten sofort und bleiben erhalten</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Holds from the next start. SQL and names are never translated.</source>
        <translation>Gilt ab dem nächsten Start. SQL und Namen werden nie übersetzt.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>%1 is a number: the size of text in percent</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Holds from the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Tell the desktop when a long task ends</source>
        <translation>Dem Desktop melden, wenn eine lange Aufgabe endet</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Only while the window is not the active one.</source>
        <translation>Nur solange das Fenster nicht das aktive ist.</translation>
    </message>
    <message>
        <source>Open the last workspace</source>
        <translation>Den letzten Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Beim Start</translation>
    </message>
    <message>
        <source>Only files are read; no server is contacted without a click.</source>
        <translation>Nur Dateien werden gelesen; kein Server wird ohne Klick angesprochen.</translation>
    </message>
    <message>
        <source>Size of SQL text</source>
        <translation>Größe des SQL-Texts</translation>
    </message>
    <message>
        <source>Points more or less than the system’s fixed font; also Ctrl+Plus and Ctrl+Minus.</source>
        <translation>Punkte mehr oder weniger als die feste Schrift des Systems; auch Strg+Plus und Strg+Minus.</translation>
    </message>
    <message>
        <source>How SQL looks</source>
        <translation>So sieht SQL aus</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>So sieht es aus</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Datenbanksystem</translation>
    </message>
    <message>
        <source>What is sent first</source>
        <translation>Was zuerst gesendet wird</translation>
    </message>
    <message>
        <source>Every session on an environment begins with these statements, so that nothing can be written and nobody has to wait. They cannot be switched off.</source>
        <translation>Jede Sitzung auf einer Umgebung beginnt mit diesen Anweisungen, damit nichts geschrieben werden kann und niemand warten muss. Sie lassen sich nicht abschalten.</translation>
    </message>
    <message>
        <source>Passwords are never kept by Countersign: use a password file, a service file, an agent or the system’s keyring. Scratch databases run on private servers, or on the server that the workspace names as “scratch”.</source>
        <translation>Countersign bewahrt nie Passwörter auf: Verwenden Sie eine Passwortdatei, eine Dienstdatei, einen Agenten oder den Schlüsselbund des Systems. Probedatenbanken laufen auf privaten Servern oder auf dem Server, den der Arbeitsbereich als „scratch“ nennt.</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ShortcutsDialog</name>
    <message>
        <source>Configure shortcuts</source>
        <translation>Tastenkürzel einrichten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ShortcutsEditor</name>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Keys of the selected action</source>
        <translation>Tasten der gewählten Aktion</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Assign these keys</source>
        <translation>Diese Tasten zuweisen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all keys to the defaults</source>
        <translation>Alle Tasten auf die Vorgaben zurücksetzen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Changes hold at once and for all windows that are opened later.</source>
        <translation>Änderungen gelten sofort und für alle Fenster, die später geöffnet werden.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Choose others, or change that one first.</source>
        <extracomment>%1 are keys such as Ctrl+E, %2 the action that has them</extracomment>
        <translation>%1 gehört zu „%2“. Wählen Sie andere, oder ändern Sie zuerst jene.</translation>
    </message>
    <message>
        <source>Assigned.</source>
        <translation>Zugewiesen.</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ShortcutsModel</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>countersign::gui::SignOffDialog</name>
    <message>
        <source>Sign off</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Signieren</translation>
    </message>
    <message>
        <source>Sign with your key</source>
        <translation>Mit Ihrem Schlüssel signieren</translation>
    </message>
    <message>
        <source>Your SSH key signs these bytes. The signature holds for this revision only.</source>
        <translation>Ihr SSH-Schlüssel signiert diese Bytes. Die Signatur gilt nur für diese Fassung.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Revision</source>
        <extracomment>%1 is the number of the revision</extracomment>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>Nummer %1</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Files that are signed</source>
        <translation>Dateien, die signiert werden</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <extracomment>%1 is a number of bytes</extracomment>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Request changes</source>
        <translation>Änderungen verlangen</translation>
    </message>
    <message>
        <source>Read it, no vote</source>
        <translation>Gelesen, keine Stimme</translation>
    </message>
    <message>
        <source>I have seen the hazard: %1</source>
        <extracomment>%1 is a hazard that the policy names, such as data-loss</extracomment>
        <translation>Ich habe die Gefahr gesehen: %1</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Message (optional)</source>
        <translation>Nachricht (optional)</translation>
    </message>
    <message>
        <source>Sign as</source>
        <translation>Signieren als</translation>
    </message>
    <message>
        <source>%1 (second reviewer of the demo)</source>
        <translation>%1 (zweite Person der Demo)</translation>
    </message>
    <message>
        <source>No key of the roster is at hand</source>
        <translation>Kein Schlüssel der Liste ist zur Hand</translation>
    </message>
    <message>
        <source>Choose a vote first</source>
        <translation>Wählen Sie zuerst eine Stimme</translation>
    </message>
    <message>
        <source>The policy asks that every hazard is acknowledged</source>
        <translation>Die Richtlinie verlangt, jede Gefahr zu bestätigen</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>Was signiert wird</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>Befunde: %1</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>No report is part of this revision.</source>
        <translation>Zu dieser Fassung gehört kein Bericht.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>The checks found nothing.</source>
        <translation>Die Prüfregeln fanden nichts.</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Ausgenommen</translation>
    </message>
    <message>
        <source>What the policy asks</source>
        <translation>Was die Richtlinie verlangt</translation>
    </message>
    <message>
        <source>Waivers and open comments</source>
        <translation>Ausnahmen und offene Kommentare</translation>
    </message>
    <message>
        <source>No effect</source>
        <translation>Ohne Wirkung</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>Blockierend</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Nothing is waived, no comment is open.</source>
        <translation>Nichts ist ausgenommen, kein Kommentar ist offen.</translation>
    </message>
    <message numerus="yes">
        <source>Send %n draft comment(s) with it</source>
        <translation>
            <numerusform>%n Entwurf eines Kommentars mitsenden</numerusform>
            <numerusform>%n Entwürfe von Kommentaren mitsenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Send the drafts of comments with the sign-off</source>
        <translation>Die Entwürfe der Kommentare mit der Unterschrift senden</translation>
    </message>
</context>
<context>
    <name>countersign::gui::SqlLogModel</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Statement as sent</source>
        <translation>Anweisung wie gesendet</translation>
    </message>
</context>
<context>
    <name>countersign::gui::StartPage</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>Arbeitsbereich öffnen…</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Jetzt offen</translation>
    </message>
    <message>
        <source>Compare production with staging</source>
        <translation>Produktion mit Staging vergleichen</translation>
    </message>
    <message>
        <source>Workspaces that you open are listed here.</source>
        <translation>Hier stehen die Arbeitsbereiche, die Sie öffnen.</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Countersign</source>
        <translation>Countersign</translation>
    </message>
    <message>
        <source>See how two databases differ, rehearse the migration, and sign exactly those bytes.</source>
        <translation>Sehen, wie sich zwei Datenbanken unterscheiden, die Migration proben und genau diese Bytes signieren.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message numerus="yes">
        <source>%n environment(s)</source>
        <translation>
            <numerusform>%n Umgebung</numerusform>
            <numerusform>%n Umgebungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Migrations in %1</source>
        <translation>Migrationen in %1</translation>
    </message>
    <message>
        <source>No review ledger</source>
        <translation>Kein Prüf-Hauptbuch</translation>
    </message>
    <message>
        <source>With a review ledger</source>
        <translation>Mit Prüf-Hauptbuch</translation>
    </message>
    <message>
        <source>Compare files…</source>
        <translation>Dateien vergleichen…</translation>
    </message>
    <message>
        <source>1. Compare</source>
        <translation>1. Vergleichen</translation>
    </message>
    <message>
        <source>See what production would get: every difference, side by side.</source>
        <translation>Sehen, was die Produktion bekäme: jeden Unterschied, nebeneinander.</translation>
    </message>
    <message>
        <source>2. Rehearse and check</source>
        <translation>2. Proben und prüfen</translation>
    </message>
    <message>
        <source>The migration runs on a scratch copy, and rules judge what it did.</source>
        <translation>Die Migration läuft auf einer Probekopie, und Regeln beurteilen, was sie tat.</translation>
    </message>
    <message>
        <source>3. Review and sign</source>
        <translation>3. Prüfung und Freigabe</translation>
    </message>
    <message>
        <source>Named people sign these very bytes. Any later edit voids it.</source>
        <translation>Benannte Personen unterschreiben genau diese Bytes. Jede spätere Änderung macht es ungültig.</translation>
    </message>
    <message>
        <source>4. Verify</source>
        <translation>4. Verifizieren</translation>
    </message>
    <message>
        <source>Afterwards: did every target arrive, and if not, how far did it get?</source>
        <translation>Danach: Ist jedes Ziel angekommen, und wenn nicht, wie weit kam es?</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>In Prüfung</translation>
    </message>
    <message>
        <source>Compare files</source>
        <translation>Dateien vergleichen</translation>
    </message>
    <message>
        <source>SQLite databases, schema scripts, snapshots or folders of migrations; or drop them here</source>
        <translation>SQLite-Datenbanken, Schemaskripte, Schnappschüsse oder Migrationsordner; oder hier ablegen</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>Keine Unterschiede</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Noch nicht verglichen</translation>
    </message>
    <message>
        <source>No migration</source>
        <translation>Keine Migration</translation>
    </message>
    <message>
        <source>Not rehearsed yet</source>
        <translation>Noch nicht geprobt</translation>
    </message>
    <message>
        <source>Older than the SQL</source>
        <translation>Älter als das SQL</translation>
    </message>
    <message>
        <source>Checks pass</source>
        <translation>Prüfungen bestanden</translation>
    </message>
    <message>
        <source>Checks fail</source>
        <translation>Prüfungen nicht bestanden</translation>
    </message>
</context>
<context>
    <name>countersign::gui::StatementModel</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>none seen</source>
        <translation>keine gesehen</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>SQL changed since</source>
        <translation>SQL seither geändert</translation>
    </message>
    <message>
        <source>not rehearsed</source>
        <translation>nicht geprobt</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>etwa %1 Zeilen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>You have looked at it</source>
        <translation>Sie haben es angesehen</translation>
    </message>
    <message>
        <source>New or changed since you looked (Space marks it as seen)</source>
        <translation>Neu oder geändert, seit Sie hinsahen (Leertaste markiert als gesehen)</translation>
    </message>
    <message>
        <source>Tick when you have looked at it (Space)</source>
        <translation>Ankreuzen, wenn Sie es angesehen haben (Leertaste)</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>Berührt</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
</context>
<context>
    <name>countersign::gui::StepModel</name>
    <message>
        <source>the whole script</source>
        <translation>das ganze Skript</translation>
    </message>
    <message>
        <source>Loses data</source>
        <translation>Verliert Daten</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>Braucht einen Menschen</translation>
    </message>
    <message>
        <source>Tick what the script takes (Space)</source>
        <translation>Ankreuzen, was das Skript nimmt (Leertaste)</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>genommen</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
</context>
<context>
    <name>countersign::gui::StepTile</name>
    <message>
        <source>%1: %2</source>
        <extracomment>For screen readers: %1 is a step such as “Compare”, %2 how far it has come</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>countersign::gui::TasksModel</name>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>countersign::gui::Tour</name>
    <message>
        <source>Reading both sides…</source>
        <translation>Beide Seiten werden gelesen…</translation>
    </message>
</context>
<context>
    <name>countersign::gui::VerifyPage</name>
    <message>
        <source>Took effect</source>
        <translation>Gewirkt</translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation>Nicht angewandt</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewandt</translation>
    </message>
    <message>
        <source>Half applied</source>
        <translation>Halb angewandt</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Weicht ab</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>Mehrdeutig</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verifizieren</translation>
    </message>
    <message>
        <source>Read the target and judge every statement</source>
        <translation>Ziel lesen und jede Anweisung beurteilen</translation>
    </message>
    <message>
        <source>Read the target in a read-only session and judge every statement (F5)</source>
        <translation>Ziel in einer Nur-Lese-Sitzung lesen und jede Anweisung beurteilen (F5)</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>Should then be like</source>
        <translation>Soll danach sein wie</translation>
    </message>
    <message>
        <source>Was before like</source>
        <translation>War davor wie</translation>
    </message>
    <message>
        <source>The schema before the migration. Countersign finds it from the earlier migrations or from the migration’s own way back; name it when neither leads there.</source>
        <translation>Das Schema vor der Migration. Countersign findet es aus den früheren Migrationen oder dem eigenen Rückweg der Migration; nennen Sie es, wenn keines davon hinführt.</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>What was looked at, and found</source>
        <translation>Was angesehen und gefunden wurde</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Safe next steps</source>
        <translation>Sichere nächste Schritte</translation>
    </message>
    <message>
        <source>Finish or go back</source>
        <translation>Beenden oder zurück</translation>
    </message>
    <message>
        <source>Finish it</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>SQL of this way</source>
        <translation>SQL dieses Wegs</translation>
    </message>
    <message>
        <source>Copy SQL</source>
        <translation>SQL kopieren</translation>
    </message>
    <message>
        <source>Copy the SQL</source>
        <translation>Das SQL kopieren</translation>
    </message>
    <message>
        <source>Save SQL…</source>
        <translation>SQL speichern…</translation>
    </message>
    <message>
        <source>Save the SQL to a file</source>
        <translation>Das SQL in eine Datei speichern</translation>
    </message>
    <message>
        <source>SQL copied</source>
        <translation>SQL kopiert</translation>
    </message>
    <message>
        <source>Nothing to verify</source>
        <translation>Nichts zu verifizieren</translation>
    </message>
    <message>
        <source>Open a workspace with environments first.</source>
        <translation>Öffnen Sie zuerst einen Arbeitsbereich mit Umgebungen.</translation>
    </message>
    <message>
        <source>Find it</source>
        <translation>Selbst finden</translation>
    </message>
    <message>
        <source>Every production</source>
        <translation>Jede Produktion</translation>
    </message>
    <message>
        <source>All migrations</source>
        <translation>Alle Migrationen</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Noch nicht verifiziert</translation>
    </message>
    <message>
        <source>Countersign reads the target’s catalog in a read-only session and says of every statement of the migration whether it took effect, with the evidence; then it writes the SQL that finishes the migration or goes back, rehearsed from that very state.</source>
        <translation>Countersign liest den Katalog des Ziels in einer Nur-Lese-Sitzung und sagt von jeder Anweisung der Migration mit Beleg, ob sie gewirkt hat; dann schreibt es das SQL, das die Migration beendet oder zurückführt, geprobt von genau diesem Zustand aus.</translation>
    </message>
    <message>
        <source>Verify production</source>
        <translation>Produktion verifizieren</translation>
    </message>
    <message>
        <source>None: only compare</source>
        <translation>Keine: nur vergleichen</translation>
    </message>
    <message>
        <source>Reading %1 and rehearsing the migration…</source>
        <translation>%1 wird gelesen und die Migration geprobt…</translation>
    </message>
    <message>
        <source>Verifying %1</source>
        <extracomment>%1 is an environment</extracomment>
        <translation>%1 wird verifiziert</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>Gelesen: %1</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>%1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>No statement of the migration explains this difference</source>
        <translation>Keine Anweisung der Migration erklärt diesen Unterschied</translation>
    </message>
    <message>
        <source>%1 is not as it should be, and no statement of the migration explains it</source>
        <translation>%1 ist nicht, wie es sein soll, und keine Anweisung der Migration erklärt es</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a target such as &quot;production&quot;, %2 a state such as &quot;Half applied&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 statements took effect.</source>
        <extracomment>how many of all statements took effect</extracomment>
        <translation>%1 von %2 Anweisungen haben gewirkt.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n statement(s) the catalog cannot tell.</source>
        <translation>
            <numerusform>Bei %n Anweisung kann es der Katalog nicht sagen.</numerusform>
            <numerusform>Bei %n Anweisungen kann es der Katalog nicht sagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The catalog alone cannot tell: statements that only change data leave no trace in it.</source>
        <translation>Der Katalog allein kann es nicht sagen: Anweisungen, die nur Daten ändern, hinterlassen darin keine Spur.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) that the migration does not explain.</source>
        <translation>
            <numerusform>%n Unterschied, den die Migration nicht erklärt.</numerusform>
            <numerusform>%n Unterschiede, die die Migration nicht erklärt.</numerusform>
        </translation>
    </message>
    <message>
        <source>No migration was chosen; only the schemas were compared.</source>
        <translation>Es wurde keine Migration gewählt; nur die Schemas wurden verglichen.</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>Not rehearsed</source>
        <translation>Nicht geprobt</translation>
    </message>
    <message>
        <source>Rehearsed from this very state: it arrives</source>
        <translation>Von genau diesem Zustand aus geprobt: kommt an</translation>
    </message>
    <message>
        <source>Rehearsed from this very state: it does not arrive</source>
        <translation>Von genau diesem Zustand aus geprobt: kommt nicht an</translation>
    </message>
    <message>
        <source>Loses data: %1</source>
        <translation>Verliert Daten: %1</translation>
    </message>
    <message>
        <source>Save SQL</source>
        <translation>SQL speichern</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
</context>
<context>
    <name>countersign::gui::WaiveDialog</name>
    <message>
        <source>Waived by %1 until %2: %3</source>
        <extracomment>%1 a person, %2 a date, %3 the reason</extracomment>
        <translation>Ausgenommen von %1 bis %2: %3</translation>
    </message>
    <message>
        <source>Why this may be</source>
        <translation>Warum das sein darf</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Sign as</source>
        <translation>Signieren als</translation>
    </message>
    <message>
        <source>Sign the waiver</source>
        <translation>Ausnahme signieren</translation>
    </message>
    <message>
        <source>Sign the waiver with your key</source>
        <translation>Die Ausnahme mit Ihrem Schlüssel signieren</translation>
    </message>
    <message>
        <source>Waive a finding</source>
        <translation>Einen Befund ausnehmen</translation>
    </message>
    <message>
        <source>Why this may be, for those who read it later: at least 20 characters</source>
        <translation>Warum das sein darf, für spätere Leser: mindestens 20 Zeichen</translation>
    </message>
    <message>
        <source>%1 (second reviewer of the demo)</source>
        <translation>%1 (zweiter Prüfer der Demo)</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>the whole migration</source>
        <translation>die ganze Migration</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Your name stands for this until the last day. The finding stays visible in every report.</source>
        <translation>Ihr Name steht bis zum letzten Tag dafür. Der Befund bleibt in jedem Bericht sichtbar.</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) to go</source>
        <translation>
            <numerusform>noch %n Zeichen</numerusform>
            <numerusform>noch %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>No key of the roster is at hand</source>
        <translation>Kein Schlüssel der Liste ist zur Hand</translation>
    </message>
</context>
<context>
    <name>countersign::gui::WalkList</name>
    <message>
        <source>Points to walk through</source>
        <translation>Zu besprechende Punkte</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Copy the points as a task list</source>
        <translation>Die Punkte als Aufgabenliste kopieren</translation>
    </message>
    <message>
        <source>List copied</source>
        <translation>Liste kopiert</translation>
    </message>
    <message>
        <source>%1 of %2 spoken about</source>
        <extracomment>%1 of %2 points were spoken about</extracomment>
        <translation>%1 von %2 besprochen</translation>
    </message>
    <message>
        <source>Point %1 of %2: %3</source>
        <translation>Punkt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>countersign::gui::WalkModel</name>
    <message>
        <source>Requirement</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
</TS>
