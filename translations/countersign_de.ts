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
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
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
    <name>Connection</name>
    <message>
        <source>the role may write to %1</source>
        <translation>die Rolle darf in %1 schreiben</translation>
    </message>
    <message>
        <source>Give Countersign a role with SELECT only (for example a member of pg_read_all_data).</source>
        <translation>Geben Sie Countersign eine Rolle nur mit SELECT (etwa ein Mitglied von pg_read_all_data).</translation>
    </message>
    <message>
        <source>read-only session, and the role cannot write</source>
        <translation>nur lesende Sitzung, und die Rolle kann nicht schreiben</translation>
    </message>
    <message>
        <source>the server did not confirm a read-only session</source>
        <translation>der Server hat keine nur lesende Sitzung bestätigt</translation>
    </message>
    <message>
        <source>The rights of the role could not be read.</source>
        <translation>Die Rechte der Rolle waren nicht lesbar.</translation>
    </message>
    <message>
        <source>the role has %1</source>
        <translation>die Rolle hat %1</translation>
    </message>
    <message>
        <source>Give Countersign an account with SELECT, SHOW VIEW, TRIGGER and PROCESS only.</source>
        <translation>Geben Sie Countersign ein Konto nur mit SELECT, SHOW VIEW, TRIGGER und PROCESS.</translation>
    </message>
    <message>
        <source>inside the SSH tunnel, which ends at the server: %1</source>
        <translation>im SSH-Tunnel, der am Server endet: %1</translation>
    </message>
    <message>
        <source>a local file or socket</source>
        <translation>eine lokale Datei oder ein Socket</translation>
    </message>
    <message>
        <source>encrypted as far as %1 only, not from there to %2</source>
        <translation>nur bis %1 verschlüsselt, nicht von dort bis %2</translation>
    </message>
    <message>
        <source>Let ssh go to the database server itself, or connect without ssh and with TLS.</source>
        <translation>Lassen Sie ssh bis zum Datenbankserver selbst gehen, oder verbinden Sie ohne ssh und mit TLS.</translation>
    </message>
    <message>
        <source>the connection is not encrypted</source>
        <translation>die Verbindung ist nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Set sslmode=verify-full (MySQL family: ssl-mode=VERIFY_IDENTITY).</source>
        <translation>Setzen Sie sslmode=verify-full (MySQL-Familie: ssl-mode=VERIFY_IDENTITY).</translation>
    </message>
    <message>
        <source>a file needs none</source>
        <translation>eine Datei braucht keine</translation>
    </message>
    <message>
        <source>the file is opened read-only</source>
        <translation>die Datei wird nur lesend geöffnet</translation>
    </message>
    <message>
        <source>the role may create objects in schema %1</source>
        <translation>die Rolle darf Objekte im Schema %1 anlegen</translation>
    </message>
    <message>
        <source>Revoke CREATE on that schema from the role, and from PUBLIC.</source>
        <translation>Der Rolle und PUBLIC das Recht CREATE auf diesem Schema entziehen.</translation>
    </message>
    <message>
        <source>There is no keyring here: no Secret Service (GNOME Keyring, KeePassXC) and no KWallet answers in this session</source>
        <translation>Hier gibt es keinen Schlüsselbund: In dieser Sitzung antwortet weder ein Secret Service (GNOME Keyring, KeePassXC) noch KWallet</translation>
    </message>
    <message>
        <source>Start one of them. Use a password file (~/.pgpass, ~/.my.cnf) or a service file instead.</source>
        <translation>Starten Sie einen davon. Oder nutzen Sie eine Passwortdatei (~/.pgpass, ~/.my.cnf) oder eine Dienstdatei.</translation>
    </message>
    <message>
        <source>Use a password file (~/.pgpass, ~/.my.cnf) or a service file instead.</source>
        <translation>Nutzen Sie stattdessen eine Passwortdatei (~/.pgpass, ~/.my.cnf) oder eine Dienstdatei.</translation>
    </message>
    <message>
        <source>The keyring does not answer</source>
        <translation>Der Schlüsselbund antwortet nicht</translation>
    </message>
    <message>
        <source>Unlock it, or use a password file instead.</source>
        <translation>Entsperren Sie ihn, oder nutzen Sie eine Passwortdatei.</translation>
    </message>
    <message>
        <source>The keyring has no password for this server</source>
        <translation>Der Schlüsselbund hat kein Passwort für diesen Server</translation>
    </message>
    <message>
        <source>Store it on the page Environments.</source>
        <translation>Legen Sie es auf der Seite „Umgebungen“ ab.</translation>
    </message>
    <message>
        <source>The keyring was not opened</source>
        <translation>Der Schlüsselbund wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>The keyring cannot be used: %1</source>
        <translation>Der Schlüsselbund lässt sich nicht nutzen: %1</translation>
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
    <message>
        <source>added: %1</source>
        <extracomment>%1 is a line of SQL</extracomment>
        <translation>hinzugefügt: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <extracomment>%1 is a line of SQL</extracomment>
        <translation>entfernt: %1</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <extracomment>%1 and %2 are lines of SQL</extracomment>
        <translation>%1 wird zu %2</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>%1, but %2 is not as this or a later statement leaves it</source>
        <translation>%1, aber %2 ist nicht so, wie diese oder eine spätere Anweisung es hinterlässt</translation>
    </message>
    <message>
        <source>%1 is neither as before nor as after this statement</source>
        <translation>%1 ist weder wie vor noch wie nach dieser Anweisung</translation>
    </message>
    <message>
        <source>%1 is the same before this statement and after statement %2</source>
        <translation>%1 ist vor dieser Anweisung und nach Anweisung %2 gleich</translation>
    </message>
    <message>
        <source>%1 is as statement %2 leaves it, which overwrites this one</source>
        <translation>%1 ist so, wie Anweisung %2 es hinterlässt, die diese überschreibt</translation>
    </message>
    <message>
        <source>%1 is still there as it was</source>
        <translation>%1 ist noch da, wie es war</translation>
    </message>
    <message>
        <source>%1 as it was before is gone</source>
        <translation>%1, wie es vorher war, ist weg</translation>
    </message>
    <message>
        <source>%1 is as this statement leaves it</source>
        <translation>%1 ist so, wie diese Anweisung es hinterlässt</translation>
    </message>
    <message>
        <source>%1 is as before</source>
        <translation>%1 ist wie vorher</translation>
    </message>
    <message>
        <source>%1 is not yet as this statement makes it</source>
        <translation>%1 ist noch nicht, wie diese Anweisung es macht</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 ist da</translation>
    </message>
    <message>
        <source>The statement failed in the rehearsal, so its effects are not known</source>
        <translation>Die Anweisung scheiterte in der Probe, ihre Wirkung ist also nicht bekannt</translation>
    </message>
    <message>
        <source>It changes data only; the catalog cannot show it</source>
        <translation>Sie ändert nur Daten; der Katalog kann es nicht zeigen</translation>
    </message>
    <message>
        <source>It changes the session only; nothing of it stays</source>
        <translation>Sie ändert nur die Sitzung; nichts davon bleibt</translation>
    </message>
    <message>
        <source>It changed nothing in the schema; the catalog cannot show it</source>
        <translation>Sie änderte nichts am Schema; der Katalog kann es nicht zeigen</translation>
    </message>
    <message>
        <source>Statement %1 after it took effect: run in order, this one did too; run by hand, nobody can tell</source>
        <translation>Anweisung %1 danach hat gewirkt: der Reihe nach ausgeführt, diese auch; von Hand ausgeführt, kann es niemand sagen</translation>
    </message>
    <message>
        <source>Statement %1 changes data only and may have run already: look before running it again.</source>
        <translation>Anweisung %1 ändert nur Daten und lief vielleicht schon: Sehen Sie nach, bevor Sie sie noch einmal ausführen.</translation>
    </message>
    <message>
        <source>No row of %1 is left that it would change; %2 are as it leaves them</source>
        <translation>In %1 bleibt keine Zeile, die sie ändern würde; %2 sind, wie sie sie hinterlässt</translation>
    </message>
    <message>
        <source>No row of %1 is left that it would change: it ran, or it had nothing to do</source>
        <translation>In %1 bleibt keine Zeile, die sie ändern würde: Sie lief, oder es gab nichts zu tun</translation>
    </message>
    <message>
        <source>Of its rows %1 has %2, none is missing</source>
        <translation>Von ihren Zeilen hat %1 %2, keine fehlt</translation>
    </message>
    <message>
        <source>What it reads is gone since; %1, which this migration made empty, is filled (%2)</source>
        <translation>Was sie liest, ist seither fort; %1, das diese Migration leer anlegte, ist gefüllt (%2)</translation>
    </message>
    <message>
        <source>%1, as it would however often it ran: this says nothing</source>
        <translation>%1, wie immer, so oft sie auch lief: Das sagt nichts</translation>
    </message>
    <message>
        <source>%1, but statement %2 may have changed the same rows since</source>
        <translation>%1, aber Anweisung %2 kann dieselben Zeilen seither geändert haben</translation>
    </message>
    <message>
        <source>%1: it did not run, or they were written since; statement %2 after it took effect</source>
        <translation>%1: Sie lief nicht, oder sie wurden seither geschrieben; Anweisung %2 danach hat gewirkt</translation>
    </message>
    <message>
        <source>%1 and has %2</source>
        <translation>%1 und hat %2</translation>
    </message>
    <message>
        <source>%1 lacks %2 of its rows</source>
        <translation>%1 fehlen %2 ihrer Zeilen</translation>
    </message>
    <message>
        <source>It would still change %1 of %2</source>
        <translation>Sie würde noch %1 von %2 ändern</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>%1 row</source>
        <translation>%1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>There is no %1, so it cannot have taken effect</source>
        <translation>%1 gibt es nicht; sie kann also nicht gewirkt haben</translation>
    </message>
    <message>
        <source>%1, which statement %2 makes</source>
        <translation>%1, die Anweisung %2 anlegt,</translation>
    </message>
    <message>
        <source>It changes nothing that stays</source>
        <translation>Sie ändert nichts, was bleibt</translation>
    </message>
    <message>
        <source>It may do anything; the catalog cannot show whether it ran</source>
        <translation>Sie kann alles Mögliche tun; der Katalog zeigt nicht, ob sie lief</translation>
    </message>
    <message>
        <source>Without it the expected schema is not reached from here</source>
        <translation>Ohne sie wird das erwartete Schema von hier aus nicht erreicht</translation>
    </message>
    <message>
        <source>The expected schema is there: nothing is left for it to do</source>
        <translation>Das erwartete Schema ist da: Für sie bleibt nichts zu tun</translation>
    </message>
    <message>
        <source>It changes nothing here: it ran, or what it makes was there before</source>
        <translation>Sie ändert hier nichts: Sie lief, oder was sie anlegt, war schon da</translation>
    </message>
    <message>
        <source>With it and without it the expected schema is reached from here: the catalog cannot tell</source>
        <translation>Mit ihr und ohne sie wird das erwartete Schema von hier aus erreicht: Der Katalog verrät es nicht</translation>
    </message>
    <message>
        <source>The rehearsal did not get this far, so its effects are not known</source>
        <translation>Die Probe kam nicht so weit, ihre Wirkungen sind also nicht bekannt</translation>
    </message>
    <message>
        <source>Statement %1 took effect for some rows only: complete them before running it again.</source>
        <translation>Anweisung %1 hat nur bei einigen Zeilen gewirkt: Vervollständigen Sie sie, bevor Sie sie erneut ausführen.</translation>
    </message>
    <message>
        <source>The changes of rows at the beginning were left out; only what follows them was rehearsed</source>
        <translation>Die Änderungen von Zeilen am Anfang wurden ausgelassen; geprobt wurde nur, was ihnen folgt</translation>
    </message>
    <message>
        <source>The schema is the expected one; whether the rows of statement %1 were changed, look there.</source>
        <translation>Das Schema ist das erwartete; ob die Zeilen von Anweisung %1 geändert wurden, sehen Sie dort nach.</translation>
    </message>
    <message>
        <source>May have run already: statement %1. Look before running it again.</source>
        <translation>Vielleicht schon gelaufen: Anweisung %1. Sehen Sie nach, bevor Sie sie erneut ausführen.</translation>
    </message>
    <message>
        <source>The schema before the migration is not known</source>
        <translation>Das Schema vor der Migration ist nicht bekannt</translation>
    </message>
    <message>
        <source>Statement %1 fails: %2</source>
        <translation>Anweisung %1 scheitert: %2</translation>
    </message>
    <message>
        <source>The deadline was over</source>
        <translation>Die Frist war abgelaufen</translation>
    </message>
    <message>
        <source>%1 differences would be left, the first: %2</source>
        <translation>%1 Unterschiede würden bleiben, der erste: %2</translation>
    </message>
    <message>
        <source>%1: rows that statement %2 deletes do not come back</source>
        <translation>%1: Zeilen, die Anweisung %2 löscht, kommen nicht zurück</translation>
    </message>
    <message>
        <source>%1: its rows, which statement %2 removes, do not come back</source>
        <translation>%1: Die Zeilen, die Anweisung %2 entfernt, kommen nicht zurück</translation>
    </message>
    <message>
        <source>%1: values of %2 that statement %3 writes over do not come back</source>
        <translation>%1: Werte von %2, die Anweisung %3 überschreibt, kommen nicht zurück</translation>
    </message>
    <message>
        <source>%1: rows that statement %2 writes over do not come back</source>
        <translation>%1: Zeilen, die Anweisung %2 überschreibt, kommen nicht zurück</translation>
    </message>
    <message>
        <source>%1: rows that statement %2 inserted stay</source>
        <translation>%1: Zeilen, die Anweisung %2 eingefügt hat, bleiben</translation>
    </message>
    <message>
        <source>rows that statement %1 changes do not come back</source>
        <translation>Zeilen, die Anweisung %1 ändert, kommen nicht zurück</translation>
    </message>
    <message>
        <source>%1: the whole table is lost (%2)</source>
        <translation>%1: Die ganze Tabelle geht verloren (%2)</translation>
    </message>
    <message>
        <source>%1: its values are lost (%2)</source>
        <translation>%1: Ihre Werte gehen verloren (%2)</translation>
    </message>
    <message>
        <source>%1: values that %2 cannot hold exactly are changed or refused on the way from %3 (%4)</source>
        <translation>%1: Werte, die %2 nicht genau fassen kann, werden auf dem Weg von %3 geändert oder abgelehnt (%4)</translation>
    </message>
    <message>
        <source>%1: dropped by the migration; the way back brings it back empty (%2)</source>
        <translation>%1: von der Migration gelöscht; der Rückweg bringt sie leer zurück (%2)</translation>
    </message>
    <message>
        <source>%1: converted from %2 to %3; what the conversion cut off does not come back (%4)</source>
        <translation>%1: von %2 in %3 umgewandelt; was dabei abgeschnitten wurde, kommt nicht zurück (%4)</translation>
    </message>
    <message>
        <source>%1: what was written into it since the migration and %2 cannot hold is cut off or refused</source>
        <translation>%1: Was seit der Migration hineingeschrieben wurde und %2 nicht fassen kann, wird abgeschnitten oder abgelehnt</translation>
    </message>
    <message>
        <source>%1: what was written into it since the migration is lost</source>
        <translation>%1: Was seit der Migration hineingeschrieben wurde, geht verloren</translation>
    </message>
    <message>
        <source>rows unknown</source>
        <translation>Zeilenzahl unbekannt</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>no production database was given: rows, sizes and data are unknown</source>
        <translation>keine Produktionsdatenbank angegeben: Zeilen, Größen und Daten sind unbekannt</translation>
    </message>
    <message>
        <source>no expected schema was given</source>
        <translation>kein erwartetes Schema angegeben</translation>
    </message>
    <message>
        <source>no queries of the application were given</source>
        <translation>keine Abfragen der Anwendung angegeben</translation>
    </message>
    <message>
        <source>running the queries of the application on both schemas is not part of this version</source>
        <translation>die Abfragen der Anwendung auf beiden Schemata auszuführen gehört nicht zu dieser Version</translation>
    </message>
    <message>
        <source>no database to compare query plans on was given</source>
        <translation>keine Datenbank zum Vergleich der Abfragepläne angegeben</translation>
    </message>
    <message>
        <source>comparing query plans is not part of this version</source>
        <translation>Abfragepläne zu vergleichen gehört nicht zu dieser Version</translation>
    </message>
    <message>
        <source>values longer than %1 characters do not fit</source>
        <translation>Werte mit mehr als %1 Zeichen passen nicht</translation>
    </message>
    <message>
        <source>values outside %1 to %2 do not fit</source>
        <translation>Werte außerhalb von %1 bis %2 passen nicht</translation>
    </message>
    <message>
        <source>digits beyond %1 are rounded away or do not fit</source>
        <translation>Stellen jenseits von %1 werden weggerundet oder passen nicht</translation>
    </message>
    <message>
        <source>values are rounded to the precision of %1</source>
        <translation>Werte werden auf die Genauigkeit von %1 gerundet</translation>
    </message>
    <message>
        <source>the time zone is dropped: the same values mean other instants</source>
        <translation>die Zeitzone entfällt: dieselben Werte bedeuten andere Zeitpunkte</translation>
    </message>
    <message>
        <source>text that is no %1 makes the statement fail or becomes something else</source>
        <translation>Text, der kein %1 ist, lässt die Anweisung scheitern oder wird zu etwas anderem</translation>
    </message>
    <message>
        <source>values outside the new list of labels do not fit</source>
        <translation>Werte außerhalb der neuen Liste von Werten passen nicht</translation>
    </message>
    <message>
        <source>negative values do not fit</source>
        <translation>negative Werte passen nicht</translation>
    </message>
    <message>
        <source>not every value has an exact image in %1</source>
        <translation>nicht jeder Wert hat ein genaues Abbild in %1</translation>
    </message>
    <message>
        <source>Row level security is on for %1 and no policy lets anybody in: every role but the owner sees zero rows, without an error.</source>
        <translation>Zeilensicherheit ist für %1 eingeschaltet, und keine Richtlinie lässt jemanden ein: Jede Rolle außer dem Eigentümer sieht keine Zeile, ohne Fehlermeldung.</translation>
    </message>
    <message>
        <source>Create the policies before ENABLE ROW LEVEL SECURITY.</source>
        <translation>Die Richtlinien vor ENABLE ROW LEVEL SECURITY anlegen.</translation>
    </message>
    <message>
        <source>Row level security without any policy hides all rows.</source>
        <translation>Zeilensicherheit ohne Richtlinie verbirgt alle Zeilen.</translation>
    </message>
    <message>
        <source>Setting %1 NOT NULL reads all of %2 (%3) while nobody can read or write it.</source>
        <translation>%1 auf NOT NULL zu setzen liest ganz %2 (%3), während niemand lesen oder schreiben kann.</translation>
    </message>
    <message>
        <source>Prove it first with a CHECK that is validated without that lock.</source>
        <translation>Zuerst mit einem CHECK beweisen, der ohne diese Sperre geprüft wird.</translation>
    </message>
    <message>
        <source>NOT NULL is proven by a scan under ACCESS EXCLUSIVE.</source>
        <translation>NOT NULL wird durch einen Durchlauf unter ACCESS EXCLUSIVE bewiesen.</translation>
    </message>
    <message>
        <source>The statement changed nothing: its IF [NOT] EXISTS matched. What exists may differ from what the script describes.</source>
        <translation>Die Anweisung hat nichts geändert: Ihr IF [NOT] EXISTS traf zu. Was es gibt, kann anders sein, als das Skript es beschreibt.</translation>
    </message>
    <message>
        <source>The statement changed nothing: what it asks for is there already.</source>
        <translation>Die Anweisung hat nichts geändert: Was sie verlangt, gibt es schon.</translation>
    </message>
    <message>
        <source>Compare the existing object with the one in the script, and drop the guard or the statement.</source>
        <translation>Das vorhandene Objekt mit dem im Skript vergleichen, und die Bedingung oder die Anweisung weglassen.</translation>
    </message>
    <message>
        <source>A definition statement changed nothing.</source>
        <translation>Eine definierende Anweisung hat nichts geändert.</translation>
    </message>
    <message>
        <source>This statement cannot run inside a transaction, and %1: it fails after the ones before it ran.</source>
        <translation>Diese Anweisung kann nicht in einer Transaktion laufen, und %1: Sie scheitert, nachdem die vor ihr gelaufen sind.</translation>
    </message>
    <message>
        <source>the script opens one</source>
        <translation>das Skript öffnet eine</translation>
    </message>
    <message>
        <source>the runner opens one for the file</source>
        <translation>das Werkzeug öffnet eine für die Datei</translation>
    </message>
    <message>
        <source>Put it into a file of its own with the runner&apos;s mark for no transaction.</source>
        <translation>In eine eigene Datei legen, mit der Marke des Werkzeugs für „keine Transaktion“.</translation>
    </message>
    <message>
        <source>The label &apos;%1&apos; is used in the transaction that added it, which PostgreSQL refuses.</source>
        <translation>Der Wert „%1“ wird in der Transaktion verwendet, die ihn hinzugefügt hat; das lehnt PostgreSQL ab.</translation>
    </message>
    <message>
        <source>Commit between adding the label and using it.</source>
        <translation>Zwischen dem Hinzufügen und dem Verwenden des Werts ein COMMIT setzen.</translation>
    </message>
    <message>
        <source>Balance BEGIN and COMMIT, or leave both to the runner.</source>
        <translation>BEGIN und COMMIT ins Gleichgewicht bringen, oder beides dem Werkzeug überlassen.</translation>
    </message>
    <message>
        <source>The script controls transactions itself although the runner has opened one: work before this point is kept or lost by surprise.</source>
        <translation>Das Skript steuert Transaktionen selbst, obwohl das Werkzeug eine geöffnet hat: Was davor geschah, bleibt oder verschwindet überraschend.</translation>
    </message>
    <message>
        <source>BEGIN inside a transaction that statement %1 opened.</source>
        <translation>BEGIN in einer Transaktion, die Anweisung %1 geöffnet hat.</translation>
    </message>
    <message>
        <source>%1 without BEGIN.</source>
        <translation>%1 ohne BEGIN.</translation>
    </message>
    <message>
        <source>BEGIN without COMMIT: when the session ends, everything after it is rolled back.</source>
        <translation>BEGIN ohne COMMIT: Wenn die Sitzung endet, wird alles danach zurückgenommen.</translation>
    </message>
    <message>
        <source>One transaction changes definitions (statement %1) and rows (statement %2) of existing tables: the strong locks are held while the rows are changed.</source>
        <translation>Eine Transaktion ändert Definitionen (Anweisung %1) und Zeilen (Anweisung %2) vorhandener Tabellen: Die starken Sperren werden gehalten, während die Zeilen geändert werden.</translation>
    </message>
    <message>
        <source>Split it: definitions in one transaction, rows in another.</source>
        <translation>Aufteilen: Definitionen in eine Transaktion, Zeilen in eine andere.</translation>
    </message>
    <message>
        <source>This statement commits the transaction that statement %1 opened%2: a ROLLBACK later undoes nothing.</source>
        <translation>Diese Anweisung schließt die Transaktion ab, die Anweisung %1 geöffnet hat%2: Ein späteres ROLLBACK nimmt nichts zurück.</translation>
    </message>
    <message>
        <source> with the rows changed so far</source>
        <translation> samt den bis dahin geänderten Zeilen</translation>
    </message>
    <message>
        <source>Put no transaction around definition statements.</source>
        <translation>Keine Transaktion um definierende Anweisungen legen.</translation>
    </message>
    <message>
        <source>%1 statements change existing tables and no transaction holds them together: if one fails, the ones before it stay.</source>
        <translation>%1 Anweisungen ändern vorhandene Tabellen, und keine Transaktion hält sie zusammen: Scheitert eine, bleiben die vor ihr.</translation>
    </message>
    <message>
        <source>One such statement a file, or keep at hand the SQL that finishes and the SQL that goes back.</source>
        <translation>Eine solche Anweisung je Datei, oder das SQL zum Beenden und das zum Zurückgehen bereithalten.</translation>
    </message>
    <message>
        <source>A statement that cannot run inside a transaction is in one.</source>
        <translation>Eine Anweisung, die nicht in einer Transaktion laufen kann, steht in einer.</translation>
    </message>
    <message>
        <source>BEGIN and COMMIT do not match.</source>
        <translation>BEGIN und COMMIT passen nicht zusammen.</translation>
    </message>
    <message>
        <source>One transaction changes definitions and rows.</source>
        <translation>Eine Transaktion ändert Definitionen und Zeilen.</translation>
    </message>
    <message>
        <source>A definition statement commits a transaction.</source>
        <translation>Eine definierende Anweisung schließt eine Transaktion ab.</translation>
    </message>
    <message>
        <source>A failure in the middle leaves a half-applied migration.</source>
        <translation>Ein Fehler in der Mitte hinterlässt eine halb ausgeführte Migration.</translation>
    </message>
    <message>
        <source>Every row of %1 is removed (%2).</source>
        <translation>Jede Zeile von %1 wird entfernt (%2).</translation>
    </message>
    <message>
        <source>Every row in partition %3 of %1 is removed (%2).</source>
        <translation>Jede Zeile der Partition %3 von %1 wird entfernt (%2).</translation>
    </message>
    <message>
        <source>No way back brings them back, not even ROLLBACK.</source>
        <translation>Kein Rückweg bringt sie zurück, auch kein ROLLBACK.</translation>
    </message>
    <message>
        <source>No way back brings them back.</source>
        <translation>Kein Rückweg bringt sie zurück.</translation>
    </message>
    <message>
        <source>What this statement runs is made as it runs. What it changed in the schema was seen in the rehearsal; what it does to rows is unknown.</source>
        <translation>Was diese Anweisung ausführt, entsteht erst dabei. Was sie am Schema änderte, hat die Probe gesehen; was sie mit Zeilen macht, ist unbekannt.</translation>
    </message>
    <message>
        <source>What this statement runs is made as it runs and was not looked into: it changed nothing in the rehearsal, where there are no rows. What it does in production is unknown.</source>
        <translation>Was diese Anweisung ausführt, entsteht erst dabei und wurde nicht untersucht: In der Probe, in der es keine Zeilen gibt, änderte sie nichts. Was sie in der Produktion macht, ist unbekannt.</translation>
    </message>
    <message>
        <source>Read the code that it runs, or write out the statements that are meant.</source>
        <translation>Lesen Sie den Code, den sie ausführt, oder schreiben Sie die gemeinten Anweisungen aus.</translation>
    </message>
    <message>
        <source>A statement runs code that could not be judged.</source>
        <translation>Eine Anweisung führt Code aus, der nicht beurteilt werden konnte.</translation>
    </message>
    <message>
        <source>Delete in keyed batches what is to go, or detach the partition and keep it for a while.</source>
        <translation>In Schüben nach Schlüssel löschen, was gehen soll, oder die Partition abhängen und eine Weile behalten.</translation>
    </message>
    <message>
        <source>All rows of an existing table or partition are removed.</source>
        <translation>Alle Zeilen einer vorhandenen Tabelle oder Partition werden entfernt.</translation>
    </message>
    <message>
        <source>%1 changes from %2 to %3: %4 (%5).</source>
        <translation>%1 ändert sich von %2 zu %3: %4 (%5).</translation>
    </message>
    <message>
        <source>Ask the data first (preflight). If values would change, add a new column, copy with a check, and switch.</source>
        <translation>Zuerst die Daten fragen (Vorprüfung). Würden sich Werte ändern: eine neue Spalte hinzufügen, mit Prüfung kopieren und umschalten.</translation>
    </message>
    <message>
        <source>A new type cannot hold every value of the old one.</source>
        <translation>Ein neuer Typ kann nicht jeden Wert des alten halten.</translation>
    </message>
    <message>
        <source>Changing %1 from %2 to %3 rewrites every row and index of %4 (%5) while nobody can read or write it.</source>
        <translation>%1 von %2 zu %3 zu ändern schreibt jede Zeile und jeden Index von %4 (%5) neu, während niemand lesen oder schreiben kann.</translation>
    </message>
    <message>
        <source>Add a new column, keep it in step with a trigger, fill it in batches, and swap the names in one short transaction.</source>
        <translation>Eine neue Spalte hinzufügen, sie mit einem Trigger gleich halten, in Schüben füllen und die Namen in einer kurzen Transaktion tauschen.</translation>
    </message>
    <message>
        <source>the CHECK %1 is tested on every row</source>
        <translation>der CHECK %1 wird an jeder Zeile geprüft</translation>
    </message>
    <message>
        <source>the index %1 is built again</source>
        <translation>der Index %1 wird neu aufgebaut</translation>
    </message>
    <message>
        <source>Changing %1 looks free, but %2 while nobody can read or write %3 (%4).</source>
        <translation>%1 zu ändern sieht kostenlos aus, aber %2, während niemand %3 (%4) lesen oder schreiben kann.</translation>
    </message>
    <message>
        <source>Drop the CHECK, change the type, add it NOT VALID and validate it; drop the index first and build it again CONCURRENTLY.</source>
        <translation>Den CHECK löschen, den Typ ändern, ihn NOT VALID hinzufügen und prüfen; den Index zuerst löschen und CONCURRENTLY neu aufbauen.</translation>
    </message>
    <message>
        <source>A type change without rewrite still scans under ACCESS EXCLUSIVE.</source>
        <translation>Eine Typänderung ohne Neuschreiben durchläuft die Tabelle dennoch unter ACCESS EXCLUSIVE.</translation>
    </message>
    <message>
        <source>%1 is tested on every row of %2 (%3) while nobody can read or write it.</source>
        <translation>%1 wird an jeder Zeile von %2 (%3) geprüft, während niemand lesen oder schreiben kann.</translation>
    </message>
    <message>
        <source>%1 joins %2 (%3) with %4 while nobody can write to either.</source>
        <translation>%1 verbindet %2 (%3) mit %4, während niemand in eine von beiden schreiben kann.</translation>
    </message>
    <message>
        <source>Add it NOT VALID now, and VALIDATE it in a later transaction.</source>
        <translation>Jetzt NOT VALID hinzufügen, und in einer späteren Transaktion VALIDATE ausführen.</translation>
    </message>
    <message>
        <source>On a partitioned table it cannot be NOT VALID: add it to each partition so, VALIDATE it there, and add it to the parent last.</source>
        <translation>An einer partitionierten Tabelle kann er nicht NOT VALID sein: so an jeder Partition anlegen, dort VALIDATE, zuletzt an der Elterntabelle anlegen.</translation>
    </message>
    <message>
        <source>The new rule of domain %1 is tested on every row of %2 (%3) while nobody can write to it.</source>
        <translation>Die neue Regel der Domäne %1 wird an jeder Zeile von %2 (%3) geprüft, während niemand schreiben kann.</translation>
    </message>
    <message>
        <source>VALIDATE scans %1 (%2) while the transaction still holds the %3 of statement %4: nothing is won by NOT VALID.</source>
        <translation>VALIDATE durchläuft %1 (%2), während die Transaktion noch die Sperre %3 von Anweisung %4 hält: Mit NOT VALID ist nichts gewonnen.</translation>
    </message>
    <message>
        <source>Commit between ADD and VALIDATE.</source>
        <translation>Zwischen ADD und VALIDATE ein COMMIT setzen.</translation>
    </message>
    <message>
        <source>A CHECK is tested on all rows under a strong lock.</source>
        <translation>Ein CHECK wird unter einer starken Sperre an allen Zeilen geprüft.</translation>
    </message>
    <message>
        <source>A foreign key is tested on all rows under a strong lock.</source>
        <translation>Ein Fremdschlüssel wird unter einer starken Sperre an allen Zeilen geprüft.</translation>
    </message>
    <message>
        <source>VALIDATE runs while a stronger lock is held.</source>
        <translation>VALIDATE läuft, während eine stärkere Sperre gehalten wird.</translation>
    </message>
    <message>
        <source>The default partition %1 (%2) is read from end to end to prove that it has no row of the new one.</source>
        <translation>Die Standardpartition %1 (%2) wird ganz gelesen, um zu beweisen, dass sie keine Zeile der neuen hat.</translation>
    </message>
    <message>
        <source>Add a CHECK to the default partition that excludes the new bound, NOT VALID, and validate it first.</source>
        <translation>Der Standardpartition einen CHECK hinzufügen, der die neue Grenze ausschließt, NOT VALID, und ihn zuerst prüfen.</translation>
    </message>
    <message>
        <source>CREATE TABLE … PARTITION OF needs %1 for itself: it waits for every running query, and every later query waits behind it.</source>
        <translation>CREATE TABLE … PARTITION OF braucht %1 für sich allein: Es wartet auf jede laufende Abfrage, und jede spätere Abfrage wartet dahinter.</translation>
    </message>
    <message>
        <source>Create the table by itself and attach it: that takes a much weaker lock.</source>
        <translation>Die Tabelle für sich anlegen und anhängen: Das braucht eine viel schwächere Sperre.</translation>
    </message>
    <message>
        <source>ATTACH reads all of %1 (%2) to prove its bound.</source>
        <translation>ATTACH liest ganz %1 (%2), um die Grenze zu beweisen.</translation>
    </message>
    <message>
        <source>Add a CHECK with the bound NOT VALID, validate it, attach, and drop the CHECK.</source>
        <translation>Einen CHECK mit der Grenze NOT VALID hinzufügen, prüfen, anhängen und den CHECK löschen.</translation>
    </message>
    <message>
        <source>DETACH PARTITION needs %1 for itself: every query on it waits.</source>
        <translation>DETACH PARTITION braucht %1 für sich allein: Jede Abfrage darauf wartet.</translation>
    </message>
    <message>
        <source>Detach CONCURRENTLY, outside of a transaction.</source>
        <translation>CONCURRENTLY abhängen, außerhalb einer Transaktion.</translation>
    </message>
    <message>
        <source>Dropping the partition %1 needs its parent %2 for itself: every query on it waits.</source>
        <translation>Das Löschen der Partition %1 braucht deren Elterntabelle %2 für sich allein: Jede Abfrage darauf wartet.</translation>
    </message>
    <message>
        <source>CONCURRENTLY is refused while there is a default partition: set a short lock timeout and try again when it strikes, or detach the default first.</source>
        <translation>CONCURRENTLY wird abgelehnt, solange es eine Default-Partition gibt: ein kurzes Lock-Timeout setzen und es erneut versuchen, wenn es greift, oder zuerst die Default-Partition abhängen.</translation>
    </message>
    <message>
        <source>Detach it CONCURRENTLY first, then drop it.</source>
        <translation>Zuerst CONCURRENTLY abhängen, dann löschen.</translation>
    </message>
    <message>
        <source>A new partition locks its parent or is scanned.</source>
        <translation>Eine neue Partition sperrt ihre Elterntabelle oder wird ganz gelesen.</translation>
    </message>
    <message>
        <source>Taking a partition away locks its parent.</source>
        <translation>Eine Partition wegzunehmen sperrt ihre Elterntabelle.</translation>
    </message>
    <message>
        <source>%1 loses its primary key, and nothing replaces it: single rows cannot be addressed, replicas and online tools stop.</source>
        <translation>%1 verliert den Primärschlüssel, und nichts ersetzt ihn: Einzelne Zeilen sind nicht ansprechbar, Replikate und Online-Werkzeuge bleiben stehen.</translation>
    </message>
    <message>
        <source>%1 has no primary key: single rows cannot be addressed, replicas and online tools cannot work with it.</source>
        <translation>%1 hat keinen Primärschlüssel: Einzelne Zeilen sind nicht ansprechbar, Replikate und Online-Werkzeuge können damit nicht arbeiten.</translation>
    </message>
    <message>
        <source>Add a primary key.</source>
        <translation>Einen Primärschlüssel hinzufügen.</translation>
    </message>
    <message>
        <source>A table is without a primary key.</source>
        <translation>Eine Tabelle ist ohne Primärschlüssel.</translation>
    </message>
    <message>
        <source>%1 may be NULL from now on: readers that never had to expect that meet NULLs.</source>
        <translation>%1 kann von nun an NULL sein: Wer liest und nie damit rechnen musste, trifft auf NULL.</translation>
    </message>
    <message>
        <source>Deploy the reader that expects NULL first.</source>
        <translation>Zuerst die lesende Anwendung ausliefern, die mit NULL rechnet.</translation>
    </message>
    <message>
        <source>; prepared SELECT * fails with &quot;cached plan must not change result type&quot;</source>
        <translation>; vorbereitete SELECT * scheitern mit „cached plan must not change result type“</translation>
    </message>
    <message>
        <source>%1 changes from %2 to %3: readers get values of another kind%4.</source>
        <translation>%1 ändert sich von %2 zu %3: Wer liest, bekommt Werte anderer Art%4.</translation>
    </message>
    <message>
        <source>Deploy the reader that understands both first.</source>
        <translation>Zuerst die lesende Anwendung ausliefern, die beides versteht.</translation>
    </message>
    <message>
        <source>Readers meet NULLs or values of another type.</source>
        <translation>Wer liest, trifft auf NULL oder auf Werte eines anderen Typs.</translation>
    </message>
    <message>
        <source>PRAGMA foreign_keys=OFF inside a transaction does nothing</source>
        <translation>PRAGMA foreign_keys=OFF bewirkt in einer Transaktion nichts</translation>
    </message>
    <message>
        <source>the script switches foreign_keys on</source>
        <translation>das Skript schaltet foreign_keys ein</translation>
    </message>
    <message>
        <source>the script does not switch foreign_keys off</source>
        <translation>das Skript schaltet foreign_keys nicht aus</translation>
    </message>
    <message>
        <source>DROP TABLE %1 deletes its rows first, and ON DELETE then empties or changes %2: %3.</source>
        <translation>DROP TABLE %1 löscht zuerst die Zeilen, und ON DELETE leert oder ändert dann %2: %3.</translation>
    </message>
    <message>
        <source>Run PRAGMA foreign_keys=OFF before BEGIN, and PRAGMA foreign_key_check before COMMIT.</source>
        <translation>PRAGMA foreign_keys=OFF vor BEGIN ausführen, und PRAGMA foreign_key_check vor COMMIT.</translation>
    </message>
    <message>
        <source>Dropping a parent fires ON DELETE actions in its children.</source>
        <translation>Das Löschen einer Elterntabelle löst ON DELETE in den Kindtabellen aus.</translation>
    </message>
    <message>
        <source>The copy from %1 to %2 goes by position, but the columns differ: (%3) into (%4). Values land in the wrong columns%5.</source>
        <translation>Die Kopie von %1 nach %2 geht nach der Reihenfolge, aber die Spalten sind verschieden: (%3) in (%4). Werte landen in falschen Spalten%5.</translation>
    </message>
    <message>
        <source> without an error</source>
        <translation> ohne Fehlermeldung</translation>
    </message>
    <message>
        <source>Name the columns on both sides.</source>
        <translation>Die Spalten auf beiden Seiten nennen.</translation>
    </message>
    <message>
        <source>A copy goes by position while the columns differ.</source>
        <translation>Eine Kopie geht nach der Reihenfolge, obwohl die Spalten verschieden sind.</translation>
    </message>
    <message>
        <source>index %1</source>
        <translation>Index %1</translation>
    </message>
    <message>
        <source>on (%1)</source>
        <translation>über (%1)</translation>
    </message>
    <message>
        <source>trigger %1</source>
        <translation>Trigger %1</translation>
    </message>
    <message>
        <source>default of %1</source>
        <translation>Vorgabewert von %1</translation>
    </message>
    <message>
        <source>%1 is rebuilt, and the new table lacks what the old one had: %2.</source>
        <translation>%1 wird neu aufgebaut, und der neuen Tabelle fehlt, was die alte hatte: %2.</translation>
    </message>
    <message>
        <source>Create the listed objects again after the rename, or drop them by name if that is meant.</source>
        <translation>Die genannten Objekte nach dem Umbenennen wieder anlegen, oder sie beim Namen löschen, wenn das gemeint ist.</translation>
    </message>
    <message>
        <source>A rebuilt table lacks indexes, triggers, constraints or defaults of the old one.</source>
        <translation>Einer neu aufgebauten Tabelle fehlen Indizes, Trigger, Bedingungen oder Vorgabewerte der alten.</translation>
    </message>
    <message>
        <source>no statements of the application and no query statistics were given</source>
        <translation>weder Anweisungen der Anwendung noch Abfragestatistiken sind angegeben</translation>
    </message>
    <message>
        <source>%1 is gone after the migration, and the application uses it: %2</source>
        <translation>%1 ist nach der Migration weg, und die Anwendung verwendet es: %2</translation>
    </message>
    <message>
        <source>Remove the use first, deploy that, and change the schema afterwards.</source>
        <translation>Zuerst die Verwendung entfernen und ausliefern, danach das Schema ändern.</translation>
    </message>
    <message>
        <source>A dropped or renamed name is used by the application.</source>
        <translation>Ein gelöschter oder umbenannter Name wird von der Anwendung verwendet.</translation>
    </message>
    <message>
        <source>; views and triggers that name it break as well</source>
        <translation>; Sichten und Trigger, die ihn nennen, brechen ebenfalls</translation>
    </message>
    <message>
        <source>%1.%2 is now called %3: statements of the old application that name it fail%4.</source>
        <translation>%1.%2 heißt jetzt %3: Anweisungen der alten Anwendung, die den Namen nennen, scheitern%4.</translation>
    </message>
    <message>
        <source>Add the new column, write both, fill it, switch the readers, drop the old one one release later.</source>
        <translation>Die neue Spalte hinzufügen, beide schreiben, füllen, die Leser umstellen und die alte eine Auslieferung später löschen.</translation>
    </message>
    <message>
        <source>A column has another name after the migration.</source>
        <translation>Eine Spalte heißt nach der Migration anders.</translation>
    </message>
    <message>
        <source>%1 is now called %2; a view keeps the old name alive.</source>
        <translation>%1 heißt jetzt %2; eine Sicht hält den alten Namen am Leben.</translation>
    </message>
    <message>
        <source>%1 is now called %2: every statement of the old application that names it fails at once.</source>
        <translation>%1 heißt jetzt %2: Jede Anweisung der alten Anwendung, die den Namen nennt, scheitert sofort.</translation>
    </message>
    <message>
        <source>Rename and create a view with the old name in one transaction; drop the view one release later.</source>
        <translation>In einer Transaktion umbenennen und eine Sicht mit dem alten Namen anlegen; die Sicht eine Auslieferung später löschen.</translation>
    </message>
    <message>
        <source>A table has another name after the migration.</source>
        <translation>Eine Tabelle heißt nach der Migration anders.</translation>
    </message>
    <message>
        <source>%1 is published and loses its key: UPDATE and DELETE on it fail at once.</source>
        <translation>%1 ist veröffentlicht und verliert den Schlüssel: UPDATE und DELETE darauf scheitern sofort.</translation>
    </message>
    <message>
        <source>%1 is published, and logical replication does not carry DDL: subscribers stop when the shapes differ.</source>
        <translation>%1 ist veröffentlicht, und logische Replikation überträgt kein DDL: Abonnenten bleiben stehen, wenn die Formen verschieden sind.</translation>
    </message>
    <message>
        <source>Change the subscriber first for what is added, the publisher first for what is dropped; keep a replica identity.</source>
        <translation>Was dazukommt, zuerst beim Abonnenten ändern; was wegfällt, zuerst beim Veröffentlicher; eine Replikatidentität behalten.</translation>
    </message>
    <message>
        <source>A published table changes its shape or loses its key.</source>
        <translation>Eine veröffentlichte Tabelle ändert ihre Form oder verliert ihren Schlüssel.</translation>
    </message>
    <message>
        <source>There is no way back: if this goes wrong at night, somebody has to write one then.</source>
        <translation>Es gibt keinen Rückweg: Geht es nachts schief, muss ihn jemand dann erst schreiben.</translation>
    </message>
    <message>
        <source>There is no way back for %1: if this goes wrong at night, somebody has to write one then.</source>
        <translation>Für %1 gibt es keinen Rückweg: Geht es nachts schief, muss ihn jemand dann erst schreiben.</translation>
    </message>
    <message>
        <source>Write the way back and let it be rehearsed.</source>
        <translation>Den Rückweg schreiben und proben lassen.</translation>
    </message>
    <message>
        <source>the way back was not rehearsed</source>
        <translation>der Rückweg wurde nicht geprobt</translation>
    </message>
    <message>
        <source>leaves a schema that differs from the one before</source>
        <translation>hinterlässt ein Schema, das anders ist als das davor</translation>
    </message>
    <message>
        <source>fails: %1</source>
        <translation>scheitert: %1</translation>
    </message>
    <message>
        <source>The way back was run from the full state and %1%2.</source>
        <translation>Der Rückweg wurde vom vollen Stand aus ausgeführt und %1%2.</translation>
    </message>
    <message>
        <source>Correct the way back until it gives the schema before.</source>
        <translation>Den Rückweg berichtigen, bis er das Schema davor ergibt.</translation>
    </message>
    <message>
        <source>%1: only a backup brings the data back.</source>
        <translation>%1: Nur eine Sicherung bringt die Daten zurück.</translation>
    </message>
    <message>
        <source>Note which backup, and how long a restore takes.</source>
        <translation>Festhalten, welche Sicherung es ist und wie lange das Zurückspielen dauert.</translation>
    </message>
    <message>
        <source>%1 is dropped</source>
        <translation>%1 wird gelöscht</translation>
    </message>
    <message>
        <source>%1 changes to a type that holds less</source>
        <translation>%1 bekommt einen Typ, der weniger fasst</translation>
    </message>
    <message>
        <source>%1 is emptied</source>
        <translation>%1 wird geleert</translation>
    </message>
    <message>
        <source>The label &apos;%1&apos; of %2 cannot be taken away again.</source>
        <translation>Der Wert „%1“ von %2 kann nicht wieder weggenommen werden.</translation>
    </message>
    <message>
        <source>Make sure of the spelling; a way back has to swap the type.</source>
        <translation>Die Schreibweise prüfen; ein Rückweg muss den Typ austauschen.</translation>
    </message>
    <message>
        <source>The way back is missing, fails, or does not give the schema before.</source>
        <translation>Der Rückweg fehlt, scheitert oder ergibt nicht das Schema davor.</translation>
    </message>
    <message>
        <source>The rehearsal ran on %1 %2, production is %3 %4: one may refuse what the other runs, and lock or rewrite where the other does not.</source>
        <translation>Geprobt wurde auf %1 %2, die Produktion ist %3 %4: Das eine kann ablehnen, was das andere ausführt, und sperren oder umschreiben, wo das andere es nicht tut.</translation>
    </message>
    <message>
        <source>Rehearse on the version of production: install its server programs, or name a server of that version with --scratch.</source>
        <translation>Auf der Version der Produktion proben: deren Serverprogramme installieren oder mit --scratch einen Server dieser Version nennen.</translation>
    </message>
    <message>
        <source>The rehearsal ran on another product or series than production.</source>
        <translation>Geprobt wurde auf einem anderen Produkt oder einer anderen Reihe als die der Produktion.</translation>
    </message>
    <message>
        <source>A step that only a backup undoes.</source>
        <translation>Ein Schritt, den nur eine Sicherung rückgängig macht.</translation>
    </message>
    <message>
        <source>%1 has used %2 % of its numbers (%3 of %4): inserts stop when they run out.</source>
        <translation>%1 hat %2 % seiner Nummern verbraucht (%3 von %4): Sind sie aufgebraucht, hört das Einfügen auf.</translation>
    </message>
    <message>
        <source>Plan the widening to bigint now, before anything else is done to this table.</source>
        <translation>Jetzt die Umstellung auf bigint planen, vor allem anderen an dieser Tabelle.</translation>
    </message>
    <message>
        <source>%1.%2 is %3, but its sequence %4 is still %5 and stops at %6.</source>
        <translation>%1.%2 ist %3, aber die Sequenz %4 ist noch %5 und endet bei %6.</translation>
    </message>
    <message>
        <source>Widen the sequence as well.</source>
        <translation>Auch die Sequenz erweitern.</translation>
    </message>
    <message>
        <source>A touched key has used most of its numbers.</source>
        <translation>Ein berührter Schlüssel hat die meisten seiner Nummern verbraucht.</translation>
    </message>
    <message>
        <source>A column is wider than the sequence that feeds it.</source>
        <translation>Eine Spalte ist breiter als die Sequenz, die sie speist.</translation>
    </message>
    <message>
        <source>%1 is rebuilt without its row of sqlite_sequence: ids of rows deleted earlier are given out again.</source>
        <translation>%1 wird ohne die Zeile in sqlite_sequence neu aufgebaut: Nummern früher gelöschter Zeilen werden noch einmal vergeben.</translation>
    </message>
    <message>
        <source>Copy the counter before the old table is dropped.</source>
        <translation>Den Zähler kopieren, bevor die alte Tabelle gelöscht wird.</translation>
    </message>
    <message>
        <source>%1 is dropped and made anew: it starts again at %2 and gives out numbers that exist.</source>
        <translation>%1 wird gelöscht und neu angelegt: Die Sequenz beginnt wieder bei %2 und vergibt Nummern, die es gibt.</translation>
    </message>
    <message>
        <source>Alter the sequence instead, or set it to the highest number in use.</source>
        <translation>Stattdessen die Sequenz ändern, oder sie auf die höchste verwendete Nummer setzen.</translation>
    </message>
    <message>
        <source>%1 is restarted: numbers that were given out are given out again.</source>
        <translation>%1 wird neu gestartet: Vergebene Nummern werden noch einmal vergeben.</translation>
    </message>
    <message>
        <source>Set it to the highest number in use.</source>
        <translation>Auf die höchste verwendete Nummer setzen.</translation>
    </message>
    <message>
        <source>statement %1 sets AUTO_INCREMENT of %2, and how far production&apos;s counter is, is not known</source>
        <translation>Anweisung %1 setzt AUTO_INCREMENT von %2, und wie weit der Zähler der Produktion ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>AUTO_INCREMENT of %1 is set to %2, and %3 was given out: ids of deleted rows are given out again.</source>
        <translation>AUTO_INCREMENT von %1 wird auf %2 gesetzt, und %3 wurde vergeben: Nummern gelöschter Zeilen werden noch einmal vergeben.</translation>
    </message>
    <message>
        <source>Leave the counter alone.</source>
        <translation>Den Zähler in Ruhe lassen.</translation>
    </message>
    <message>
        <source>The next key may be one that was given out before.</source>
        <translation>Der nächste Schlüssel kann einer sein, der schon vergeben wurde.</translation>
    </message>
    <message>
        <source>The statement waits for its lock on %1 without a limit: behind it, every later query on %1 waits as well.</source>
        <translation>Die Anweisung wartet ohne Grenze auf ihre Sperre auf %1: Hinter ihr wartet jede spätere Abfrage auf %1 ebenfalls.</translation>
    </message>
    <message>
        <source>Set a short lock timeout before it, and try again when it strikes.</source>
        <translation>Davor ein kurzes Zeitlimit für Sperren setzen, und es noch einmal versuchen, wenn es zuschlägt.</translation>
    </message>
    <message>
        <source>This works through %1 (%2) while the transaction still holds ACCESS EXCLUSIVE on %3 from statement %4.</source>
        <translation>Hier wird %1 (%2) durchgearbeitet, während die Transaktion noch ACCESS EXCLUSIVE auf %3 aus Anweisung %4 hält.</translation>
    </message>
    <message>
        <source>Take one strong lock a transaction, as its last statement.</source>
        <translation>Eine starke Sperre je Transaktion, als deren letzte Anweisung.</translation>
    </message>
    <message>
        <source>The transaction holds ACCESS EXCLUSIVE on %1 and now waits for %2: with another order elsewhere this deadlocks.</source>
        <translation>Die Transaktion hält ACCESS EXCLUSIVE auf %1 und wartet nun auf %2: Bei anderer Reihenfolge anderswo verklemmt sich das.</translation>
    </message>
    <message>
        <source>Take one strong lock a transaction.</source>
        <translation>Eine starke Sperre je Transaktion.</translation>
    </message>
    <message>
        <source>Right now %1 since %2 s: the statement queues behind it, and everything else behind the statement.</source>
        <translation>Gerade jetzt %1 seit %2 s: Die Anweisung reiht sich dahinter ein, und alles andere hinter der Anweisung.</translation>
    </message>
    <message>
        <source>Wait for its end, or let a person decide to end it.</source>
        <translation>Das Ende abwarten, oder einen Menschen entscheiden lassen, es zu beenden.</translation>
    </message>
    <message>
        <source>A statement waits for a strong lock without a limit.</source>
        <translation>Eine Anweisung wartet ohne Grenze auf eine starke Sperre.</translation>
    </message>
    <message>
        <source>Work goes on while an ACCESS EXCLUSIVE lock is held.</source>
        <translation>Es wird weitergearbeitet, während eine Sperre ACCESS EXCLUSIVE gehalten wird.</translation>
    </message>
    <message>
        <source>Somebody holds what the migration needs.</source>
        <translation>Jemand hält, was die Migration braucht.</translation>
    </message>
    <message>
        <source>The statement goes over all of %1 (%2) while it holds SQLite&apos;s only write lock: every other writer gets SQLITE_BUSY.</source>
        <translation>Die Anweisung geht über ganz %1 (%2), während sie SQLites einzige Schreibsperre hält: Jeder andere Schreiber bekommt SQLITE_BUSY.</translation>
    </message>
    <message>
        <source>Do it off-peak, and give the application a busy_timeout.</source>
        <translation>Außerhalb der Stoßzeit tun, und der Anwendung ein busy_timeout geben.</translation>
    </message>
    <message>
        <source>A long statement keeps every other writer out.</source>
        <translation>Eine lange Anweisung hält jeden anderen Schreiber fern.</translation>
    </message>
    <message>
        <source>VACUUM writes the whole file anew, and nobody can write meanwhile.</source>
        <translation>VACUUM schreibt die ganze Datei neu, und derweil kann niemand schreiben.</translation>
    </message>
    <message>
        <source>Do it off-peak, outside of the migration.</source>
        <translation>Außerhalb der Stoßzeit und außerhalb der Migration tun.</translation>
    </message>
    <message>
        <source>%1 is written anew (%2), and %3 meanwhile.</source>
        <translation>%1 wird neu geschrieben (%2), und %3 derweil.</translation>
    </message>
    <message>
        <source>nobody can write to its table</source>
        <translation>in die zugehörige Tabelle kann niemand schreiben</translation>
    </message>
    <message>
        <source>nobody can read or write it</source>
        <translation>niemand kann darin lesen oder schreiben</translation>
    </message>
    <message>
        <source>Use pg_repack, or do it off-peak.</source>
        <translation>pg_repack verwenden, oder es außerhalb der Stoßzeit tun.</translation>
    </message>
    <message>
        <source>Use the CONCURRENTLY form.</source>
        <translation>Die Form mit CONCURRENTLY verwenden.</translation>
    </message>
    <message>
        <source>Maintenance that blocks others while it writes everything anew.</source>
        <translation>Wartung, die andere blockiert, während sie alles neu schreibt.</translation>
    </message>
    <message>
        <source>the generated expression</source>
        <translation>den Ausdruck, der sie erzeugt</translation>
    </message>
    <message>
        <source>MODIFY and CHANGE drop what they do not restate: %1 loses %2.</source>
        <translation>MODIFY und CHANGE lassen weg, was sie nicht wiederholen: %1 verliert %2.</translation>
    </message>
    <message>
        <source>Restate the whole definition of the column: %1.</source>
        <translation>Die ganze Definition der Spalte wiederholen: %1.</translation>
    </message>
    <message>
        <source>MODIFY or CHANGE lost what it did not restate.</source>
        <translation>MODIFY oder CHANGE hat verloren, was nicht wiederholt wurde.</translation>
    </message>
    <message>
        <source>%1 uses %2: no transactions, and after a crash rows may be missing or broken.</source>
        <translation>%1 verwendet %2: keine Transaktionen, und nach einem Absturz können Zeilen fehlen oder kaputt sein.</translation>
    </message>
    <message>
        <source>Use InnoDB.</source>
        <translation>InnoDB verwenden.</translation>
    </message>
    <message>
        <source>%1 uses %2, most tables here use %3: joins between them skip indexes or fail with &quot;Illegal mix of collations&quot;.</source>
        <translation>%1 verwendet %2, die meisten Tabellen hier verwenden %3: Verbindungen zwischen ihnen nutzen keine Indizes oder scheitern mit „Illegal mix of collations“.</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>eine andere</translation>
    </message>
    <message>
        <source>Use the same collation.</source>
        <translation>Dieselbe Sortierfolge verwenden.</translation>
    </message>
    <message>
        <source>Only the default of %1 changes to %2: the columns keep the collation they have.</source>
        <translation>Nur die Vorgabe von %1 ändert sich zu %2: Die Spalten behalten ihre Sortierfolge.</translation>
    </message>
    <message>
        <source>Convert the table if the columns are meant.</source>
        <translation>Die Tabelle umwandeln, wenn die Spalten gemeint sind.</translation>
    </message>
    <message>
        <source>A REFERENCES written with a column is ignored by MySQL before 9.0: %1 gets no foreign key, and an upgrade changes what the script means.</source>
        <translation>Ein REFERENCES bei einer Spalte übergeht MySQL vor 9.0: %1 bekommt keinen Fremdschlüssel, und ein Versionswechsel ändert, was das Skript bedeutet.</translation>
    </message>
    <message>
        <source>Write FOREIGN KEY (column) REFERENCES … as a clause of its own.</source>
        <translation>FOREIGN KEY (Spalte) REFERENCES … als eigene Klausel schreiben.</translation>
    </message>
    <message>
        <source>The CHECK that comes with %1 is not tested on existing rows: if %2 breaks it, the rows stay invalid and a later copy of the table fails with 4025.</source>
        <translation>Der CHECK, der mit %1 kommt, wird nicht an vorhandenen Zeilen geprüft: Verletzt %2 ihn, bleiben die Zeilen ungültig, und eine spätere Kopie der Tabelle scheitert mit 4025.</translation>
    </message>
    <message>
        <source>the implicit value</source>
        <translation>der stillschweigende Wert</translation>
    </message>
    <message>
        <source>Choose a default that keeps the rule, or add the CHECK in a statement of its own, which tests the rows.</source>
        <translation>Einen Vorgabewert wählen, der die Regel hält, oder den CHECK in einer eigenen Anweisung hinzufügen, die die Zeilen prüft.</translation>
    </message>
    <message>
        <source>A table is not InnoDB.</source>
        <translation>Eine Tabelle ist nicht InnoDB.</translation>
    </message>
    <message>
        <source>A collation differs from that of most tables.</source>
        <translation>Eine Sortierfolge ist anders als die der meisten Tabellen.</translation>
    </message>
    <message>
        <source>MySQL before 9.0 ignores REFERENCES written with a column.</source>
        <translation>MySQL vor 9.0 übergeht REFERENCES bei einer Spalte.</translation>
    </message>
    <message>
        <source>A CHECK that comes with a new column is not tested on existing rows.</source>
        <translation>Ein CHECK, der mit einer neuen Spalte kommt, wird nicht an vorhandenen Zeilen geprüft.</translation>
    </message>
    <message>
        <source>The new column %1 is spelt almost like %2: a typo made permanent breaks everything that uses the right name.</source>
        <translation>Die neue Spalte %1 schreibt sich fast wie %2: Ein bleibender Tippfehler bricht alles, was den richtigen Namen verwendet.</translation>
    </message>
    <message>
        <source>If it is meant to be %1, write it so.</source>
        <translation>Wenn %1 gemeint ist, so schreiben.</translation>
    </message>
    <message>
        <source>The new column %1 is spelt almost like %2, which the application uses.</source>
        <translation>Die neue Spalte %1 schreibt sich fast wie %2, das die Anwendung verwendet.</translation>
    </message>
    <message>
        <source>Write it as the application does: %1.</source>
        <translation>So schreiben wie die Anwendung: %1.</translation>
    </message>
    <message>
        <source>The new table %1 is spelt almost like %2.</source>
        <translation>Die neue Tabelle %1 schreibt sich fast wie %2.</translation>
    </message>
    <message>
        <source>If it is meant to be the existing one, use that.</source>
        <translation>Wenn die vorhandene gemeint ist, diese verwenden.</translation>
    </message>
    <message>
        <source>needs quoting everywhere</source>
        <translation>muss überall in Anführungszeichen stehen</translation>
    </message>
    <message>
        <source>is a keyword</source>
        <translation>ist ein Schlüsselwort</translation>
    </message>
    <message>
        <source>is written otherwise than most names here</source>
        <translation>ist anders geschrieben als die meisten Namen hier</translation>
    </message>
    <message>
        <source>The new name %1 %2.</source>
        <translation>Der neue Name %1 %2.</translation>
    </message>
    <message>
        <source>The new name %1 %2 and %3.</source>
        <translation>Der neue Name %1 %2 und %3.</translation>
    </message>
    <message>
        <source>Rename it now; later it costs a release.</source>
        <translation>Jetzt umbenennen; später kostet es eine Auslieferung.</translation>
    </message>
    <message>
        <source>The name %1 is cut to 63 bytes without an error: the next one that begins alike clashes.</source>
        <translation>Der Name %1 wird ohne Fehlermeldung auf 63 Byte gekürzt: Der nächste, der gleich beginnt, stößt mit ihm zusammen.</translation>
    </message>
    <message>
        <source>The name %1 has more than 64 characters and is refused.</source>
        <translation>Der Name %1 hat mehr als 64 Zeichen und wird abgelehnt.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Einen kürzeren Namen wählen.</translation>
    </message>
    <message>
        <source>A new name is a near miss of a known one.</source>
        <translation>Ein neuer Name ist einem bekannten zum Verwechseln ähnlich.</translation>
    </message>
    <message>
        <source>A new name needs quoting, is a keyword, or is against the usual style.</source>
        <translation>Ein neuer Name braucht Anführungszeichen, ist ein Schlüsselwort oder folgt nicht dem üblichen Stil.</translation>
    </message>
    <message>
        <source>A name is longer than the engine keeps.</source>
        <translation>Ein Name ist länger, als das Produkt ihn behält.</translation>
    </message>
    <message>
        <source>%1 looks like money and is %2: sums and comparisons are off by rounding.</source>
        <translation>%1 sieht nach Geld aus und ist %2: Summen und Vergleiche weichen durch Rundung ab.</translation>
    </message>
    <message>
        <source>Use numeric with the digits of the currency, such as numeric(12,2).</source>
        <translation>numeric mit den Stellen der Währung verwenden, etwa numeric(12,2).</translation>
    </message>
    <message>
        <source>%1 is json, which has no equality: DISTINCT, GROUP BY and UNION on it fail.</source>
        <translation>%1 ist json und kennt keine Gleichheit: DISTINCT, GROUP BY und UNION darauf scheitern.</translation>
    </message>
    <message>
        <source>Use jsonb.</source>
        <translation>jsonb verwenden.</translation>
    </message>
    <message>
        <source>%1 has no time zone: the same value means another instant in every session&apos;s zone.</source>
        <translation>%1 hat keine Zeitzone: Derselbe Wert bedeutet in der Zone jeder Sitzung einen anderen Zeitpunkt.</translation>
    </message>
    <message>
        <source>Use timestamptz.</source>
        <translation>timestamptz verwenden.</translation>
    </message>
    <message>
        <source>%1 is a TIMESTAMP, which ends in January 2038.</source>
        <translation>%1 ist ein TIMESTAMP, der im Januar 2038 endet.</translation>
    </message>
    <message>
        <source>Use DATETIME in UTC where later instants can occur.</source>
        <translation>DATETIME in UTC verwenden, wo spätere Zeitpunkte vorkommen können.</translation>
    </message>
    <message>
        <source>%1 is %2: values are padded with spaces, and comparisons ignore them in some places and not in others.</source>
        <translation>%1 ist %2: Werte werden mit Leerzeichen aufgefüllt, und Vergleiche übergehen diese an manchen Stellen und an anderen nicht.</translation>
    </message>
    <message>
        <source>Use varchar(n) or text.</source>
        <translation>varchar(n) oder text verwenden.</translation>
    </message>
    <message>
        <source>%1 is a generated key of %2 bytes: it ends at %3, and inserts stop there.</source>
        <translation>%1 ist ein erzeugter Schlüssel von %2 Byte: Er endet bei %3, und dort hört das Einfügen auf.</translation>
    </message>
    <message>
        <source>Use bigint from the start; widening it later rewrites the table.</source>
        <translation>Von Anfang an bigint verwenden; das spätere Erweitern schreibt die Tabelle neu.</translation>
    </message>
    <message>
        <source>Money in a type that rounds.</source>
        <translation>Geld in einem Typ, der rundet.</translation>
    </message>
    <message>
        <source>A new column of type json.</source>
        <translation>Eine neue Spalte vom Typ json.</translation>
    </message>
    <message>
        <source>A new timestamp whose instants are ambiguous or end in 2038.</source>
        <translation>Ein neuer Zeitstempel, dessen Zeitpunkte mehrdeutig sind oder 2038 enden.</translation>
    </message>
    <message>
        <source>A new char(n) column.</source>
        <translation>Eine neue Spalte char(n).</translation>
    </message>
    <message>
        <source>A new generated key of 32 bits or less.</source>
        <translation>Ein neuer erzeugter Schlüssel von höchstens 32 Bit.</translation>
    </message>
    <message>
        <source>Deploy the application that writes the new way first.</source>
        <translation>Zuerst die Anwendung ausliefern, die auf die neue Weise schreibt.</translation>
    </message>
    <message>
        <source>%1 becomes NOT NULL: writes of NULL that worked until now fail.</source>
        <translation>%1 wird NOT NULL: Schreiben von NULL, das bisher ging, scheitert.</translation>
    </message>
    <message>
        <source>%1 loses its DEFAULT and is NOT NULL: INSERTs that leave it out fail.</source>
        <translation>%1 verliert den Vorgabewert und ist NOT NULL: INSERTs, die die Spalte auslassen, scheitern.</translation>
    </message>
    <message>
        <source>%1 is now generated by the server: writes of a value fail.</source>
        <translation>%1 wird nun vom Server erzeugt: Schreiben eines Werts scheitert.</translation>
    </message>
    <message>
        <source>%1 gets a %2 constraint: writes that break it worked until now and fail from here on.</source>
        <translation>%1 bekommt eine Bedingung (%2): Schreiben, das sie verletzt, ging bisher und scheitert von nun an.</translation>
    </message>
    <message>
        <source>Make sure that the application already keeps the rule.</source>
        <translation>Sicherstellen, dass die Anwendung die Regel schon einhält.</translation>
    </message>
    <message>
        <source>%1 gets a unique index: writes of duplicates worked until now and fail from here on.</source>
        <translation>%1 bekommt einen eindeutigen Index: Schreiben von Doppelten ging bisher und scheitert von nun an.</translation>
    </message>
    <message>
        <source>Writes that were accepted before fail afterwards.</source>
        <translation>Schreiben, das vorher angenommen wurde, scheitert danach.</translation>
    </message>
    <message>
        <source>Nobody can write to %1 (%2) while the server makes this change%3, and then the same on each replica.</source>
        <translation>Niemand kann in %1 (%2) schreiben, während der Server diese Änderung ausführt%3, und danach noch einmal auf jedem Replikat.</translation>
    </message>
    <message>
        <source> in the way the script asks for</source>
        <translation> auf die Weise, die das Skript verlangt</translation>
    </message>
    <message>
        <source> by copying the table</source>
        <translation>, indem er die Tabelle kopiert</translation>
    </message>
    <message>
        <source>Leave ALGORITHM and LOCK out, or ask for the lightest form that is accepted.</source>
        <translation>ALGORITHM und LOCK weglassen, oder die leichteste Form verlangen, die angenommen wird.</translation>
    </message>
    <message>
        <source>Use gh-ost or pt-online-schema-change, or add a new column and switch over.</source>
        <translation>gh-ost oder pt-online-schema-change verwenden, oder eine neue Spalte hinzufügen und umschalten.</translation>
    </message>
    <message>
        <source>%1 (%2) is rebuilt: writes go on, but it needs the space twice, and replicas lag for as long as it takes.</source>
        <translation>%1 (%2) wird neu aufgebaut: Schreiben geht weiter, aber es braucht den Platz zweimal, und Replikate hinken so lange nach.</translation>
    </message>
    <message>
        <source>Use gh-ost, or one combined ALTER off-peak.</source>
        <translation>gh-ost verwenden, oder ein zusammengefasstes ALTER außerhalb der Stoßzeit.</translation>
    </message>
    <message>
        <source>%1 has used %2 of its 64 instant changes: the next ones become a rebuild.</source>
        <translation>%1 hat %2 von 64 sofortigen Änderungen verbraucht: Die nächsten werden zum Neuaufbau.</translation>
    </message>
    <message>
        <source>Rebuild the table off-peak (OPTIMIZE TABLE), which starts the count again.</source>
        <translation>Die Tabelle außerhalb der Stoßzeit neu aufbauen (OPTIMIZE TABLE); damit beginnt die Zählung neu.</translation>
    </message>
    <message>
        <source>This ALTER combines clauses that alone are instant with one that is not: all of %1 is rebuilt for them.</source>
        <translation>Dieses ALTER verbindet Klauseln, die allein sofort gehen, mit einer, die es nicht tut: Ganz %1 wird dafür neu aufgebaut.</translation>
    </message>
    <message>
        <source>One ALTER for each algorithm, the instant ones with ALGORITHM=INSTANT.</source>
        <translation>Ein ALTER je Algorithmus, die sofortigen mit ALGORITHM=INSTANT.</translation>
    </message>
    <message>
        <source>This change of %1 is instant in the rehearsal, but nothing makes production refuse a slower way.</source>
        <translation>Diese Änderung von %1 geht in der Probe sofort, aber nichts lässt die Produktion einen langsameren Weg ablehnen.</translation>
    </message>
    <message>
        <source>Pin it.</source>
        <translation>Den Algorithmus festlegen.</translation>
    </message>
    <message>
        <source>ALTER TABLE blocks writes while it copies.</source>
        <translation>ALTER TABLE sperrt das Schreiben, während es kopiert.</translation>
    </message>
    <message>
        <source>A big table is rebuilt online.</source>
        <translation>Eine große Tabelle wird im laufenden Betrieb neu aufgebaut.</translation>
    </message>
    <message>
        <source>Nothing makes the server keep to the instant way.</source>
        <translation>Nichts hält den Server beim sofortigen Weg.</translation>
    </message>
    <message>
        <source>%1 is dropped and made anew: its rows (%2) are gone, and nothing copies them over.</source>
        <translation>%1 wird gelöscht und neu angelegt: Die Zeilen (%2) sind weg, und nichts kopiert sie hinüber.</translation>
    </message>
    <message>
        <source>%1 is dropped with all its rows (%2). A way back can bring the table back, not its rows, and an application that still reads it fails at once.</source>
        <translation>%1 wird mit allen Zeilen gelöscht (%2). Ein Rückweg kann die Tabelle zurückbringen, nicht die Zeilen, und eine Anwendung, die sie noch liest, scheitert sofort.</translation>
    </message>
    <message>
        <source>Rename the table out of the way now, drop it one release later, and take a backup of it before that.</source>
        <translation>Die Tabelle jetzt aus dem Weg umbenennen, eine Auslieferung später löschen und sie davor sichern.</translation>
    </message>
    <message>
        <source>A table with its rows is gone after the migration.</source>
        <translation>Eine Tabelle ist nach der Migration mit ihren Zeilen weg.</translation>
    </message>
    <message>
        <source>The label &apos;%1&apos; of %2 disappears: rows that hold it fail to convert%3.</source>
        <translation>Der Wert „%1“ von %2 verschwindet: Zeilen, die ihn haben, lassen sich nicht umwandeln%3.</translation>
    </message>
    <message>
        <source>, or become &apos;&apos; where the session is not strict</source>
        <translation>, oder werden zu &apos;&apos;, wo die Sitzung nicht streng ist</translation>
    </message>
    <message>
        <source>Move the rows to another label first, and ask the data whether any is left.</source>
        <translation>Die Zeilen zuerst auf einen anderen Wert umstellen, und die Daten fragen, ob einer übrig ist.</translation>
    </message>
    <message>
        <source>The label &apos;%1&apos; of %2 is renamed: an application that still writes or compares the old label fails.</source>
        <translation>Der Wert „%1“ von %2 wird umbenannt: Eine Anwendung, die den alten noch schreibt oder vergleicht, scheitert.</translation>
    </message>
    <message>
        <source>Add the new label, let both versions of the application accept both, move the rows, keep the old one.</source>
        <translation>Den neuen Wert hinzufügen, beide Fassungen der Anwendung beide annehmen lassen, die Zeilen umstellen, den alten behalten.</translation>
    </message>
    <message>
        <source>The labels of %1 change their order: the table is copied, and ORDER BY and numeric use of the column mean something else.</source>
        <translation>Die Werte von %1 ändern ihre Reihenfolge: Die Tabelle wird kopiert, und ORDER BY und die Verwendung der Spalte als Zahl bedeuten etwas anderes.</translation>
    </message>
    <message>
        <source>Append new labels at the end: %1.</source>
        <translation>Neue Werte am Ende anfügen: %1.</translation>
    </message>
    <message>
        <source>A label of an enumeration disappears.</source>
        <translation>Ein Wert einer Aufzählung verschwindet.</translation>
    </message>
    <message>
        <source>A label of an enumeration is renamed.</source>
        <translation>Ein Wert einer Aufzählung wird umbenannt.</translation>
    </message>
    <message>
        <source>Labels are reordered or inserted before the end.</source>
        <translation>Werte werden umgeordnet oder vor dem Ende eingefügt.</translation>
    </message>
    <message>
        <source>%1.%2 is %3%4, but it refers to %5.%6, which is %7%8: silent casts, and joins that cannot use an index.</source>
        <translation>%1.%2 ist %3%4, verweist aber auf %5.%6, das %7%8 ist: stille Umwandlungen, und Verbindungen, die keinen Index nutzen können.</translation>
    </message>
    <message>
        <source>Give both the same type.</source>
        <translation>Beiden denselben Typ geben.</translation>
    </message>
    <message>
        <source>%1 refers to %2 (%3), which is not unique: one row can have several parents.</source>
        <translation>%1 verweist auf %2 (%3), das nicht eindeutig ist: Eine Zeile kann mehrere Eltern haben.</translation>
    </message>
    <message>
        <source>Refer to a primary or unique key.</source>
        <translation>Auf einen Primär- oder eindeutigen Schlüssel verweisen.</translation>
    </message>
    <message>
        <source>%1 is %2, but the key of %3 is %4.</source>
        <translation>%1 ist %2, aber der Schlüssel von %3 ist %4.</translation>
    </message>
    <message>
        <source>Give it the type of the key.</source>
        <translation>Den Typ des Schlüssels geben.</translation>
    </message>
    <message>
        <source>A reference differs from its target, or its target is not unique.</source>
        <translation>Ein Verweis ist anders als sein Ziel, oder das Ziel ist nicht eindeutig.</translation>
    </message>
    <message>
        <source>No index begins with %1 (%2): every DELETE or key UPDATE in %3 scans %1.</source>
        <translation>Kein Index von %1 beginnt mit (%2): Jedes DELETE und jede Schlüsseländerung in %3 durchläuft %1.</translation>
    </message>
    <message>
        <source>Create an index on the columns of the foreign key.</source>
        <translation>Einen Index über die Spalten des Fremdschlüssels anlegen.</translation>
    </message>
    <message>
        <source>%1 is the last index that serves the foreign key %2: deletes in the parent scan %3 from now on.</source>
        <translation>%1 ist der letzte Index, der dem Fremdschlüssel %2 dient: Löschungen in der Elterntabelle durchlaufen %3 von nun an.</translation>
    </message>
    <message>
        <source>Create the replacement first.</source>
        <translation>Zuerst den Ersatz anlegen.</translation>
    </message>
    <message>
        <source>%1 is in use: %2 scans since the counters were reset. Queries that need it read the whole table (%3).</source>
        <translation>%1 wird verwendet: %2 Zugriffe, seit die Zähler zurückgesetzt wurden. Abfragen, die ihn brauchen, lesen die ganze Tabelle (%3).</translation>
    </message>
    <message>
        <source>Make it %1 first and watch for a day.</source>
        <translation>Zuerst auf %1 setzen und einen Tag lang beobachten.</translation>
    </message>
    <message>
        <source>Create the replacement first, and watch the counters of all nodes.</source>
        <translation>Zuerst den Ersatz anlegen, und die Zähler aller Knoten beobachten.</translation>
    </message>
    <message>
        <source>production&apos;s index statistics are not known</source>
        <translation>die Indexstatistiken der Produktion sind nicht bekannt</translation>
    </message>
    <message>
        <source>%1 is dropped in statement %2 and replaced by %3 only in statement %4: in between, queries have no index.</source>
        <translation>%1 wird in Anweisung %2 gelöscht und erst in Anweisung %4 durch %3 ersetzt: Dazwischen haben Abfragen keinen Index.</translation>
    </message>
    <message>
        <source>Create the new index first, then drop the old one.</source>
        <translation>Zuerst den neuen Index anlegen, dann den alten löschen.</translation>
    </message>
    <message>
        <source>No index serves a new foreign key.</source>
        <translation>Kein Index dient einem neuen Fremdschlüssel.</translation>
    </message>
    <message>
        <source>A dropped index serves a foreign key or queries.</source>
        <translation>Ein gelöschter Index dient einem Fremdschlüssel oder Abfragen.</translation>
    </message>
    <message>
        <source>An index is dropped before its replacement is created.</source>
        <translation>Ein Index wird gelöscht, bevor sein Ersatz angelegt ist.</translation>
    </message>
    <message>
        <source>The statement changes %1, and for the foreign key it locks %2 as well: while it waits, statements on %2 wait too.</source>
        <translation>Die Anweisung ändert %1, und wegen des Fremdschlüssels sperrt sie auch %2: Während sie wartet, warten auch Anweisungen auf %2.</translation>
    </message>
    <message>
        <source>Change one foreign key at a time, with a lock timeout, before the table itself.</source>
        <translation>Einen Fremdschlüssel nach dem anderen ändern, mit einem Zeitlimit für Sperren, vor der Tabelle selbst.</translation>
    </message>
    <message>
        <source>The statement does not name %1, but it needs it for itself: reads and writes there queue up too.</source>
        <translation>Die Anweisung nennt %1 nicht, braucht es aber für sich allein: Auch dort reihen sich Lesen und Schreiben ein.</translation>
    </message>
    <message>
        <source>The statement does not name %1, but it blocks writes there until the transaction ends.</source>
        <translation>Die Anweisung nennt %1 nicht, sperrt dort aber das Schreiben, bis die Transaktion endet.</translation>
    </message>
    <message>
        <source>A statement locks a table that it does not name.</source>
        <translation>Eine Anweisung sperrt eine Tabelle, die sie nicht nennt.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>Eigentümer %1</translation>
    </message>
    <message>
        <source>%1 is replaced, and the new one lacks: %2.</source>
        <translation>%1 wird ersetzt, und dem neuen Objekt fehlt: %2.</translation>
    </message>
    <message>
        <source>Grant again what the old one had.</source>
        <translation>Wieder erteilen, was das alte hatte.</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>Richtlinie %1</translation>
    </message>
    <message>
        <source>A replaced object lacks grants, owner or policies of the old one.</source>
        <translation>Einem ersetzten Objekt fehlen Rechte, Eigentümer oder Richtlinien des alten.</translation>
    </message>
    <message>
        <source>the first label</source>
        <translation>dem ersten Wert</translation>
    </message>
    <message>
        <source>%1 is NOT NULL without a DEFAULT: the server fills every existing row with %2, a value that nobody chose%3.</source>
        <translation>%1 ist NOT NULL ohne Vorgabewert: Der Server füllt jede vorhandene Zeile mit %2, einem Wert, den niemand gewählt hat%3.</translation>
    </message>
    <message>
        <source>, and such rows cannot be updated in strict mode</source>
        <translation>, und solche Zeilen lassen sich im strengen Modus nicht ändern</translation>
    </message>
    <message>
        <source>Give an explicit DEFAULT, or add the column as NULL, fill it, and set NOT NULL afterwards.</source>
        <translation>Einen ausdrücklichen Vorgabewert geben, oder die Spalte als NULL hinzufügen, füllen und danach NOT NULL setzen.</translation>
    </message>
    <message>
        <source>A NOT NULL column without DEFAULT gets an invented value in every row.</source>
        <translation>Eine Spalte NOT NULL ohne Vorgabewert bekommt in jeder Zeile einen erfundenen Wert.</translation>
    </message>
    <message>
        <source>Dropping the column also removes %1 of %2, which the script does not name.</source>
        <translation>Das Löschen der Spalte entfernt auch %1 von %2, das im Skript nicht genannt ist.</translation>
    </message>
    <message>
        <source>Dropping the column also narrows %1 of %2, which the script does not name.</source>
        <translation>Das Löschen der Spalte verengt auch %1 von %2, das im Skript nicht genannt ist.</translation>
    </message>
    <message>
        <source>Drop or replace the index or constraint by name first.</source>
        <translation>Zuerst den Index oder die Bedingung beim Namen löschen oder ersetzen.</translation>
    </message>
    <message>
        <source>DROP COLUMN removed or narrowed an index or constraint that the script does not name.</source>
        <translation>DROP COLUMN hat einen Index oder eine Bedingung entfernt oder verengt, die im Skript nicht genannt ist.</translation>
    </message>
    <message>
        <source>%1 is equal to %2: every write pays for both, no query gains.</source>
        <translation>%1 ist gleich %2: Jedes Schreiben zahlt für beide, keine Abfrage gewinnt.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Weglassen.</translation>
    </message>
    <message>
        <source>%1 is the beginning of %2, which serves the same queries.</source>
        <translation>%1 ist der Anfang von %2, das denselben Abfragen dient.</translation>
    </message>
    <message>
        <source>%1 is now the beginning of %2 and serves no query that the new one does not.</source>
        <translation>%1 ist nun der Anfang von %2 und dient keiner Abfrage, der das neue nicht dient.</translation>
    </message>
    <message>
        <source>Drop the shorter one when the new one is built.</source>
        <translation>Den kürzeren löschen, wenn der neue aufgebaut ist.</translation>
    </message>
    <message>
        <source>A new index equals an existing one.</source>
        <translation>Ein neuer Index gleicht einem vorhandenen.</translation>
    </message>
    <message>
        <source>An index is the beginning of another one.</source>
        <translation>Ein Index ist der Anfang eines anderen.</translation>
    </message>
    <message>
        <source>Nobody can write to %1 and all its partitions (%2) while the index is built.</source>
        <translation>Niemand kann in %1 und alle Partitionen davon schreiben (%2), während der Index aufgebaut wird.</translation>
    </message>
    <message>
        <source>Nobody can write to %1 (%2) while the index is built.</source>
        <translation>Niemand kann in %1 (%2) schreiben, während der Index aufgebaut wird.</translation>
    </message>
    <message>
        <source>Build it CONCURRENTLY, outside of a transaction.</source>
        <translation>CONCURRENTLY aufbauen, außerhalb einer Transaktion.</translation>
    </message>
    <message>
        <source>Create it ON ONLY the parent, build it CONCURRENTLY on each partition, and attach them.</source>
        <translation>ON ONLY auf der Elterntabelle anlegen, auf jeder Partition CONCURRENTLY aufbauen und anhängen.</translation>
    </message>
    <message>
        <source>Build it off-peak, or with gh-ost or pt-online-schema-change.</source>
        <translation>Außerhalb der Stoßzeit aufbauen, oder mit gh-ost oder pt-online-schema-change.</translation>
    </message>
    <message>
        <source>DROP INDEX needs %1 for itself: it is short, but it waits for every running query, and every later query waits behind it.</source>
        <translation>DROP INDEX braucht %1 für sich allein: Es ist kurz, wartet aber auf jede laufende Abfrage, und jede spätere Abfrage wartet dahinter.</translation>
    </message>
    <message>
        <source>Drop it CONCURRENTLY, outside of a transaction.</source>
        <translation>CONCURRENTLY löschen, außerhalb einer Transaktion.</translation>
    </message>
    <message>
        <source>An index of a partitioned table cannot be dropped CONCURRENTLY: do it off-peak, with a short lock timeout.</source>
        <translation>Ein Index einer partitionierten Tabelle lässt sich nicht CONCURRENTLY löschen: in einer ruhigen Zeit und mit kurzem Lock-Timeout.</translation>
    </message>
    <message>
        <source>The index behind %1 is built while nobody can read or write %2 (%3).</source>
        <translation>Der Index hinter %1 wird aufgebaut, während niemand %2 (%3) lesen oder schreiben kann.</translation>
    </message>
    <message>
        <source>An exclusion constraint has no online form: do it off-peak.</source>
        <translation>Eine Ausschlussbedingung hat keine Form für den laufenden Betrieb: außerhalb der Stoßzeit tun.</translation>
    </message>
    <message>
        <source>Build a unique index CONCURRENTLY first, then make it the constraint.</source>
        <translation>Zuerst einen eindeutigen Index CONCURRENTLY aufbauen, dann ihn zur Bedingung machen.</translation>
    </message>
    <message>
        <source>An index is built while nobody can write.</source>
        <translation>Ein Index wird aufgebaut, während niemand schreiben kann.</translation>
    </message>
    <message>
        <source>DROP INDEX without CONCURRENTLY.</source>
        <translation>DROP INDEX ohne CONCURRENTLY.</translation>
    </message>
    <message>
        <source>A key constraint builds its index under ACCESS EXCLUSIVE.</source>
        <translation>Eine Schlüsselbedingung baut ihren Index unter ACCESS EXCLUSIVE auf.</translation>
    </message>
    <message>
        <source>%1 has only a few different values</source>
        <translation>%1 hat nur wenige verschiedene Werte</translation>
    </message>
    <message>
        <source>it has %1 columns</source>
        <translation>er hat %1 Spalten</translation>
    </message>
    <message>
        <source>%1 now has %2 indexes</source>
        <translation>%1 hat nun %2 Indizes</translation>
    </message>
    <message>
        <source>%1 is rarely chosen or costs more than it gives: %2.</source>
        <translation>%1 wird selten gewählt oder kostet mehr, als er bringt: %2.</translation>
    </message>
    <message>
        <source>Make it partial, or put the column that selects most first.</source>
        <translation>Ihn auf einen Teil der Zeilen beschränken, oder die Spalte voranstellen, die am meisten aussiebt.</translation>
    </message>
    <message>
        <source>Drop it and build it again.</source>
        <translation>Löschen und neu aufbauen.</translation>
    </message>
    <message>
        <source>The type change deletes the statistics of %1: plans may be bad until they are collected again.</source>
        <translation>Die Typänderung löscht die Statistiken von %1: Pläne können schlecht sein, bis sie neu erhoben sind.</translation>
    </message>
    <message>
        <source>Analyse the column right after.</source>
        <translation>Gleich danach die Spalte mit ANALYZE erfassen.</translation>
    </message>
    <message>
        <source>%1 is on an expression, of which nothing is known until the table is analysed.</source>
        <translation>%1 geht über einen Ausdruck, von dem nichts bekannt ist, bis die Tabelle mit ANALYZE erfasst ist.</translation>
    </message>
    <message>
        <source>Analyse the table right after.</source>
        <translation>Gleich danach die Tabelle mit ANALYZE erfassen.</translation>
    </message>
    <message>
        <source>An index that is rarely chosen.</source>
        <translation>Ein Index, der selten gewählt wird.</translation>
    </message>
    <message>
        <source>A change deletes statistics, and nothing collects them.</source>
        <translation>Eine Änderung löscht Statistiken, und nichts erhebt sie neu.</translation>
    </message>
    <message>
        <source>One statement goes over %1 (%2)%3: long locks, bloat or undo, and replicas lag.</source>
        <translation>Eine Anweisung geht über %1 (%2)%3: lange Sperren, aufgeblähte Tabelle oder viel Undo, und Replikate hinken nach.</translation>
    </message>
    <message>
        <source> where its condition holds</source>
        <translation>, wo ihre Bedingung gilt</translation>
    </message>
    <message>
        <source>Do it in keyed batches of some thousand rows with a pause, outside of the schema change.</source>
        <translation>In Schüben nach Schlüssel von einigen tausend Zeilen mit Pause tun, außerhalb der Schemaänderung.</translation>
    </message>
    <message>
        <source>One statement changes many rows of an existing table.</source>
        <translation>Eine Anweisung ändert viele Zeilen einer vorhandenen Tabelle.</translation>
    </message>
    <message>
        <source>One DELETE in %1 now deletes every row of %2 that refers to it (ON DELETE %3).</source>
        <translation>Ein DELETE in %1 löscht nun jede Zeile von %2, die darauf verweist (ON DELETE %3).</translation>
    </message>
    <message>
        <source>One DELETE in %1 now clears the reference in every row of %2 that refers to it (ON DELETE %3).</source>
        <translation>Ein DELETE in %1 leert nun den Verweis in jeder Zeile von %2, die darauf verweist (ON DELETE %3).</translation>
    </message>
    <message>
        <source>Use RESTRICT or NO ACTION, and delete the children on purpose.</source>
        <translation>RESTRICT oder NO ACTION verwenden, und die Kinder absichtlich löschen.</translation>
    </message>
    <message>
        <source>A foreign key deletes or clears rows by itself.</source>
        <translation>Ein Fremdschlüssel löscht oder leert Zeilen von selbst.</translation>
    </message>
    <message>
        <source>%1 (emptied)</source>
        <translation>%1 (geleert)</translation>
    </message>
    <message>
        <source>CASCADE takes along what the script does not name: %1.</source>
        <translation>CASCADE nimmt mit, was das Skript nicht nennt: %1.</translation>
    </message>
    <message>
        <source>Leave CASCADE out and drop each of these objects by name, so that the reviewer sees them.</source>
        <translation>CASCADE weglassen und jedes dieser Objekte beim Namen löschen, damit man es bei der Durchsicht sieht.</translation>
    </message>
    <message>
        <source>CASCADE drops or empties objects that the script does not name.</source>
        <translation>CASCADE löscht oder leert Objekte, die das Skript nicht nennt.</translation>
    </message>
    <message>
        <source>%1 changes from character set %2 to %3: characters that %3 does not have are lost or make the statement fail.</source>
        <translation>%1 wechselt vom Zeichensatz %2 zu %3: Zeichen, die %3 nicht hat, gehen verloren oder lassen die Anweisung scheitern.</translation>
    </message>
    <message>
        <source>Keep utf8mb4, or ask the data first.</source>
        <translation>utf8mb4 behalten, oder zuerst die Daten fragen.</translation>
    </message>
    <message>
        <source>A character set is replaced by one that holds fewer characters.</source>
        <translation>Ein Zeichensatz wird durch einen ersetzt, der weniger Zeichen hat.</translation>
    </message>
    <message>
        <source>The application inserts into %1 without naming columns: with another number of columns these INSERTs fail.</source>
        <translation>Die Anwendung fügt in %1 ein, ohne Spalten zu nennen: Bei anderer Zahl von Spalten scheitern diese INSERTs.</translation>
    </message>
    <message>
        <source>The columns of %1 stand in another order: INSERT without a column list and SELECT * by position hit the wrong columns.</source>
        <translation>Die Spalten von %1 stehen in anderer Reihenfolge: INSERT ohne Spaltenliste und SELECT * nach Reihenfolge treffen die falschen Spalten.</translation>
    </message>
    <message>
        <source>Append new columns at the end, and name columns in the application.</source>
        <translation>Neue Spalten am Ende anfügen, und in der Anwendung die Spalten nennen.</translation>
    </message>
    <message>
        <source>Columns change their ordinal positions.</source>
        <translation>Spalten ändern ihre Stelle.</translation>
    </message>
    <message>
        <source>%1 switches checks off: what is written meanwhile may break foreign keys, and nobody looks at it again.</source>
        <translation>%1 schaltet Prüfungen aus: Was derweil geschrieben wird, kann Fremdschlüssel verletzen, und niemand sieht es sich noch einmal an.</translation>
    </message>
    <message>
        <source>Leave the checks on, or look for orphans afterwards.</source>
        <translation>Die Prüfungen eingeschaltet lassen, oder danach nach Verwaisten suchen.</translation>
    </message>
    <message>
        <source>Triggers of %1 are disabled: their rules do not hold meanwhile.</source>
        <translation>Trigger von %1 sind abgeschaltet: Ihre Regeln gelten derweil nicht.</translation>
    </message>
    <message>
        <source>Enable them again in the same migration, and check what was written.</source>
        <translation>In derselben Migration wieder einschalten, und prüfen, was geschrieben wurde.</translation>
    </message>
    <message>
        <source>foreign_keys is switched off and nothing looks for broken references before COMMIT.</source>
        <translation>foreign_keys ist ausgeschaltet, und nichts sucht vor COMMIT nach gebrochenen Verweisen.</translation>
    </message>
    <message>
        <source>Run PRAGMA foreign_key_check before COMMIT; it must return no row.</source>
        <translation>PRAGMA foreign_key_check vor COMMIT ausführen; es darf keine Zeile liefern.</translation>
    </message>
    <message>
        <source>%1 is NOT ENFORCED: it documents a rule that nothing keeps.</source>
        <translation>%1 ist NOT ENFORCED: Es hält eine Regel fest, die niemand durchsetzt.</translation>
    </message>
    <message>
        <source>Enforce it, or leave it out.</source>
        <translation>Durchsetzen, oder weglassen.</translation>
    </message>
    <message>
        <source>%1 is left NOT VALID: rows from before may still break it.</source>
        <translation>%1 bleibt NOT VALID: Zeilen von vorher können es noch verletzen.</translation>
    </message>
    <message>
        <source>Validate it in a later transaction.</source>
        <translation>In einer späteren Transaktion prüfen (VALIDATE).</translation>
    </message>
    <message>
        <source>Checks are switched off, not enforced or left not validated.</source>
        <translation>Prüfungen sind ausgeschaltet, nicht durchgesetzt oder bleiben ungeprüft.</translation>
    </message>
    <message>
        <source>Rows of production are NULL where they must not be.</source>
        <translation>Zeilen der Produktion sind NULL, wo sie es nicht sein dürfen.</translation>
    </message>
    <message>
        <source>Rows of production are equal where they must differ.</source>
        <translation>Zeilen der Produktion sind gleich, wo sie verschieden sein müssen.</translation>
    </message>
    <message>
        <source>Rows of production break a new CHECK.</source>
        <translation>Zeilen der Produktion verletzen einen neuen CHECK.</translation>
    </message>
    <message>
        <source>Rows of production refer to what is not there.</source>
        <translation>Zeilen der Produktion verweisen auf etwas, das es nicht gibt.</translation>
    </message>
    <message>
        <source>Values of production do not fit the new type.</source>
        <translation>Werte der Produktion passen nicht in den neuen Typ.</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Sicht</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>Prozedur</translation>
    </message>
    <message>
        <source>routine</source>
        <translation>Routine</translation>
    </message>
    <message>
        <source>The %1 %2 names %3, which is gone, or one of the same name in another table that it also names.</source>
        <translation>%1 %2 nennt %3, das es nicht mehr gibt, oder eins gleichen Namens in einer anderen Tabelle, die auch genannt ist.</translation>
    </message>
    <message>
        <source>Look at the %1, and change it in the same migration if it means this one.</source>
        <translation>%1: ansehen und in derselben Migration ändern, wenn dieses gemeint ist.</translation>
    </message>
    <message>
        <source>The %1 %2 still names %3, which is gone: it fails when it is used.</source>
        <translation>%1 %2 nennt noch %3, das es nicht mehr gibt: Es scheitert bei der Verwendung.</translation>
    </message>
    <message>
        <source>Change or drop the %1 in the same migration.</source>
        <translation>%1: in derselben Migration ändern oder löschen.</translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation>Fremdschlüssel</translation>
    </message>
    <message>
        <source>A view, trigger, routine or foreign key names what is no longer there.</source>
        <translation>Eine Sicht, ein Trigger, eine Routine oder ein Fremdschlüssel nennt, was es nicht mehr gibt.</translation>
    </message>
    <message>
        <source>DELETE deletes every row of %1 (%2): it has no condition that tells rows apart.</source>
        <translation>DELETE löscht jede Zeile von %1 (%2): Keine Bedingung unterscheidet die Zeilen.</translation>
    </message>
    <message>
        <source>UPDATE overwrites every row of %1 (%2): it has no condition that tells rows apart.</source>
        <translation>UPDATE überschreibt jede Zeile von %1 (%2): Keine Bedingung unterscheidet die Zeilen.</translation>
    </message>
    <message>
        <source>Add the WHERE that was meant. If all rows are meant, do it in keyed batches and keep a backup.</source>
        <translation>Das WHERE hinzufügen, das gemeint war. Sind alle Zeilen gemeint: in Schüben nach Schlüssel tun und eine Sicherung behalten.</translation>
    </message>
    <message>
        <source>UPDATE or DELETE goes over a whole existing table.</source>
        <translation>UPDATE oder DELETE geht über eine ganze vorhandene Tabelle.</translation>
    </message>
    <message>
        <source>%1 loses %2 and gains %3 of the same type: if this is meant as a rename, the values are dropped, not moved.</source>
        <translation>%1 verliert %2 und bekommt %3 vom selben Typ: Ist das als Umbenennen gemeint, gehen die Werte verloren, statt mitzukommen.</translation>
    </message>
    <message>
        <source>Rename the column, or copy the values before the drop.</source>
        <translation>Die Spalte umbenennen, oder die Werte vor dem Löschen kopieren.</translation>
    </message>
    <message>
        <source>%1 is dropped and %2 is created with the same columns: if this is meant as a rename, the rows are dropped, not moved.</source>
        <translation>%1 wird gelöscht und %2 mit denselben Spalten angelegt: Ist das als Umbenennen gemeint, gehen die Zeilen verloren, statt mitzukommen.</translation>
    </message>
    <message>
        <source>Rename the table, or copy the rows before the drop.</source>
        <translation>Die Tabelle umbenennen, oder die Zeilen vor dem Löschen kopieren.</translation>
    </message>
    <message>
        <source>A drop and an add that may be meant as a rename.</source>
        <translation>Ein Löschen und ein Hinzufügen, das als Umbenennen gemeint sein kann.</translation>
    </message>
    <message>
        <source>%1.%2 is dropped and added again under the same name: its values (%3) are gone.</source>
        <translation>%1.%2 wird gelöscht und unter demselben Namen wieder hinzugefügt: Die Werte (%3) sind weg.</translation>
    </message>
    <message>
        <source>%1.%2 is dropped with its values (%3). The old version of the application fails as soon as it names the column.</source>
        <translation>%1.%2 wird mit den Werten gelöscht (%3). Die alte Fassung der Anwendung scheitert, sobald sie die Spalte nennt.</translation>
    </message>
    <message>
        <source>Deploy an application that no longer uses the column, then drop it one release later; keep a backup of the values.</source>
        <translation>Eine Anwendung ausliefern, die die Spalte nicht mehr verwendet, sie dann eine Auslieferung später löschen; eine Sicherung der Werte behalten.</translation>
    </message>
    <message>
        <source>A column with its values is gone after the migration.</source>
        <translation>Eine Spalte ist nach der Migration mit ihren Werten weg.</translation>
    </message>
    <message>
        <source>the migration has no statement</source>
        <translation>die Migration hat keine Anweisung</translation>
    </message>
    <message>
        <source>statement %1 failed in the rehearsal</source>
        <translation>Anweisung %1 ist in der Probe gescheitert</translation>
    </message>
    <message>
        <source>the rehearsal did not run to its end%1</source>
        <translation>die Probe lief nicht bis zum Ende%1</translation>
    </message>
    <message>
        <source>%1 finding of severity %2 or above without a waiver</source>
        <translation>%1 Befund der Schwere %2 oder höher ohne Ausnahme</translation>
    </message>
    <message>
        <source>%1 findings of severity %2 or above without a waiver</source>
        <translation>%1 Befunde der Schwere %2 oder höher ohne Ausnahme</translation>
    </message>
    <message>
        <source>the result is not the expected schema</source>
        <translation>das Ergebnis ist nicht das erwartete Schema</translation>
    </message>
    <message>
        <source>query %1 of %2 works before and is broken after</source>
        <translation>Abfrage %1 von %2 geht vorher und ist danach kaputt</translation>
    </message>
    <message>
        <source>%1 is required and did not run: %2</source>
        <translation>%1 ist vorgeschrieben und lief nicht: %2</translation>
    </message>
    <message>
        <source>its generated values are computed</source>
        <translation>die erzeugten Werte berechnet werden</translation>
    </message>
    <message>
        <source>every row gets a number</source>
        <translation>jede Zeile eine Nummer bekommt</translation>
    </message>
    <message>
        <source>its default differs from row to row</source>
        <translation>der Vorgabewert von Zeile zu Zeile anders ist</translation>
    </message>
    <message>
        <source>its domain is checked</source>
        <translation>die Domäne geprüft wird</translation>
    </message>
    <message>
        <source>Adding %1 rewrites %2 (%3), because %4 for each row, while nobody can read or write it.</source>
        <translation>%1 hinzuzufügen schreibt %2 neu (%3), weil %4, Zeile für Zeile, während niemand lesen oder schreiben kann.</translation>
    </message>
    <message>
        <source>Add the column without default, set the default in a second statement, and fill the old rows in batches.</source>
        <translation>Die Spalte ohne Vorgabewert hinzufügen, ihn in einer zweiten Anweisung setzen und die alten Zeilen in Schüben füllen.</translation>
    </message>
    <message>
        <source>A new column makes the server rewrite the table.</source>
        <translation>Eine neue Spalte lässt den Server die Tabelle neu schreiben.</translation>
    </message>
    <message>
        <source>%1 is new and its default %2 is not constant: SQLite refuses the statement as soon as the table has rows (Cannot add a column with non-constant default).</source>
        <translation>%1 ist neu, und der Vorgabewert %2 ist nicht fest: SQLite lehnt die Anweisung ab, sobald die Tabelle Zeilen hat (Cannot add a column with non-constant default).</translation>
    </message>
    <message>
        <source>Add it with a constant default or as NULL and fill it, or build the table anew.</source>
        <translation>Mit festem Vorgabewert oder als NULL hinzufügen und füllen, oder die Tabelle neu aufbauen.</translation>
    </message>
    <message>
        <source>INSERTs of the old application do not set it and fail in strict mode</source>
        <translation>INSERTs der alten Anwendung setzen sie nicht und scheitern im strengen Modus</translation>
    </message>
    <message>
        <source>the statement fails as soon as the table has rows, and INSERTs of the old application, which do not set it, fail</source>
        <translation>die Anweisung scheitert, sobald die Tabelle Zeilen hat, und INSERTs der alten Anwendung, die sie nicht setzen, scheitern</translation>
    </message>
    <message>
        <source>%1 is new, NOT NULL and without a DEFAULT: %2.</source>
        <translation>%1 ist neu, NOT NULL und ohne Vorgabewert: %2.</translation>
    </message>
    <message>
        <source>Give it a DEFAULT, or add it as NULL, fill it, and set NOT NULL one release later.</source>
        <translation>Einen Vorgabewert geben, oder als NULL hinzufügen, füllen und NOT NULL eine Auslieferung später setzen.</translation>
    </message>
    <message>
        <source>A new column must be set but has no default.</source>
        <translation>Eine neue Spalte muss gesetzt werden, hat aber keinen Vorgabewert.</translation>
    </message>
    <message>
        <source>switched off in the workspace</source>
        <translation>im Arbeitsbereich abgeschaltet</translation>
    </message>
    <message>
        <source>size unknown</source>
        <translation>Größe unbekannt</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>about 1 row</source>
        <translation>etwa 1 Zeile</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>etwa %1 Zeilen</translation>
    </message>
    <message>
        <source>the time for all questions was over</source>
        <translation>die Zeit für alle Fragen war um</translation>
    </message>
    <message>
        <source>statement %1 changes these rows first; as they are now, %2 would break the rule</source>
        <translation>Anweisung %1 ändert diese Zeilen zuerst; wie sie jetzt sind, würden %2 die Regel verletzen</translation>
    </message>
    <message>
        <source>some</source>
        <translation>einige</translation>
    </message>
    <message>
        <source>found in a sample of 1 % of the pages</source>
        <translation>in einer Stichprobe von 1 % der Seiten gefunden</translation>
    </message>
    <message>
        <source>; a sample of 1 % of the pages has no such row, which proves nothing</source>
        <translation>; eine Stichprobe von 1 % der Seiten hat keine solche Zeile, was nichts beweist</translation>
    </message>
    <message>
        <source>Not proven: &quot;%1&quot; (%2)</source>
        <translation>Nicht bewiesen: „%1“ (%2)</translation>
    </message>
    <message>
        <source>In production the answer to &quot;%1&quot; is no: at least %2 cases</source>
        <translation>In der Produktion ist die Antwort auf „%1“ Nein: mindestens %2 Fälle</translation>
    </message>
    <message>
        <source>In production the answer to &quot;%1&quot; is no: %2 case</source>
        <translation>In der Produktion ist die Antwort auf „%1“ Nein: %2 Fall</translation>
    </message>
    <message>
        <source>In production the answer to &quot;%1&quot; is no: %2 cases</source>
        <translation>In der Produktion ist die Antwort auf „%1“ Nein: %2 Fälle</translation>
    </message>
    <message>
        <source>, such as %1</source>
        <translation>, etwa %1</translation>
    </message>
    <message>
        <source>Correct these rows first, in a change that is reviewed as well.</source>
        <translation>Zuerst diese Zeilen berichtigen, in einer Änderung, die ebenfalls durchgesehen wird.</translation>
    </message>
    <message>
        <source>Ask again right before the deployment, or on a fresh replica with more time.</source>
        <translation>Unmittelbar vor der Auslieferung noch einmal fragen, oder auf einem frischen Replikat mit mehr Zeit.</translation>
    </message>
    <message>
        <source>does no row of %1 have a label that disappears (%2)?</source>
        <translation>hat keine Zeile von %1 einen Wert, der verschwindet (%2)?</translation>
    </message>
    <message>
        <source>is %1 empty, so that nothing is lost?</source>
        <translation>ist %1 leer, sodass nichts verloren geht?</translation>
    </message>
    <message>
        <source>is %1 NULL everywhere, so that nothing is lost?</source>
        <translation>ist %1 überall NULL, sodass nichts verloren geht?</translation>
    </message>
    <message>
        <source>is %1 empty, so that %2 can be required?</source>
        <translation>ist %1 leer, sodass %2 verlangt werden kann?</translation>
    </message>
    <message>
        <source>is %1 set in every row?</source>
        <translation>ist %1 in jeder Zeile gesetzt?</translation>
    </message>
    <message>
        <source>does every value of %1 fit %2?</source>
        <translation>passt jeder Wert von %1 in %2?</translation>
    </message>
    <message>
        <source>is %1 unique in %2?</source>
        <translation>ist %1 eindeutig in %2?</translation>
    </message>
    <message>
        <source>does every row of %1 refer to a row of %2?</source>
        <translation>verweist jede Zeile von %1 auf eine Zeile von %2?</translation>
    </message>
    <message>
        <source>does every row of %1 keep (%2)?</source>
        <translation>hält jede Zeile von %1 (%2) ein?</translation>
    </message>
    <message>
        <source>do no two rows of %1 exclude each other?</source>
        <translation>Schließen sich keine zwei Zeilen von %1 aus?</translation>
    </message>
    <message>
        <source>has no row of %1 the key (%2) of one that is inserted?</source>
        <translation>Hat keine Zeile von %1 den Schlüssel (%2) einer eingefügten?</translation>
    </message>
    <message>
        <source>Change the readers first, and the view one release later.</source>
        <translation>Zuerst die Leser ändern, und die Sicht eine Auslieferung später.</translation>
    </message>
    <message>
        <source>The view %1 is gone: every statement that reads it fails at once.</source>
        <translation>Die Sicht %1 ist weg: Jede Anweisung, die sie liest, scheitert sofort.</translation>
    </message>
    <message>
        <source>The view %1 no longer has the column %2: statements that read it fail.</source>
        <translation>Die Sicht %1 hat die Spalte %2 nicht mehr: Anweisungen, die sie lesen, scheitern.</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>blockierend</translation>
    </message>
    <message>
        <source>Computing %1 anew rewrites every row and index of %2 (%3) while nobody can read or write it.</source>
        <translation>%1 neu zu berechnen schreibt jede Zeile und jeden Index von %2 (%3) neu, während niemand lesen oder schreiben kann.</translation>
    </message>
    <message>
        <source>Add a second stored column off-peak, switch the readers, and drop the old one.</source>
        <translation>Eine zweite gespeicherte Spalte außerhalb der Stoßzeit anlegen, die Leser umstellen und die alte löschen.</translation>
    </message>
    <message>
        <source>A new type or expression of a column rewrites the table under ACCESS EXCLUSIVE.</source>
        <translation>Ein neuer Typ oder Ausdruck einer Spalte schreibt die Tabelle unter ACCESS EXCLUSIVE neu.</translation>
    </message>
    <message>
        <source>Everybody who can connect gets %1 on %2, every role of the future included.</source>
        <translation>Wer sich verbinden kann, bekommt %1 auf %2, auch jede künftige Rolle.</translation>
    </message>
    <message>
        <source>Grant it to the roles that need it.</source>
        <translation>Nur den Rollen gewähren, die es brauchen.</translation>
    </message>
    <message>
        <source>Row level security is switched off for %1: whoever may read the table sees the rows of everybody, and nothing says so.</source>
        <translation>Die Zeilensicherheit wird für %1 abgeschaltet: Wer die Tabelle lesen darf, sieht die Zeilen aller, und nichts weist darauf hin.</translation>
    </message>
    <message>
        <source>Leave it on and change the policies; where a task needs all rows, give its role BYPASSRLS.</source>
        <translation>Eingeschaltet lassen und die Policies ändern; wo eine Aufgabe alle Zeilen braucht, ihrer Rolle BYPASSRLS geben.</translation>
    </message>
    <message>
        <source>The policies of %1 no longer hold for its owner: an application that connects as the owner sees all rows.</source>
        <translation>Die Policies von %1 gelten nicht mehr für den Eigentümer: Eine Anwendung, die sich als Eigentümer verbindet, sieht alle Zeilen.</translation>
    </message>
    <message>
        <source>Keep FORCE ROW LEVEL SECURITY where the application owns the table.</source>
        <translation>FORCE ROW LEVEL SECURITY beibehalten, wo die Tabelle der Anwendung gehört.</translation>
    </message>
    <message>
        <source>%1 runs with the rights of its owner and looks names up where its caller says: a caller who may create objects anywhere can have it run theirs.</source>
        <translation>%1 läuft mit den Rechten des Eigentümers und sucht Namen dort, wo der Aufrufer es bestimmt: Wer irgendwo Objekte anlegen darf, kann seine eigenen ausführen lassen.</translation>
    </message>
    <message>
        <source>Set search_path with the function, pg_temp last.</source>
        <translation>search_path mit der Funktion festlegen, pg_temp zuletzt.</translation>
    </message>
    <message>
        <source>Everybody gets a privilege.</source>
        <translation>Alle bekommen ein Recht.</translation>
    </message>
    <message>
        <source>Row level security is switched off, or no longer holds for the owner.</source>
        <translation>Die Zeilensicherheit wird abgeschaltet oder gilt nicht mehr für den Eigentümer.</translation>
    </message>
    <message>
        <source>A SECURITY DEFINER function leaves search_path to its caller.</source>
        <translation>Eine SECURITY-DEFINER-Funktion überlässt search_path ihrem Aufrufer.</translation>
    </message>
    <message>
        <source>statement %1 stopped the rehearsal: statements %2 to %3 were read but not run, so what they change and lock is not among the findings</source>
        <translation>Anweisung %1 hat die Probe beendet: Die Anweisungen %2 bis %3 wurden gelesen, aber nicht ausgeführt; was sie ändern und sperren, steht nicht unter den Befunden</translation>
    </message>
    <message>
        <source>%1 is rebuilt, and the new table counts on from the highest id that was copied: ids of rows deleted earlier may be given out again.</source>
        <translation>%1 wird neu aufgebaut, und die neue Tabelle zählt ab der höchsten kopierten Nummer weiter: Nummern früher gelöschter Zeilen können erneut vergeben werden.</translation>
    </message>
    <message>
        <source>Set AUTO_INCREMENT of the new table to what the old one&apos;s is.</source>
        <translation>AUTO_INCREMENT der neuen Tabelle auf den Wert der alten setzen.</translation>
    </message>
    <message>
        <source>at least %1 rows</source>
        <translation>mindestens %1 Zeilen</translation>
    </message>
    <message>
        <source>statement %1 writes these values, so nobody knows them yet</source>
        <translation>Anweisung %1 schreibt diese Werte erst, noch kennt sie niemand</translation>
    </message>
    <message>
        <source>INSERTs of the old application, which do not set it, fail</source>
        <translation>INSERTs der alten Anwendung, die sie nicht setzen, scheitern</translation>
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
    <message>
        <source>%1: done</source>
        <extracomment>%1 is a task such as &quot;Reading production&quot;, %2 seconds</extracomment>
        <translation>%1: fertig</translation>
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
    <name>Property</name>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>grants</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>tablespace</source>
        <translation>Tablespace</translation>
    </message>
    <message>
        <source>order of options</source>
        <translation>Reihenfolge der Optionen</translation>
    </message>
    <message>
        <source>collation</source>
        <translation>Sortierfolge</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>geerbt</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>triggers</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>replica identity</source>
        <translation>Replikatidentität</translation>
    </message>
    <message>
        <source>persistence</source>
        <translation>Dauerhaftigkeit</translation>
    </message>
    <message>
        <source>on update</source>
        <translation>bei Änderung</translation>
    </message>
    <message>
        <source>nulls not distinct</source>
        <translation>NULL gilt als gleich</translation>
    </message>
    <message>
        <source>not null</source>
        <translation>nicht leer (NOT NULL)</translation>
    </message>
    <message>
        <source>generated name</source>
        <translation>erzeugter Name</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>Schlüsselspalten</translation>
    </message>
    <message>
        <source>invisible</source>
        <translation>unsichtbar</translation>
    </message>
    <message>
        <source>indexes</source>
        <translation>Indexe</translation>
    </message>
    <message>
        <source>included columns</source>
        <translation>mitgeführte Spalten</translation>
    </message>
    <message>
        <source>header</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>definer</source>
        <translation>Definierer</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabewert</translation>
    </message>
    <message>
        <source>constraints</source>
        <translation>Constraints</translation>
    </message>
    <message>
        <source>conflict clause</source>
        <translation>Konfliktklausel</translation>
    </message>
    <message>
        <source>character set</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>auto increment</source>
        <translation>automatisch zählend</translation>
    </message>
    <message>
        <source>access method</source>
        <translation>Zugriffsmethode</translation>
    </message>
    <message>
        <source>without system versioning</source>
        <translation>ohne Systemversionierung</translation>
    </message>
    <message>
        <source>without row id</source>
        <translation>ohne Zeilen-ID</translation>
    </message>
    <message>
        <source>without overlaps</source>
        <translation>ohne Überlappung</translation>
    </message>
    <message>
        <source>virtual module</source>
        <translation>virtuelles Modul</translation>
    </message>
    <message>
        <source>using condition</source>
        <translation>USING-Bedingung</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>eindeutig</translation>
    </message>
    <message>
        <source>kind of type</source>
        <translation>Art des Typs</translation>
    </message>
    <message>
        <source>timing</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>system versioned</source>
        <translation>systemversioniert</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>streng</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>Speicherung</translation>
    </message>
    <message>
        <source>statistics target</source>
        <translation>Statistikziel</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>spatial reference (SRID)</source>
        <translation>Bezugssystem (SRID)</translation>
    </message>
    <message>
        <source>SQL mode</source>
        <translation>SQL-Modus</translation>
    </message>
    <message>
        <source>security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>row level security</source>
        <translation>Zeilensicherheit</translation>
    </message>
    <message>
        <source>row format</source>
        <translation>Zeilenformat</translation>
    </message>
    <message>
        <source>kind of routine</source>
        <translation>Art der Routine</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>returned type</source>
        <translation>Rückgabetyp</translation>
    </message>
    <message>
        <source>restrictive</source>
        <translation>einschränkend</translation>
    </message>
    <message>
        <source>referenced table</source>
        <translation>Zieltabelle</translation>
    </message>
    <message>
        <source>referenced schema</source>
        <translation>Zielschema</translation>
    </message>
    <message>
        <source>referenced columns</source>
        <translation>Zielspalten</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>privilege</source>
        <translation>Recht</translation>
    </message>
    <message>
        <source>prefix length</source>
        <translation>Präfixlänge</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>policies</source>
        <translation>Zeilenrichtlinien</translation>
    </message>
    <message>
        <source>periods</source>
        <translation>Perioden</translation>
    </message>
    <message>
        <source>partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>partition of</source>
        <translation>Partition von</translation>
    </message>
    <message>
        <source>partition key</source>
        <translation>Partitionsschlüssel</translation>
    </message>
    <message>
        <source>partition bound</source>
        <translation>Partitionsgrenze</translation>
    </message>
    <message>
        <source>owned by</source>
        <translation>gehört zu</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>operator class</source>
        <translation>Operatorklasse</translation>
    </message>
    <message>
        <source>columns set on delete</source>
        <translation>beim Löschen gesetzte Spalten</translation>
    </message>
    <message>
        <source>on delete</source>
        <translation>beim Löschen</translation>
    </message>
    <message>
        <source>of type</source>
        <translation>vom Typ</translation>
    </message>
    <message>
        <source>of columns</source>
        <translation>für Spalten</translation>
    </message>
    <message>
        <source>order of nulls</source>
        <translation>Platz von NULL</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>nicht validiert</translation>
    </message>
    <message>
        <source>not populated</source>
        <translation>nicht gefüllt</translation>
    </message>
    <message>
        <source>name of the not null constraint</source>
        <translation>Name des NOT-NULL-Constraints</translation>
    </message>
    <message>
        <source>not enforced</source>
        <translation>nicht durchgesetzt</translation>
    </message>
    <message>
        <source>not inherited</source>
        <translation>wird nicht vererbt</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>materialized</source>
        <translation>materialisiert</translation>
    </message>
    <message>
        <source>match</source>
        <translation>MATCH-Art</translation>
    </message>
    <message>
        <source>last value</source>
        <translation>letzter Wert</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>initially deferred</source>
        <translation>anfangs aufgeschoben</translation>
    </message>
    <message>
        <source>inherits</source>
        <translation>erbt von</translation>
    </message>
    <message>
        <source>increment</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>identity options</source>
        <translation>Identity-Optionen</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>Identity</translation>
    </message>
    <message>
        <source>grantable</source>
        <translation>weitergebbar</translation>
    </message>
    <message>
        <source>grantee</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>kind of generation</source>
        <translation>Art der Erzeugung</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>erzeugt</translation>
    </message>
    <message>
        <source>foreign server</source>
        <translation>Fremdserver</translation>
    </message>
    <message>
        <source>row level security for the owner, too</source>
        <translation>Zeilensicherheit auch für den Eigentümer</translation>
    </message>
    <message>
        <source>exclusion operator</source>
        <translation>Ausschlussoperator</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>storage engine</source>
        <translation>Speicher-Engine</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>absteigend</translation>
    </message>
    <message>
        <source>deferrable</source>
        <translation>aufschiebbar</translation>
    </message>
    <message>
        <source>cycle</source>
        <translation>umlaufend</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>Zählerstand</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>Constraint</translation>
    </message>
    <message>
        <source>compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>order of columns</source>
        <translation>Reihenfolge der Spalten</translation>
    </message>
    <message>
        <source>column level</source>
        <translation>auf Spaltenebene</translation>
    </message>
    <message>
        <source>column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>clustered</source>
        <translation>geclustert</translation>
    </message>
    <message>
        <source>check option</source>
        <translation>Prüfoption (CHECK OPTION)</translation>
    </message>
    <message>
        <source>check</source>
        <translation>Prüfbedingung</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>body</source>
        <translation>Rumpf</translation>
    </message>
    <message>
        <source>base type</source>
        <translation>Basistyp</translation>
    </message>
    <message>
        <source>attached to</source>
        <translation>angehängt an</translation>
    </message>
    <message>
        <source>algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>%1: everything</source>
        <extracomment>Everything that is not compared: %1 is a kind of object such as &quot;Column&quot;</extracomment>
        <translation>%1: alles</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a kind of object such as &quot;Column&quot;, %2 one of its properties</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>Your SSH key</source>
        <translation>Ihr SSH-Schlüssel</translation>
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
        <source>serial %1, held to its rules for risk %2%3</source>
        <translation>Nummer %1, nach ihren Regeln für Risiko %2%3</translation>
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
        <source>a scratch copy of %1 (%2 %3, fingerprint %4)</source>
        <translation>einer Wegwerfkopie von %1 (%2 %3, Fingerabdruck %4)</translation>
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
        <source>Which statement of the generated script touches which object</source>
        <translation>Welche Anweisung des erzeugten Skripts welches Objekt berührt</translation>
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
        <source>Out of date</source>
        <translation>Veraltet</translation>
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
        <source>revision %1, out of date: the files changed since</source>
        <translation>Revision %1, veraltet: Die Dateien haben sich seitdem geändert</translation>
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
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not rehearsed</source>
        <translation>Nicht geprobt</translation>
    </message>
    <message>
        <source>No report is part of this revision.</source>
        <translation>Zu dieser Revision gehört kein Bericht.</translation>
    </message>
    <message numerus="yes">
        <source>%n blocking finding(s)</source>
        <translation>
            <numerusform>%n blockierender Befund</numerusform>
            <numerusform>%n blockierende Befunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waived</source>
        <translation>
            <numerusform>%n ausgenommen</numerusform>
            <numerusform>%n ausgenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Rehearsed, nothing to warn of</source>
        <translation>Geprobt, keine Warnung</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Seither geändert</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>Wie es jetzt ist</translation>
    </message>
    <message>
        <source>%1 bytes, SHA-256 %2</source>
        <extracomment>%1 is a number of bytes, %2 the beginning of a digest</extracomment>
        <translation>%1 Bytes, SHA-256 %2</translation>
    </message>
    <message>
        <source>Please have a look. Needed: %1. %2</source>
        <extracomment>%1 a requirement such as &quot;Sign-off by a person with the role dba&quot;, %2 a reference to the change</extracomment>
        <translation>Bitte ansehen. Gebraucht wird: %1. %2</translation>
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
        <source>Solve it, or have it waived (review waive %1).</source>
        <translation>Beheben Sie ihn, oder lassen Sie ihn ausnehmen (review waive %1).</translation>
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
    <message>
        <source>%1 contributed to this change</source>
        <translation>%1 hat zu dieser Änderung beigetragen</translation>
    </message>
    <message>
        <source>Somebody else has to approve it.</source>
        <translation>Jemand anderes muss sie genehmigen.</translation>
    </message>
    <message>
        <source>The folder has no history in Git: only the signer is recorded as a contributor.</source>
        <translation>Der Ordner hat keine Geschichte in Git: Als Beteiligter ist nur vermerkt, wer signiert.</translation>
    </message>
    <message>
        <source>Not committed as they are: %1. Who wrote them, Git does not know; name them with --contributor, or commit before opening a review.</source>
        <translation>Nicht eingecheckt, wie sie sind: %1. Wer sie geschrieben hat, weiß Git nicht; nennen Sie die Personen mit --contributor, oder checken Sie vor der Prüfung ein.</translation>
    </message>
    <message>
        <source>The Git history is cut short (a shallow clone): earlier authors of these files are not known, and they could approve their own work. Fetch all of it before opening a review.</source>
        <translation>Die Git-Geschichte ist abgeschnitten (ein flacher Klon): Frühere Autoren dieser Dateien sind unbekannt und könnten ihre eigene Arbeit freigeben. Holen Sie die ganze Geschichte, bevor Sie eine Prüfung eröffnen.</translation>
    </message>
    <message>
        <source>Git does not say who wrote these files, so their authors could approve their own work</source>
        <translation>Git sagt nicht, wer diese Dateien geschrieben hat; ihre Autoren könnten also ihre eigene Arbeit freigeben</translation>
    </message>
    <message>
        <source>%1 is named like a way back, but a runner would run it as a migration; it is signed as one.</source>
        <translation>%1 heißt wie ein Rückweg, aber ein Werkzeug würde es als Migration ausführen; als solche wird es signiert.</translation>
    </message>
    <message>
        <source>%1 says that %2 was begun and did not end: see what it left behind (countersignctl verify).</source>
        <translation>Laut %1 wurde %2 begonnen und nicht beendet: Sehen Sie nach, was zurückblieb (countersignctl verify).</translation>
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
    <message>
        <source>The statement</source>
        <translation>Die Anweisung</translation>
    </message>
    <message>
        <source>Statement %1, line %2</source>
        <extracomment>%1 is the number of a statement, %2 of a line of the script</extracomment>
        <translation>Anweisung %1, Zeile %2</translation>
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
    <message>
        <source>Rules of the comparison</source>
        <translation>Regeln des Vergleichs</translation>
    </message>
    <message>
        <source>Mark as viewed</source>
        <translation>Als angesehen markieren</translation>
    </message>
    <message>
        <source>Mark as not viewed</source>
        <translation>Als nicht angesehen markieren</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>%n verborgen</numerusform>
            <numerusform>%n verborgen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) hidden by the filter; clear it</source>
        <translation>
            <numerusform>%n Objekt vom Filter verborgen; Filter leeren</numerusform>
            <numerusform>%n Objekte vom Filter verborgen; Filter leeren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) shown, %1 hidden</source>
        <translation>
            <numerusform>%n Objekt gezeigt, %1 verborgen</numerusform>
            <numerusform>%n Objekte gezeigt, %1 verborgen</numerusform>
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
    <message>
        <source>Saving where the migrations are</source>
        <translation>Ort der Migrationen wird gespeichert</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesend</translation>
    </message>
    <message>
        <source>role may write</source>
        <translation>Rolle darf schreiben</translation>
    </message>
    <message>
        <source>read-only enforced</source>
        <translation>nur lesend, erzwungen</translation>
    </message>
    <message>
        <source>read-only session, role may write</source>
        <translation>nur lesende Sitzung, Rolle darf schreiben</translation>
    </message>
    <message>
        <source>not protected against writing</source>
        <translation>nicht gegen Schreiben geschützt</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <extracomment>in the menu Edit: what undo takes back; %1 is a folder</extracomment>
        <translation>%1 vergessen</translation>
    </message>
    <message>
        <source>%1 is no longer listed; its files stay as they are. Undo brings it back.</source>
        <translation>%1 steht nicht mehr in der Liste; seine Dateien bleiben, wie sie sind. Rückgängig holt es zurück.</translation>
    </message>
</context>
<context>
    <name>countersign::gui::DatabaseRow</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Connection or file</source>
        <translation>Verbindung oder Datei</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
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
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Host, user, TLS, SSH and password</source>
        <translation>Rechner, Benutzer, TLS, SSH und Passwort</translation>
    </message>
    <message>
        <source>Choose an SQLite file</source>
        <translation>SQLite-Datei wählen</translation>
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
        <translation>Verwenden Sie eine Passwortdatei, eine Service-Datei oder den Schlüsselbund.</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Nicht versucht</translation>
    </message>
    <message>
        <source>A URL, or a file; never a password</source>
        <translation>Eine URL oder eine Datei; niemals ein Passwort</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Trying</source>
        <translation>Wird versucht</translation>
    </message>
    <message>
        <source>Testing %1</source>
        <extracomment>%1 is an environment</extracomment>
        <translation>%1 wird getestet</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Choose the database file</source>
        <translation>Datenbankdatei wählen</translation>
    </message>
    <message>
        <source>Connection to %1</source>
        <extracomment>%1 is an environment</extracomment>
        <translation>Verbindung zu %1</translation>
    </message>
    <message>
        <source>Keeping the password</source>
        <translation>Passwort wird aufbewahrt</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Nicht aufbewahrt</translation>
    </message>
    <message>
        <source>Reached, not protected</source>
        <translation>Erreicht, nicht geschützt</translation>
    </message>
    <message>
        <source>Reached, but this role may write</source>
        <translation>Erreicht, aber diese Rolle darf schreiben</translation>
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
    <message>
        <source>Owner</source>
        <extracomment>who owns an object of a database; %1 now, %2 as proposed</extracomment>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>%1, proposed: %2</source>
        <translation>%1, vorgeschlagen: %2</translation>
    </message>
    <message>
        <source>only as proposed</source>
        <translation>nur wie vorgeschlagen</translation>
    </message>
    <message>
        <source>now, no longer as proposed</source>
        <translation>jetzt, nicht mehr wie vorgeschlagen</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Gebraucht von</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Braucht</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: see Dependents</source>
        <translation>
            <numerusform>und %n weiteres: siehe „Abhängige“</numerusform>
            <numerusform>und %n weitere: siehe „Abhängige“</numerusform>
        </translation>
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
        <source>%1 in %2</source>
        <extracomment>%1 is an object, %2 an environment</extracomment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1, and what %2 proposes</source>
        <extracomment>of a text that merges two sides; %1 and %2 are their names</extracomment>
        <translation>%1, und was %2 vorschlägt</translation>
    </message>
    <message>
        <source>All %1 rows</source>
        <translation>Alle %1 Zeilen</translation>
    </message>
    <message>
        <source>Rows %1 to %2 of %3</source>
        <translation>Zeilen %1 bis %2 von %3</translation>
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
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>Zuletzt gelesen</translation>
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
    <message>
        <source>The test reaches the server, signs in, and says whether the role could write.</source>
        <translation>Die Prüfung erreicht den Server, meldet sich an und sagt, ob die Rolle schreiben könnte.</translation>
    </message>
    <message>
        <source>session only</source>
        <translation>nur die Sitzung</translation>
    </message>
    <message>
        <source>Save the environment</source>
        <translation>Umgebung speichern</translation>
    </message>
    <message>
        <source>Remove the environment</source>
        <translation>Umgebung entfernen</translation>
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
    <name>countersign::gui::FactList</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>countersign::gui::FindBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>No hit</source>
        <translation>Kein Treffer</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Hit %1 of %2</source>
        <extracomment>which of the places where a text was found is shown</extracomment>
        <translation>Treffer %1 von %2</translation>
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
        <source>read %1</source>
        <translation>gelesen %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
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
    <message>
        <source>New wor&amp;kspace…</source>
        <translation>Neuer A&amp;rbeitsbereich…</translation>
    </message>
    <message>
        <source>Set &amp;up sign-off…</source>
        <translation>Freigabe ein&amp;richten…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>Es gibt nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation>Es wurde nichts zurückgenommen</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <extracomment>%1 is what was done, such as &quot;Forget shop&quot;</extracomment>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <source>Nothing is under review</source>
        <translation>Nichts liegt zur Prüfung vor</translation>
    </message>
    <message>
        <source>Nothing was compared yet</source>
        <translation>Noch wurde nichts verglichen</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>Kein Arbeitsbereich ist geöffnet</translation>
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
        <translation>Geprobt um %1, Dauer %2</translation>
    </message>
    <message>
        <source>Rehearsal at %1 stopped at statement %2</source>
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
        <source>Table size</source>
        <translation>Tabellengröße</translation>
    </message>
    <message>
        <source>%1, %2 in production</source>
        <translation>%1, %2 in Produktion</translation>
    </message>
    <message>
        <source>Server says</source>
        <translation>Server meldet</translation>
    </message>
    <message>
        <source>Mark as seen</source>
        <translation>Als gesehen markieren</translation>
    </message>
    <message>
        <source>Mark as not seen</source>
        <translation>Als nicht gesehen markieren</translation>
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
    <message>
        <source>found: %1 · %2</source>
        <extracomment>what the filter found within an object, such as &quot;Column status&quot;; %2 is all that changes in it</extracomment>
        <translation>gefunden: %1 · %2</translation>
    </message>
</context>
<context>
    <name>countersign::gui::OpenReviewDialog</name>
    <message>
        <source>forward</source>
        <translation>vorwärts</translation>
    </message>
    <message>
        <source>way back</source>
        <translation>Rückweg</translation>
    </message>
    <message>
        <source>other file</source>
        <translation>andere Datei</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Files that are signed</source>
        <translation>Dateien, die signiert werden</translation>
    </message>
    <message>
        <source>Sign and open</source>
        <translation>Signieren und öffnen</translation>
    </message>
    <message>
        <source>Sign the revision and open its review</source>
        <translation>Die Fassung signieren und ihre Prüfung öffnen</translation>
    </message>
    <message>
        <source>Open a review</source>
        <translation>Prüfung öffnen</translation>
    </message>
    <message>
        <source>folder of migration files</source>
        <translation>Ordner mit Migrationsdateien</translation>
    </message>
    <message>
        <source>what the change does, for lists</source>
        <translation>was die Änderung tut, für Listen</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Choose the folder of migration files</source>
        <translation>Ordner mit Migrationsdateien wählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose the folder of migration files.</source>
        <translation>Wählen Sie den Ordner mit den Migrationsdateien.</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>There is no file in this folder.</source>
        <translation>In diesem Ordner ist keine Datei.</translation>
    </message>
    <message>
        <source>Your SSH key signs these bytes.</source>
        <translation>Ihr SSH-Schlüssel signiert diese Bytes.</translation>
    </message>
</context>
<context>
    <name>countersign::gui::PageBar</name>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Previous page of this text (Ctrl+Page Up)</source>
        <translation>Vorige Seite dieses Textes (Strg+Bild auf)</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Next page of this text (Ctrl+Page Down)</source>
        <translation>Nächste Seite dieses Textes (Strg+Bild ab)</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show all lines of this text at once</source>
        <translation>Alle Zeilen dieses Textes auf einmal zeigen</translation>
    </message>
    <message>
        <source>Show pages</source>
        <translation>Seiten zeigen</translation>
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
        <source>Workspace %1</source>
        <translation>Arbeitsbereich %1</translation>
    </message>
    <message>
        <source>%1 is missing. Enter locates it, Delete forgets it.</source>
        <translation>%1 fehlt. Eingabe sucht es, Entf vergisst es.</translation>
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
        <source>Conversation, people, what changed and timeline</source>
        <translation>Gespräch, Personen, Änderungen und Verlauf</translation>
    </message>
    <message>
        <source>Since the signature</source>
        <translation>Seit der Unterschrift</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is “Since you signed”, %2 how many statements are not as they were signed
----------
what a button does, and for which requirement</extracomment>
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
    <message>
        <source>What is signed</source>
        <translation>Was unterschrieben wird</translation>
    </message>
    <message>
        <source>Open a workspace first, or make one: its ledger holds who signed what.</source>
        <translation>Öffnen Sie zuerst einen Arbeitsbereich, oder legen Sie einen an: Sein Hauptbuch hält fest, wer was signiert hat.</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>Neuer Arbeitsbereich…</translation>
    </message>
    <message>
        <source>Nobody can sign here yet</source>
        <translation>Hier kann noch niemand signieren</translation>
    </message>
    <message>
        <source>This workspace has no review ledger. Setting it up takes a key, a policy and a minute.</source>
        <translation>Dieser Arbeitsbereich hat kein Prüf-Hauptbuch. Es einzurichten braucht einen Schlüssel, eine Richtlinie und eine Minute.</translation>
    </message>
    <message>
        <source>Set up sign-off…</source>
        <translation>Freigabe einrichten…</translation>
    </message>
    <message>
        <source>Open the first review…</source>
        <translation>Erste Prüfung öffnen…</translation>
    </message>
    <message>
        <source>Verify chain</source>
        <translation>Kette prüfen</translation>
    </message>
    <message>
        <source>Verify every link and signature of the ledger</source>
        <translation>Jedes Glied und jede Signatur des Ledgers prüfen</translation>
    </message>
    <message>
        <source>Recomputes every link and signature from the first event on, and trusts nothing that was verified before</source>
        <translation>Rechnet jedes Glied und jede Signatur vom ersten Ereignis an nach und vertraut nichts, was früher geprüft wurde</translation>
    </message>
    <message>
        <source>Ask…</source>
        <translation>Bitten…</translation>
    </message>
    <message>
        <source>Rehearse and check</source>
        <translation>Proben und prüfen</translation>
    </message>
    <message>
        <source>Go to the comment</source>
        <translation>Zum Kommentar</translation>
    </message>
    <message>
        <source>The request was copied: paste it where your team talks.</source>
        <translation>Die Bitte wurde kopiert: dort einfügen, wo das Team spricht.</translation>
    </message>
    <message>
        <source>Verifying the ledger</source>
        <translation>Ledger wird geprüft</translation>
    </message>
    <message numerus="yes">
        <source>The ledger does not hold: %n problem(s)</source>
        <translation>
            <numerusform>Das Ledger hält nicht: %n Problem</numerusform>
            <numerusform>Das Ledger hält nicht: %n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every link and signature of %n event(s) holds.</source>
        <translation>
            <numerusform>Jedes Glied und jede Signatur von %n Ereignis hält.</numerusform>
            <numerusform>Jedes Glied und jede Signatur von %n Ereignissen hält.</numerusform>
        </translation>
    </message>
    <message>
        <source>Verified from the first event on, up to %1.</source>
        <extracomment>%1 is the size and short link of the ledger&apos;s last event</extracomment>
        <translation>Geprüft vom ersten Ereignis an bis %1.</translation>
    </message>
    <message>
        <source>Signed, but know this about the revision</source>
        <translation>Signiert – das sollten Sie über die Fassung wissen</translation>
    </message>
    <message>
        <source>Conversation: %1</source>
        <extracomment>%1 how many comments are open</extracomment>
        <translation>Gespräch: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n open comment(s)</source>
        <translation>
            <numerusform>%n offener Kommentar</numerusform>
            <numerusform>%n offene Kommentare</numerusform>
        </translation>
    </message>
    <message>
        <source>Change under review</source>
        <translation>Änderung in Prüfung</translation>
    </message>
    <message>
        <source>Drafts of comments, which nobody else sees yet</source>
        <translation>Entwürfe von Kommentaren, die sonst noch niemand sieht</translation>
    </message>
    <message>
        <source>For %1: %2</source>
        <extracomment>%1 an environment, %2 a verdict such as &quot;Waiting&quot;</extracomment>
        <translation>Für %1: %2</translation>
    </message>
    <message>
        <source>The files belong to the newest change for production: choose that one</source>
        <translation>Die Dateien gehören zur neuesten Änderung für die Produktion: diese auswählen</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) not sent</source>
        <translation>
            <numerusform>%n Entwurf nicht gesendet</numerusform>
            <numerusform>%n Entwürfe nicht gesendet</numerusform>
        </translation>
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
    <message>
        <source>Take statements of the script</source>
        <translation>Anweisungen des Skripts übernehmen</translation>
    </message>
    <message>
        <source>Leave out statements of the script</source>
        <translation>Anweisungen des Skripts weglassen</translation>
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
    <name>countersign::gui::SetupDialog</name>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>Set up sign-off</source>
        <translation>Freigabe einrichten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create and sign</source>
        <translation>Anlegen und signieren</translation>
    </message>
    <message>
        <source>Write these files and sign the beginning of the ledger</source>
        <translation>Diese Dateien schreiben und den Beginn des Hauptbuchs signieren</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose the folder of the workspace</source>
        <translation>Ordner des Arbeitsbereichs wählen</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>Choose the folder of migration files</source>
        <translation>Ordner mit Migrationsdateien wählen</translation>
    </message>
    <message>
        <source>folder of migration files, can wait</source>
        <translation>Ordner mit Migrationsdateien, kann warten</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Add another database</source>
        <translation>Weitere Datenbank hinzufügen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test the connections</source>
        <translation>Die Verbindungen testen</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>Wer signiert</translation>
    </message>
    <message>
        <source>Your short name</source>
        <translation>Ihr Kurzname</translation>
    </message>
    <message>
        <source>Make a key…</source>
        <translation>Schlüssel anlegen…</translation>
    </message>
    <message>
        <source>Make a new SSH key</source>
        <translation>Neuen SSH-Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Another key…</source>
        <translation>Anderer Schlüssel…</translation>
    </message>
    <message>
        <source>Choose an SSH key file</source>
        <translation>SSH-Schlüsseldatei wählen</translation>
    </message>
    <message>
        <source>SSH keys at hand</source>
        <translation>Vorhandene SSH-Schlüssel</translation>
    </message>
    <message>
        <source>Who approves</source>
        <translation>Wer gibt frei</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Allein</translation>
    </message>
    <message>
        <source>You approve your own changes, and every verdict says that nobody else looked.</source>
        <translation>Sie geben Ihre eigenen Änderungen frei, und jedes Urteil sagt, dass sonst niemand hingesehen hat.</translation>
    </message>
    <message>
        <source>Small team: four eyes</source>
        <translation>Kleines Team: vier Augen</translation>
    </message>
    <message>
        <source>Whoever wrote a change, one other person approves it.</source>
        <translation>Wer auch immer eine Änderung schrieb: Eine andere Person gibt sie frei.</translation>
    </message>
    <message>
        <source>Regulated: separation of duties</source>
        <translation>Reguliert: Funktionstrennung</translation>
    </message>
    <message>
        <source>Two database administrators and an owner approve; rehearsal and a tested way back are required; a pipeline deploys.</source>
        <translation>Zwei Datenbankadministratoren und ein Eigentümer geben frei; Probe und erprobter Rückweg sind Pflicht; eine Pipeline spielt ein.</translation>
    </message>
    <message>
        <source>Public keys of colleagues</source>
        <translation>Öffentliche Schlüssel von Kolleginnen und Kollegen</translation>
    </message>
    <message>
        <source>Colleagues, one public key a line. They can be added later in countersign/policy.toml, too.</source>
        <translation>Kolleginnen und Kollegen, ein öffentlicher Schlüssel je Zeile. Sie lassen sich auch später in countersign/policy.toml eintragen.</translation>
    </message>
    <message>
        <source>Files that will be written</source>
        <translation>Dateien, die geschrieben werden</translation>
    </message>
    <message>
        <source>What the file will hold</source>
        <translation>Was in der Datei stehen wird</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>Appears here as you fill in the left side.</source>
        <translation>Erscheint hier, während Sie die linke Seite ausfüllen.</translation>
    </message>
    <message>
        <source>%1 on a security key</source>
        <extracomment>%1 is the type of a key that lives on a FIDO token</extracomment>
        <translation>%1 auf einem Sicherheitsschlüssel</translation>
    </message>
    <message>
        <source>There is a workspace here: what its countersign.toml says stays.</source>
        <translation>Hier ist ein Arbeitsbereich: Was in seiner countersign.toml steht, bleibt.</translation>
    </message>
    <message>
        <source>A countersign.toml is written here; nothing else in the folder is touched.</source>
        <translation>Hier wird eine countersign.toml geschrieben; sonst wird im Ordner nichts angerührt.</translation>
    </message>
    <message>
        <source>The folder will be made.</source>
        <translation>Der Ordner wird angelegt.</translation>
    </message>
    <message>
        <source>in the agent</source>
        <translation>im Agenten</translation>
    </message>
    <message>
        <source>No SSH key was found. “Make a key” makes %1 and asks for a passphrase.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>Kein SSH-Schlüssel gefunden. „Schlüssel anlegen“ legt %1 an und fragt nach einer Passphrase.</translation>
    </message>
    <message>
        <source>Making a key</source>
        <translation>Schlüssel wird angelegt</translation>
    </message>
    <message>
        <source>No key was made</source>
        <translation>Es wurde kein Schlüssel angelegt</translation>
    </message>
    <message>
        <source>Looking for keys…</source>
        <translation>Schlüssel werden gesucht…</translation>
    </message>
    <message>
        <source>This workspace has a ledger already: open it instead.</source>
        <translation>Dieser Arbeitsbereich hat schon ein Hauptbuch: Öffnen Sie ihn stattdessen.</translation>
    </message>
    <message>
        <source>Trying the databases…</source>
        <translation>Datenbanken werden versucht…</translation>
    </message>
    <message>
        <source>Next: say which database is production.</source>
        <translation>Als Nächstes: Welche Datenbank ist die Produktion?</translation>
    </message>
    <message>
        <source>Next: a key to sign with.</source>
        <translation>Als Nächstes: ein Schlüssel zum Signieren.</translation>
    </message>
    <message>
        <source>Next: your short name.</source>
        <translation>Als Nächstes: Ihr Kurzname.</translation>
    </message>
    <message>
        <source>There is no folder of migrations</source>
        <translation>Es gibt keinen Migrationsordner</translation>
    </message>
    <message>
        <source>And, once your key has signed: %1, which holds every signed event, and %2, which pins the first one.</source>
        <extracomment>%1 and %2 are files</extracomment>
        <translation>Und, sobald Ihr Schlüssel signiert hat: %1 mit jedem signierten Ereignis und %2, das das erste festhält.</translation>
    </message>
    <message>
        <source>A database was not reached: the policy will not pin which server it is.</source>
        <translation>Eine Datenbank wurde nicht erreicht: Die Richtlinie hält nicht fest, welcher Server es ist.</translation>
    </message>
    <message>
        <source>You can begin now; to approve, this policy needs a colleague’s key.</source>
        <translation>Sie können jetzt beginnen; zum Freigeben braucht diese Richtlinie den Schlüssel einer anderen Person.</translation>
    </message>
    <message>
        <source>Your key signs twice: the beginning of the ledger, and the policy.</source>
        <translation>Ihr Schlüssel signiert zweimal: den Beginn des Hauptbuchs und die Richtlinie.</translation>
    </message>
    <message>
        <source>%1 – is there, and gets these lines</source>
        <translation>%1 – ist da und bekommt diese Zeilen</translation>
    </message>
    <message>
        <source>Signing… a passphrase or a touch may be asked for.</source>
        <translation>Wird signiert… vielleicht wird nach einer Passphrase oder Berührung gefragt.</translation>
    </message>
    <message>
        <source>Setting up sign-off</source>
        <translation>Freigabe wird eingerichtet</translation>
    </message>
    <message>
        <source>Cancelled: nothing was written.</source>
        <translation>Abgebrochen: Nichts wurde geschrieben.</translation>
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
        <source>You contributed to this change, so your approval cannot count</source>
        <translation>Sie haben an dieser Änderung mitgewirkt, Ihre Freigabe kann daher nicht zählen</translation>
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
    <message>
        <source>Viewed</source>
        <translation>Angesehen</translation>
    </message>
    <message>
        <source>nothing was compared in this window</source>
        <translation>in diesem Fenster wurde nichts verglichen</translation>
    </message>
    <message>
        <source>%1 of %2 objects</source>
        <translation>%1 von %2 Objekten</translation>
    </message>
    <message>
        <source>the migration was not opened in this window</source>
        <translation>die Migration wurde in diesem Fenster nicht geöffnet</translation>
    </message>
    <message>
        <source>%1 of %2 statements</source>
        <translation>%1 von %2 Anweisungen</translation>
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
    <name>countersign::gui::SqlView</name>
    <message>
        <source>All %1 lines</source>
        <translation>Alle %1 Zeilen</translation>
    </message>
    <message>
        <source>Lines %1 to %2 of %3</source>
        <translation>Zeilen %1 bis %2 von %3</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>In diesem Text suchen</translation>
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
    <message>
        <source>Environments</source>
        <translation>Umgebungen</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUKTION</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>Neuer Arbeitsbereich…</translation>
    </message>
    <message>
        <source>Set up sign-off…</source>
        <translation>Freigabe einrichten…</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>Set up sign-off</source>
        <translation>Freigabe einrichten</translation>
    </message>
    <message>
        <source>Migrations: %1</source>
        <translation>Migrationen: %1</translation>
    </message>
    <message>
        <source>Where is %1 now?</source>
        <extracomment>%1 is a folder</extracomment>
        <translation>Wo ist %1 jetzt?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
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
        <source>not fully judged</source>
        <translation>nicht vollständig beurteilt</translation>
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
        <source>Table size</source>
        <translation>Tabellengröße</translation>
    </message>
    <message>
        <source>Table size: the rows that the largest table of the statement has in production</source>
        <translation>Tabellengröße: die Zeilen, die die größte Tabelle der Anweisung in Produktion hat</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>%1, held since statement %2</source>
        <extracomment>%1 a lock mode, %2 the number of the statement that took it</extracomment>
        <translation>%1, gehalten seit Anweisung %2</translation>
    </message>
    <message>
        <source>already held</source>
        <translation>schon gehalten</translation>
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
        <source>Loses data</source>
        <translation>Verliert Daten</translation>
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
