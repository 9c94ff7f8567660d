<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionGroup</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>前往(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>评审(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>任务(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
</context>
<context>
    <name>CodePane</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Characters that cannot be seen: %1</source>
        <extracomment>%1 is a list such as &quot;U+202E right-to-left override&quot;</extracomment>
        <translation>不可见字符：%1</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <extracomment>%1 is an object or a file, %2 the number of a line, %3 its text</extracomment>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>Copy as HTML</source>
        <translation>复制为 HTML</translation>
    </message>
    <message>
        <source>Copy a reference to this line</source>
        <translation>复制此行的引用</translation>
    </message>
    <message>
        <source>Comment on this line</source>
        <translation>评论此行</translation>
    </message>
</context>
<context>
    <name>Comments</name>
    <message>
        <source>statement %1 of %2</source>
        <extracomment>%1 is the number of a statement, %2 a file</extracomment>
        <translation>%2 的语句 %1</translation>
    </message>
</context>
<context>
    <name>CompareIndex</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n 个列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n index(es)</source>
        <translation>
            <numerusform>%n 个索引</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n constraint(s)</source>
        <translation>
            <numerusform>%n 个约束</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trigger(s)</source>
        <translation>
            <numerusform>%n 个触发器</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other part(s)</source>
        <translation>
            <numerusform>%n 个其他部分</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>dropped, with its data</source>
        <translation>删除，连同数据</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>原为 %1</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Materialized view</source>
        <translation>物化视图</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>触发器</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>例程</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>partly not compared: %1</source>
        <extracomment>%1 is the reason</extracomment>
        <translation>部分未比较：%1</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Materialized views</source>
        <translation>物化视图</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>触发器</translation>
    </message>
    <message>
        <source>Routines</source>
        <translation>例程</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>loses data</source>
        <translation>丢失数据</translation>
    </message>
    <message>
        <source>needs a person</source>
        <translation>需要人工处理</translation>
    </message>
    <message>
        <source>rewrites the table</source>
        <translation>重写整个表</translation>
    </message>
    <message>
        <source>reads the whole table</source>
        <translation>读取整个表</translation>
    </message>
    <message>
        <source>catalog only</source>
        <translation>仅更改目录</translation>
    </message>
    <message>
        <source>blocks reads and writes</source>
        <translation>阻塞读和写</translation>
    </message>
    <message>
        <source>blocks writes</source>
        <translation>阻塞写</translation>
    </message>
    <message>
        <source>blocks nobody</source>
        <translation>不阻塞任何人</translation>
    </message>
    <message>
        <source>lock unknown</source>
        <translation>锁未知</translation>
    </message>
</context>
<context>
    <name>Connection</name>
    <message>
        <source>the role may write to %1</source>
        <translation>该角色可写入 %1</translation>
    </message>
    <message>
        <source>Give Countersign a role with SELECT only (for example a member of pg_read_all_data).</source>
        <translation>请给 Countersign 一个只有 SELECT 权限的角色（例如 pg_read_all_data 的成员）。</translation>
    </message>
    <message>
        <source>read-only session, and the role cannot write</source>
        <translation>只读会话，且该角色无法写入</translation>
    </message>
    <message>
        <source>the server did not confirm a read-only session</source>
        <translation>服务器未确认只读会话</translation>
    </message>
    <message>
        <source>The rights of the role could not be read.</source>
        <translation>无法读取该角色的权限。</translation>
    </message>
    <message>
        <source>the role has %1</source>
        <translation>该角色拥有 %1</translation>
    </message>
    <message>
        <source>Give Countersign an account with SELECT, SHOW VIEW, TRIGGER and PROCESS only.</source>
        <translation>请给 Countersign 一个只有 SELECT、SHOW VIEW、TRIGGER 和 PROCESS 权限的账户。</translation>
    </message>
    <message>
        <source>inside the SSH tunnel, which ends at the server: %1</source>
        <translation>在 SSH 隧道内，隧道终止于服务器：%1</translation>
    </message>
    <message>
        <source>a local file or socket</source>
        <translation>本地文件或套接字</translation>
    </message>
    <message>
        <source>encrypted as far as %1 only, not from there to %2</source>
        <translation>仅加密到 %1，从那里到 %2 未加密</translation>
    </message>
    <message>
        <source>Let ssh go to the database server itself, or connect without ssh and with TLS.</source>
        <translation>让 ssh 直接连到数据库服务器，或不用 ssh 而用 TLS 连接。</translation>
    </message>
    <message>
        <source>the connection is not encrypted</source>
        <translation>连接未加密</translation>
    </message>
    <message>
        <source>Set sslmode=verify-full (MySQL family: ssl-mode=VERIFY_IDENTITY).</source>
        <translation>请设置 sslmode=verify-full（MySQL 系列：ssl-mode=VERIFY_IDENTITY）。</translation>
    </message>
    <message>
        <source>a file needs none</source>
        <translation>文件不需要</translation>
    </message>
    <message>
        <source>the file is opened read-only</source>
        <translation>文件以只读方式打开</translation>
    </message>
    <message>
        <source>the role may create objects in schema %1</source>
        <translation>该角色可以在模式 %1 中创建对象</translation>
    </message>
    <message>
        <source>Revoke CREATE on that schema from the role, and from PUBLIC.</source>
        <translation>请从该角色和 PUBLIC 收回此模式上的 CREATE 权限。</translation>
    </message>
    <message>
        <source>There is no keyring here: no Secret Service (GNOME Keyring, KeePassXC) and no KWallet answers in this session</source>
        <translation>此处没有密钥环：本会话中没有 Secret Service（GNOME Keyring、KeePassXC），也没有 KWallet 应答</translation>
    </message>
    <message>
        <source>Start one of them. Use a password file (~/.pgpass, ~/.my.cnf) or a service file instead.</source>
        <translation>请启动其中之一，或改用密码文件（~/.pgpass、~/.my.cnf）或服务文件。</translation>
    </message>
    <message>
        <source>Use a password file (~/.pgpass, ~/.my.cnf) or a service file instead.</source>
        <translation>请改用密码文件（~/.pgpass、~/.my.cnf）或服务文件。</translation>
    </message>
    <message>
        <source>The keyring does not answer</source>
        <translation>密钥环没有应答</translation>
    </message>
    <message>
        <source>Unlock it, or use a password file instead.</source>
        <translation>请解锁密钥环，或改用密码文件。</translation>
    </message>
    <message>
        <source>The keyring has no password for this server</source>
        <translation>密钥环中没有此服务器的密码</translation>
    </message>
    <message>
        <source>Store it on the page Environments.</source>
        <translation>请在“环境”页面上保存密码。</translation>
    </message>
    <message>
        <source>The keyring was not opened</source>
        <translation>密钥环未打开</translation>
    </message>
    <message>
        <source>The keyring cannot be used: %1</source>
        <translation>无法使用密钥环：%1</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message numerus="yes">
        <source>… %n unchanged line(s)</source>
        <translation>
            <numerusform>… %n 行未更改</numerusform>
        </translation>
    </message>
    <message>
        <source>added: %1</source>
        <extracomment>%1 is a line of SQL</extracomment>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <extracomment>%1 is a line of SQL</extracomment>
        <translation>删除：%1</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <extracomment>%1 and %2 are lines of SQL</extracomment>
        <translation>%1 变为 %2</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>%1, but %2 is not as this or a later statement leaves it</source>
        <translation>%1，但 %2 与此语句或之后语句留下的状态不同</translation>
    </message>
    <message>
        <source>%1 is neither as before nor as after this statement</source>
        <translation>%1 既不同于此语句之前，也不同于之后</translation>
    </message>
    <message>
        <source>%1 is the same before this statement and after statement %2</source>
        <translation>%1 在此语句之前与语句 %2 之后相同</translation>
    </message>
    <message>
        <source>%1 is as statement %2 leaves it, which overwrites this one</source>
        <translation>%1 是语句 %2 留下的状态，它覆盖了此语句</translation>
    </message>
    <message>
        <source>%1 is still there as it was</source>
        <translation>%1 仍在，保持原样</translation>
    </message>
    <message>
        <source>%1 as it was before is gone</source>
        <translation>原来的 %1 已不存在</translation>
    </message>
    <message>
        <source>%1 is as this statement leaves it</source>
        <translation>%1 是此语句留下的状态</translation>
    </message>
    <message>
        <source>%1 is as before</source>
        <translation>%1 与之前相同</translation>
    </message>
    <message>
        <source>%1 is not yet as this statement makes it</source>
        <translation>%1 尚未成为此语句所创建的样子</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 已存在</translation>
    </message>
    <message>
        <source>The statement failed in the rehearsal, so its effects are not known</source>
        <translation>该语句在演练中失败，因此其效果未知</translation>
    </message>
    <message>
        <source>It changes data only; the catalog cannot show it</source>
        <translation>它只更改数据；系统目录无法显示</translation>
    </message>
    <message>
        <source>It changes the session only; nothing of it stays</source>
        <translation>它只更改会话；不会留下任何内容</translation>
    </message>
    <message>
        <source>It changed nothing in the schema; the catalog cannot show it</source>
        <translation>它没有更改模式；系统目录无法显示</translation>
    </message>
    <message>
        <source>Statement %1 after it took effect: run in order, this one did too; run by hand, nobody can tell</source>
        <translation>之后的语句 %1 已生效：若按顺序执行，此语句也已生效；若手工执行，则无人能断定</translation>
    </message>
    <message>
        <source>Statement %1 changes data only and may have run already: look before running it again.</source>
        <translation>语句 %1 只更改数据，可能已经执行过：再次执行前请先查看。</translation>
    </message>
    <message>
        <source>No row of %1 is left that it would change; %2 are as it leaves them</source>
        <translation>%1 中没有它还会更改的行；%2 已是它留下的样子</translation>
    </message>
    <message>
        <source>No row of %1 is left that it would change: it ran, or it had nothing to do</source>
        <translation>%1 中没有它还会更改的行：它运行过，或者无事可做</translation>
    </message>
    <message>
        <source>Of its rows %1 has %2, none is missing</source>
        <translation>其行中 %1 有 %2 行，没有缺少</translation>
    </message>
    <message>
        <source>What it reads is gone since; %1, which this migration made empty, is filled (%2)</source>
        <translation>它读取的内容此后已不存在；%1 由此迁移建为空，现已填充（%2）</translation>
    </message>
    <message>
        <source>%1, as it would however often it ran: this says nothing</source>
        <translation>%1，无论运行多少次都会如此：这说明不了什么</translation>
    </message>
    <message>
        <source>%1, but statement %2 may have changed the same rows since</source>
        <translation>%1，但语句 %2 此后可能更改了相同的行</translation>
    </message>
    <message>
        <source>%1: it did not run, or they were written since; statement %2 after it took effect</source>
        <translation>%1：它没有运行，或者这些行此后被写入；其后的语句 %2 已生效</translation>
    </message>
    <message>
        <source>%1 and has %2</source>
        <translation>%1，并有 %2</translation>
    </message>
    <message>
        <source>%1 lacks %2 of its rows</source>
        <translation>%1 缺少其中 %2 行</translation>
    </message>
    <message>
        <source>It would still change %1 of %2</source>
        <translation>它还会更改 %2 的 %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>%1 row</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>There is no %1, so it cannot have taken effect</source>
        <translation>没有%1，所以它不可能已生效</translation>
    </message>
    <message>
        <source>%1, which statement %2 makes</source>
        <translation>由第 %2 条语句创建的%1</translation>
    </message>
    <message>
        <source>It changes nothing that stays</source>
        <translation>它没有改变任何会保留的内容</translation>
    </message>
    <message>
        <source>It may do anything; the catalog cannot show whether it ran</source>
        <translation>它可能做任何事；目录无法显示它是否运行过</translation>
    </message>
    <message>
        <source>Without it the expected schema is not reached from here</source>
        <translation>没有它，就无法从此处到达预期的模式</translation>
    </message>
    <message>
        <source>The expected schema is there: nothing is left for it to do</source>
        <translation>预期的模式已存在：它已无事可做</translation>
    </message>
    <message>
        <source>It changes nothing here: it ran, or what it makes was there before</source>
        <translation>它在此处不改变任何内容：它已运行，或它要创建的内容之前就存在</translation>
    </message>
    <message>
        <source>With it and without it the expected schema is reached from here: the catalog cannot tell</source>
        <translation>有没有它都能从此处到达预期的模式：目录无法判断</translation>
    </message>
    <message>
        <source>The rehearsal did not get this far, so its effects are not known</source>
        <translation>演练没有进行到这里，所以它的效果未知</translation>
    </message>
    <message>
        <source>Statement %1 took effect for some rows only: complete them before running it again.</source>
        <translation>第 %1 条语句只对部分行生效：再次运行前请先补全它们。</translation>
    </message>
    <message>
        <source>The changes of rows at the beginning were left out; only what follows them was rehearsed</source>
        <translation>开头对行的更改被省略；只演练了其后的部分</translation>
    </message>
    <message>
        <source>The schema is the expected one; whether the rows of statement %1 were changed, look there.</source>
        <translation>模式符合预期；第 %1 条语句的行是否已更改，请到那里查看。</translation>
    </message>
    <message>
        <source>May have run already: statement %1. Look before running it again.</source>
        <translation>可能已运行过：第 %1 条语句。再次运行前请先查看。</translation>
    </message>
    <message>
        <source>The schema before the migration is not known</source>
        <translation>迁移之前的模式未知</translation>
    </message>
    <message>
        <source>Statement %1 fails: %2</source>
        <translation>第 %1 条语句失败：%2</translation>
    </message>
    <message>
        <source>The deadline was over</source>
        <translation>已超过期限</translation>
    </message>
    <message>
        <source>%1 differences would be left, the first: %2</source>
        <translation>将剩余 %1 处差异，第一处：%2</translation>
    </message>
    <message>
        <source>%1: rows that statement %2 deletes do not come back</source>
        <translation>%1：第 %2 条语句删除的行不会恢复</translation>
    </message>
    <message>
        <source>%1: its rows, which statement %2 removes, do not come back</source>
        <translation>%1：第 %2 条语句移除的行不会恢复</translation>
    </message>
    <message>
        <source>%1: values of %2 that statement %3 writes over do not come back</source>
        <translation>%1：第 %3 条语句覆盖的 %2 的值不会恢复</translation>
    </message>
    <message>
        <source>%1: rows that statement %2 writes over do not come back</source>
        <translation>%1：第 %2 条语句覆盖的行不会恢复</translation>
    </message>
    <message>
        <source>%1: rows that statement %2 inserted stay</source>
        <translation>%1：第 %2 条语句插入的行会保留</translation>
    </message>
    <message>
        <source>rows that statement %1 changes do not come back</source>
        <translation>第 %1 条语句更改的行不会恢复</translation>
    </message>
    <message>
        <source>%1: the whole table is lost (%2)</source>
        <translation>%1：整个表将丢失（%2）</translation>
    </message>
    <message>
        <source>%1: its values are lost (%2)</source>
        <translation>%1：其值将丢失（%2）</translation>
    </message>
    <message>
        <source>%1: values that %2 cannot hold exactly are changed or refused on the way from %3 (%4)</source>
        <translation>%1：从 %3 转换时，%2 无法精确容纳的值会被更改或拒绝（%4）</translation>
    </message>
    <message>
        <source>%1: dropped by the migration; the way back brings it back empty (%2)</source>
        <translation>%1：被迁移删除；回滚只会恢复为空（%2）</translation>
    </message>
    <message>
        <source>%1: converted from %2 to %3; what the conversion cut off does not come back (%4)</source>
        <translation>%1：从 %2 转换为 %3；转换时截断的内容不会恢复（%4）</translation>
    </message>
    <message>
        <source>%1: what was written into it since the migration and %2 cannot hold is cut off or refused</source>
        <translation>%1：迁移后写入且 %2 无法容纳的内容会被截断或拒绝</translation>
    </message>
    <message>
        <source>%1: what was written into it since the migration is lost</source>
        <translation>%1：迁移后写入其中的内容将丢失</translation>
    </message>
    <message>
        <source>rows unknown</source>
        <translation>行数未知</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>no production database was given: rows, sizes and data are unknown</source>
        <translation>未提供生产数据库：行数、大小和数据均未知</translation>
    </message>
    <message>
        <source>no expected schema was given</source>
        <translation>未提供预期的模式</translation>
    </message>
    <message>
        <source>no queries of the application were given</source>
        <translation>未提供应用程序的查询</translation>
    </message>
    <message>
        <source>running the queries of the application on both schemas is not part of this version</source>
        <translation>在两个模式上运行应用程序的查询不属于此版本</translation>
    </message>
    <message>
        <source>no database to compare query plans on was given</source>
        <translation>未提供用于比较查询计划的数据库</translation>
    </message>
    <message>
        <source>comparing query plans is not part of this version</source>
        <translation>比较查询计划不属于此版本</translation>
    </message>
    <message>
        <source>values longer than %1 characters do not fit</source>
        <translation>超过 %1 个字符的值放不下</translation>
    </message>
    <message>
        <source>values outside %1 to %2 do not fit</source>
        <translation>%1 到 %2 之外的值放不下</translation>
    </message>
    <message>
        <source>digits beyond %1 are rounded away or do not fit</source>
        <translation>超出 %1 的位数会被舍入或放不下</translation>
    </message>
    <message>
        <source>values are rounded to the precision of %1</source>
        <translation>值会被舍入到 %1 的精度</translation>
    </message>
    <message>
        <source>the time zone is dropped: the same values mean other instants</source>
        <translation>时区被丢弃：相同的值表示不同的时刻</translation>
    </message>
    <message>
        <source>text that is no %1 makes the statement fail or becomes something else</source>
        <translation>不是 %1 的文本会使语句失败或变成别的值</translation>
    </message>
    <message>
        <source>values outside the new list of labels do not fit</source>
        <translation>不在新标签列表中的值放不下</translation>
    </message>
    <message>
        <source>negative values do not fit</source>
        <translation>负值放不下</translation>
    </message>
    <message>
        <source>not every value has an exact image in %1</source>
        <translation>并非每个值在 %1 中都有精确对应</translation>
    </message>
    <message>
        <source>Row level security is on for %1 and no policy lets anybody in: every role but the owner sees zero rows, without an error.</source>
        <translation>%1 启用了行级安全，但没有任何策略放行：除所有者外，所有角色都看到零行，且不报错。</translation>
    </message>
    <message>
        <source>Create the policies before ENABLE ROW LEVEL SECURITY.</source>
        <translation>在 ENABLE ROW LEVEL SECURITY 之前创建策略。</translation>
    </message>
    <message>
        <source>Row level security without any policy hides all rows.</source>
        <translation>没有策略的行级安全会隐藏所有行。</translation>
    </message>
    <message>
        <source>Setting %1 NOT NULL reads all of %2 (%3) while nobody can read or write it.</source>
        <translation>将 %1 设为 NOT NULL 会读取整个 %2（%3），期间无人能读写。</translation>
    </message>
    <message>
        <source>Prove it first with a CHECK that is validated without that lock.</source>
        <translation>先用一个无需该锁即可验证的 CHECK 来证明。</translation>
    </message>
    <message>
        <source>NOT NULL is proven by a scan under ACCESS EXCLUSIVE.</source>
        <translation>NOT NULL 通过 ACCESS EXCLUSIVE 下的扫描来证明。</translation>
    </message>
    <message>
        <source>The statement changed nothing: its IF [NOT] EXISTS matched. What exists may differ from what the script describes.</source>
        <translation>语句没有改变任何东西：其 IF [NOT] EXISTS 条件成立。现有对象可能与脚本所述不同。</translation>
    </message>
    <message>
        <source>The statement changed nothing: what it asks for is there already.</source>
        <translation>语句没有改变任何东西：所要求的已经存在。</translation>
    </message>
    <message>
        <source>Compare the existing object with the one in the script, and drop the guard or the statement.</source>
        <translation>将现有对象与脚本中的对象比较，并去掉该条件或该语句。</translation>
    </message>
    <message>
        <source>A definition statement changed nothing.</source>
        <translation>一条定义语句没有改变任何东西。</translation>
    </message>
    <message>
        <source>This statement cannot run inside a transaction, and %1: it fails after the ones before it ran.</source>
        <translation>此语句不能在事务中运行，而%1：它会在前面的语句运行之后失败。</translation>
    </message>
    <message>
        <source>the script opens one</source>
        <translation>脚本打开了一个事务</translation>
    </message>
    <message>
        <source>the runner opens one for the file</source>
        <translation>运行工具为该文件打开了一个事务</translation>
    </message>
    <message>
        <source>Put it into a file of its own with the runner&apos;s mark for no transaction.</source>
        <translation>将它放入单独的文件，并加上运行工具的无事务标记。</translation>
    </message>
    <message>
        <source>The label &apos;%1&apos; is used in the transaction that added it, which PostgreSQL refuses.</source>
        <translation>标签“%1”在添加它的事务中就被使用，PostgreSQL 会拒绝。</translation>
    </message>
    <message>
        <source>Commit between adding the label and using it.</source>
        <translation>在添加标签与使用标签之间提交。</translation>
    </message>
    <message>
        <source>Balance BEGIN and COMMIT, or leave both to the runner.</source>
        <translation>使 BEGIN 与 COMMIT 配对，或都交给运行工具。</translation>
    </message>
    <message>
        <source>The script controls transactions itself although the runner has opened one: work before this point is kept or lost by surprise.</source>
        <translation>运行工具已打开事务，脚本却自行控制事务：此前的工作会意外地保留或丢失。</translation>
    </message>
    <message>
        <source>BEGIN inside a transaction that statement %1 opened.</source>
        <translation>在语句 %1 打开的事务中又出现 BEGIN。</translation>
    </message>
    <message>
        <source>%1 without BEGIN.</source>
        <translation>%1 没有对应的 BEGIN。</translation>
    </message>
    <message>
        <source>BEGIN without COMMIT: when the session ends, everything after it is rolled back.</source>
        <translation>BEGIN 没有对应的 COMMIT：会话结束时，其后的一切都会回滚。</translation>
    </message>
    <message>
        <source>One transaction changes definitions (statement %1) and rows (statement %2) of existing tables: the strong locks are held while the rows are changed.</source>
        <translation>一个事务既修改现有表的定义（语句 %1）又修改其行（语句 %2）：修改行期间一直持有强锁。</translation>
    </message>
    <message>
        <source>Split it: definitions in one transaction, rows in another.</source>
        <translation>拆分：定义放在一个事务，行放在另一个事务。</translation>
    </message>
    <message>
        <source>This statement commits the transaction that statement %1 opened%2: a ROLLBACK later undoes nothing.</source>
        <translation>此语句会提交语句 %1 打开的事务%2：之后的 ROLLBACK 什么也撤销不了。</translation>
    </message>
    <message>
        <source> with the rows changed so far</source>
        <translation>，包括到此为止修改的行</translation>
    </message>
    <message>
        <source>Put no transaction around definition statements.</source>
        <translation>不要用事务包住定义语句。</translation>
    </message>
    <message>
        <source>%1 statements change existing tables and no transaction holds them together: if one fails, the ones before it stay.</source>
        <translation>有 %1 条语句修改现有的表，却没有事务将它们连在一起：若其中一条失败，之前的仍会保留。</translation>
    </message>
    <message>
        <source>One such statement a file, or keep at hand the SQL that finishes and the SQL that goes back.</source>
        <translation>每个文件只放一条这样的语句，或备好完成用和回退用的 SQL。</translation>
    </message>
    <message>
        <source>A statement that cannot run inside a transaction is in one.</source>
        <translation>不能在事务中运行的语句位于事务中。</translation>
    </message>
    <message>
        <source>BEGIN and COMMIT do not match.</source>
        <translation>BEGIN 与 COMMIT 不配对。</translation>
    </message>
    <message>
        <source>One transaction changes definitions and rows.</source>
        <translation>一个事务同时修改定义和行。</translation>
    </message>
    <message>
        <source>A definition statement commits a transaction.</source>
        <translation>一条定义语句提交了事务。</translation>
    </message>
    <message>
        <source>A failure in the middle leaves a half-applied migration.</source>
        <translation>中途失败会留下执行到一半的迁移。</translation>
    </message>
    <message>
        <source>Every row of %1 is removed (%2).</source>
        <translation>%1 的所有行都被删除（%2）。</translation>
    </message>
    <message>
        <source>Every row in partition %3 of %1 is removed (%2).</source>
        <translation>%1 的分区 %3 中的所有行都被删除（%2）。</translation>
    </message>
    <message>
        <source>No way back brings them back, not even ROLLBACK.</source>
        <translation>任何回退都无法找回，ROLLBACK 也不行。</translation>
    </message>
    <message>
        <source>No way back brings them back.</source>
        <translation>任何回退都无法找回。</translation>
    </message>
    <message>
        <source>What this statement runs is made as it runs. What it changed in the schema was seen in the rehearsal; what it does to rows is unknown.</source>
        <translation>该语句执行的内容在运行时才生成。它对架构的更改已在预演中观察到；对数据行做了什么则未知。</translation>
    </message>
    <message>
        <source>What this statement runs is made as it runs and was not looked into: it changed nothing in the rehearsal, where there are no rows. What it does in production is unknown.</source>
        <translation>该语句执行的内容在运行时才生成，未被检查：预演中没有数据行，它什么也没有更改。它在生产环境中会做什么未知。</translation>
    </message>
    <message>
        <source>Read the code that it runs, or write out the statements that are meant.</source>
        <translation>请阅读它执行的代码，或直接写出所要执行的语句。</translation>
    </message>
    <message>
        <source>A statement runs code that could not be judged.</source>
        <translation>某条语句执行的代码无法判断。</translation>
    </message>
    <message>
        <source>Delete in keyed batches what is to go, or detach the partition and keep it for a while.</source>
        <translation>按键分批删除要去掉的行，或分离该分区并保留一段时间。</translation>
    </message>
    <message>
        <source>All rows of an existing table or partition are removed.</source>
        <translation>现有表或分区的所有行被删除。</translation>
    </message>
    <message>
        <source>%1 changes from %2 to %3: %4 (%5).</source>
        <translation>%1 从 %2 改为 %3：%4（%5）。</translation>
    </message>
    <message>
        <source>Ask the data first (preflight). If values would change, add a new column, copy with a check, and switch.</source>
        <translation>先询问数据（预检）。若值会改变，则添加新列，核对着复制，然后切换。</translation>
    </message>
    <message>
        <source>A new type cannot hold every value of the old one.</source>
        <translation>新类型无法容纳旧类型的每个值。</translation>
    </message>
    <message>
        <source>Changing %1 from %2 to %3 rewrites every row and index of %4 (%5) while nobody can read or write it.</source>
        <translation>将 %1 从 %2 改为 %3 会重写 %4（%5）的每一行和每个索引，期间无人能读写。</translation>
    </message>
    <message>
        <source>Add a new column, keep it in step with a trigger, fill it in batches, and swap the names in one short transaction.</source>
        <translation>添加新列，用触发器保持同步，分批填充，并在一个短事务中交换名称。</translation>
    </message>
    <message>
        <source>the CHECK %1 is tested on every row</source>
        <translation>CHECK %1 要在每一行上检验</translation>
    </message>
    <message>
        <source>the index %1 is built again</source>
        <translation>索引 %1 要重建</translation>
    </message>
    <message>
        <source>Changing %1 looks free, but %2 while nobody can read or write %3 (%4).</source>
        <translation>修改 %1 看似没有代价，但%2，期间无人能读写 %3（%4）。</translation>
    </message>
    <message>
        <source>Drop the CHECK, change the type, add it NOT VALID and validate it; drop the index first and build it again CONCURRENTLY.</source>
        <translation>先删除 CHECK，修改类型，再以 NOT VALID 添加并验证；先删除索引，再以 CONCURRENTLY 重建。</translation>
    </message>
    <message>
        <source>A type change without rewrite still scans under ACCESS EXCLUSIVE.</source>
        <translation>不重写的类型修改仍在 ACCESS EXCLUSIVE 下扫描。</translation>
    </message>
    <message>
        <source>%1 is tested on every row of %2 (%3) while nobody can read or write it.</source>
        <translation>%1 要在 %2（%3）的每一行上检验，期间无人能读写。</translation>
    </message>
    <message>
        <source>%1 joins %2 (%3) with %4 while nobody can write to either.</source>
        <translation>%1 将 %2（%3）与 %4 连接，期间两者都不能写入。</translation>
    </message>
    <message>
        <source>Add it NOT VALID now, and VALIDATE it in a later transaction.</source>
        <translation>现在以 NOT VALID 添加，在之后的事务中 VALIDATE。</translation>
    </message>
    <message>
        <source>On a partitioned table it cannot be NOT VALID: add it to each partition so, VALIDATE it there, and add it to the parent last.</source>
        <translation>在分区表上不能使用 NOT VALID：请先在每个分区上这样添加，在那里 VALIDATE，最后再添加到父表。</translation>
    </message>
    <message>
        <source>The new rule of domain %1 is tested on every row of %2 (%3) while nobody can write to it.</source>
        <translation>域 %1 的新规则要在 %2（%3）的每一行上检验，期间无人能写入。</translation>
    </message>
    <message>
        <source>VALIDATE scans %1 (%2) while the transaction still holds the %3 of statement %4: nothing is won by NOT VALID.</source>
        <translation>VALIDATE 扫描 %1（%2），而事务仍持有语句 %4 的 %3 锁：NOT VALID 毫无收益。</translation>
    </message>
    <message>
        <source>Commit between ADD and VALIDATE.</source>
        <translation>在 ADD 与 VALIDATE 之间提交。</translation>
    </message>
    <message>
        <source>A CHECK is tested on all rows under a strong lock.</source>
        <translation>CHECK 在强锁下检验所有行。</translation>
    </message>
    <message>
        <source>A foreign key is tested on all rows under a strong lock.</source>
        <translation>外键在强锁下检验所有行。</translation>
    </message>
    <message>
        <source>VALIDATE runs while a stronger lock is held.</source>
        <translation>VALIDATE 运行时持有更强的锁。</translation>
    </message>
    <message>
        <source>The default partition %1 (%2) is read from end to end to prove that it has no row of the new one.</source>
        <translation>默认分区 %1（%2）要从头到尾读取，以证明其中没有新分区的行。</translation>
    </message>
    <message>
        <source>Add a CHECK to the default partition that excludes the new bound, NOT VALID, and validate it first.</source>
        <translation>先给默认分区添加排除新边界的 CHECK（NOT VALID）并验证。</translation>
    </message>
    <message>
        <source>CREATE TABLE … PARTITION OF needs %1 for itself: it waits for every running query, and every later query waits behind it.</source>
        <translation>CREATE TABLE … PARTITION OF 需要独占 %1：它等待所有正在运行的查询，之后的每个查询都在它后面等待。</translation>
    </message>
    <message>
        <source>Create the table by itself and attach it: that takes a much weaker lock.</source>
        <translation>单独创建表再附加：所需的锁弱得多。</translation>
    </message>
    <message>
        <source>ATTACH reads all of %1 (%2) to prove its bound.</source>
        <translation>ATTACH 要读取整个 %1（%2）来证明其边界。</translation>
    </message>
    <message>
        <source>Add a CHECK with the bound NOT VALID, validate it, attach, and drop the CHECK.</source>
        <translation>以 NOT VALID 添加含边界的 CHECK，验证，附加，再删除该 CHECK。</translation>
    </message>
    <message>
        <source>DETACH PARTITION needs %1 for itself: every query on it waits.</source>
        <translation>DETACH PARTITION 需要独占 %1：其上的每个查询都要等待。</translation>
    </message>
    <message>
        <source>Detach CONCURRENTLY, outside of a transaction.</source>
        <translation>在事务之外以 CONCURRENTLY 分离。</translation>
    </message>
    <message>
        <source>Dropping the partition %1 needs its parent %2 for itself: every query on it waits.</source>
        <translation>删除分区 %1 需要独占其父表 %2：其上的每个查询都要等待。</translation>
    </message>
    <message>
        <source>CONCURRENTLY is refused while there is a default partition: set a short lock timeout and try again when it strikes, or detach the default first.</source>
        <translation>存在默认分区时不允许 CONCURRENTLY：请设置较短的锁超时并在超时后重试，或先分离默认分区。</translation>
    </message>
    <message>
        <source>Detach it CONCURRENTLY first, then drop it.</source>
        <translation>先以 CONCURRENTLY 分离，再删除。</translation>
    </message>
    <message>
        <source>A new partition locks its parent or is scanned.</source>
        <translation>新分区会锁住其父表或被扫描。</translation>
    </message>
    <message>
        <source>Taking a partition away locks its parent.</source>
        <translation>去掉分区会锁住其父表。</translation>
    </message>
    <message>
        <source>%1 loses its primary key, and nothing replaces it: single rows cannot be addressed, replicas and online tools stop.</source>
        <translation>%1 失去主键且没有替代：无法定位单行，副本和在线工具会停止。</translation>
    </message>
    <message>
        <source>%1 has no primary key: single rows cannot be addressed, replicas and online tools cannot work with it.</source>
        <translation>%1 没有主键：无法定位单行，副本和在线工具无法处理它。</translation>
    </message>
    <message>
        <source>Add a primary key.</source>
        <translation>添加主键。</translation>
    </message>
    <message>
        <source>A table is without a primary key.</source>
        <translation>表没有主键。</translation>
    </message>
    <message>
        <source>%1 may be NULL from now on: readers that never had to expect that meet NULLs.</source>
        <translation>%1 从现在起可能为 NULL：从未料到这一点的读取方会遇到 NULL。</translation>
    </message>
    <message>
        <source>Deploy the reader that expects NULL first.</source>
        <translation>先部署能处理 NULL 的读取方。</translation>
    </message>
    <message>
        <source>; prepared SELECT * fails with &quot;cached plan must not change result type&quot;</source>
        <translation>；预备的 SELECT * 会以 “cached plan must not change result type” 失败</translation>
    </message>
    <message>
        <source>%1 changes from %2 to %3: readers get values of another kind%4.</source>
        <translation>%1 从 %2 改为 %3：读取方会得到另一种值%4。</translation>
    </message>
    <message>
        <source>Deploy the reader that understands both first.</source>
        <translation>先部署两种都能理解的读取方。</translation>
    </message>
    <message>
        <source>Readers meet NULLs or values of another type.</source>
        <translation>读取方会遇到 NULL 或其他类型的值。</translation>
    </message>
    <message>
        <source>PRAGMA foreign_keys=OFF inside a transaction does nothing</source>
        <translation>PRAGMA foreign_keys=OFF 在事务中不起作用</translation>
    </message>
    <message>
        <source>the script switches foreign_keys on</source>
        <translation>脚本打开了 foreign_keys</translation>
    </message>
    <message>
        <source>the script does not switch foreign_keys off</source>
        <translation>脚本没有关闭 foreign_keys</translation>
    </message>
    <message>
        <source>DROP TABLE %1 deletes its rows first, and ON DELETE then empties or changes %2: %3.</source>
        <translation>DROP TABLE %1 会先删除其行，随后 ON DELETE 会清空或改变 %2：%3。</translation>
    </message>
    <message>
        <source>Run PRAGMA foreign_keys=OFF before BEGIN, and PRAGMA foreign_key_check before COMMIT.</source>
        <translation>在 BEGIN 之前运行 PRAGMA foreign_keys=OFF，在 COMMIT 之前运行 PRAGMA foreign_key_check。</translation>
    </message>
    <message>
        <source>Dropping a parent fires ON DELETE actions in its children.</source>
        <translation>删除父表会触发其子表的 ON DELETE 动作。</translation>
    </message>
    <message>
        <source>The copy from %1 to %2 goes by position, but the columns differ: (%3) into (%4). Values land in the wrong columns%5.</source>
        <translation>从 %1 到 %2 的复制按位置进行，但列不同：(%3) 复制到 (%4)。值会落入错误的列%5。</translation>
    </message>
    <message>
        <source> without an error</source>
        <translation>，且不报错</translation>
    </message>
    <message>
        <source>Name the columns on both sides.</source>
        <translation>在两边都写明列名。</translation>
    </message>
    <message>
        <source>A copy goes by position while the columns differ.</source>
        <translation>列不同，复制却按位置进行。</translation>
    </message>
    <message>
        <source>index %1</source>
        <translation>索引 %1</translation>
    </message>
    <message>
        <source>on (%1)</source>
        <translation>在 (%1) 上</translation>
    </message>
    <message>
        <source>trigger %1</source>
        <translation>触发器 %1</translation>
    </message>
    <message>
        <source>default of %1</source>
        <translation>%1 的默认值</translation>
    </message>
    <message>
        <source>%1 is rebuilt, and the new table lacks what the old one had: %2.</source>
        <translation>%1 被重建，新表缺少旧表原有的：%2。</translation>
    </message>
    <message>
        <source>Create the listed objects again after the rename, or drop them by name if that is meant.</source>
        <translation>重命名之后重新创建所列对象；若本意如此，则按名称删除它们。</translation>
    </message>
    <message>
        <source>A rebuilt table lacks indexes, triggers, constraints or defaults of the old one.</source>
        <translation>重建的表缺少旧表的索引、触发器、约束或默认值。</translation>
    </message>
    <message>
        <source>no statements of the application and no query statistics were given</source>
        <translation>既未提供应用程序的语句，也未提供查询统计</translation>
    </message>
    <message>
        <source>%1 is gone after the migration, and the application uses it: %2</source>
        <translation>迁移之后 %1 不复存在，而应用程序在使用它：%2</translation>
    </message>
    <message>
        <source>Remove the use first, deploy that, and change the schema afterwards.</source>
        <translation>先去掉对它的使用并部署，之后再修改模式。</translation>
    </message>
    <message>
        <source>A dropped or renamed name is used by the application.</source>
        <translation>应用程序在使用被删除或重命名的名称。</translation>
    </message>
    <message>
        <source>; views and triggers that name it break as well</source>
        <translation>；提到它的视图和触发器也会失效</translation>
    </message>
    <message>
        <source>%1.%2 is now called %3: statements of the old application that name it fail%4.</source>
        <translation>%1.%2 现在叫 %3：旧应用程序中提到它的语句会失败%4。</translation>
    </message>
    <message>
        <source>Add the new column, write both, fill it, switch the readers, drop the old one one release later.</source>
        <translation>添加新列，同时写入两列，填充，切换读取方，下一个版本再删除旧列。</translation>
    </message>
    <message>
        <source>A column has another name after the migration.</source>
        <translation>迁移之后某列换了名称。</translation>
    </message>
    <message>
        <source>%1 is now called %2; a view keeps the old name alive.</source>
        <translation>%1 现在叫 %2；有一个视图保留了旧名称。</translation>
    </message>
    <message>
        <source>%1 is now called %2: every statement of the old application that names it fails at once.</source>
        <translation>%1 现在叫 %2：旧应用程序中提到它的每条语句都会立即失败。</translation>
    </message>
    <message>
        <source>Rename and create a view with the old name in one transaction; drop the view one release later.</source>
        <translation>在一个事务中重命名并以旧名称创建视图；下一个版本再删除该视图。</translation>
    </message>
    <message>
        <source>A table has another name after the migration.</source>
        <translation>迁移之后某表换了名称。</translation>
    </message>
    <message>
        <source>%1 is published and loses its key: UPDATE and DELETE on it fail at once.</source>
        <translation>%1 已发布却失去了键：其上的 UPDATE 和 DELETE 会立即失败。</translation>
    </message>
    <message>
        <source>%1 is published, and logical replication does not carry DDL: subscribers stop when the shapes differ.</source>
        <translation>%1 已发布，而逻辑复制不传送 DDL：结构不同时订阅方会停止。</translation>
    </message>
    <message>
        <source>Change the subscriber first for what is added, the publisher first for what is dropped; keep a replica identity.</source>
        <translation>新增的先改订阅方，删除的先改发布方；保留副本标识。</translation>
    </message>
    <message>
        <source>A published table changes its shape or loses its key.</source>
        <translation>已发布的表改变结构或失去键。</translation>
    </message>
    <message>
        <source>There is no way back: if this goes wrong at night, somebody has to write one then.</source>
        <translation>没有回退办法：若夜里出错，届时才得有人去写。</translation>
    </message>
    <message>
        <source>There is no way back for %1: if this goes wrong at night, somebody has to write one then.</source>
        <translation>%1 没有回退办法：若夜里出错，届时才得有人去写。</translation>
    </message>
    <message>
        <source>Write the way back and let it be rehearsed.</source>
        <translation>编写回退脚本并演练。</translation>
    </message>
    <message>
        <source>the way back was not rehearsed</source>
        <translation>回退未经演练</translation>
    </message>
    <message>
        <source>leaves a schema that differs from the one before</source>
        <translation>留下的模式与之前不同</translation>
    </message>
    <message>
        <source>fails: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>The way back was run from the full state and %1%2.</source>
        <translation>从完整状态运行了回退，结果%1%2。</translation>
    </message>
    <message>
        <source>Correct the way back until it gives the schema before.</source>
        <translation>修正回退，直到它能恢复之前的模式。</translation>
    </message>
    <message>
        <source>%1: only a backup brings the data back.</source>
        <translation>%1：只有备份能找回数据。</translation>
    </message>
    <message>
        <source>Note which backup, and how long a restore takes.</source>
        <translation>记下用哪个备份以及恢复需要多久。</translation>
    </message>
    <message>
        <source>%1 is dropped</source>
        <translation>%1 被删除</translation>
    </message>
    <message>
        <source>%1 changes to a type that holds less</source>
        <translation>%1 改为容量更小的类型</translation>
    </message>
    <message>
        <source>%1 is emptied</source>
        <translation>%1 被清空</translation>
    </message>
    <message>
        <source>The label &apos;%1&apos; of %2 cannot be taken away again.</source>
        <translation>%2 的标签“%1”无法再去掉。</translation>
    </message>
    <message>
        <source>Make sure of the spelling; a way back has to swap the type.</source>
        <translation>请确认拼写；回退必须替换整个类型。</translation>
    </message>
    <message>
        <source>The way back is missing, fails, or does not give the schema before.</source>
        <translation>回退缺失、失败或不能恢复之前的模式。</translation>
    </message>
    <message>
        <source>The rehearsal ran on %1 %2, production is %3 %4: one may refuse what the other runs, and lock or rewrite where the other does not.</source>
        <translation>演练运行于 %1 %2，而生产环境是 %3 %4：一方可能拒绝另一方能执行的语句，锁定和重写的情形也可能不同。</translation>
    </message>
    <message>
        <source>Rehearse on the version of production: install its server programs, or name a server of that version with --scratch.</source>
        <translation>请在与生产相同的版本上演练：安装该版本的服务器程序，或用 --scratch 指定该版本的服务器。</translation>
    </message>
    <message>
        <source>The rehearsal ran on another product or series than production.</source>
        <translation>演练所用的产品或版本系列与生产环境不同。</translation>
    </message>
    <message>
        <source>A step that only a backup undoes.</source>
        <translation>只有备份能撤销的步骤。</translation>
    </message>
    <message>
        <source>%1 has used %2 % of its numbers (%3 of %4): inserts stop when they run out.</source>
        <translation>%1 已用去 %2 % 的号码（%4 中的 %3）：用完时插入会停止。</translation>
    </message>
    <message>
        <source>Plan the widening to bigint now, before anything else is done to this table.</source>
        <translation>现在就规划扩展到 bigint，先于对此表的任何其他操作。</translation>
    </message>
    <message>
        <source>%1.%2 is %3, but its sequence %4 is still %5 and stops at %6.</source>
        <translation>%1.%2 是 %3，但其序列 %4 仍是 %5，到 %6 为止。</translation>
    </message>
    <message>
        <source>Widen the sequence as well.</source>
        <translation>同时扩展该序列。</translation>
    </message>
    <message>
        <source>A touched key has used most of its numbers.</source>
        <translation>涉及的键已用去大部分号码。</translation>
    </message>
    <message>
        <source>A column is wider than the sequence that feeds it.</source>
        <translation>列比为其供值的序列更宽。</translation>
    </message>
    <message>
        <source>%1 is rebuilt without its row of sqlite_sequence: ids of rows deleted earlier are given out again.</source>
        <translation>重建 %1 时没有保留它在 sqlite_sequence 中的行：早先已删除行的 id 会再次发出。</translation>
    </message>
    <message>
        <source>Copy the counter before the old table is dropped.</source>
        <translation>在删除旧表之前复制计数器。</translation>
    </message>
    <message>
        <source>%1 is dropped and made anew: it starts again at %2 and gives out numbers that exist.</source>
        <translation>%1 被删除并重新创建：它又从 %2 开始，会发出已存在的号码。</translation>
    </message>
    <message>
        <source>Alter the sequence instead, or set it to the highest number in use.</source>
        <translation>改为修改该序列，或将它设为已用的最大号码。</translation>
    </message>
    <message>
        <source>%1 is restarted: numbers that were given out are given out again.</source>
        <translation>%1 重新开始计数：已发出的号码会再次发出。</translation>
    </message>
    <message>
        <source>Set it to the highest number in use.</source>
        <translation>将它设为已用的最大号码。</translation>
    </message>
    <message>
        <source>statement %1 sets AUTO_INCREMENT of %2, and how far production&apos;s counter is, is not known</source>
        <translation>语句 %1 设置了 %2 的 AUTO_INCREMENT，而生产环境的计数器到了哪里未知</translation>
    </message>
    <message>
        <source>AUTO_INCREMENT of %1 is set to %2, and %3 was given out: ids of deleted rows are given out again.</source>
        <translation>%1 的 AUTO_INCREMENT 被设为 %2，而 %3 已经发出：已删除行的 id 会再次发出。</translation>
    </message>
    <message>
        <source>Leave the counter alone.</source>
        <translation>不要动计数器。</translation>
    </message>
    <message>
        <source>The next key may be one that was given out before.</source>
        <translation>下一个键可能是已发出过的。</translation>
    </message>
    <message>
        <source>The statement waits for its lock on %1 without a limit: behind it, every later query on %1 waits as well.</source>
        <translation>语句无限期地等待 %1 上的锁：之后 %1 上的每个查询也都在它后面等待。</translation>
    </message>
    <message>
        <source>Set a short lock timeout before it, and try again when it strikes.</source>
        <translation>在它之前设置较短的锁超时，超时后重试。</translation>
    </message>
    <message>
        <source>This works through %1 (%2) while the transaction still holds ACCESS EXCLUSIVE on %3 from statement %4.</source>
        <translation>事务仍持有语句 %4 在 %3 上的 ACCESS EXCLUSIVE，却在此处理 %1（%2）。</translation>
    </message>
    <message>
        <source>Take one strong lock a transaction, as its last statement.</source>
        <translation>每个事务只取一个强锁，并放在最后一条语句。</translation>
    </message>
    <message>
        <source>The transaction holds ACCESS EXCLUSIVE on %1 and now waits for %2: with another order elsewhere this deadlocks.</source>
        <translation>事务持有 %1 上的 ACCESS EXCLUSIVE，现在又等待 %2：若别处顺序不同，就会死锁。</translation>
    </message>
    <message>
        <source>Take one strong lock a transaction.</source>
        <translation>每个事务只取一个强锁。</translation>
    </message>
    <message>
        <source>Right now %1 since %2 s: the statement queues behind it, and everything else behind the statement.</source>
        <translation>此刻 %1，已 %2 秒：语句排在其后，其他一切又排在语句之后。</translation>
    </message>
    <message>
        <source>Wait for its end, or let a person decide to end it.</source>
        <translation>等待其结束，或由人决定终止它。</translation>
    </message>
    <message>
        <source>A statement waits for a strong lock without a limit.</source>
        <translation>语句无限期地等待强锁。</translation>
    </message>
    <message>
        <source>Work goes on while an ACCESS EXCLUSIVE lock is held.</source>
        <translation>在持有 ACCESS EXCLUSIVE 锁时继续工作。</translation>
    </message>
    <message>
        <source>Somebody holds what the migration needs.</source>
        <translation>有人占用着迁移所需的资源。</translation>
    </message>
    <message>
        <source>The statement goes over all of %1 (%2) while it holds SQLite&apos;s only write lock: every other writer gets SQLITE_BUSY.</source>
        <translation>语句遍历整个 %1（%2），同时持有 SQLite 唯一的写锁：其他写入方都会得到 SQLITE_BUSY。</translation>
    </message>
    <message>
        <source>Do it off-peak, and give the application a busy_timeout.</source>
        <translation>在低峰期进行，并给应用程序设置 busy_timeout。</translation>
    </message>
    <message>
        <source>A long statement keeps every other writer out.</source>
        <translation>长时间的语句使其他写入方无法写入。</translation>
    </message>
    <message>
        <source>VACUUM writes the whole file anew, and nobody can write meanwhile.</source>
        <translation>VACUUM 会重写整个文件，期间无人能写入。</translation>
    </message>
    <message>
        <source>Do it off-peak, outside of the migration.</source>
        <translation>在低峰期、迁移之外进行。</translation>
    </message>
    <message>
        <source>%1 is written anew (%2), and %3 meanwhile.</source>
        <translation>%1 被重写（%2），期间%3。</translation>
    </message>
    <message>
        <source>nobody can write to its table</source>
        <translation>无人能写入其表</translation>
    </message>
    <message>
        <source>nobody can read or write it</source>
        <translation>无人能读写它</translation>
    </message>
    <message>
        <source>Use pg_repack, or do it off-peak.</source>
        <translation>使用 pg_repack，或在低峰期进行。</translation>
    </message>
    <message>
        <source>Use the CONCURRENTLY form.</source>
        <translation>使用 CONCURRENTLY 形式。</translation>
    </message>
    <message>
        <source>Maintenance that blocks others while it writes everything anew.</source>
        <translation>重写一切并阻塞他人的维护操作。</translation>
    </message>
    <message>
        <source>the generated expression</source>
        <translation>生成表达式</translation>
    </message>
    <message>
        <source>MODIFY and CHANGE drop what they do not restate: %1 loses %2.</source>
        <translation>MODIFY 和 CHANGE 会丢掉未重述的内容：%1 失去 %2。</translation>
    </message>
    <message>
        <source>Restate the whole definition of the column: %1.</source>
        <translation>完整重述该列的定义：%1。</translation>
    </message>
    <message>
        <source>MODIFY or CHANGE lost what it did not restate.</source>
        <translation>MODIFY 或 CHANGE 丢失了未重述的内容。</translation>
    </message>
    <message>
        <source>%1 uses %2: no transactions, and after a crash rows may be missing or broken.</source>
        <translation>%1 使用 %2：没有事务，崩溃后行可能缺失或损坏。</translation>
    </message>
    <message>
        <source>Use InnoDB.</source>
        <translation>使用 InnoDB。</translation>
    </message>
    <message>
        <source>%1 uses %2, most tables here use %3: joins between them skip indexes or fail with &quot;Illegal mix of collations&quot;.</source>
        <translation>%1 使用 %2，这里多数表使用 %3：它们之间的连接用不上索引，或以 “Illegal mix of collations” 失败。</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>另一种</translation>
    </message>
    <message>
        <source>Use the same collation.</source>
        <translation>使用相同的排序规则。</translation>
    </message>
    <message>
        <source>Only the default of %1 changes to %2: the columns keep the collation they have.</source>
        <translation>只有 %1 的默认值改为 %2：各列保留原有的排序规则。</translation>
    </message>
    <message>
        <source>Convert the table if the columns are meant.</source>
        <translation>若本意是各列，请转换该表。</translation>
    </message>
    <message>
        <source>A REFERENCES written with a column is ignored by MySQL before 9.0: %1 gets no foreign key, and an upgrade changes what the script means.</source>
        <translation>MySQL 9.0 之前会忽略写在列上的 REFERENCES：%1 得不到外键，而升级会改变脚本的含义。</translation>
    </message>
    <message>
        <source>Write FOREIGN KEY (column) REFERENCES … as a clause of its own.</source>
        <translation>将 FOREIGN KEY (列) REFERENCES … 写成单独的子句。</translation>
    </message>
    <message>
        <source>The CHECK that comes with %1 is not tested on existing rows: if %2 breaks it, the rows stay invalid and a later copy of the table fails with 4025.</source>
        <translation>随 %1 而来的 CHECK 不会检验现有的行：若 %2 违反它，这些行会一直无效，之后复制该表时会以 4025 失败。</translation>
    </message>
    <message>
        <source>the implicit value</source>
        <translation>隐含的值</translation>
    </message>
    <message>
        <source>Choose a default that keeps the rule, or add the CHECK in a statement of its own, which tests the rows.</source>
        <translation>选择符合规则的默认值，或用单独的语句添加 CHECK，那样会检验各行。</translation>
    </message>
    <message>
        <source>A table is not InnoDB.</source>
        <translation>表不是 InnoDB。</translation>
    </message>
    <message>
        <source>A collation differs from that of most tables.</source>
        <translation>排序规则与多数表不同。</translation>
    </message>
    <message>
        <source>MySQL before 9.0 ignores REFERENCES written with a column.</source>
        <translation>MySQL 9.0 之前会忽略写在列上的 REFERENCES。</translation>
    </message>
    <message>
        <source>A CHECK that comes with a new column is not tested on existing rows.</source>
        <translation>随新列而来的 CHECK 不会检验现有的行。</translation>
    </message>
    <message>
        <source>The new column %1 is spelt almost like %2: a typo made permanent breaks everything that uses the right name.</source>
        <translation>新列 %1 的拼写与 %2 几乎相同：拼写错误一旦固定，使用正确名称的一切都会失效。</translation>
    </message>
    <message>
        <source>If it is meant to be %1, write it so.</source>
        <translation>若本意是 %1，请照此书写。</translation>
    </message>
    <message>
        <source>The new column %1 is spelt almost like %2, which the application uses.</source>
        <translation>新列 %1 的拼写与应用程序使用的 %2 几乎相同。</translation>
    </message>
    <message>
        <source>Write it as the application does: %1.</source>
        <translation>按应用程序的写法：%1。</translation>
    </message>
    <message>
        <source>The new table %1 is spelt almost like %2.</source>
        <translation>新表 %1 的拼写与 %2 几乎相同。</translation>
    </message>
    <message>
        <source>If it is meant to be the existing one, use that.</source>
        <translation>若本意是现有的那个，请使用它。</translation>
    </message>
    <message>
        <source>needs quoting everywhere</source>
        <translation>到处都需要加引号</translation>
    </message>
    <message>
        <source>is a keyword</source>
        <translation>是关键字</translation>
    </message>
    <message>
        <source>is written otherwise than most names here</source>
        <translation>与这里多数名称的写法不同</translation>
    </message>
    <message>
        <source>The new name %1 %2.</source>
        <translation>新名称 %1 %2。</translation>
    </message>
    <message>
        <source>The new name %1 %2 and %3.</source>
        <translation>新名称 %1 %2，并且%3。</translation>
    </message>
    <message>
        <source>Rename it now; later it costs a release.</source>
        <translation>现在就重命名；以后要多花一个版本。</translation>
    </message>
    <message>
        <source>The name %1 is cut to 63 bytes without an error: the next one that begins alike clashes.</source>
        <translation>名称 %1 会被截断为 63 字节且不报错：下一个开头相同的名称会冲突。</translation>
    </message>
    <message>
        <source>The name %1 has more than 64 characters and is refused.</source>
        <translation>名称 %1 超过 64 个字符，会被拒绝。</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>选择更短的名称。</translation>
    </message>
    <message>
        <source>A new name is a near miss of a known one.</source>
        <translation>新名称与已知名称极为相似。</translation>
    </message>
    <message>
        <source>A new name needs quoting, is a keyword, or is against the usual style.</source>
        <translation>新名称需要加引号、是关键字或不合通常风格。</translation>
    </message>
    <message>
        <source>A name is longer than the engine keeps.</source>
        <translation>名称超过引擎保留的长度。</translation>
    </message>
    <message>
        <source>%1 looks like money and is %2: sums and comparisons are off by rounding.</source>
        <translation>%1 看起来是金额，却是 %2：求和与比较会因舍入而有偏差。</translation>
    </message>
    <message>
        <source>Use numeric with the digits of the currency, such as numeric(12,2).</source>
        <translation>使用符合货币位数的 numeric，例如 numeric(12,2)。</translation>
    </message>
    <message>
        <source>%1 is json, which has no equality: DISTINCT, GROUP BY and UNION on it fail.</source>
        <translation>%1 是 json，没有相等比较：其上的 DISTINCT、GROUP BY 和 UNION 会失败。</translation>
    </message>
    <message>
        <source>Use jsonb.</source>
        <translation>使用 jsonb。</translation>
    </message>
    <message>
        <source>%1 has no time zone: the same value means another instant in every session&apos;s zone.</source>
        <translation>%1 没有时区：同一个值在每个会话的时区中表示不同的时刻。</translation>
    </message>
    <message>
        <source>Use timestamptz.</source>
        <translation>使用 timestamptz。</translation>
    </message>
    <message>
        <source>%1 is a TIMESTAMP, which ends in January 2038.</source>
        <translation>%1 是 TIMESTAMP，到 2038 年 1 月为止。</translation>
    </message>
    <message>
        <source>Use DATETIME in UTC where later instants can occur.</source>
        <translation>若可能出现更晚的时刻，请使用 UTC 的 DATETIME。</translation>
    </message>
    <message>
        <source>%1 is %2: values are padded with spaces, and comparisons ignore them in some places and not in others.</source>
        <translation>%1 是 %2：值会用空格填充，而比较时有的地方忽略空格，有的不忽略。</translation>
    </message>
    <message>
        <source>Use varchar(n) or text.</source>
        <translation>使用 varchar(n) 或 text。</translation>
    </message>
    <message>
        <source>%1 is a generated key of %2 bytes: it ends at %3, and inserts stop there.</source>
        <translation>%1 是 %2 字节的自动生成键：到 %3 为止，届时插入会停止。</translation>
    </message>
    <message>
        <source>Use bigint from the start; widening it later rewrites the table.</source>
        <translation>一开始就使用 bigint；以后扩展会重写表。</translation>
    </message>
    <message>
        <source>Money in a type that rounds.</source>
        <translation>金额用了会舍入的类型。</translation>
    </message>
    <message>
        <source>A new column of type json.</source>
        <translation>新的 json 类型列。</translation>
    </message>
    <message>
        <source>A new timestamp whose instants are ambiguous or end in 2038.</source>
        <translation>新的时间戳，其时刻有歧义或到 2038 年为止。</translation>
    </message>
    <message>
        <source>A new char(n) column.</source>
        <translation>新的 char(n) 列。</translation>
    </message>
    <message>
        <source>A new generated key of 32 bits or less.</source>
        <translation>新的 32 位或更少的自动生成键。</translation>
    </message>
    <message>
        <source>Deploy the application that writes the new way first.</source>
        <translation>先部署按新方式写入的应用程序。</translation>
    </message>
    <message>
        <source>%1 becomes NOT NULL: writes of NULL that worked until now fail.</source>
        <translation>%1 变为 NOT NULL：此前可行的写入 NULL 会失败。</translation>
    </message>
    <message>
        <source>%1 loses its DEFAULT and is NOT NULL: INSERTs that leave it out fail.</source>
        <translation>%1 失去默认值且为 NOT NULL：省略它的 INSERT 会失败。</translation>
    </message>
    <message>
        <source>%1 is now generated by the server: writes of a value fail.</source>
        <translation>%1 现在由服务器生成：写入值会失败。</translation>
    </message>
    <message>
        <source>%1 gets a %2 constraint: writes that break it worked until now and fail from here on.</source>
        <translation>%1 得到一个 %2 约束：违反它的写入此前可行，从现在起会失败。</translation>
    </message>
    <message>
        <source>Make sure that the application already keeps the rule.</source>
        <translation>请确认应用程序已遵守该规则。</translation>
    </message>
    <message>
        <source>%1 gets a unique index: writes of duplicates worked until now and fail from here on.</source>
        <translation>%1 得到唯一索引：写入重复值此前可行，从现在起会失败。</translation>
    </message>
    <message>
        <source>Writes that were accepted before fail afterwards.</source>
        <translation>此前被接受的写入之后会失败。</translation>
    </message>
    <message>
        <source>Nobody can write to %1 (%2) while the server makes this change%3, and then the same on each replica.</source>
        <translation>服务器%3进行此更改期间，无人能写入 %1（%2），之后每个副本上还要再来一次。</translation>
    </message>
    <message>
        <source> in the way the script asks for</source>
        <translation>按脚本要求的方式</translation>
    </message>
    <message>
        <source> by copying the table</source>
        <translation>以复制表的方式</translation>
    </message>
    <message>
        <source>Leave ALGORITHM and LOCK out, or ask for the lightest form that is accepted.</source>
        <translation>去掉 ALGORITHM 和 LOCK，或要求可被接受的最轻的形式。</translation>
    </message>
    <message>
        <source>Use gh-ost or pt-online-schema-change, or add a new column and switch over.</source>
        <translation>使用 gh-ost 或 pt-online-schema-change，或添加新列再切换。</translation>
    </message>
    <message>
        <source>%1 (%2) is rebuilt: writes go on, but it needs the space twice, and replicas lag for as long as it takes.</source>
        <translation>%1（%2）被重建：写入可以继续，但需要双倍空间，副本会延迟同样长的时间。</translation>
    </message>
    <message>
        <source>Use gh-ost, or one combined ALTER off-peak.</source>
        <translation>使用 gh-ost，或在低峰期用一条合并的 ALTER。</translation>
    </message>
    <message>
        <source>%1 has used %2 of its 64 instant changes: the next ones become a rebuild.</source>
        <translation>%1 已用去 64 次即时更改中的 %2 次：之后的会变成重建。</translation>
    </message>
    <message>
        <source>Rebuild the table off-peak (OPTIMIZE TABLE), which starts the count again.</source>
        <translation>在低峰期重建该表（OPTIMIZE TABLE），计数会重新开始。</translation>
    </message>
    <message>
        <source>This ALTER combines clauses that alone are instant with one that is not: all of %1 is rebuilt for them.</source>
        <translation>此 ALTER 将本可即时完成的子句与不能即时完成的合在一起：为此要重建整个 %1。</translation>
    </message>
    <message>
        <source>One ALTER for each algorithm, the instant ones with ALGORITHM=INSTANT.</source>
        <translation>每种算法一条 ALTER，即时的加上 ALGORITHM=INSTANT。</translation>
    </message>
    <message>
        <source>This change of %1 is instant in the rehearsal, but nothing makes production refuse a slower way.</source>
        <translation>%1 的此更改在演练中即时完成，但没有什么能让生产环境拒绝更慢的方式。</translation>
    </message>
    <message>
        <source>Pin it.</source>
        <translation>固定算法。</translation>
    </message>
    <message>
        <source>ALTER TABLE blocks writes while it copies.</source>
        <translation>ALTER TABLE 在复制期间阻塞写入。</translation>
    </message>
    <message>
        <source>A big table is rebuilt online.</source>
        <translation>大表被在线重建。</translation>
    </message>
    <message>
        <source>Nothing makes the server keep to the instant way.</source>
        <translation>没有什么能让服务器坚持即时方式。</translation>
    </message>
    <message>
        <source>%1 is dropped and made anew: its rows (%2) are gone, and nothing copies them over.</source>
        <translation>%1 被删除并重新创建：其行（%2）没有了，也没有被复制过去。</translation>
    </message>
    <message>
        <source>%1 is dropped with all its rows (%2). A way back can bring the table back, not its rows, and an application that still reads it fails at once.</source>
        <translation>%1 连同所有行被删除（%2）。回退能找回表，但找不回行；仍在读取它的应用程序会立即失败。</translation>
    </message>
    <message>
        <source>Rename the table out of the way now, drop it one release later, and take a backup of it before that.</source>
        <translation>现在把表改名移开，下一个版本再删除，并在此之前备份。</translation>
    </message>
    <message>
        <source>A table with its rows is gone after the migration.</source>
        <translation>迁移之后表及其行不复存在。</translation>
    </message>
    <message>
        <source>The label &apos;%1&apos; of %2 disappears: rows that hold it fail to convert%3.</source>
        <translation>%2 的标签“%1”消失：持有它的行转换会失败%3。</translation>
    </message>
    <message>
        <source>, or become &apos;&apos; where the session is not strict</source>
        <translation>，或在会话非严格模式时变成 &apos;&apos;</translation>
    </message>
    <message>
        <source>Move the rows to another label first, and ask the data whether any is left.</source>
        <translation>先把行改为别的标签，并询问数据是否还有剩余。</translation>
    </message>
    <message>
        <source>The label &apos;%1&apos; of %2 is renamed: an application that still writes or compares the old label fails.</source>
        <translation>%2 的标签“%1”被重命名：仍在写入或比较旧标签的应用程序会失败。</translation>
    </message>
    <message>
        <source>Add the new label, let both versions of the application accept both, move the rows, keep the old one.</source>
        <translation>添加新标签，让应用程序的两个版本都接受两者，迁移行，保留旧标签。</translation>
    </message>
    <message>
        <source>The labels of %1 change their order: the table is copied, and ORDER BY and numeric use of the column mean something else.</source>
        <translation>%1 的标签改变了顺序：表会被复制，ORDER BY 以及按数值使用该列的含义都会改变。</translation>
    </message>
    <message>
        <source>Append new labels at the end: %1.</source>
        <translation>将新标签追加在末尾：%1。</translation>
    </message>
    <message>
        <source>A label of an enumeration disappears.</source>
        <translation>枚举的标签消失。</translation>
    </message>
    <message>
        <source>A label of an enumeration is renamed.</source>
        <translation>枚举的标签被重命名。</translation>
    </message>
    <message>
        <source>Labels are reordered or inserted before the end.</source>
        <translation>标签被重排或插在末尾之前。</translation>
    </message>
    <message>
        <source>%1.%2 is %3%4, but it refers to %5.%6, which is %7%8: silent casts, and joins that cannot use an index.</source>
        <translation>%1.%2 是 %3%4，却引用 %5.%6，后者是 %7%8：会有隐式转换，连接也用不上索引。</translation>
    </message>
    <message>
        <source>Give both the same type.</source>
        <translation>让两者类型相同。</translation>
    </message>
    <message>
        <source>%1 refers to %2 (%3), which is not unique: one row can have several parents.</source>
        <translation>%1 引用 %2 (%3)，而后者不唯一：一行可能有多个父行。</translation>
    </message>
    <message>
        <source>Refer to a primary or unique key.</source>
        <translation>引用主键或唯一键。</translation>
    </message>
    <message>
        <source>%1 is %2, but the key of %3 is %4.</source>
        <translation>%1 是 %2，但 %3 的键是 %4。</translation>
    </message>
    <message>
        <source>Give it the type of the key.</source>
        <translation>使用键的类型。</translation>
    </message>
    <message>
        <source>A reference differs from its target, or its target is not unique.</source>
        <translation>引用与其目标不同，或目标不唯一。</translation>
    </message>
    <message>
        <source>No index begins with %1 (%2): every DELETE or key UPDATE in %3 scans %1.</source>
        <translation>%1 没有以 (%2) 开头的索引：%3 中的每个 DELETE 或键的 UPDATE 都会扫描 %1。</translation>
    </message>
    <message>
        <source>Create an index on the columns of the foreign key.</source>
        <translation>在外键的列上创建索引。</translation>
    </message>
    <message>
        <source>%1 is the last index that serves the foreign key %2: deletes in the parent scan %3 from now on.</source>
        <translation>%1 是服务于外键 %2 的最后一个索引：从现在起，父表中的删除会扫描 %3。</translation>
    </message>
    <message>
        <source>Create the replacement first.</source>
        <translation>先创建替代的索引。</translation>
    </message>
    <message>
        <source>%1 is in use: %2 scans since the counters were reset. Queries that need it read the whole table (%3).</source>
        <translation>%1 正在使用：自计数器重置以来扫描了 %2 次。需要它的查询会读取整个表（%3）。</translation>
    </message>
    <message>
        <source>Make it %1 first and watch for a day.</source>
        <translation>先将它设为 %1 并观察一天。</translation>
    </message>
    <message>
        <source>Create the replacement first, and watch the counters of all nodes.</source>
        <translation>先创建替代的索引，并观察所有节点的计数器。</translation>
    </message>
    <message>
        <source>production&apos;s index statistics are not known</source>
        <translation>生产环境的索引统计未知</translation>
    </message>
    <message>
        <source>%1 is dropped in statement %2 and replaced by %3 only in statement %4: in between, queries have no index.</source>
        <translation>%1 在语句 %2 中被删除，直到语句 %4 才由 %3 替代：其间查询没有索引可用。</translation>
    </message>
    <message>
        <source>Create the new index first, then drop the old one.</source>
        <translation>先创建新索引，再删除旧索引。</translation>
    </message>
    <message>
        <source>No index serves a new foreign key.</source>
        <translation>没有索引服务于新的外键。</translation>
    </message>
    <message>
        <source>A dropped index serves a foreign key or queries.</source>
        <translation>被删除的索引服务于外键或查询。</translation>
    </message>
    <message>
        <source>An index is dropped before its replacement is created.</source>
        <translation>索引在其替代创建之前就被删除。</translation>
    </message>
    <message>
        <source>The statement changes %1, and for the foreign key it locks %2 as well: while it waits, statements on %2 wait too.</source>
        <translation>语句修改 %1，而因为外键也会锁住 %2：它等待期间，%2 上的语句也要等待。</translation>
    </message>
    <message>
        <source>Change one foreign key at a time, with a lock timeout, before the table itself.</source>
        <translation>每次只改一个外键，设置锁超时，并先于表本身。</translation>
    </message>
    <message>
        <source>The statement does not name %1, but it needs it for itself: reads and writes there queue up too.</source>
        <translation>语句没有提到 %1，却需要独占它：那里的读写也会排队。</translation>
    </message>
    <message>
        <source>The statement does not name %1, but it blocks writes there until the transaction ends.</source>
        <translation>语句没有提到 %1，却会阻塞那里的写入，直到事务结束。</translation>
    </message>
    <message>
        <source>A statement locks a table that it does not name.</source>
        <translation>语句锁住了它没有提到的表。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1（授予 %2）</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>所有者 %1</translation>
    </message>
    <message>
        <source>%1 is replaced, and the new one lacks: %2.</source>
        <translation>%1 被替换，而新对象缺少：%2。</translation>
    </message>
    <message>
        <source>Grant again what the old one had.</source>
        <translation>重新授予旧对象原有的权限。</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>策略 %1</translation>
    </message>
    <message>
        <source>A replaced object lacks grants, owner or policies of the old one.</source>
        <translation>被替换的对象缺少旧对象的权限、所有者或策略。</translation>
    </message>
    <message>
        <source>the first label</source>
        <translation>第一个标签</translation>
    </message>
    <message>
        <source>%1 is NOT NULL without a DEFAULT: the server fills every existing row with %2, a value that nobody chose%3.</source>
        <translation>%1 是 NOT NULL 且没有 DEFAULT：服务器会用 %2 填充每个现有行，而这个值并没有人选择%3。</translation>
    </message>
    <message>
        <source>, and such rows cannot be updated in strict mode</source>
        <translation>，并且这样的行在严格模式下无法更新</translation>
    </message>
    <message>
        <source>Give an explicit DEFAULT, or add the column as NULL, fill it, and set NOT NULL afterwards.</source>
        <translation>给出明确的 DEFAULT，或先以 NULL 添加列，填充，之后再设 NOT NULL。</translation>
    </message>
    <message>
        <source>A NOT NULL column without DEFAULT gets an invented value in every row.</source>
        <translation>没有 DEFAULT 的 NOT NULL 列会在每一行得到一个凭空的值。</translation>
    </message>
    <message>
        <source>Dropping the column also removes %1 of %2, which the script does not name.</source>
        <translation>删除该列还会去掉 %2 的 %1，而脚本没有提到它。</translation>
    </message>
    <message>
        <source>Dropping the column also narrows %1 of %2, which the script does not name.</source>
        <translation>删除该列还会使 %2 的 %1 变窄，而脚本没有提到它。</translation>
    </message>
    <message>
        <source>Drop or replace the index or constraint by name first.</source>
        <translation>先按名称删除或替换该索引或约束。</translation>
    </message>
    <message>
        <source>DROP COLUMN removed or narrowed an index or constraint that the script does not name.</source>
        <translation>DROP COLUMN 去掉或缩窄了脚本没有提到的索引或约束。</translation>
    </message>
    <message>
        <source>%1 is equal to %2: every write pays for both, no query gains.</source>
        <translation>%1 与 %2 相同：每次写入都要为两者付出代价，却没有查询受益。</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>去掉它。</translation>
    </message>
    <message>
        <source>%1 is the beginning of %2, which serves the same queries.</source>
        <translation>%1 是 %2 的开头部分，后者服务于相同的查询。</translation>
    </message>
    <message>
        <source>%1 is now the beginning of %2 and serves no query that the new one does not.</source>
        <translation>%1 现在是 %2 的开头部分，新索引能服务它的所有查询。</translation>
    </message>
    <message>
        <source>Drop the shorter one when the new one is built.</source>
        <translation>新索引建好后删除较短的那个。</translation>
    </message>
    <message>
        <source>A new index equals an existing one.</source>
        <translation>新索引与现有索引相同。</translation>
    </message>
    <message>
        <source>An index is the beginning of another one.</source>
        <translation>一个索引是另一个的开头部分。</translation>
    </message>
    <message>
        <source>Nobody can write to %1 and all its partitions (%2) while the index is built.</source>
        <translation>构建索引期间，无人能写入 %1 及其所有分区（%2）。</translation>
    </message>
    <message>
        <source>Nobody can write to %1 (%2) while the index is built.</source>
        <translation>构建索引期间，无人能写入 %1（%2）。</translation>
    </message>
    <message>
        <source>Build it CONCURRENTLY, outside of a transaction.</source>
        <translation>在事务之外以 CONCURRENTLY 构建。</translation>
    </message>
    <message>
        <source>Create it ON ONLY the parent, build it CONCURRENTLY on each partition, and attach them.</source>
        <translation>在父表上以 ON ONLY 创建，在各分区上以 CONCURRENTLY 构建，再附加。</translation>
    </message>
    <message>
        <source>Build it off-peak, or with gh-ost or pt-online-schema-change.</source>
        <translation>在低峰期构建，或使用 gh-ost 或 pt-online-schema-change。</translation>
    </message>
    <message>
        <source>DROP INDEX needs %1 for itself: it is short, but it waits for every running query, and every later query waits behind it.</source>
        <translation>DROP INDEX 需要独占 %1：时间很短，但它等待所有正在运行的查询，之后的每个查询都在它后面等待。</translation>
    </message>
    <message>
        <source>Drop it CONCURRENTLY, outside of a transaction.</source>
        <translation>在事务之外以 CONCURRENTLY 删除。</translation>
    </message>
    <message>
        <source>An index of a partitioned table cannot be dropped CONCURRENTLY: do it off-peak, with a short lock timeout.</source>
        <translation>分区表的索引不能以 CONCURRENTLY 删除：请在低峰期进行，并设置较短的锁超时。</translation>
    </message>
    <message>
        <source>The index behind %1 is built while nobody can read or write %2 (%3).</source>
        <translation>构建 %1 背后的索引期间，无人能读写 %2（%3）。</translation>
    </message>
    <message>
        <source>An exclusion constraint has no online form: do it off-peak.</source>
        <translation>排他约束没有在线形式：请在低峰期进行。</translation>
    </message>
    <message>
        <source>Build a unique index CONCURRENTLY first, then make it the constraint.</source>
        <translation>先以 CONCURRENTLY 构建唯一索引，再把它变成约束。</translation>
    </message>
    <message>
        <source>An index is built while nobody can write.</source>
        <translation>构建索引期间无人能写入。</translation>
    </message>
    <message>
        <source>DROP INDEX without CONCURRENTLY.</source>
        <translation>没有 CONCURRENTLY 的 DROP INDEX。</translation>
    </message>
    <message>
        <source>A key constraint builds its index under ACCESS EXCLUSIVE.</source>
        <translation>键约束在 ACCESS EXCLUSIVE 下构建其索引。</translation>
    </message>
    <message>
        <source>%1 has only a few different values</source>
        <translation>%1 只有少数不同的值</translation>
    </message>
    <message>
        <source>it has %1 columns</source>
        <translation>它有 %1 列</translation>
    </message>
    <message>
        <source>%1 now has %2 indexes</source>
        <translation>%1 现在有 %2 个索引</translation>
    </message>
    <message>
        <source>%1 is rarely chosen or costs more than it gives: %2.</source>
        <translation>%1 很少被选用，或代价大于收益：%2。</translation>
    </message>
    <message>
        <source>Make it partial, or put the column that selects most first.</source>
        <translation>改为部分索引，或把筛选性最强的列放在前面。</translation>
    </message>
    <message>
        <source>Drop it and build it again.</source>
        <translation>删除它并重新构建。</translation>
    </message>
    <message>
        <source>The type change deletes the statistics of %1: plans may be bad until they are collected again.</source>
        <translation>类型修改会删除 %1 的统计信息：在重新收集之前，计划可能很差。</translation>
    </message>
    <message>
        <source>Analyse the column right after.</source>
        <translation>之后立即对该列执行 ANALYZE。</translation>
    </message>
    <message>
        <source>%1 is on an expression, of which nothing is known until the table is analysed.</source>
        <translation>%1 建在表达式上，在对表执行 ANALYZE 之前对它一无所知。</translation>
    </message>
    <message>
        <source>Analyse the table right after.</source>
        <translation>之后立即对该表执行 ANALYZE。</translation>
    </message>
    <message>
        <source>An index that is rarely chosen.</source>
        <translation>很少被选用的索引。</translation>
    </message>
    <message>
        <source>A change deletes statistics, and nothing collects them.</source>
        <translation>更改删除了统计信息，却没有重新收集。</translation>
    </message>
    <message>
        <source>One statement goes over %1 (%2)%3: long locks, bloat or undo, and replicas lag.</source>
        <translation>一条语句遍历 %1（%2）%3：长时间持锁、膨胀或大量 undo，副本延迟。</translation>
    </message>
    <message>
        <source> where its condition holds</source>
        <translation>中满足其条件的行</translation>
    </message>
    <message>
        <source>Do it in keyed batches of some thousand rows with a pause, outside of the schema change.</source>
        <translation>在模式更改之外，按键分批进行，每批几千行并留有停顿。</translation>
    </message>
    <message>
        <source>One statement changes many rows of an existing table.</source>
        <translation>一条语句修改现有表的许多行。</translation>
    </message>
    <message>
        <source>One DELETE in %1 now deletes every row of %2 that refers to it (ON DELETE %3).</source>
        <translation>%1 中的一次 DELETE 现在会删除 %2 中所有引用它的行（ON DELETE %3）。</translation>
    </message>
    <message>
        <source>One DELETE in %1 now clears the reference in every row of %2 that refers to it (ON DELETE %3).</source>
        <translation>%1 中的一次 DELETE 现在会清空 %2 中所有引用它的行的引用（ON DELETE %3）。</translation>
    </message>
    <message>
        <source>Use RESTRICT or NO ACTION, and delete the children on purpose.</source>
        <translation>使用 RESTRICT 或 NO ACTION，并有意识地删除子行。</translation>
    </message>
    <message>
        <source>A foreign key deletes or clears rows by itself.</source>
        <translation>外键会自行删除或清空行。</translation>
    </message>
    <message>
        <source>%1 (emptied)</source>
        <translation>%1（被清空）</translation>
    </message>
    <message>
        <source>CASCADE takes along what the script does not name: %1.</source>
        <translation>CASCADE 会一并去掉脚本没有提到的：%1。</translation>
    </message>
    <message>
        <source>Leave CASCADE out and drop each of these objects by name, so that the reviewer sees them.</source>
        <translation>去掉 CASCADE，按名称逐个删除这些对象，让评审者看得见。</translation>
    </message>
    <message>
        <source>CASCADE drops or empties objects that the script does not name.</source>
        <translation>CASCADE 删除或清空脚本没有提到的对象。</translation>
    </message>
    <message>
        <source>%1 changes from character set %2 to %3: characters that %3 does not have are lost or make the statement fail.</source>
        <translation>%1 的字符集从 %2 改为 %3：%3 没有的字符会丢失，或使语句失败。</translation>
    </message>
    <message>
        <source>Keep utf8mb4, or ask the data first.</source>
        <translation>保留 utf8mb4，或先询问数据。</translation>
    </message>
    <message>
        <source>A character set is replaced by one that holds fewer characters.</source>
        <translation>字符集被换成字符更少的字符集。</translation>
    </message>
    <message>
        <source>The application inserts into %1 without naming columns: with another number of columns these INSERTs fail.</source>
        <translation>应用程序向 %1 插入时没有写明列：列数不同时这些 INSERT 会失败。</translation>
    </message>
    <message>
        <source>The columns of %1 stand in another order: INSERT without a column list and SELECT * by position hit the wrong columns.</source>
        <translation>%1 的列顺序不同了：没有列清单的 INSERT 和按位置使用的 SELECT * 会用错列。</translation>
    </message>
    <message>
        <source>Append new columns at the end, and name columns in the application.</source>
        <translation>将新列追加在末尾，并在应用程序中写明列名。</translation>
    </message>
    <message>
        <source>Columns change their ordinal positions.</source>
        <translation>列的位置改变了。</translation>
    </message>
    <message>
        <source>%1 switches checks off: what is written meanwhile may break foreign keys, and nobody looks at it again.</source>
        <translation>%1 关闭了检查：期间写入的内容可能违反外键，之后也没有人再检查。</translation>
    </message>
    <message>
        <source>Leave the checks on, or look for orphans afterwards.</source>
        <translation>保持检查开启，或事后查找孤立的行。</translation>
    </message>
    <message>
        <source>Triggers of %1 are disabled: their rules do not hold meanwhile.</source>
        <translation>%1 的触发器被禁用：期间其规则不成立。</translation>
    </message>
    <message>
        <source>Enable them again in the same migration, and check what was written.</source>
        <translation>在同一迁移中重新启用，并检查写入的内容。</translation>
    </message>
    <message>
        <source>foreign_keys is switched off and nothing looks for broken references before COMMIT.</source>
        <translation>foreign_keys 被关闭，而 COMMIT 之前没有检查失效的引用。</translation>
    </message>
    <message>
        <source>Run PRAGMA foreign_key_check before COMMIT; it must return no row.</source>
        <translation>在 COMMIT 之前运行 PRAGMA foreign_key_check；它不得返回任何行。</translation>
    </message>
    <message>
        <source>%1 is NOT ENFORCED: it documents a rule that nothing keeps.</source>
        <translation>%1 是 NOT ENFORCED：它记录了一条无人执行的规则。</translation>
    </message>
    <message>
        <source>Enforce it, or leave it out.</source>
        <translation>强制执行它，或去掉它。</translation>
    </message>
    <message>
        <source>%1 is left NOT VALID: rows from before may still break it.</source>
        <translation>%1 仍为 NOT VALID：以前的行可能仍违反它。</translation>
    </message>
    <message>
        <source>Validate it in a later transaction.</source>
        <translation>在之后的事务中验证。</translation>
    </message>
    <message>
        <source>Checks are switched off, not enforced or left not validated.</source>
        <translation>检查被关闭、未强制执行或仍未验证。</translation>
    </message>
    <message>
        <source>Rows of production are NULL where they must not be.</source>
        <translation>生产环境中有些行为 NULL，而不允许为 NULL。</translation>
    </message>
    <message>
        <source>Rows of production are equal where they must differ.</source>
        <translation>生产环境中有些行相同，而必须互不相同。</translation>
    </message>
    <message>
        <source>Rows of production break a new CHECK.</source>
        <translation>生产环境中有些行违反新的 CHECK。</translation>
    </message>
    <message>
        <source>Rows of production refer to what is not there.</source>
        <translation>生产环境中有些行引用了不存在的内容。</translation>
    </message>
    <message>
        <source>Values of production do not fit the new type.</source>
        <translation>生产环境中的值不适合新类型。</translation>
    </message>
    <message>
        <source>view</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>触发器</translation>
    </message>
    <message>
        <source>function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>procedure</source>
        <translation>过程</translation>
    </message>
    <message>
        <source>routine</source>
        <translation>例程</translation>
    </message>
    <message>
        <source>The %1 %2 names %3, which is gone, or one of the same name in another table that it also names.</source>
        <translation>%1 %2 提到了 %3，它已不存在；也可能指它同样提到的另一个表中的同名者。</translation>
    </message>
    <message>
        <source>Look at the %1, and change it in the same migration if it means this one.</source>
        <translation>请查看该%1，若所指为此，请在同一迁移中修改。</translation>
    </message>
    <message>
        <source>The %1 %2 still names %3, which is gone: it fails when it is used.</source>
        <translation>%1 %2 仍提到已不存在的 %3：使用时会失败。</translation>
    </message>
    <message>
        <source>Change or drop the %1 in the same migration.</source>
        <translation>在同一迁移中修改或删除该%1。</translation>
    </message>
    <message>
        <source>foreign key</source>
        <translation>外键</translation>
    </message>
    <message>
        <source>A view, trigger, routine or foreign key names what is no longer there.</source>
        <translation>视图、触发器、例程或外键提到了已不存在的内容。</translation>
    </message>
    <message>
        <source>DELETE deletes every row of %1 (%2): it has no condition that tells rows apart.</source>
        <translation>DELETE 会删除 %1（%2）的每一行：没有区分行的条件。</translation>
    </message>
    <message>
        <source>UPDATE overwrites every row of %1 (%2): it has no condition that tells rows apart.</source>
        <translation>UPDATE 会覆盖 %1（%2）的每一行：没有区分行的条件。</translation>
    </message>
    <message>
        <source>Add the WHERE that was meant. If all rows are meant, do it in keyed batches and keep a backup.</source>
        <translation>加上本应有的 WHERE。若本意是所有行，请按键分批进行并保留备份。</translation>
    </message>
    <message>
        <source>UPDATE or DELETE goes over a whole existing table.</source>
        <translation>UPDATE 或 DELETE 遍历整个现有的表。</translation>
    </message>
    <message>
        <source>%1 loses %2 and gains %3 of the same type: if this is meant as a rename, the values are dropped, not moved.</source>
        <translation>%1 失去 %2，得到相同类型的 %3：若本意是重命名，值会被丢弃而不是移过去。</translation>
    </message>
    <message>
        <source>Rename the column, or copy the values before the drop.</source>
        <translation>重命名该列，或在删除之前复制值。</translation>
    </message>
    <message>
        <source>%1 is dropped and %2 is created with the same columns: if this is meant as a rename, the rows are dropped, not moved.</source>
        <translation>%1 被删除，而 %2 以相同的列创建：若本意是重命名，行会被丢弃而不是移过去。</translation>
    </message>
    <message>
        <source>Rename the table, or copy the rows before the drop.</source>
        <translation>重命名该表，或在删除之前复制行。</translation>
    </message>
    <message>
        <source>A drop and an add that may be meant as a rename.</source>
        <translation>一删一增，可能本意是重命名。</translation>
    </message>
    <message>
        <source>%1.%2 is dropped and added again under the same name: its values (%3) are gone.</source>
        <translation>%1.%2 被删除又以同名添加：其值（%3）没有了。</translation>
    </message>
    <message>
        <source>%1.%2 is dropped with its values (%3). The old version of the application fails as soon as it names the column.</source>
        <translation>%1.%2 连同其值被删除（%3）。旧版应用程序一提到该列就会失败。</translation>
    </message>
    <message>
        <source>Deploy an application that no longer uses the column, then drop it one release later; keep a backup of the values.</source>
        <translation>部署不再使用该列的应用程序，下一个版本再删除它；保留值的备份。</translation>
    </message>
    <message>
        <source>A column with its values is gone after the migration.</source>
        <translation>迁移之后列及其值不复存在。</translation>
    </message>
    <message>
        <source>the migration has no statement</source>
        <translation>迁移没有语句</translation>
    </message>
    <message>
        <source>statement %1 failed in the rehearsal</source>
        <translation>语句 %1 在演练中失败</translation>
    </message>
    <message>
        <source>the rehearsal did not run to its end%1</source>
        <translation>演练没有进行到底%1</translation>
    </message>
    <message>
        <source>%1 finding of severity %2 or above without a waiver</source>
        <translation>%1 个严重程度为 %2 或更高的发现没有豁免</translation>
    </message>
    <message>
        <source>%1 findings of severity %2 or above without a waiver</source>
        <translation>%1 个严重程度为 %2 或更高的发现没有豁免</translation>
    </message>
    <message>
        <source>the result is not the expected schema</source>
        <translation>结果不是预期的模式</translation>
    </message>
    <message>
        <source>query %1 of %2 works before and is broken after</source>
        <translation>%2 的查询 %1 之前可用，之后失效</translation>
    </message>
    <message>
        <source>%1 is required and did not run: %2</source>
        <translation>必须进行 %1，但它没有运行：%2</translation>
    </message>
    <message>
        <source>its generated values are computed</source>
        <translation>要逐行计算其生成值</translation>
    </message>
    <message>
        <source>every row gets a number</source>
        <translation>每一行都要得到一个号码</translation>
    </message>
    <message>
        <source>its default differs from row to row</source>
        <translation>其默认值逐行不同</translation>
    </message>
    <message>
        <source>its domain is checked</source>
        <translation>要逐行检验其域</translation>
    </message>
    <message>
        <source>Adding %1 rewrites %2 (%3), because %4 for each row, while nobody can read or write it.</source>
        <translation>添加 %1 会重写 %2（%3），因为%4，期间无人能读写。</translation>
    </message>
    <message>
        <source>Add the column without default, set the default in a second statement, and fill the old rows in batches.</source>
        <translation>先添加没有默认值的列，用第二条语句设置默认值，再分批填充旧行。</translation>
    </message>
    <message>
        <source>A new column makes the server rewrite the table.</source>
        <translation>新列使服务器重写表。</translation>
    </message>
    <message>
        <source>%1 is new and its default %2 is not constant: SQLite refuses the statement as soon as the table has rows (Cannot add a column with non-constant default).</source>
        <translation>%1 是新列，其默认值 %2 不是常量：只要表中有行，SQLite 就会拒绝该语句（Cannot add a column with non-constant default）。</translation>
    </message>
    <message>
        <source>Add it with a constant default or as NULL and fill it, or build the table anew.</source>
        <translation>以常量默认值添加，或以 NULL 添加再填充，或重建该表。</translation>
    </message>
    <message>
        <source>INSERTs of the old application do not set it and fail in strict mode</source>
        <translation>旧应用程序的 INSERT 不设置它，在严格模式下会失败</translation>
    </message>
    <message>
        <source>the statement fails as soon as the table has rows, and INSERTs of the old application, which do not set it, fail</source>
        <translation>只要表中有行，语句就会失败；旧应用程序的 INSERT 不设置它，也会失败</translation>
    </message>
    <message>
        <source>%1 is new, NOT NULL and without a DEFAULT: %2.</source>
        <translation>%1 是新列，NOT NULL 且没有 DEFAULT：%2。</translation>
    </message>
    <message>
        <source>Give it a DEFAULT, or add it as NULL, fill it, and set NOT NULL one release later.</source>
        <translation>给它一个 DEFAULT，或先以 NULL 添加并填充，下一个版本再设 NOT NULL。</translation>
    </message>
    <message>
        <source>A new column must be set but has no default.</source>
        <translation>新列必须赋值却没有默认值。</translation>
    </message>
    <message>
        <source>switched off in the workspace</source>
        <translation>已在工作区中关闭</translation>
    </message>
    <message>
        <source>size unknown</source>
        <translation>大小未知</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>about 1 row</source>
        <translation>约 1 行</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>约 %1 行</translation>
    </message>
    <message>
        <source>the time for all questions was over</source>
        <translation>所有问题的总时间已用完</translation>
    </message>
    <message>
        <source>statement %1 changes these rows first; as they are now, %2 would break the rule</source>
        <translation>语句 %1 会先修改这些行；按现状，%2 行会违反规则</translation>
    </message>
    <message>
        <source>some</source>
        <translation>一些</translation>
    </message>
    <message>
        <source>found in a sample of 1 % of the pages</source>
        <translation>在 1 % 页面的抽样中发现</translation>
    </message>
    <message>
        <source>; a sample of 1 % of the pages has no such row, which proves nothing</source>
        <translation>；1 % 页面的抽样中没有这样的行，但这证明不了什么</translation>
    </message>
    <message>
        <source>Not proven: &quot;%1&quot; (%2)</source>
        <translation>未证明：“%1”（%2）</translation>
    </message>
    <message>
        <source>In production the answer to &quot;%1&quot; is no: at least %2 cases</source>
        <translation>在生产环境中，“%1”的答案是否：至少 %2 例</translation>
    </message>
    <message>
        <source>In production the answer to &quot;%1&quot; is no: %2 case</source>
        <translation>在生产环境中，“%1”的答案是否：%2 例</translation>
    </message>
    <message>
        <source>In production the answer to &quot;%1&quot; is no: %2 cases</source>
        <translation>在生产环境中，“%1”的答案是否：%2 例</translation>
    </message>
    <message>
        <source>, such as %1</source>
        <translation>，例如 %1</translation>
    </message>
    <message>
        <source>Correct these rows first, in a change that is reviewed as well.</source>
        <translation>先更正这些行，更正本身也要经过评审。</translation>
    </message>
    <message>
        <source>Ask again right before the deployment, or on a fresh replica with more time.</source>
        <translation>在部署之前再问一次，或在最新的副本上用更长的时间询问。</translation>
    </message>
    <message>
        <source>does no row of %1 have a label that disappears (%2)?</source>
        <translation>%1 中是否没有行带有将消失的标签（%2）？</translation>
    </message>
    <message>
        <source>is %1 empty, so that nothing is lost?</source>
        <translation>%1 是否为空，因而不会丢失任何东西？</translation>
    </message>
    <message>
        <source>is %1 NULL everywhere, so that nothing is lost?</source>
        <translation>%1 是否处处为 NULL，因而不会丢失任何东西？</translation>
    </message>
    <message>
        <source>is %1 empty, so that %2 can be required?</source>
        <translation>%1 是否为空，因而可以要求 %2？</translation>
    </message>
    <message>
        <source>is %1 set in every row?</source>
        <translation>%1 在每一行都有值吗？</translation>
    </message>
    <message>
        <source>does every value of %1 fit %2?</source>
        <translation>%1 的每个值都适合 %2 吗？</translation>
    </message>
    <message>
        <source>is %1 unique in %2?</source>
        <translation>%1 在 %2 中唯一吗？</translation>
    </message>
    <message>
        <source>does every row of %1 refer to a row of %2?</source>
        <translation>%1 的每一行都引用 %2 的一行吗？</translation>
    </message>
    <message>
        <source>does every row of %1 keep (%2)?</source>
        <translation>%1 的每一行都满足 (%2) 吗？</translation>
    </message>
    <message>
        <source>do no two rows of %1 exclude each other?</source>
        <translation>%1 中是否没有两行互相排斥？</translation>
    </message>
    <message>
        <source>has no row of %1 the key (%2) of one that is inserted?</source>
        <translation>%1 中是否没有任何行带有要插入的行的键（%2）？</translation>
    </message>
    <message>
        <source>Change the readers first, and the view one release later.</source>
        <translation>先修改读取方，下一个版本再修改视图。</translation>
    </message>
    <message>
        <source>The view %1 is gone: every statement that reads it fails at once.</source>
        <translation>视图 %1 不复存在：读取它的每条语句都会立即失败。</translation>
    </message>
    <message>
        <source>The view %1 no longer has the column %2: statements that read it fail.</source>
        <translation>视图 %1 不再有列 %2：读取该列的语句会失败。</translation>
    </message>
    <message>
        <source>info</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>阻断</translation>
    </message>
    <message>
        <source>Computing %1 anew rewrites every row and index of %2 (%3) while nobody can read or write it.</source>
        <translation>重新计算 %1 会重写 %2（%3）的每一行和每个索引，期间任何人都不能读写。</translation>
    </message>
    <message>
        <source>Add a second stored column off-peak, switch the readers, and drop the old one.</source>
        <translation>在低峰期添加第二个存储列，切换读取方，然后删除旧列。</translation>
    </message>
    <message>
        <source>A new type or expression of a column rewrites the table under ACCESS EXCLUSIVE.</source>
        <translation>列的新类型或新表达式会在 ACCESS EXCLUSIVE 锁下重写整张表。</translation>
    </message>
    <message>
        <source>Everybody who can connect gets %1 on %2, every role of the future included.</source>
        <translation>凡是能连接的人都会获得 %2 上的 %1 权限，将来的角色也包括在内。</translation>
    </message>
    <message>
        <source>Grant it to the roles that need it.</source>
        <translation>只授予需要它的角色。</translation>
    </message>
    <message>
        <source>Row level security is switched off for %1: whoever may read the table sees the rows of everybody, and nothing says so.</source>
        <translation>%1 的行级安全被关闭：任何可以读取该表的人都能看到所有人的行，而且没有任何提示。</translation>
    </message>
    <message>
        <source>Leave it on and change the policies; where a task needs all rows, give its role BYPASSRLS.</source>
        <translation>保持开启并修改策略；若某项任务需要所有行，请给其角色 BYPASSRLS。</translation>
    </message>
    <message>
        <source>The policies of %1 no longer hold for its owner: an application that connects as the owner sees all rows.</source>
        <translation>%1 的策略不再对其所有者生效：以所有者身份连接的应用会看到所有行。</translation>
    </message>
    <message>
        <source>Keep FORCE ROW LEVEL SECURITY where the application owns the table.</source>
        <translation>如果表归应用所有，请保留 FORCE ROW LEVEL SECURITY。</translation>
    </message>
    <message>
        <source>%1 runs with the rights of its owner and looks names up where its caller says: a caller who may create objects anywhere can have it run theirs.</source>
        <translation>%1 以其所有者的权限运行，却按调用者指定的位置查找名称：任何能在某处创建对象的调用者都可以让它运行自己的对象。</translation>
    </message>
    <message>
        <source>Set search_path with the function, pg_temp last.</source>
        <translation>随函数一起设置 search_path，并把 pg_temp 放在最后。</translation>
    </message>
    <message>
        <source>Everybody gets a privilege.</source>
        <translation>所有人都获得一项权限。</translation>
    </message>
    <message>
        <source>Row level security is switched off, or no longer holds for the owner.</source>
        <translation>行级安全被关闭，或不再对所有者生效。</translation>
    </message>
    <message>
        <source>A SECURITY DEFINER function leaves search_path to its caller.</source>
        <translation>SECURITY DEFINER 函数把 search_path 留给了调用者。</translation>
    </message>
    <message>
        <source>statement %1 stopped the rehearsal: statements %2 to %3 were read but not run, so what they change and lock is not among the findings</source>
        <translation>语句 %1 使演练停止：语句 %2 到 %3 已读取但未执行，因此它们所做的更改和加的锁不在检查结果中</translation>
    </message>
    <message>
        <source>%1 is rebuilt, and the new table counts on from the highest id that was copied: ids of rows deleted earlier may be given out again.</source>
        <translation>%1 被重建，新表从已复制的最大 id 继续计数：之前删除的行的 id 可能会被再次使用。</translation>
    </message>
    <message>
        <source>Set AUTO_INCREMENT of the new table to what the old one&apos;s is.</source>
        <translation>将新表的 AUTO_INCREMENT 设为旧表的值。</translation>
    </message>
    <message>
        <source>at least %1 rows</source>
        <translation>至少 %1 行</translation>
    </message>
    <message>
        <source>statement %1 writes these values, so nobody knows them yet</source>
        <translation>语句 %1 才写入这些值，目前无人知道它们</translation>
    </message>
    <message>
        <source>INSERTs of the old application, which do not set it, fail</source>
        <translation>旧应用程序的 INSERT 不设置它，会失败</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>已豁免</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Stmt</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>What and why</source>
        <translation>内容与原因</translation>
    </message>
</context>
<context>
    <name>JobRunner</name>
    <message>
        <source>%1: done after %2 s</source>
        <translation>%1：完成，用时 %2 秒</translation>
    </message>
    <message>
        <source>%1: failed. %2</source>
        <extracomment>%1 is a task, %2 what went wrong</extracomment>
        <translation>%1：失败。%2</translation>
    </message>
    <message>
        <source>%1: cancelled after %2 s</source>
        <translation>%1：%2 秒后取消</translation>
    </message>
    <message>
        <source>%1: done</source>
        <extracomment>%1 is a task such as &quot;Reading production&quot;, %2 seconds</extracomment>
        <translation>%1：完成</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>阻断</translation>
    </message>
    <message>
        <source>Ran</source>
        <translation>已运行</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Waiting for sign-offs</source>
        <translation>等待签署</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>已阻断</translation>
    </message>
    <message>
        <source>Out of date: the files are not the ones that were signed</source>
        <translation>已过期：文件不是已签署的文件</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>Not under review</source>
        <translation>未在评审中</translation>
    </message>
    <message>
        <source>Cannot judge</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>asked for changes</source>
        <translation>要求修改</translation>
    </message>
    <message>
        <source>vetoed</source>
        <translation>已否决</translation>
    </message>
    <message>
        <source>abstained</source>
        <translation>已弃权</translation>
    </message>
    <message>
        <source>withdrew the vote</source>
        <translation>已撤回投票</translation>
    </message>
    <message>
        <source>under 1 ms</source>
        <translation>少于 1 毫秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Nothing to show</source>
        <translation>没有可显示的内容</translation>
    </message>
    <message>
        <source>The message above says what stood in the way.</source>
        <translation>上方的消息说明了原因。</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Cancelled before there was anything to show</source>
        <translation>在有内容可显示前已取消</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
</context>
<context>
    <name>Property</name>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>grants</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>tablespace</source>
        <translation>表空间</translation>
    </message>
    <message>
        <source>order of options</source>
        <translation>选项顺序</translation>
    </message>
    <message>
        <source>collation</source>
        <translation>排序规则</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>继承而来</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>triggers</source>
        <translation>触发器</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>replica identity</source>
        <translation>复制标识</translation>
    </message>
    <message>
        <source>persistence</source>
        <translation>持久性</translation>
    </message>
    <message>
        <source>on update</source>
        <translation>更新时</translation>
    </message>
    <message>
        <source>nulls not distinct</source>
        <translation>NULL 视为相同</translation>
    </message>
    <message>
        <source>not null</source>
        <translation>非空</translation>
    </message>
    <message>
        <source>generated name</source>
        <translation>自动生成的名称</translation>
    </message>
    <message>
        <source>method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>键</translation>
    </message>
    <message>
        <source>invisible</source>
        <translation>不可见</translation>
    </message>
    <message>
        <source>indexes</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>included columns</source>
        <translation>包含列</translation>
    </message>
    <message>
        <source>header</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>表达式</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>definer</source>
        <translation>定义者</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>constraints</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>conflict clause</source>
        <translation>冲突子句</translation>
    </message>
    <message>
        <source>character set</source>
        <translation>字符集</translation>
    </message>
    <message>
        <source>auto increment</source>
        <translation>自增</translation>
    </message>
    <message>
        <source>access method</source>
        <translation>访问方法</translation>
    </message>
    <message>
        <source>without system versioning</source>
        <translation>不含系统版本</translation>
    </message>
    <message>
        <source>without row id</source>
        <translation>无行 ID</translation>
    </message>
    <message>
        <source>without overlaps</source>
        <translation>不重叠</translation>
    </message>
    <message>
        <source>virtual module</source>
        <translation>虚拟模块</translation>
    </message>
    <message>
        <source>using condition</source>
        <translation>USING 条件</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>唯一</translation>
    </message>
    <message>
        <source>kind of type</source>
        <translation>类型种类</translation>
    </message>
    <message>
        <source>timing</source>
        <translation>触发时机</translation>
    </message>
    <message>
        <source>system versioned</source>
        <translation>系统版本化</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>statistics target</source>
        <translation>统计目标</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起始值</translation>
    </message>
    <message>
        <source>spatial reference (SRID)</source>
        <translation>空间参考 (SRID)</translation>
    </message>
    <message>
        <source>SQL mode</source>
        <translation>SQL 模式</translation>
    </message>
    <message>
        <source>security</source>
        <translation>安全性</translation>
    </message>
    <message>
        <source>row level security</source>
        <translation>行级安全</translation>
    </message>
    <message>
        <source>row format</source>
        <translation>行格式</translation>
    </message>
    <message>
        <source>kind of routine</source>
        <translation>例程种类</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>returned type</source>
        <translation>返回类型</translation>
    </message>
    <message>
        <source>restrictive</source>
        <translation>限制性</translation>
    </message>
    <message>
        <source>referenced table</source>
        <translation>被引用的表</translation>
    </message>
    <message>
        <source>referenced schema</source>
        <translation>被引用的模式</translation>
    </message>
    <message>
        <source>referenced columns</source>
        <translation>被引用的列</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>privilege</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>prefix length</source>
        <translation>前缀长度</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>policies</source>
        <translation>行策略</translation>
    </message>
    <message>
        <source>periods</source>
        <translation>时间段</translation>
    </message>
    <message>
        <source>partitions</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>partition of</source>
        <translation>所属分区表</translation>
    </message>
    <message>
        <source>partition key</source>
        <translation>分区键</translation>
    </message>
    <message>
        <source>partition bound</source>
        <translation>分区边界</translation>
    </message>
    <message>
        <source>owned by</source>
        <translation>隶属于</translation>
    </message>
    <message>
        <source>order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>operator class</source>
        <translation>操作符类</translation>
    </message>
    <message>
        <source>columns set on delete</source>
        <translation>删除时设置的列</translation>
    </message>
    <message>
        <source>on delete</source>
        <translation>删除时</translation>
    </message>
    <message>
        <source>of type</source>
        <translation>所属类型</translation>
    </message>
    <message>
        <source>of columns</source>
        <translation>针对的列</translation>
    </message>
    <message>
        <source>order of nulls</source>
        <translation>NULL 顺序</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>未验证</translation>
    </message>
    <message>
        <source>not populated</source>
        <translation>未填充</translation>
    </message>
    <message>
        <source>name of the not null constraint</source>
        <translation>非空约束名称</translation>
    </message>
    <message>
        <source>not enforced</source>
        <translation>不强制</translation>
    </message>
    <message>
        <source>not inherited</source>
        <translation>不继承</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>materialized</source>
        <translation>物化</translation>
    </message>
    <message>
        <source>match</source>
        <translation>匹配方式</translation>
    </message>
    <message>
        <source>last value</source>
        <translation>最后的值</translation>
    </message>
    <message>
        <source>language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>枚举值</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>initially deferred</source>
        <translation>初始延迟</translation>
    </message>
    <message>
        <source>inherits</source>
        <translation>继承自</translation>
    </message>
    <message>
        <source>increment</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>identity options</source>
        <translation>标识列选项</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>标识列</translation>
    </message>
    <message>
        <source>grantable</source>
        <translation>可转授</translation>
    </message>
    <message>
        <source>grantee</source>
        <translation>被授权者</translation>
    </message>
    <message>
        <source>kind of generation</source>
        <translation>生成方式</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>生成列</translation>
    </message>
    <message>
        <source>foreign server</source>
        <translation>外部服务器</translation>
    </message>
    <message>
        <source>row level security for the owner, too</source>
        <translation>对所有者也强制行级安全</translation>
    </message>
    <message>
        <source>exclusion operator</source>
        <translation>排他操作符</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>storage engine</source>
        <translation>存储引擎</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>deferrable</source>
        <translation>可延迟</translation>
    </message>
    <message>
        <source>cycle</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>计数器</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>order of columns</source>
        <translation>列顺序</translation>
    </message>
    <message>
        <source>column level</source>
        <translation>列级</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>clustered</source>
        <translation>聚簇</translation>
    </message>
    <message>
        <source>check option</source>
        <translation>检查选项</translation>
    </message>
    <message>
        <source>check</source>
        <translation>检查条件</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>body</source>
        <translation>主体</translation>
    </message>
    <message>
        <source>base type</source>
        <translation>基础类型</translation>
    </message>
    <message>
        <source>attached to</source>
        <translation>附加到</translation>
    </message>
    <message>
        <source>algorithm</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>%1: everything</source>
        <extracomment>Everything that is not compared: %1 is a kind of object such as &quot;Column&quot;</extracomment>
        <translation>%1：全部</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a kind of object such as &quot;Column&quot;, %2 one of its properties</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>Your SSH key</source>
        <translation>您的 SSH 密钥</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>已阻止</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>request-changes</source>
        <translation>要求修改</translation>
    </message>
    <message>
        <source>veto</source>
        <translation>否决</translation>
    </message>
    <message>
        <source>abstain</source>
        <translation>弃权</translation>
    </message>
    <message>
        <source>withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>block</source>
        <translation>阻止</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>info</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not-run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>view</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>约束</translation>
    </message>
    <message>
        <source>index</source>
        <translation>索引</translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>触发器</translation>
    </message>
    <message>
        <source>routine</source>
        <translation>例程</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Review of a database change</source>
        <translation>数据库变更评审</translation>
    </message>
    <message>
        <source>Check of a migration</source>
        <translation>迁移检查</translation>
    </message>
    <message>
        <source>Schema comparison</source>
        <translation>模式比较</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>Redacted</source>
        <translation>已脱敏</translation>
    </message>
    <message>
        <source>literals in SQL are replaced, comments in SQL are left out</source>
        <translation>SQL 中的字面量已替换，注释已省略</translation>
    </message>
    <message>
        <source>The rest of the SQL is not shown here.</source>
        <translation>其余 SQL 未在此显示。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>%1, digest %2</source>
        <translation>%1，摘要 %2</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>serial %1, held to its rules for risk %2%3</source>
        <translation>序号 %1，按风险 %2 的规则%3</translation>
    </message>
    <message>
        <source>, small team: authors may count for their own change</source>
        <translation>，小团队：作者可计入自己的变更</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>By / what resolves it</source>
        <translation>由谁 / 如何解决</translation>
    </message>
    <message>
        <source>sign-off by a person with the role %1</source>
        <translation>由角色为 %1 的人员签署</translation>
    </message>
    <message>
        <source>met</source>
        <translation>已满足</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>未满足</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>statement %1</source>
        <translation>语句 %1</translation>
    </message>
    <message>
        <source>resolved by %1</source>
        <translation>由 %1 解决</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>阻止</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>vote: %1</source>
        <translation>投票：%1</translation>
    </message>
    <message>
        <source>put a revision under review</source>
        <translation>提交了修订以供评审</translation>
    </message>
    <message>
        <source>opened the change</source>
        <translation>创建了变更</translation>
    </message>
    <message>
        <source> (without effect)</source>
        <translation>（无效）</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Signed files</source>
        <translation>已签署的文件</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Path and SHA-256</source>
        <translation>路径和 SHA-256</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>%1, SHA-256 %2</source>
        <translation>%1，SHA-256 %2</translation>
    </message>
    <message>
        <source>Rehearsed on</source>
        <translation>演练基于</translation>
    </message>
    <message>
        <source>a scratch copy of %1 (%2 %3, fingerprint %4)</source>
        <translation>%1 的临时副本（%2 %3，指纹 %4）</translation>
    </message>
    <message>
        <source>Report digest</source>
        <translation>报告摘要</translation>
    </message>
    <message>
        <source>The checks pass; risk %1.</source>
        <translation>检查通过；风险 %1。</translation>
    </message>
    <message>
        <source>The checks fail; risk %1.</source>
        <translation>检查未通过；风险 %1。</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What and why</source>
        <translation>内容与原因</translation>
    </message>
    <message>
        <source>Safe way</source>
        <translation>安全做法</translation>
    </message>
    <message>
        <source>, waived: %1</source>
        <translation>，已豁免：%1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No finding.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>%1 on %2%3</source>
        <translation>%2 上的 %1%3</translation>
    </message>
    <message>
        <source> (predicted)</source>
        <translation>（预测）</translation>
    </message>
    <message>
        <source>, blocks reads</source>
        <translation>，阻塞读</translation>
    </message>
    <message>
        <source>, blocks writes</source>
        <translation>，阻塞写</translation>
    </message>
    <message>
        <source>locks</source>
        <translation>加锁</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>Leads to the expected schema.</source>
        <translation>得到预期的模式。</translation>
    </message>
    <message>
        <source>Does not lead to the expected schema.</source>
        <translation>未得到预期的模式。</translation>
    </message>
    <message>
        <source>The way back gives the schema before.</source>
        <translation>回退可恢复之前的模式。</translation>
    </message>
    <message>
        <source>The way back does not give the schema before.</source>
        <translation>回退无法恢复之前的模式。</translation>
    </message>
    <message>
        <source>The way back loses data: %1</source>
        <translation>回退会丢失数据：%1</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>限制：%1</translation>
    </message>
    <message>
        <source>Not run, and not passed: %1: %2</source>
        <translation>未运行，也未通过：%1：%2</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation>没有差异。</translation>
    </message>
    <message>
        <source>%1 differences, %2 hidden by ignore options, %3 objects not compared.</source>
        <translation>%1 处差异，%2 处被忽略选项隐藏，%3 个对象未比较。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>SQL that closes the difference</source>
        <translation>消除差异的 SQL</translation>
    </message>
    <message>
        <source>The way back</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>Not compared: %1 %2: %3</source>
        <translation>未比较：%1 %2：%3</translation>
    </message>
    <message>
        <source>%1 more rows are not shown here.</source>
        <translation>另有 %1 行未在此显示。</translation>
    </message>
    <message>
        <source> (%1 more are not drawn)</source>
        <translation>（另有 %1 项未绘制）</translation>
    </message>
    <message>
        <source>What happened when, oldest first</source>
        <translation>事件时间顺序，最早在前</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>drops</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>alters</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>only locks (dashed)</source>
        <translation>仅加锁（虚线）</translation>
    </message>
    <message>
        <source>Which statement touches which object</source>
        <translation>哪条语句涉及哪个对象</translation>
    </message>
    <message>
        <source>Which statement of the generated script touches which object</source>
        <translation>生成脚本的各语句涉及的对象</translation>
    </message>
    <message>
        <source>How long each statement ran in the rehearsal, and the strongest lock it held</source>
        <translation>每条语句在演练中的运行时长及其持有的最强锁</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Not met</source>
        <translation>未满足</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 a person, %2 what the person did such as &quot;approved&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>修订 %1</translation>
    </message>
    <message>
        <source>%1 put a revision under review</source>
        <translation>%1 提交了修订以供评审</translation>
    </message>
    <message>
        <source>%1 opened the change for %2</source>
        <translation>%1 为 %2 创建了变更</translation>
    </message>
    <message>
        <source>%1 commented</source>
        <translation>%1 发表了评论</translation>
    </message>
    <message>
        <source>%1 waived %2</source>
        <translation>%1 豁免了 %2</translation>
    </message>
    <message>
        <source>without effect: %1</source>
        <translation>无效：%1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>%1 is a role such as dba</extracomment>
        <translation>等待</translation>
    </message>
    <message>
        <source>Sign-off by a person with the role %1</source>
        <translation>由角色为 %1 的人签署</translation>
    </message>
    <message>
        <source>Anybody with this role who did not write the change can sign.</source>
        <translation>任何具有此角色且未参与编写的人都可以签署。</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>已满足</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Given by %1</source>
        <translation>由 %1 签署</translation>
    </message>
    <message>
        <source>has not looked yet</source>
        <translation>尚未查看</translation>
    </message>
    <message>
        <source>commented</source>
        <translation>已评论</translation>
    </message>
    <message>
        <source>on revision %1</source>
        <translation>在修订 %1</translation>
    </message>
    <message>
        <source>revision %1, as it is now</source>
        <translation>修订 %1，即当前版本</translation>
    </message>
    <message>
        <source>revision %1: it changed since</source>
        <translation>修订 %1：此后已更改</translation>
    </message>
    <message>
        <source>revision %1, out of date: the files changed since</source>
        <translation>修订 %1，已过期：文件此后已更改</translation>
    </message>
    <message>
        <source>does not count: %1</source>
        <translation>不计入：%1</translation>
    </message>
    <message>
        <source>%1 for %2, revision %3, digest %4</source>
        <extracomment>%1 the change, %2 an environment, %3 the number of the revision, %4 its digest</extracomment>
        <translation>%1，用于 %2，修订 %3，摘要 %4</translation>
    </message>
    <message>
        <source>%1 resolved a comment</source>
        <translation>%1 解决了一条评论</translation>
    </message>
    <message>
        <source>%1 voided a vote</source>
        <translation>%1 作废了一次投票</translation>
    </message>
    <message>
        <source>%1 withdrew a waiver</source>
        <translation>%1 撤回了一项豁免</translation>
    </message>
    <message>
        <source>%1 abandoned the change</source>
        <translation>%1 放弃了变更</translation>
    </message>
    <message>
        <source>%1 opened an emergency</source>
        <translation>%1 开启了紧急流程</translation>
    </message>
    <message>
        <source>%1 began to deploy</source>
        <translation>%1 开始部署</translation>
    </message>
    <message>
        <source>%1 ended the deployment</source>
        <translation>%1 结束了部署</translation>
    </message>
    <message>
        <source>%1 confirmed how the deployment ended</source>
        <translation>%1 确认了部署结果</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Not rehearsed</source>
        <translation>未演练</translation>
    </message>
    <message>
        <source>No report is part of this revision.</source>
        <translation>此修订不含报告。</translation>
    </message>
    <message numerus="yes">
        <source>%n blocking finding(s)</source>
        <translation>
            <numerusform>%n 个阻断性发现</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waived</source>
        <translation>
            <numerusform>%n 个已豁免</numerusform>
        </translation>
    </message>
    <message>
        <source>Rehearsed, nothing to warn of</source>
        <translation>已演练，无警告</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>此后已更改</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>与当前一致</translation>
    </message>
    <message>
        <source>%1 bytes, SHA-256 %2</source>
        <extracomment>%1 is a number of bytes, %2 the beginning of a digest</extracomment>
        <translation>%1 字节，SHA-256 %2</translation>
    </message>
    <message>
        <source>Please have a look. Needed: %1. %2</source>
        <extracomment>%1 a requirement such as &quot;Sign-off by a person with the role dba&quot;, %2 a reference to the change</extracomment>
        <translation>请看一下。需要：%1。%2</translation>
    </message>
</context>
<context>
    <name>ReviewReason</name>
    <message>
        <source>This ledger lacks events that this computer knew</source>
        <translation>此账本缺少本机已知的事件</translation>
    </message>
    <message>
        <source>This ledger is another branch than the one this computer knew</source>
        <translation>此账本与本机已知的账本分支不同</translation>
    </message>
    <message>
        <source>Find the newer ledger, merge the two (ledger merge), or have admins restore it (ledger restore).</source>
        <translation>请找到较新的账本，合并两者 (ledger merge)，或由管理员恢复 (ledger restore)。</translation>
    </message>
    <message>
        <source>The change was abandoned</source>
        <translation>变更已放弃</translation>
    </message>
    <message>
        <source>Open a new one.</source>
        <translation>请新建一个。</translation>
    </message>
    <message>
        <source>The revision holds no script to run</source>
        <translation>该修订不含可运行的脚本</translation>
    </message>
    <message>
        <source>Add a revision with scripts.</source>
        <translation>请添加含脚本的修订。</translation>
    </message>
    <message>
        <source>Revision %1 was superseded by revision %2</source>
        <translation>修订 %1 已被修订 %2 取代</translation>
    </message>
    <message>
        <source>Look at the newer revision.</source>
        <translation>请查看较新的修订。</translation>
    </message>
    <message>
        <source>Separation of duties is off here: authors may approve their own changes</source>
        <translation>此处未启用职责分离：作者可批准自己的变更</translation>
    </message>
    <message>
        <source>Make a revision against the right server.</source>
        <translation>请针对正确的服务器创建修订。</translation>
    </message>
    <message>
        <source>Connect to the right server.</source>
        <translation>请连接到正确的服务器。</translation>
    </message>
    <message>
        <source>The schema is not the one the change was reviewed against</source>
        <translation>模式与评审变更时的模式不同</translation>
    </message>
    <message>
        <source>Add a revision against the schema as it is now.</source>
        <translation>请针对当前模式添加修订。</translation>
    </message>
    <message>
        <source>This file was not reviewed</source>
        <translation>此文件未经评审</translation>
    </message>
    <message>
        <source>Remove it, or add a revision with it.</source>
        <translation>请移除它，或添加包含它的修订。</translation>
    </message>
    <message>
        <source>The bytes of this file are not the reviewed ones</source>
        <translation>此文件的字节与评审时不同</translation>
    </message>
    <message>
        <source>Restore the file, or add a revision and have it reviewed.</source>
        <translation>请还原该文件，或添加修订并提交评审。</translation>
    </message>
    <message>
        <source>This file was reviewed but is missing</source>
        <translation>此文件已评审但缺失</translation>
    </message>
    <message>
        <source>Restore it, or add a revision without it.</source>
        <translation>请还原它，或添加不含它的修订。</translation>
    </message>
    <message>
        <source>The waiver of this finding has expired</source>
        <translation>此发现的豁免已过期</translation>
    </message>
    <message>
        <source>Solve the finding, or waive it again.</source>
        <translation>请解决该问题，或重新豁免。</translation>
    </message>
    <message>
        <source>Solve it, or have it waived (review waive %1).</source>
        <translation>请解决它，或申请豁免 (review waive %1)。</translation>
    </message>
    <message>
        <source>There is no way back: the revision has no rollback script</source>
        <translation>无法回退：该修订没有回退脚本</translation>
    </message>
    <message>
        <source>Run the checks and add a revision with their report.</source>
        <translation>请运行检查并添加附带报告的修订。</translation>
    </message>
    <message>
        <source>Run it and add a revision with its result.</source>
        <translation>请运行它并添加附带结果的修订。</translation>
    </message>
    <message>
        <source>A check found an error: %1</source>
        <translation>检查发现错误：%1</translation>
    </message>
    <message>
        <source>A blocking comment by %1 is open</source>
        <translation>%1 的阻止性评论尚未解决</translation>
    </message>
    <message>
        <source>A deployment of this revision is under way</source>
        <translation>此修订正在部署</translation>
    </message>
    <message>
        <source>This revision has been deployed</source>
        <translation>此修订已部署</translation>
    </message>
    <message>
        <source>Nothing is left to do; a new deployment needs a new change.</source>
        <translation>无需操作；新的部署需要新的变更。</translation>
    </message>
    <message>
        <source>An earlier deployment was left half done</source>
        <translation>较早的部署未完成</translation>
    </message>
    <message>
        <source>An earlier deployment failed</source>
        <translation>较早的部署失败</translation>
    </message>
    <message>
        <source>Deployments are frozen: %1</source>
        <translation>部署已冻结：%1</translation>
    </message>
    <message>
        <source>Wait until %1.</source>
        <translation>请等到 %1。</translation>
    </message>
    <message>
        <source>%1 vetoed this change</source>
        <translation>%1 否决了此变更</translation>
    </message>
    <message>
        <source>%1 contributed to this change</source>
        <translation>%1 参与了此变更</translation>
    </message>
    <message>
        <source>Somebody else has to approve it.</source>
        <translation>须由他人批准。</translation>
    </message>
    <message>
        <source>The folder has no history in Git: only the signer is recorded as a contributor.</source>
        <translation>该文件夹没有 Git 历史：只有签名者被记录为贡献者。</translation>
    </message>
    <message>
        <source>Not committed as they are: %1. Who wrote them, Git does not know; name them with --contributor, or commit before opening a review.</source>
        <translation>当前内容尚未提交：%1。Git 不知道作者是谁；请用 --contributor 指明，或在发起审查前提交。</translation>
    </message>
    <message>
        <source>The Git history is cut short (a shallow clone): earlier authors of these files are not known, and they could approve their own work. Fetch all of it before opening a review.</source>
        <translation>Git 历史不完整（浅克隆）：这些文件的早期作者未知，他们可能批准自己的工作。请在发起审查前取回完整历史。</translation>
    </message>
    <message>
        <source>Git does not say who wrote these files, so their authors could approve their own work</source>
        <translation>Git 没有说明这些文件的作者，因此作者可能批准自己的工作</translation>
    </message>
    <message>
        <source>%1 is named like a way back, but a runner would run it as a migration; it is signed as one.</source>
        <translation>%1 的名称像回退脚本，但工具会把它当作迁移运行；它按迁移签名。</translation>
    </message>
    <message>
        <source>%1 says that %2 was begun and did not end: see what it left behind (countersignctl verify).</source>
        <translation>%1 显示 %2 已开始但未结束：请查看其遗留内容（countersignctl verify）。</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ChangeGridModel</name>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>present</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>提议</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>%1: %2, from %3 to %4, %5</source>
        <extracomment>For screen readers: part, attribute, what it is now, what it will be, what that does</extracomment>
        <translation>%1：%2，从 %3 到 %4，%5</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ChangeSession</name>
    <message>
        <source>Rehearsing %1</source>
        <extracomment>%1 is a migration file</extracomment>
        <translation>正在演练 %1</translation>
    </message>
    <message>
        <source>Signing the revision</source>
        <translation>正在签署修订</translation>
    </message>
    <message>
        <source>Signing the vote</source>
        <translation>正在签署投票</translation>
    </message>
    <message>
        <source>Signing the comment</source>
        <translation>正在签名评论</translation>
    </message>
    <message>
        <source>Resolving the comment</source>
        <translation>正在解决评论</translation>
    </message>
    <message>
        <source>Signing the waiver</source>
        <translation>正在签名豁免</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ChecksPage</name>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Rehearsing and checking…</source>
        <translation>正在演练并检查…</translation>
    </message>
    <message>
        <source>Run checks</source>
        <translation>运行检查</translation>
    </message>
    <message>
        <source>Rehearse and check again</source>
        <translation>重新演练并检查</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>阻断</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Details of the finding</source>
        <translation>发现的详情</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>应对措施</translation>
    </message>
    <message>
        <source>SQL that does it the safe way</source>
        <translation>更安全的 SQL</translation>
    </message>
    <message>
        <source>Show the statement</source>
        <translation>显示语句</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Countersign rehearses the migration on a scratch copy of production’s schema, asks production a few read-only questions, and runs the rules on what it saw.</source>
        <translation>Countersign 在生产模式的临时副本上演练迁移，向生产库提出少量只读查询，并对观察到的结果运行规则。</translation>
    </message>
    <message>
        <source>Rehearse and check</source>
        <translation>演练并检查</translation>
    </message>
    <message>
        <source>No migration to check</source>
        <translation>没有可检查的迁移</translation>
    </message>
    <message>
        <source>The workspace’s migration folder has no scripts.</source>
        <translation>工作区的迁移文件夹中没有脚本。</translation>
    </message>
    <message>
        <source>%1 against %2, checked %3</source>
        <extracomment>%1 is a file, %2 an environment</extracomment>
        <translation>%1 对比 %2，检查于 %3</translation>
    </message>
    <message>
        <source>Checks pass</source>
        <translation>检查通过</translation>
    </message>
    <message>
        <source>Checks fail</source>
        <translation>检查未通过</translation>
    </message>
    <message>
        <source>The file changed after the checks ran: these results are about other bytes.</source>
        <translation>检查运行后文件已更改：这些结果对应的是其他字节。</translation>
    </message>
    <message>
        <source>Nothing is shown</source>
        <translation>没有显示内容</translation>
    </message>
    <message>
        <source>Every result is hidden by the switches above the list.</source>
        <translation>列表上方的开关隐藏了所有结果。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>作为文本</translation>
    </message>
    <message>
        <source>As HTML</source>
        <translation>作为 HTML</translation>
    </message>
    <message>
        <source>As JSON</source>
        <translation>作为 JSON</translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>豁免…</translation>
    </message>
    <message>
        <source>Answer for this finding until a day</source>
        <translation>在某日之前为此发现负责</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>已豁免</translation>
    </message>
    <message>
        <source>A waiver is signed into the review: put the change under review first</source>
        <translation>豁免会签名写入评审：请先将变更提交评审</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>未知：%1</translation>
    </message>
    <message>
        <source>at least %1 rows</source>
        <translation>至少 %1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Production was asked: %1 Answer: %2</source>
        <extracomment>%1 is a question to production&apos;s data, %2 the answer</extracomment>
        <translation>已询问生产：%1 回答：%2</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>例如：%1</translation>
    </message>
    <message>
        <source>The report was copied.</source>
        <translation>报告已复制。</translation>
    </message>
    <message>
        <source>The statement</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>Statement %1, line %2</source>
        <extracomment>%1 is the number of a statement, %2 of a line of the script</extracomment>
        <translation>语句 %1，第 %2 行</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ChecksSection</name>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Filter rules</source>
        <translation>筛选规则</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>The selected rule, in this workspace</source>
        <translation>所选规则在此工作区中</translation>
    </message>
    <message>
        <source>Checks fail from</source>
        <translation>检查失败起点</translation>
    </message>
    <message>
        <source>A table is big from</source>
        <translation>大表起点</translation>
    </message>
    <message>
        <source> rows</source>
        <extracomment>after a number</extracomment>
        <translation> 行</translation>
    </message>
    <message>
        <source>Selected rule</source>
        <translation>所选规则</translation>
    </message>
    <message>
        <source>Kept in countersign.toml, for everybody who works with this workspace.</source>
        <translation>保存在 countersign.toml 中，对使用此工作区的所有人有效。</translation>
    </message>
</context>
<context>
    <name>countersign::gui::CommentsPanel</name>
    <message>
        <source>Which comments</source>
        <translation>哪些评论</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Go to the place of the comment</source>
        <translation>转到评论所在位置</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>解决</translation>
    </message>
    <message>
        <source>Mark the comment as settled</source>
        <translation>将评论标记为已解决</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Blocks until resolved</source>
        <translation>解决前阻止批准</translation>
    </message>
    <message>
        <source>Nothing is approved before this comment is resolved</source>
        <translation>解决此评论前不会批准</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>保留为草稿</translation>
    </message>
    <message>
        <source>Sign and send the comment</source>
        <translation>签名并发送评论</translation>
    </message>
    <message>
        <source>Send all drafts</source>
        <translation>发送所有草稿</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>What should the author know or change?</source>
        <translation>作者应知道或更改什么？</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>draft, not sent · %1</source>
        <translation>草稿，未发送 · %1</translation>
    </message>
    <message>
        <source>(the ledger no longer holds this text)</source>
        <translation>（账本不再保存此文本）</translation>
    </message>
    <message>
        <source>outdated: the statement is gone</source>
        <translation>已过时：语句已不存在</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>resolved by %1</source>
        <translation>由 %1 解决</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>阻断</translation>
    </message>
    <message>
        <source>blocks the approval</source>
        <translation>阻止批准</translation>
    </message>
    <message>
        <source>Choose an object or a statement</source>
        <extracomment>%1 is an object or a statement</extracomment>
        <translation>选择一个对象或语句</translation>
    </message>
    <message>
        <source>New comment on %1</source>
        <translation>对 %1 的新评论</translation>
    </message>
    <message numerus="yes">
        <source>Send %n draft(s)</source>
        <translation>
            <numerusform>发送 %n 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>Comments are signed into the review. Put the change under review to send them; until then they are drafts on this machine.</source>
        <translation>评论会签名写入评审。将变更提交评审后即可发送；在此之前它们是本机上的草稿。</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ComparePage</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Left side: now</source>
        <translation>左侧：当前</translation>
    </message>
    <message>
        <source>Right side: proposed</source>
        <translation>右侧：提议</translation>
    </message>
    <message>
        <source>Compare the two sides</source>
        <translation>比较两侧</translation>
    </message>
    <message>
        <source>Read both sides and compare them (F5)</source>
        <translation>读取两侧并比较 (F5)</translation>
    </message>
    <message>
        <source>Filter objects</source>
        <translation>筛选对象</translation>
    </message>
    <message>
        <source>Filter: orders, col:status, kind:view</source>
        <translation>筛选：orders, col:status, kind:view</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Show or hide objects of this status</source>
        <translation>显示或隐藏此状态的对象</translation>
    </message>
    <message>
        <source>What ignore rules hide</source>
        <translation>忽略规则隐藏的内容</translation>
    </message>
    <message>
        <source>Objects that differ</source>
        <translation>有差异的对象</translation>
    </message>
    <message>
        <source>Details of the object</source>
        <translation>对象详情</translation>
    </message>
    <message>
        <source>Altered attributes</source>
        <translation>更改的属性</translation>
    </message>
    <message>
        <source>Generated script</source>
        <translation>生成的脚本</translation>
    </message>
    <message>
        <source>DDL</source>
        <translation>DDL</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>上一处更改</translation>
    </message>
    <message>
        <source>Previous change (Alt+Up)</source>
        <translation>上一处更改 (Alt+上)</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一处更改</translation>
    </message>
    <message>
        <source>Next change (Alt+Down)</source>
        <translation>下一处更改 (Alt+下)</translation>
    </message>
    <message>
        <source>Unified view</source>
        <translation>合并视图</translation>
    </message>
    <message>
        <source>Show both sides as one text</source>
        <translation>将两侧显示为一段文本</translation>
    </message>
    <message>
        <source>Fold unchanged lines</source>
        <translation>折叠未更改的行</translation>
    </message>
    <message>
        <source>Reading both sides…</source>
        <translation>正在读取两侧…</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>尚无可比较的内容</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>尚未比较</translation>
    </message>
    <message>
        <source>Countersign reads both databases in read-only sessions and shows how they differ. Production is never contacted before you ask for it.</source>
        <translation>Countersign 在只读会话中读取两个数据库并显示差异。未经您的请求，绝不会连接生产库。</translation>
    </message>
    <message>
        <source>Compare now</source>
        <translation>立即比较</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) differ, compared %1</source>
        <extracomment>%1 is when the comparison was made</extracomment>
        <translation>
            <numerusform>%n 个对象有差异，比较于 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>没有差异</translation>
    </message>
    <message numerus="yes">
        <source>%n ignored</source>
        <translation>
            <numerusform>已忽略 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Viewed %1 of %2</source>
        <extracomment>How many of the objects that differ were looked at</extracomment>
        <translation>已查看 %1/%2</translation>
    </message>
    <message>
        <source>Last change of this object. Again for the next object.</source>
        <translation>这是此对象的最后一处更改。再按一次转到下一个对象。</translation>
    </message>
    <message>
        <source>First change of this object. Again for the previous object.</source>
        <translation>这是此对象的第一处更改。再按一次转到上一个对象。</translation>
    </message>
    <message>
        <source>That was the last object.</source>
        <translation>这是最后一个对象。</translation>
    </message>
    <message>
        <source>That was the first object.</source>
        <translation>这是第一个对象。</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>没有更改</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>更改 %1/%2</translation>
    </message>
    <message>
        <source>Not viewed yet</source>
        <translation>尚未查看</translation>
    </message>
    <message>
        <source>Viewed</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>Ignore “%1” everywhere</source>
        <extracomment>%1 is an attribute such as column.comment</extracomment>
        <translation>全部忽略“%1”</translation>
    </message>
    <message>
        <source>Leave out “%1”</source>
        <translation>排除“%1”</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>交换两侧</translation>
    </message>
    <message>
        <source>Swap the sides; production stays on the left</source>
        <translation>交换两侧；生产始终在左侧</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较的内容</translation>
    </message>
    <message>
        <source>Schemas, mapping, ignored attributes, objects that are left out</source>
        <translation>架构、映射、忽略的属性、略去的对象</translation>
    </message>
    <message>
        <source>Dependents</source>
        <translation>依赖方</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>已忽略</translation>
    </message>
    <message>
        <source>No differences under these rules</source>
        <translation>在这些规则下没有差异</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) are hidden by ignore rules. Everything else is equal.</source>
        <translation>
            <numerusform>忽略规则隐藏了 %n 处差异。其余全部相同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what is ignored</source>
        <translation>显示被忽略的内容</translation>
    </message>
    <message numerus="yes">
        <source>Both sides are equal: %n object(s) were compared.</source>
        <translation>
            <numerusform>两侧相同：比较了 %n 个对象。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the equal objects</source>
        <translation>显示相同的对象</translation>
    </message>
    <message>
        <source>Ignored %1</source>
        <translation>已忽略 %1</translation>
    </message>
    <message>
        <source>No object is shown</source>
        <translation>未显示任何对象</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) are hidden by the filter and the switches above.</source>
        <translation>
            <numerusform>上方的筛选和开关隐藏了 %n 个对象。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Other source…</source>
        <translation>其他来源…</translation>
    </message>
    <message>
        <source>Other source</source>
        <translation>其他来源</translation>
    </message>
    <message>
        <source>A database URL, a snapshot, a schema script (.sql), a SQLite file or a folder of migrations:</source>
        <translation>数据库 URL、快照、架构脚本 (.sql)、SQLite 文件或迁移文件夹：</translation>
    </message>
    <message>
        <source>Production stays on the left: added means that it will appear there.</source>
        <translation>生产始终在左侧：“新增”表示将在生产中出现。</translation>
    </message>
    <message>
        <source>What is ignored</source>
        <translation>被忽略的内容</translation>
    </message>
    <message>
        <source>Compare this again</source>
        <translation>重新比较此项</translation>
    </message>
    <message>
        <source>Remove the rule that hides this</source>
        <translation>移除隐藏此项的规则</translation>
    </message>
    <message>
        <source>All rules…</source>
        <translation>所有规则…</translation>
    </message>
    <message>
        <source>These differ, but a rule hides them. Nothing is hidden without a line here.</source>
        <translation>这些有差异，但被规则隐藏。任何隐藏在此都有一行记录。</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>规则…</translation>
    </message>
    <message>
        <source>Rules %1…</source>
        <translation>规则 %1…</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) may be renames rather than a drop and an add.</source>
        <translation>
            <numerusform>%n 对可能是重命名，而不是删除后新增。</numerusform>
        </translation>
    </message>
    <message>
        <source>A drop loses the data that a rename would keep. Countersign does not guess: decide here.</source>
        <translation>删除会丢失重命名本可保留的数据。Countersign 不猜测：请在此决定。</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>决定…</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <extracomment>%1 is an exact or an estimated number of rows</extracomment>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>约 %1 行</translation>
    </message>
    <message>
        <source>Comment on “%1”</source>
        <translation>评论“%1”</translation>
    </message>
    <message>
        <source>Split: %1 is not a rename</source>
        <translation>拆分：%1 不是重命名</translation>
    </message>
    <message>
        <source>Compare only schema “%1”</source>
        <translation>仅比较架构“%1”</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Compared %1: the databases may have changed since.</source>
        <extracomment>%1 is when, such as &quot;3 h ago&quot;</extracomment>
        <translation>比较于%1：此后数据库可能已更改。</translation>
    </message>
    <message>
        <source>DDL in a window</source>
        <translation>在窗口中显示 DDL</translation>
    </message>
    <message>
        <source>Keep this DDL in a window of its own</source>
        <translation>将此 DDL 保留在单独的窗口中</translation>
    </message>
    <message>
        <source>compared at %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>比较于 %1</translation>
    </message>
    <message>
        <source>Open a workspace: it names the databases to compare. Or drop two databases, scripts, snapshots or folders of migrations here.</source>
        <translation>打开工作区：其中列出了要比较的数据库。也可以将两个数据库、脚本、快照或迁移文件夹拖放到此处。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, marked “?” in the list</source>
        <translation>
            <numerusform>以及另外 %n 个，在列表中以“?”标记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) could not be compared. Everything else is shown.</source>
        <translation>
            <numerusform>%n 个对象无法比较。其余内容均已显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rules of the comparison</source>
        <translation>比较规则</translation>
    </message>
    <message>
        <source>Mark as viewed</source>
        <translation>标记为已查看</translation>
    </message>
    <message>
        <source>Mark as not viewed</source>
        <translation>标记为未查看</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden</source>
        <translation>
            <numerusform>已隐藏 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) hidden by the filter; clear it</source>
        <translation>
            <numerusform>筛选隐藏了 %n 个对象；清除筛选</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) shown, %1 hidden</source>
        <translation>
            <numerusform>显示 %n 个对象，隐藏 %1 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::ConnectionForm</name>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Host or socket</source>
        <translation>主机或套接字</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>default</source>
        <extracomment>instead of a port number</extracomment>
        <translation>默认</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Through SSH</source>
        <translation>经由 SSH</translation>
    </message>
    <message>
        <source>Through the system’s ssh, with its configuration, agent and known hosts; it never asks</source>
        <translation>通过系统 ssh，使用其配置、代理和已知主机；不会询问</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password file or agent</source>
        <translation>密码文件或代理</translation>
    </message>
    <message>
        <source>System keyring</source>
        <translation>系统密钥环</translation>
    </message>
    <message>
        <source>PostgreSQL: ~/.pgpass or the service file; MySQL family: ~/.my.cnf or an option file</source>
        <translation>PostgreSQL：~/.pgpass 或服务文件；MySQL 系列：~/.my.cnf 或选项文件</translation>
    </message>
    <message>
        <source>Password for the keyring</source>
        <translation>密钥环密码</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keep the password in the system’s keyring</source>
        <translation>将密码保存到系统密钥环</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose the database file</source>
        <translation>选择数据库文件</translation>
    </message>
    <message>
        <source>As configured</source>
        <translation>按配置</translation>
    </message>
    <message>
        <source>Option file</source>
        <translation>选项文件</translation>
    </message>
    <message>
        <source>name in ~/.pg_service.conf</source>
        <translation>~/.pg_service.conf 中的名称</translation>
    </message>
</context>
<context>
    <name>countersign::gui::Console</name>
    <message>
        <source>Opening workspace</source>
        <translation>正在打开工作区</translation>
    </message>
    <message>
        <source>Opening the demo workspace</source>
        <translation>正在打开演示工作区</translation>
    </message>
    <message>
        <source>Saving environments</source>
        <translation>正在保存环境</translation>
    </message>
    <message>
        <source>Comparing %1 with %2</source>
        <extracomment>%1 and %2 are environments</extracomment>
        <translation>正在比较 %1 与 %2</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>read-only session</source>
        <translation>只读会话</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving what the checks do here</source>
        <translation>正在保存检查设置</translation>
    </message>
    <message>
        <source>Now drop what %1 shall be compared with</source>
        <extracomment>%1 is a file</extracomment>
        <translation>现在请拖入要与 %1 比较的内容</translation>
    </message>
    <message>
        <source>Saving profiles of comparison</source>
        <translation>正在保存比较配置</translation>
    </message>
    <message>
        <source>Saving where the migrations are</source>
        <translation>正在保存迁移的位置</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>role may write</source>
        <translation>角色可写入</translation>
    </message>
    <message>
        <source>read-only enforced</source>
        <translation>强制只读</translation>
    </message>
    <message>
        <source>read-only session, role may write</source>
        <translation>只读会话，角色可写入</translation>
    </message>
    <message>
        <source>not protected against writing</source>
        <translation>没有写保护</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <extracomment>in the menu Edit: what undo takes back; %1 is a folder</extracomment>
        <translation>忘记 %1</translation>
    </message>
    <message>
        <source>%1 is no longer listed; its files stay as they are. Undo brings it back.</source>
        <translation>%1 已不在列表中；其文件保持不变。撤销可以恢复。</translation>
    </message>
</context>
<context>
    <name>countersign::gui::DatabaseRow</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Connection or file</source>
        <translation>连接或文件</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>Host, user, TLS, SSH and password</source>
        <translation>主机、用户、TLS、SSH 和密码</translation>
    </message>
    <message>
        <source>Choose an SQLite file</source>
        <translation>选择 SQLite 文件</translation>
    </message>
    <message>
        <source>The environment needs a name</source>
        <translation>环境需要一个名称</translation>
    </message>
    <message>
        <source>A password does not belong into countersign.toml</source>
        <translation>密码不应写入 countersign.toml</translation>
    </message>
    <message>
        <source>Use a password file, a service file or the keyring.</source>
        <translation>请使用密码文件、服务文件或密钥环。</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>未尝试</translation>
    </message>
    <message>
        <source>A URL, or a file; never a password</source>
        <translation>URL 或文件；切勿写密码</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Trying</source>
        <translation>正在尝试</translation>
    </message>
    <message>
        <source>Testing %1</source>
        <extracomment>%1 is an environment</extracomment>
        <translation>正在测试 %1</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未能连接</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Choose the database file</source>
        <translation>选择数据库文件</translation>
    </message>
    <message>
        <source>Connection to %1</source>
        <extracomment>%1 is an environment</extracomment>
        <translation>到 %1 的连接</translation>
    </message>
    <message>
        <source>Keeping the password</source>
        <translation>正在保存密码</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Reached, not protected</source>
        <translation>已连通，未受保护</translation>
    </message>
    <message>
        <source>Reached, but this role may write</source>
        <translation>已连通，但该角色可以写入</translation>
    </message>
</context>
<context>
    <name>countersign::gui::DdlWindow</name>
    <message>
        <source>PRODUCTION %1 – DDL, %2</source>
        <extracomment>%1 the name of an object, %2 when the databases were compared</extracomment>
        <translation>生产 %1 – DDL，%2</translation>
    </message>
    <message>
        <source>%1 – DDL, %2</source>
        <translation>%1 – DDL，%2</translation>
    </message>
</context>
<context>
    <name>countersign::gui::DependentsModel</name>
    <message>
        <source>needs this object</source>
        <translation>需要此对象</translation>
    </message>
    <message>
        <source>is needed by this object</source>
        <translation>被此对象需要</translation>
    </message>
    <message>
        <source>on both sides</source>
        <translation>两侧都有</translation>
    </message>
    <message>
        <source>now, no longer as proposed</source>
        <translation>当前有，提议中没有</translation>
    </message>
    <message>
        <source>only as proposed</source>
        <translation>仅在提议中</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>countersign::gui::DetailsPanel</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>未选择任何内容</translation>
    </message>
    <message>
        <source>Select an object on Compare, or a statement on Migration.</source>
        <translation>请在“比较”中选择对象，或在“迁移”中选择语句。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>is in %1</source>
        <translation>存在于 %1</translation>
    </message>
    <message>
        <source>is not in %1</source>
        <translation>不在 %1 中</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>拟议</translation>
    </message>
    <message>
        <source>Differs</source>
        <extracomment>%1 a status such as “Changed”, %2 a kind such as “Column”, %3 the name of an object</extracomment>
        <translation>差异</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 条未解决</numerusform>
        </translation>
    </message>
    <message>
        <source>In production</source>
        <translation>生产环境中</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>约 %1 行</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Not rehearsed</source>
        <translation>未演练</translation>
    </message>
    <message>
        <source>Ran in %1</source>
        <translation>运行耗时 %1</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>Lock</source>
        <extracomment>%1 lock mode, %2 table</extracomment>
        <translation>锁</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>Owner</source>
        <extracomment>who owns an object of a database; %1 now, %2 as proposed</extracomment>
        <translation>所有者</translation>
    </message>
    <message>
        <source>%1, proposed: %2</source>
        <translation>%1，拟议：%2</translation>
    </message>
    <message>
        <source>only as proposed</source>
        <translation>仅在拟议中</translation>
    </message>
    <message>
        <source>now, no longer as proposed</source>
        <translation>现有，拟议中不再有</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>被依赖于</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>依赖于</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: see Dependents</source>
        <translation>
            <numerusform>以及另外 %n 个：见“依赖对象”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::DiffView</name>
    <message>
        <source>DDL now</source>
        <translation>当前 DDL</translation>
    </message>
    <message>
        <source>DDL proposed</source>
        <translation>提议的 DDL</translation>
    </message>
    <message>
        <source>Overview of changes</source>
        <translation>更改概览</translation>
    </message>
    <message>
        <source>Find in the DDL</source>
        <translation>在 DDL 中查找</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>%1 is an object, %2 an environment</extracomment>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>%1, and what %2 proposes</source>
        <extracomment>of a text that merges two sides; %1 and %2 are their names</extracomment>
        <translation>%1，以及 %2 的提议</translation>
    </message>
    <message>
        <source>All %1 rows</source>
        <translation>全部 %1 行</translation>
    </message>
    <message>
        <source>Rows %1 to %2 of %3</source>
        <translation>第 %1 到 %2 行，共 %3 行</translation>
    </message>
</context>
<context>
    <name>countersign::gui::EnvironmentBand</name>
    <message>
        <source>%1 %2, %3</source>
        <extracomment>%1 is the class of an environment such as PRODUCTION, %2 its name, %3 facts such as the server version</extracomment>
        <translation>%1 %2，%3</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产</translation>
    </message>
</context>
<context>
    <name>countersign::gui::EnvironmentsModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>防护</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>上次读取</translation>
    </message>
</context>
<context>
    <name>countersign::gui::EnvironmentsPage</name>
    <message>
        <source>Enforced</source>
        <translation>强制</translation>
    </message>
    <message>
        <source>Session only</source>
        <translation>仅会话</translation>
    </message>
    <message>
        <source>Not protected</source>
        <translation>未保护</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>未测试</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发布</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Reach the database</source>
        <translation>连接数据库</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Server version</source>
        <translation>服务器版本</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Guard against writing</source>
        <translation>写入防护</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add an environment</source>
        <translation>添加环境</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the environment from the workspace</source>
        <translation>从工作区移除环境</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Test the connection step by step</source>
        <translation>逐步测试连接</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save to countersign.toml</source>
        <translation>保存到 countersign.toml</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>测试步骤</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>连接测试</translation>
    </message>
    <message>
        <source>No environments</source>
        <translation>没有环境</translation>
    </message>
    <message>
        <source>Open a workspace first; its environments are listed here.</source>
        <translation>请先打开工作区，其环境会列在这里。</translation>
    </message>
    <message>
        <source>Not tested in this session</source>
        <translation>本次会话中未测试</translation>
    </message>
    <message>
        <source>Countersign opens every environment in a read-only session with short timeouts and lists each statement in the SQL log.</source>
        <translation>Countersign 以短超时的只读会话打开每个环境，并在 SQL 日志中列出每条语句。</translation>
    </message>
    <message>
        <source>The environment needs a name</source>
        <translation>环境需要名称</translation>
    </message>
    <message>
        <source>A password does not belong into countersign.toml</source>
        <translation>密码不应写入 countersign.toml</translation>
    </message>
    <message>
        <source>Use a password file, a service file or the keyring.</source>
        <translation>请使用密码文件、服务文件或密钥环。</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Testing %1</source>
        <extracomment>%1 is an environment</extracomment>
        <translation>正在测试 %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>New environment</source>
        <translation>新环境</translation>
    </message>
    <message>
        <source>What is sent first</source>
        <translation>最先发送的内容</translation>
    </message>
    <message>
        <source>Keeping the password in the keyring</source>
        <translation>正在将密码保存到密钥环</translation>
    </message>
    <message>
        <source>The test reaches the server, signs in, and says whether the role could write.</source>
        <translation>测试会连接服务器、登录，并说明该角色能否写入。</translation>
    </message>
    <message>
        <source>session only</source>
        <translation>仅会话</translation>
    </message>
    <message>
        <source>Save the environment</source>
        <translation>保存环境</translation>
    </message>
    <message>
        <source>Remove the environment</source>
        <translation>移除环境</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ExportPage</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>打印报告</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save the report to a file</source>
        <translation>将报告保存到文件</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Checks and rehearsal</source>
        <translation>检查与演练</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Redact literals in SQL</source>
        <translation>隐去 SQL 中的字面值</translation>
    </message>
    <message>
        <source>Texts and numbers in SQL are replaced and comments are left out</source>
        <translation>SQL 中的文本和数字被替换，注释被省略</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>报告预览</translation>
    </message>
    <message>
        <source>Compare two sides first</source>
        <translation>请先比较两侧</translation>
    </message>
    <message>
        <source>Rehearse and check a migration first</source>
        <translation>请先演练并检查迁移</translation>
    </message>
    <message>
        <source>Nothing is under review</source>
        <translation>没有处于审核中的变更</translation>
    </message>
    <message>
        <source>Nothing to report yet</source>
        <translation>尚无可报告的内容</translation>
    </message>
    <message>
        <source>Compare two sides, check a migration or put it under review; then the report can be saved as HTML, PDF, Markdown or JSON, or printed.</source>
        <translation>比较两侧、检查迁移或将其提交审核；之后即可将报告保存为 HTML、PDF、Markdown 或 JSON，或打印。</translation>
    </message>
    <message>
        <source>The file says the digests of what it is about, the version, and when it was written</source>
        <translation>文件注明所涉内容的摘要、版本和写入时间</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <extracomment>%1 is a path</extracomment>
        <translation>正在导出 %1</translation>
    </message>
    <message>
        <source>Report saved to %1</source>
        <translation>报告已保存到 %1</translation>
    </message>
    <message>
        <source>Printing the report</source>
        <translation>正在打印报告</translation>
    </message>
</context>
<context>
    <name>countersign::gui::FactList</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>countersign::gui::FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>上一处匹配（Shift+F3）</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>下一处匹配（F3）</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>关闭查找</translation>
    </message>
    <message>
        <source>No hit</source>
        <translation>无匹配</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n 处匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>Hit %1 of %2</source>
        <extracomment>which of the places where a text was found is shown</extracomment>
        <translation>第 %1 处匹配，共 %2 处</translation>
    </message>
</context>
<context>
    <name>countersign::gui::FindingsModel</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n 条规则</numerusform>
        </translation>
    </message>
    <message>
        <source>The rehearsal did not reach the end, so these rules saw only a part.</source>
        <translation>演练未到达末尾，因此这些规则只看到了一部分。</translation>
    </message>
</context>
<context>
    <name>countersign::gui::HelpDialog</name>
    <message>
        <source>Open a workspace, a folder with countersign.toml, or try the demo. SQLite files, scripts and snapshots that are dropped on the window are compared.</source>
        <translation>打开工作区（含 countersign.toml 的文件夹），或试用演示。拖入窗口的 SQLite 文件、脚本和快照会被比较。</translation>
    </message>
    <message>
        <source>The databases of the workspace. The test goes step by step and says what to do; the guard says by evidence whether the role could write. Passwords are never kept in the workspace.</source>
        <translation>工作区的数据库。测试逐步进行并说明应对措施；防护以证据说明角色能否写入。密码从不保存在工作区中。</translation>
    </message>
    <message>
        <source>Left is production now, right is what is proposed. Added will appear in production, removed will disappear from it. Space marks an object as viewed; the script closes the difference.</source>
        <translation>左侧是当前生产库，右侧是拟议内容。“新增”将出现在生产库中，“移除”将从中消失。空格键将对象标为已查看；脚本可消除差异。</translation>
    </message>
    <message>
        <source>The migration statement by statement: what a rehearsal on a scratch copy of production’s schema saw, which locks it took, and whether the way back leads back.</source>
        <translation>逐条展示迁移语句：在生产架构临时副本上演练的结果、所取的锁，以及回退能否还原。</translation>
    </message>
    <message>
        <source>What the rules and the questions to production found, worst first. What was not run is listed and never counts as passed.</source>
        <translation>规则与对生产库的提问所发现的内容，最严重者在前。未运行的会列出，且绝不算通过。</translation>
    </message>
    <message>
        <source>Named people sign exactly these bytes for this environment under this policy. Approved is computed each time; a changed byte makes signatures void.</source>
        <translation>指定人员在此策略下为此环境签署这些确切字节。“已批准”每次都重新计算；任一字节改变都会使签名失效。</translation>
    </message>
    <message>
        <source>Whether each statement of a migration took effect on a target, from its catalog alone, and the rehearsed SQL that finishes it or goes back. The SQL is copied or saved, never run.</source>
        <translation>仅凭目标目录判断每条迁移语句是否生效，并给出经演练的完成或回退 SQL。SQL 只会复制或保存，从不执行。</translation>
    </message>
    <message>
        <source>Comparison, checks and review as one document: HTML, PDF, Markdown or JSON. The preview is made by the same code as the file.</source>
        <translation>比较、检查与审核合为一份文档：HTML、PDF、Markdown 或 JSON。预览与文件由同一代码生成。</translation>
    </message>
    <message>
        <source>How the console looks, which rules the workspace runs, which keys do what, and who signs here.</source>
        <translation>控制台外观、工作区运行的规则、按键功能以及此处的签署人。</translation>
    </message>
    <message>
        <source>Help: %1</source>
        <extracomment>%1 is the title of a page</extracomment>
        <translation>帮助：%1</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>countersign::gui::IgnoredModel</name>
    <message>
        <source>Ignored by</source>
        <translation>忽略规则</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>提议</translation>
    </message>
</context>
<context>
    <name>countersign::gui::InlineBanner</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Where: %1</source>
        <extracomment>%1 is a file and line, an object or a server</extracomment>
        <translation>位置：%1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>countersign::gui::KeysSection</name>
    <message>
        <source>Keys and people</source>
        <translation>密钥与人员</translation>
    </message>
    <message>
        <source>You sign as</source>
        <translation>您的签署身份</translation>
    </message>
    <message>
        <source>Keys at hand: in the SSH agent, and in ~/.ssh. The private part never enters this program.</source>
        <translation>可用密钥：SSH 代理和 ~/.ssh 中。私钥从不进入本程序。</translation>
    </message>
    <message>
        <source>Keys at hand</source>
        <translation>可用密钥</translation>
    </message>
    <message>
        <source>People who may sign, as the policy in force names them:</source>
        <translation>生效策略中可签署的人员：</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Looking for keys…</source>
        <translation>正在查找密钥…</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>in the agent</source>
        <translation>在代理中</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>No key at hand</source>
        <translation>没有可用密钥</translation>
    </message>
    <message>
        <source>Make one with: countersignctl key new</source>
        <translation>用此命令创建：countersignctl key new</translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation>请先打开工作区。</translation>
    </message>
    <message>
        <source>%1, with the key %2</source>
        <translation>%1，使用密钥 %2</translation>
    </message>
    <message>
        <source>This workspace has no review ledger.</source>
        <translation>此工作区没有审核账本。</translation>
    </message>
    <message>
        <source>No key at hand belongs to a person of the policy.</source>
        <translation>没有可用密钥属于策略中的人员。</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Nobody: there is no policy in force</source>
        <translation>无：没有生效的策略</translation>
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
        <translation>搜索命令…</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Every command by name (Ctrl+Shift+P)</source>
        <translation>按名称查找命令 (Ctrl+Shift+P)</translation>
    </message>
    <message>
        <source>Progress of the running task</source>
        <translation>运行中任务的进度</translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Cancel the running task (Shift+F5)</source>
        <translation>取消运行中的任务 (Shift+F5)</translation>
    </message>
    <message>
        <source>SQL log</source>
        <translation>SQL 日志</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation>打开工作区(&amp;O)…</translation>
    </message>
    <message>
        <source>Open the &amp;demo</source>
        <translation>打开演示(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Close workspace</source>
        <translation>关闭工作区(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>Go to &amp;object…</source>
        <translation>转到对象(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Next change</source>
        <translation>下一处更改(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous change</source>
        <translation>上一处更改(&amp;P)</translation>
    </message>
    <message>
        <source>Next o&amp;bject</source>
        <translation>下一个对象(&amp;B)</translation>
    </message>
    <message>
        <source>Previous ob&amp;ject</source>
        <translation>上一个对象(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Refresh page</source>
        <translation>刷新页面(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Find in page</source>
        <translation>页内查找(&amp;F)</translation>
    </message>
    <message>
        <source>Next pa&amp;ne</source>
        <translation>下一个窗格(&amp;N)</translation>
    </message>
    <message>
        <source>Previous pan&amp;e</source>
        <translation>上一个窗格(&amp;E)</translation>
    </message>
    <message>
        <source>Larger &amp;text</source>
        <translation>放大文字(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>Normal text si&amp;ze</source>
        <translation>正常文字大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Theme: as the s&amp;ystem</source>
        <translation>主题：跟随系统(&amp;Y)</translation>
    </message>
    <message>
        <source>Theme: &amp;light</source>
        <translation>主题：浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Theme: &amp;dark</source>
        <translation>主题：深色(&amp;D)</translation>
    </message>
    <message>
        <source>Show or hide: %1</source>
        <extracomment>%1 is a dock such as &quot;SQL log&quot;</extracomment>
        <translation>显示或隐藏：%1</translation>
    </message>
    <message>
        <source>&amp;Cancel running tasks</source>
        <translation>取消运行中的任务(&amp;C)</translation>
    </message>
    <message>
        <source>Configure &amp;shortcuts…</source>
        <translation>配置快捷键(&amp;S)…</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <source>Go to a changed object</source>
        <translation>转到有更改的对象</translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation>没有工作区</translation>
    </message>
    <message>
        <source>%1 (now)  ◀  %2 (proposed)</source>
        <translation>%1（当前） ◀ %2（提议）</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>读取于 %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>PRODUCTION %1 – Countersign</source>
        <extracomment>Window title of a window that can see production; %1 is page and workspace</extracomment>
        <translation>生产 %1 – Countersign</translation>
    </message>
    <message>
        <source>%1 – Countersign</source>
        <translation>%1 – Countersign</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Open workspace: the folder with countersign.toml</source>
        <translation>打开工作区：包含 countersign.toml 的文件夹</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>评审</translation>
    </message>
    <message>
        <source>Ledger was rolled back or forked: read-only</source>
        <extracomment>%1 is the size and the short link of the ledger&apos;s last event</extracomment>
        <translation>账本被回滚或分叉：只读</translation>
    </message>
    <message>
        <source>Ledger %1</source>
        <translation>账本 %1</translation>
    </message>
    <message>
        <source>Theme: high &amp;contrast</source>
        <translation>主题：高对比度(&amp;C)</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation>新建窗口(&amp;N)</translation>
    </message>
    <message>
        <source>Co&amp;mpare files…</source>
        <translation>比较文件(&amp;M)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Compare files: SQLite databases, scripts, snapshots</source>
        <translation>比较文件：SQLite 数据库、脚本、快照</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Co&amp;mment here</source>
        <translation>在此评论(&amp;M)</translation>
    </message>
    <message>
        <source>Points to walk through</source>
        <translation>待讨论要点</translation>
    </message>
    <message>
        <source>&amp;Sign off…</source>
        <translation>签署(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>演示(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next point</source>
        <translation>下一要点(&amp;N)</translation>
    </message>
    <message>
        <source>P&amp;revious point</source>
        <translation>上一要点(&amp;R)</translation>
    </message>
    <message>
        <source>Presenting: F8 for the next point, F11 to end</source>
        <translation>演示中：F8 下一要点，F11 结束</translation>
    </message>
    <message>
        <source>Presentation ended</source>
        <translation>演示结束</translation>
    </message>
    <message>
        <source>&amp;Help for this page</source>
        <translation>本页帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Which database</source>
        <translation>哪种数据库</translation>
    </message>
    <message>
        <source>Nothing in the files says for which database this SQL is written. Which one is it?</source>
        <translation>文件中没有说明此 SQL 是为哪种数据库编写的。是哪一种？</translation>
    </message>
    <message>
        <source>New wor&amp;kspace…</source>
        <translation>新建工作区(&amp;K)…</translation>
    </message>
    <message>
        <source>Set &amp;up sign-off…</source>
        <translation>设置签署(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation>没有撤销过的操作</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <extracomment>%1 is what was done, such as &quot;Forget shop&quot;</extracomment>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>查找下一个(&amp;X)</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>Nothing is under review</source>
        <translation>没有处于审核中的变更</translation>
    </message>
    <message>
        <source>Nothing was compared yet</source>
        <translation>尚未比较</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>没有打开的工作区</translation>
    </message>
</context>
<context>
    <name>countersign::gui::MigrationPage</name>
    <message>
        <source>Migration</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Rehearse the migration</source>
        <translation>演练迁移</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>Text of the script</source>
        <translation>脚本文本</translation>
    </message>
    <message>
        <source>Run it statement by statement on a scratch copy of production’s schema (F5)</source>
        <translation>在生产模式的临时副本上逐条执行 (F5)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>正向</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>About the statement</source>
        <translation>关于语句</translation>
    </message>
    <message>
        <source>Rehearsing…</source>
        <translation>正在演练…</translation>
    </message>
    <message>
        <source>No migration</source>
        <translation>没有迁移</translation>
    </message>
    <message>
        <source>The workspace’s migration folder has no scripts. Add one, and it is shown here at once.</source>
        <translation>工作区的迁移文件夹中没有脚本。添加后会立即显示在这里。</translation>
    </message>
    <message>
        <source>Open a workspace first: it names the folder with the migrations.</source>
        <translation>请先打开工作区：其中指定了迁移文件夹。</translation>
    </message>
    <message>
        <source>The author gave no way back.</source>
        <translation>作者没有提供回退脚本。</translation>
    </message>
    <message>
        <source>The file changed after the rehearsal. What is shown about statements is gone until it is rehearsed again.</source>
        <translation>演练后文件已更改。重新演练后才会显示语句信息。</translation>
    </message>
    <message>
        <source>No way back given</source>
        <translation>未提供回退</translation>
    </message>
    <message>
        <source>Way back not rehearsed</source>
        <translation>回退未演练</translation>
    </message>
    <message>
        <source>Rehearsed: restores the schema of production</source>
        <translation>已演练：可恢复生产模式</translation>
    </message>
    <message>
        <source>Rehearsed: does not restore the schema of production</source>
        <translation>已演练：无法恢复生产模式</translation>
    </message>
    <message>
        <source>Not rehearsed</source>
        <translation>未演练</translation>
    </message>
    <message>
        <source>Rehearsal is older than the SQL</source>
        <translation>演练早于当前 SQL</translation>
    </message>
    <message>
        <source>Rehearsed at %1, took %2</source>
        <translation>演练于 %1，用时 %2</translation>
    </message>
    <message>
        <source>Rehearsal at %1 stopped at statement %2</source>
        <translation>%1 的演练停在第 %2 条语句</translation>
    </message>
    <message>
        <source>Statement %1</source>
        <translation>语句 %1</translation>
    </message>
    <message>
        <source>Rehearse the migration to see its locks, effects and findings.</source>
        <translation>演练迁移以查看其锁、影响和发现。</translation>
    </message>
    <message>
        <source>The way back is rehearsed as a whole, from every half-applied state.</source>
        <translation>回退会整体演练，并从每个部分应用的状态开始。</translation>
    </message>
    <message>
        <source>Ran in %1</source>
        <translation>运行用时 %1</translation>
    </message>
    <message>
        <source>blocks reads and writes</source>
        <translation>阻塞读写</translation>
    </message>
    <message>
        <source>blocks writes</source>
        <translation>阻塞写入</translation>
    </message>
    <message>
        <source>rewrites the table</source>
        <translation>重写表</translation>
    </message>
    <message>
        <source>reads the whole table</source>
        <translation>读取整张表</translation>
    </message>
    <message>
        <source>from the lock tables, not observed</source>
        <translation>来自锁表，未实测</translation>
    </message>
    <message>
        <source>Rehearsal: %1</source>
        <translation>演练：%1</translation>
    </message>
    <message>
        <source>Finding: %1</source>
        <translation>发现：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n 条评论</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) that cannot be seen</source>
        <translation>
            <numerusform>%n 个不可见字符</numerusform>
        </translation>
    </message>
    <message>
        <source>Way back by Countersign</source>
        <translation>Countersign 的回退</translation>
    </message>
    <message>
        <source>nothing here names what this statement changes</source>
        <translation>此处没有提到该语句更改的内容</translation>
    </message>
    <message>
        <source>this statement changes data only, which no way back brings back by itself</source>
        <translation>此语句仅更改数据，任何回退都无法自行恢复</translation>
    </message>
    <message>
        <source>Nothing was generated yet</source>
        <translation>尚未生成</translation>
    </message>
    <message>
        <source>Compare production with staging: the SQL that closes the difference is then shown beside what the author wrote.</source>
        <translation>比较生产与预发布：消除差异的 SQL 将显示在作者所写内容旁边。</translation>
    </message>
    <message>
        <source>Compare now</source>
        <translation>立即比较</translation>
    </message>
    <message>
        <source>By the author</source>
        <translation>作者所写</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>生成的</translation>
    </message>
    <message>
        <source>No further finding.</source>
        <translation>后面没有发现了。</translation>
    </message>
    <message>
        <source>No earlier finding.</source>
        <translation>前面没有发现了。</translation>
    </message>
    <message>
        <source>Seen %1 of %2</source>
        <extracomment>How many statements the person has looked at</extracomment>
        <translation>已看 %1 / %2</translation>
    </message>
    <message>
        <source>Against generated</source>
        <translation>对比生成</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>上一个发现</translation>
    </message>
    <message>
        <source>Previous statement with a finding</source>
        <translation>上一条有发现的语句</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>下一个发现</translation>
    </message>
    <message>
        <source>Next statement with a finding</source>
        <translation>下一条有发现的语句</translation>
    </message>
    <message>
        <source>Show white space</source>
        <translation>显示空白字符</translation>
    </message>
    <message>
        <source>Show spaces and tabs</source>
        <translation>显示空格和制表符</translation>
    </message>
    <message>
        <source>Rollback beside</source>
        <translation>并排显示回退</translation>
    </message>
    <message>
        <source>Show the way back beside the script</source>
        <translation>在脚本旁显示回退</translation>
    </message>
    <message>
        <source>Text of the way back</source>
        <translation>回退文本</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>显示差异</translation>
    </message>
    <message>
        <source>Show the object of this statement on the Compare page</source>
        <translation>在“比较”页显示此语句的对象</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>not tried from here</source>
        <translation>未从此处尝试</translation>
    </message>
    <message>
        <source>not run: %1</source>
        <translation>未运行：%1</translation>
    </message>
    <message>
        <source>from here, restores the schema of production</source>
        <translation>从此处可恢复生产环境的模式</translation>
    </message>
    <message>
        <source>from here, fails: %1</source>
        <extracomment>%1 is the message of the database</extracomment>
        <translation>从此处失败：%1</translation>
    </message>
    <message numerus="yes">
        <source>from here, leaves %n difference(s)</source>
        <translation>
            <numerusform>从此处会留下 %n 处差异</numerusform>
        </translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Effect</source>
        <extracomment>%1 a status such as “Added”, %2 a kind such as “Column”, %3 the name of an object</extracomment>
        <translation>影响</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>Lock</source>
        <extracomment>%1 lock mode, %2 table</extracomment>
        <translation>锁</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>Table size</source>
        <translation>表大小</translation>
    </message>
    <message>
        <source>%1, %2 in production</source>
        <translation>%1，生产环境中%2</translation>
    </message>
    <message>
        <source>Server says</source>
        <translation>服务器消息</translation>
    </message>
    <message>
        <source>Mark as seen</source>
        <translation>标记为已看</translation>
    </message>
    <message>
        <source>Mark as not seen</source>
        <translation>标记为未看</translation>
    </message>
</context>
<context>
    <name>countersign::gui::Notifier</name>
    <message>
        <source>A task failed</source>
        <translation>任务失败</translation>
    </message>
    <message>
        <source>A task ended</source>
        <translation>任务已结束</translation>
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
        <translation>查看后勾选（空格）</translation>
    </message>
    <message>
        <source>viewed</source>
        <extracomment>For screen readers: status, kind, name, what changes, loses data or nothing, viewed or not</extracomment>
        <translation>已查看</translation>
    </message>
    <message>
        <source>not viewed</source>
        <translation>未查看</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>更改内容</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>No schema</source>
        <translation>无架构</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>found: %1 · %2</source>
        <extracomment>what the filter found within an object, such as &quot;Column status&quot;; %2 is all that changes in it</extracomment>
        <translation>找到：%1 · %2</translation>
    </message>
</context>
<context>
    <name>countersign::gui::OpenReviewDialog</name>
    <message>
        <source>forward</source>
        <translation>正向</translation>
    </message>
    <message>
        <source>way back</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>other file</source>
        <translation>其他文件</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Files that are signed</source>
        <translation>将被签名的文件</translation>
    </message>
    <message>
        <source>Sign and open</source>
        <translation>签名并打开</translation>
    </message>
    <message>
        <source>Sign the revision and open its review</source>
        <translation>签名该修订并打开其评审</translation>
    </message>
    <message>
        <source>Open a review</source>
        <translation>打开评审</translation>
    </message>
    <message>
        <source>folder of migration files</source>
        <translation>迁移文件所在文件夹</translation>
    </message>
    <message>
        <source>what the change does, for lists</source>
        <translation>此变更做什么，用于列表</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Choose the folder of migration files</source>
        <translation>选择迁移文件所在文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose the folder of migration files.</source>
        <translation>请选择迁移文件所在文件夹。</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>There is no file in this folder.</source>
        <translation>此文件夹中没有文件。</translation>
    </message>
    <message>
        <source>Your SSH key signs these bytes.</source>
        <translation>您的 SSH 密钥将对这些字节签名。</translation>
    </message>
</context>
<context>
    <name>countersign::gui::PageBar</name>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Previous page of this text (Ctrl+Page Up)</source>
        <translation>此文本的上一页（Ctrl+Page Up）</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Next page of this text (Ctrl+Page Down)</source>
        <translation>此文本的下一页（Ctrl+Page Down）</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show all lines of this text at once</source>
        <translation>一次显示此文本的所有行</translation>
    </message>
    <message>
        <source>Show pages</source>
        <translation>分页显示</translation>
    </message>
</context>
<context>
    <name>countersign::gui::PaletteDialog</name>
    <message numerus="yes">
        <source>%n match(es). Enter runs, Esc closes.</source>
        <translation>
            <numerusform>%n 个匹配。Enter 运行，Esc 关闭。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::ProfilesSection</name>
    <message>
        <source>ignores %1</source>
        <extracomment>%1 is a list of attributes</extracomment>
        <translation>忽略 %1</translation>
    </message>
    <message>
        <source>also compares %1</source>
        <extracomment>%1 is a list of attributes</extracomment>
        <translation>另比较 %1</translation>
    </message>
    <message>
        <source>only schemas %1</source>
        <extracomment>%1 is a list of schemas</extracomment>
        <translation>仅架构 %1</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>不含 %1</translation>
    </message>
    <message>
        <source>maps %1</source>
        <extracomment>%1 is a list of schema names and what they are called on the other side</extracomment>
        <translation>映射 %1</translation>
    </message>
    <message>
        <source>Profiles of comparison</source>
        <translation>比较配置方案</translation>
    </message>
    <message>
        <source>A profile is a named set of what a comparison leaves out. Profiles are kept in countersign.toml and hold for window and command line alike (countersignctl diff --profile NAME).</source>
        <translation>配置方案是一组命名的比较忽略项，保存在 countersign.toml 中，窗口与命令行通用（countersignctl diff --profile NAME）。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>配置方案</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>This workspace has no profiles</source>
        <translation>此工作区没有配置方案</translation>
    </message>
    <message>
        <source>Open a workspace to see its profiles</source>
        <translation>打开工作区以查看其配置方案</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Add a profile</source>
        <translation>添加配置</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Edit the profile</source>
        <translation>编辑配置</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the profile</source>
        <translation>移除配置</translation>
    </message>
    <message>
        <source>Add one to leave the same things out of every comparison.</source>
        <translation>添加一个，以便每次比较都忽略相同的内容。</translation>
    </message>
</context>
<context>
    <name>countersign::gui::Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>countersign::gui::RailButton</name>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1，%n 项待查看</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::RecentModel</name>
    <message>
        <source>Workspace %1</source>
        <translation>工作区 %1</translation>
    </message>
    <message>
        <source>%1 is missing. Enter locates it, Delete forgets it.</source>
        <translation>%1 不存在。回车重新定位，Delete 忘记。</translation>
    </message>
</context>
<context>
    <name>countersign::gui::RenameDialog</name>
    <message>
        <source>Possible renames</source>
        <translation>可能的重命名</translation>
    </message>
    <message>
        <source>Renamed, or dropped and added?</source>
        <translation>重命名，还是删除后新增？</translation>
    </message>
    <message>
        <source>Is a rename</source>
        <translation>是重命名</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>提议</translation>
    </message>
    <message>
        <source>Why it may be one</source>
        <translation>可能的原因</translation>
    </message>
    <message>
        <source>%1 %: %2</source>
        <extracomment>%1 is how sure it is, such as &quot;87&quot;, %2 why</extracomment>
        <translation>%1 %：%2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Decide and compare again</source>
        <translation>决定并重新比较</translation>
    </message>
    <message>
        <source>A rename keeps the data; a drop and an add loses it. Tick the pairs that are one object. What is not ticked stays two objects.</source>
        <translation>重命名保留数据；删除后新增会丢失数据。勾选属于同一对象的配对。未勾选的仍为两个对象。</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>评审</translation>
    </message>
    <message>
        <source>Put new revision under review</source>
        <translation>提交新修订以供评审</translation>
    </message>
    <message>
        <source>Put the files as they are now under review</source>
        <translation>将当前文件提交评审</translation>
    </message>
    <message>
        <source>Sign off…</source>
        <translation>签署…</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>No review</source>
        <translation>没有评审</translation>
    </message>
    <message>
        <source>The ledger has not been read yet.</source>
        <translation>账本尚未读取。</translation>
    </message>
    <message>
        <source>Ledger head %1</source>
        <translation>账本头 %1</translation>
    </message>
    <message>
        <source>Nothing is under review</source>
        <translation>没有正在评审的内容</translation>
    </message>
    <message>
        <source>Put the migration files exactly as they are now under review. Named people then sign these bytes; any change of a byte voids their signatures.</source>
        <translation>将迁移文件按当前内容提交评审。之后由指定人员签署这些字节；任何字节的更改都会使签名失效。</translation>
    </message>
    <message>
        <source>Requirements: %1 of %2 met</source>
        <extracomment>%1 of %2 requirements are met</extracomment>
        <translation>要求：已满足 %1/%2</translation>
    </message>
    <message>
        <source>For %1, revision %2, digest %3</source>
        <extracomment>%1 an environment, %2 the number of the revision, %3 its digest</extracomment>
        <translation>针对 %1，修订 %2，摘要 %3</translation>
    </message>
    <message>
        <source>Judged as %1 risk under policy %2</source>
        <extracomment>%1 a risk class, %2 the serial number of the policy</extracomment>
        <translation>按策略 %2 判定为 %1 风险</translation>
    </message>
    <message>
        <source>(small team: authors may count for their own change)</source>
        <translation>（小团队：作者可为自己的变更计数）</translation>
    </message>
    <message>
        <source>Signatures were given for other bytes. Put the files as they are now under review, and sign again.</source>
        <translation>签名针对的是其他字节。请将当前文件提交评审并重新签署。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the verdict</source>
        <translation>复制结论</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>作为文本</translation>
    </message>
    <message>
        <source>As HTML</source>
        <translation>作为 HTML</translation>
    </message>
    <message>
        <source>As a reference</source>
        <translation>作为引用</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>讨论</translation>
    </message>
    <message>
        <source>Who has looked</source>
        <translation>谁看过</translation>
    </message>
    <message>
        <source>The verdict was copied.</source>
        <translation>结论已复制。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>阻断</translation>
    </message>
    <message>
        <source>outdated: the statement is gone</source>
        <translation>已过时：语句已不存在</translation>
    </message>
    <message>
        <source>Nobody has commented yet</source>
        <translation>还没有人评论</translation>
    </message>
    <message>
        <source>Ctrl+M comments on the object or statement that you look at.</source>
        <translation>Ctrl+M 对正在查看的对象或语句发表评论。</translation>
    </message>
    <message>
        <source>Conversation, people, what changed and timeline</source>
        <translation>对话、人员、变更和时间线</translation>
    </message>
    <message>
        <source>Since the signature</source>
        <translation>自签署以来</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is “Since you signed”, %2 how many statements are not as they were signed
----------
what a button does, and for which requirement</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>statement %1 of %2</source>
        <translation>%2 的第 %1 条语句</translation>
    </message>
    <message>
        <source>was statement %1 of %2</source>
        <translation>曾是 %2 的第 %1 条语句</translation>
    </message>
    <message>
        <source>signed as: %1</source>
        <extracomment>%1 is the text of a statement as it was signed</extracomment>
        <translation>签署时为：%1</translation>
    </message>
    <message>
        <source>You signed revision %1</source>
        <translation>您签署了修订 %1</translation>
    </message>
    <message>
        <source>%1 signed revision %2</source>
        <translation>%1 签署了修订 %2</translation>
    </message>
    <message>
        <source>Nobody has signed yet</source>
        <translation>尚无人签署</translation>
    </message>
    <message>
        <source>No statement changed, but the bytes did: white space or comments between them</source>
        <translation>语句未变，但字节变了：语句之间的空白或注释</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>Since signing</source>
        <translation>自签署以来</translation>
    </message>
    <message>
        <source>Since you signed</source>
        <translation>自您签署以来</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>签署的内容</translation>
    </message>
    <message>
        <source>Open a workspace first, or make one: its ledger holds who signed what.</source>
        <translation>请先打开或新建一个工作区：其账本记录谁签署了什么。</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>新建工作区…</translation>
    </message>
    <message>
        <source>Nobody can sign here yet</source>
        <translation>这里还没有人可以签署</translation>
    </message>
    <message>
        <source>This workspace has no review ledger. Setting it up takes a key, a policy and a minute.</source>
        <translation>此工作区没有评审账本。设置它只需一个密钥、一份策略和一分钟。</translation>
    </message>
    <message>
        <source>Set up sign-off…</source>
        <translation>设置签署…</translation>
    </message>
    <message>
        <source>Open the first review…</source>
        <translation>打开第一次评审…</translation>
    </message>
    <message>
        <source>Verify chain</source>
        <translation>验证链</translation>
    </message>
    <message>
        <source>Verify every link and signature of the ledger</source>
        <translation>验证账本的每个链接和签名</translation>
    </message>
    <message>
        <source>Recomputes every link and signature from the first event on, and trusts nothing that was verified before</source>
        <translation>从第一个事件起重新计算每个链接和签名，不信任以前验证过的任何内容</translation>
    </message>
    <message>
        <source>Ask…</source>
        <translation>请求…</translation>
    </message>
    <message>
        <source>Rehearse and check</source>
        <translation>预演并检查</translation>
    </message>
    <message>
        <source>Go to the comment</source>
        <translation>转到评论</translation>
    </message>
    <message>
        <source>The request was copied: paste it where your team talks.</source>
        <translation>请求已复制：请粘贴到团队交流的地方。</translation>
    </message>
    <message>
        <source>Verifying the ledger</source>
        <translation>正在验证账本</translation>
    </message>
    <message numerus="yes">
        <source>The ledger does not hold: %n problem(s)</source>
        <translation>
            <numerusform>账本不成立：%n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every link and signature of %n event(s) holds.</source>
        <translation>
            <numerusform>%n 个事件的每个链接和签名都成立。</numerusform>
        </translation>
    </message>
    <message>
        <source>Verified from the first event on, up to %1.</source>
        <extracomment>%1 is the size and short link of the ledger&apos;s last event</extracomment>
        <translation>已从第一个事件验证到 %1。</translation>
    </message>
    <message>
        <source>Signed, but know this about the revision</source>
        <translation>已签署，但关于此修订请注意</translation>
    </message>
    <message>
        <source>Conversation: %1</source>
        <extracomment>%1 how many comments are open</extracomment>
        <translation>讨论：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n open comment(s)</source>
        <translation>
            <numerusform>%n 条未解决的评论</numerusform>
        </translation>
    </message>
    <message>
        <source>Change under review</source>
        <translation>审核中的变更</translation>
    </message>
    <message>
        <source>Drafts of comments, which nobody else sees yet</source>
        <translation>评论草稿，其他人尚不可见</translation>
    </message>
    <message>
        <source>For %1: %2</source>
        <extracomment>%1 an environment, %2 a verdict such as &quot;Waiting&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The files belong to the newest change for production: choose that one</source>
        <translation>这些文件属于生产环境的最新变更：请选择它</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) not sent</source>
        <translation>
            <numerusform>%n 份草稿未发送</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::gui::RulesModel</name>
    <message>
        <source>as usual</source>
        <translation>按通常</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>不运行</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Usually</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>含义</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ScopeDialog</name>
    <message>
        <source>What is compared</source>
        <translation>比较的内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare with these rules</source>
        <translation>按这些规则比较</translation>
    </message>
    <message>
        <source>No rules</source>
        <translation>无规则</translation>
    </message>
    <message>
        <source>Remove every rule</source>
        <translation>移除所有规则</translation>
    </message>
    <message>
        <source>What a rule hides is counted on the page and listed under Ignored.</source>
        <translation>规则隐藏的内容会在页面上计数，并列在“已忽略”中。</translation>
    </message>
    <message>
        <source>Saved profile</source>
        <translation>已保存的配置</translation>
    </message>
    <message>
        <source>Take from a saved profile…</source>
        <translation>取自已保存的配置…</translation>
    </message>
    <message>
        <source>Schemas to compare</source>
        <translation>要比较的架构</translation>
    </message>
    <message>
        <source>Schemas with different names</source>
        <translation>名称不同的架构</translation>
    </message>
    <message>
        <source>Schemas to compare: none ticked means all</source>
        <translation>要比较的架构：不勾选表示全部</translation>
    </message>
    <message>
        <source>Schemas with different names: now = proposed</source>
        <translation>名称不同的架构：当前 = 提议</translation>
    </message>
    <message>
        <source>Objects that are left out</source>
        <translation>略去的对象</translation>
    </message>
    <message>
        <source>Objects that are left out: one pattern a line</source>
        <translation>略去的对象：每行一个模式</translation>
    </message>
    <message>
        <source>Search attributes</source>
        <translation>搜索属性</translation>
    </message>
    <message>
        <source>Attributes that are ignored</source>
        <translation>被忽略的属性</translation>
    </message>
    <message>
        <source>Profile of comparison</source>
        <translation>比较配置</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name, such as “without grants”</source>
        <translation>名称，例如“不含授权”</translation>
    </message>
    <message>
        <source>There is a profile of this name</source>
        <translation>已有同名配置</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ScriptPanel</name>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>There: production becomes as proposed</source>
        <translation>前进：生产变为提议的样子</translation>
    </message>
    <message>
        <source>Back: proposed becomes as production</source>
        <translation>回退：提议方变回生产的样子</translation>
    </message>
    <message>
        <source>Statements of the script</source>
        <translation>脚本的语句</translation>
    </message>
    <message>
        <source>Generated script</source>
        <translation>生成的脚本</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Take every statement</source>
        <translation>选取所有语句</translation>
    </message>
    <message>
        <source>Take none</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Leave out every statement</source>
        <translation>略去所有语句</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the ticked statements</source>
        <translation>复制勾选的语句</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the ticked statements as a file</source>
        <translation>将勾选的语句保存为文件</translation>
    </message>
    <message>
        <source>Enter shows the difference that a statement serves</source>
        <translation>按回车显示语句对应的差异</translation>
    </message>
    <message>
        <source>%1 of %2 statements</source>
        <extracomment>%1 of %2 statements of the generated script are ticked</extracomment>
        <translation>%1 / %2 条语句</translation>
    </message>
    <message>
        <source>A script with gaps may not run: later statements may need those that are left out. Rehearse it before you use it.</source>
        <translation>有缺口的脚本可能无法运行：后面的语句可能需要被略去的语句。使用前请先演练。</translation>
    </message>
    <message numerus="yes">
        <source>%n lose(s) data</source>
        <translation>
            <numerusform>%n 条会丢失数据</numerusform>
        </translation>
    </message>
    <message>
        <source>Loses data</source>
        <translation>丢失数据</translation>
    </message>
    <message numerus="yes">
        <source>%n statement(s) copied</source>
        <translation>
            <numerusform>已复制 %n 条语句</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the ticked statements</source>
        <translation>保存勾选的语句</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <extracomment>%1 is a file</extracomment>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>Take statements of the script</source>
        <translation>采用脚本中的语句</translation>
    </message>
    <message>
        <source>Leave out statements of the script</source>
        <translation>略去脚本中的语句</translation>
    </message>
</context>
<context>
    <name>countersign::gui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑器</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>配置方案</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Keys and people</source>
        <translation>密钥与人员</translation>
    </message>
    <message>
        <source>Changes hold at once and are kept</source>
        <translation>更改立即生效并保存</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Holds from the next start. SQL and names are never translated.</source>
        <translation>下次启动时生效。SQL 和名称不会被翻译。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>%1 is a number: the size of text in percent</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Holds from the next start.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>Tell the desktop when a long task ends</source>
        <translation>长任务结束时通知桌面</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Only while the window is not the active one.</source>
        <translation>仅在窗口不是活动窗口时。</translation>
    </message>
    <message>
        <source>Open the last workspace</source>
        <translation>打开上次的工作区</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>启动时</translation>
    </message>
    <message>
        <source>Only files are read; no server is contacted without a click.</source>
        <translation>仅读取文件；未经点击不会联系任何服务器。</translation>
    </message>
    <message>
        <source>Size of SQL text</source>
        <translation>SQL 文字大小</translation>
    </message>
    <message>
        <source>Points more or less than the system’s fixed font; also Ctrl+Plus and Ctrl+Minus.</source>
        <translation>相对系统等宽字体增减的磅数；也可用 Ctrl+加号和 Ctrl+减号。</translation>
    </message>
    <message>
        <source>How SQL looks</source>
        <translation>SQL 外观</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>What is sent first</source>
        <translation>最先发送的内容</translation>
    </message>
    <message>
        <source>Every session on an environment begins with these statements, so that nothing can be written and nobody has to wait. They cannot be switched off.</source>
        <translation>每个环境会话都以这些语句开始，以确保不会写入且无人需要等待。它们无法关闭。</translation>
    </message>
    <message>
        <source>Passwords are never kept by Countersign: use a password file, a service file, an agent or the system’s keyring. Scratch databases run on private servers, or on the server that the workspace names as “scratch”.</source>
        <translation>Countersign 从不保存密码：请使用密码文件、服务文件、代理或系统密钥环。临时数据库运行在私有服务器上，或运行在工作区指定为“scratch”的服务器上。</translation>
    </message>
</context>
<context>
    <name>countersign::gui::SetupDialog</name>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Set up sign-off</source>
        <translation>设置签署</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create and sign</source>
        <translation>创建并签名</translation>
    </message>
    <message>
        <source>Write these files and sign the beginning of the ledger</source>
        <translation>写入这些文件并签名账本的开头</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose the folder of the workspace</source>
        <translation>选择工作区文件夹</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Choose the folder of migration files</source>
        <translation>选择迁移文件所在文件夹</translation>
    </message>
    <message>
        <source>folder of migration files, can wait</source>
        <translation>迁移文件所在文件夹，可稍后填写</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>再加一个</translation>
    </message>
    <message>
        <source>Add another database</source>
        <translation>再添加一个数据库</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test the connections</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>谁来签名</translation>
    </message>
    <message>
        <source>Your short name</source>
        <translation>您的短名称</translation>
    </message>
    <message>
        <source>Make a key…</source>
        <translation>生成密钥…</translation>
    </message>
    <message>
        <source>Make a new SSH key</source>
        <translation>生成新的 SSH 密钥</translation>
    </message>
    <message>
        <source>Another key…</source>
        <translation>其他密钥…</translation>
    </message>
    <message>
        <source>Choose an SSH key file</source>
        <translation>选择 SSH 密钥文件</translation>
    </message>
    <message>
        <source>SSH keys at hand</source>
        <translation>可用的 SSH 密钥</translation>
    </message>
    <message>
        <source>Who approves</source>
        <translation>谁来批准</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>独自一人</translation>
    </message>
    <message>
        <source>You approve your own changes, and every verdict says that nobody else looked.</source>
        <translation>您批准自己的变更，每个结论都会注明没有其他人看过。</translation>
    </message>
    <message>
        <source>Small team: four eyes</source>
        <translation>小团队：四眼原则</translation>
    </message>
    <message>
        <source>Whoever wrote a change, one other person approves it.</source>
        <translation>无论谁写的变更，都由另一个人批准。</translation>
    </message>
    <message>
        <source>Regulated: separation of duties</source>
        <translation>受监管：职责分离</translation>
    </message>
    <message>
        <source>Two database administrators and an owner approve; rehearsal and a tested way back are required; a pipeline deploys.</source>
        <translation>两名数据库管理员和一名负责人批准；必须演练并验证回退；由流水线部署。</translation>
    </message>
    <message>
        <source>Public keys of colleagues</source>
        <translation>同事的公钥</translation>
    </message>
    <message>
        <source>Colleagues, one public key a line. They can be added later in countersign/policy.toml, too.</source>
        <translation>同事，每行一个公钥。也可以稍后在 countersign/policy.toml 中添加。</translation>
    </message>
    <message>
        <source>Files that will be written</source>
        <translation>将写入的文件</translation>
    </message>
    <message>
        <source>What the file will hold</source>
        <translation>文件将包含的内容</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>将写入的内容</translation>
    </message>
    <message>
        <source>Appears here as you fill in the left side.</source>
        <translation>填写左侧时会显示在这里。</translation>
    </message>
    <message>
        <source>%1 on a security key</source>
        <extracomment>%1 is the type of a key that lives on a FIDO token</extracomment>
        <translation>安全密钥上的 %1</translation>
    </message>
    <message>
        <source>There is a workspace here: what its countersign.toml says stays.</source>
        <translation>这里已有工作区：其 countersign.toml 的内容保持不变。</translation>
    </message>
    <message>
        <source>A countersign.toml is written here; nothing else in the folder is touched.</source>
        <translation>将在此写入 countersign.toml；文件夹中的其他内容不会改动。</translation>
    </message>
    <message>
        <source>The folder will be made.</source>
        <translation>将创建该文件夹。</translation>
    </message>
    <message>
        <source>in the agent</source>
        <translation>在代理中</translation>
    </message>
    <message>
        <source>No SSH key was found. “Make a key” makes %1 and asks for a passphrase.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>未找到 SSH 密钥。“生成密钥”会创建 %1 并询问口令。</translation>
    </message>
    <message>
        <source>Making a key</source>
        <translation>正在生成密钥</translation>
    </message>
    <message>
        <source>No key was made</source>
        <translation>未生成密钥</translation>
    </message>
    <message>
        <source>Looking for keys…</source>
        <translation>正在查找密钥…</translation>
    </message>
    <message>
        <source>This workspace has a ledger already: open it instead.</source>
        <translation>此工作区已有账本：请直接打开它。</translation>
    </message>
    <message>
        <source>Trying the databases…</source>
        <translation>正在尝试连接数据库…</translation>
    </message>
    <message>
        <source>Next: say which database is production.</source>
        <translation>下一步：指明哪个数据库是生产库。</translation>
    </message>
    <message>
        <source>Next: a key to sign with.</source>
        <translation>下一步：选择用于签名的密钥。</translation>
    </message>
    <message>
        <source>Next: your short name.</source>
        <translation>下一步：填写您的短名称。</translation>
    </message>
    <message>
        <source>There is no folder of migrations</source>
        <translation>没有迁移文件夹</translation>
    </message>
    <message>
        <source>And, once your key has signed: %1, which holds every signed event, and %2, which pins the first one.</source>
        <extracomment>%1 and %2 are files</extracomment>
        <translation>您的密钥签名之后还有：%1，保存每个已签名事件；%2，固定第一个事件。</translation>
    </message>
    <message>
        <source>A database was not reached: the policy will not pin which server it is.</source>
        <translation>有数据库未能连接：策略不会固定它是哪台服务器。</translation>
    </message>
    <message>
        <source>You can begin now; to approve, this policy needs a colleague’s key.</source>
        <translation>现在就可以开始；要批准，此策略还需要一位同事的密钥。</translation>
    </message>
    <message>
        <source>Your key signs twice: the beginning of the ledger, and the policy.</source>
        <translation>您的密钥将签名两次：账本的开头和策略。</translation>
    </message>
    <message>
        <source>%1 – is there, and gets these lines</source>
        <translation>%1 – 已存在，将写入这些行</translation>
    </message>
    <message>
        <source>Signing… a passphrase or a touch may be asked for.</source>
        <translation>正在签名…可能会要求输入口令或触摸安全密钥。</translation>
    </message>
    <message>
        <source>Setting up sign-off</source>
        <translation>正在设置签署</translation>
    </message>
    <message>
        <source>Cancelled: nothing was written.</source>
        <translation>已取消：未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ShortcutsDialog</name>
    <message>
        <source>Configure shortcuts</source>
        <translation>配置快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ShortcutsEditor</name>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <source>Keys of the selected action</source>
        <translation>所选操作的按键</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Assign these keys</source>
        <translation>分配这些按键</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Reset all keys to the defaults</source>
        <translation>将所有按键恢复默认</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Changes hold at once and for all windows that are opened later.</source>
        <translation>更改立即生效，并适用于之后打开的所有窗口。</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Choose others, or change that one first.</source>
        <extracomment>%1 are keys such as Ctrl+E, %2 the action that has them</extracomment>
        <translation>%1 已用于“%2”。请选择其他按键，或先更改那一项。</translation>
    </message>
    <message>
        <source>Assigned.</source>
        <translation>已分配。</translation>
    </message>
</context>
<context>
    <name>countersign::gui::ShortcutsModel</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
</context>
<context>
    <name>countersign::gui::SignOffDialog</name>
    <message>
        <source>Sign off</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签署</translation>
    </message>
    <message>
        <source>Sign with your key</source>
        <translation>用您的密钥签署</translation>
    </message>
    <message>
        <source>Your SSH key signs these bytes. The signature holds for this revision only.</source>
        <translation>您的 SSH 密钥将签署这些字节。签名仅对此修订有效。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Revision</source>
        <extracomment>%1 is the number of the revision</extracomment>
        <translation>修订</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>第 %1 号</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Files that are signed</source>
        <translation>要签署的文件</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <extracomment>%1 is a number of bytes</extracomment>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Request changes</source>
        <translation>要求修改</translation>
    </message>
    <message>
        <source>Read it, no vote</source>
        <translation>已阅，不投票</translation>
    </message>
    <message>
        <source>You contributed to this change, so your approval cannot count</source>
        <translation>您参与了此变更，因此您的批准不能计入</translation>
    </message>
    <message>
        <source>I have seen the hazard: %1</source>
        <extracomment>%1 is a hazard that the policy names, such as data-loss</extracomment>
        <translation>我已了解此风险：%1</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>留言</translation>
    </message>
    <message>
        <source>Message (optional)</source>
        <translation>留言（可选）</translation>
    </message>
    <message>
        <source>Sign as</source>
        <translation>签署身份</translation>
    </message>
    <message>
        <source>%1 (second reviewer of the demo)</source>
        <translation>%1（演示的第二位评审者）</translation>
    </message>
    <message>
        <source>No key of the roster is at hand</source>
        <translation>没有可用的名册密钥</translation>
    </message>
    <message>
        <source>Choose a vote first</source>
        <translation>请先选择投票</translation>
    </message>
    <message>
        <source>The policy asks that every hazard is acknowledged</source>
        <translation>策略要求确认每项风险</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>签署的内容</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>发现：%1</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>No report is part of this revision.</source>
        <translation>此修订不含报告。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The checks found nothing.</source>
        <translation>检查未发现问题。</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>已豁免</translation>
    </message>
    <message>
        <source>What the policy asks</source>
        <translation>策略要求</translation>
    </message>
    <message>
        <source>Waivers and open comments</source>
        <translation>豁免与未解决的评论</translation>
    </message>
    <message>
        <source>No effect</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Blocking</source>
        <translation>阻断</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>Nothing is waived, no comment is open.</source>
        <translation>没有豁免，没有未解决的评论。</translation>
    </message>
    <message numerus="yes">
        <source>Send %n draft comment(s) with it</source>
        <translation>
            <numerusform>一并发送 %n 条评论草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>Send the drafts of comments with the sign-off</source>
        <translation>随签署一并发送评论草稿</translation>
    </message>
    <message>
        <source>Viewed</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>nothing was compared in this window</source>
        <translation>此窗口中尚未比较</translation>
    </message>
    <message>
        <source>%1 of %2 objects</source>
        <translation>对象 %1/%2</translation>
    </message>
    <message>
        <source>the migration was not opened in this window</source>
        <translation>此窗口中尚未打开迁移</translation>
    </message>
    <message>
        <source>%1 of %2 statements</source>
        <translation>语句 %1/%2</translation>
    </message>
</context>
<context>
    <name>countersign::gui::SqlLogModel</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Statement as sent</source>
        <translation>已发送的语句</translation>
    </message>
</context>
<context>
    <name>countersign::gui::SqlView</name>
    <message>
        <source>All %1 lines</source>
        <translation>全部 %1 行</translation>
    </message>
    <message>
        <source>Lines %1 to %2 of %3</source>
        <translation>第 %1 至 %2 行，共 %3 行</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>在此文本中查找</translation>
    </message>
</context>
<context>
    <name>countersign::gui::StartPage</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>打开工作区…</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>当前打开</translation>
    </message>
    <message>
        <source>Compare production with staging</source>
        <translation>比较生产与预发布</translation>
    </message>
    <message>
        <source>Workspaces that you open are listed here.</source>
        <translation>您打开的工作区会列在这里。</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>最近的工作区</translation>
    </message>
    <message>
        <source>Countersign</source>
        <translation>Countersign</translation>
    </message>
    <message>
        <source>See how two databases differ, rehearse the migration, and sign exactly those bytes.</source>
        <translation>查看两个数据库的差异，演练迁移，并签署这些确切的字节。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>No review ledger</source>
        <translation>没有评审账本</translation>
    </message>
    <message>
        <source>With a review ledger</source>
        <translation>有评审账本</translation>
    </message>
    <message>
        <source>Compare files…</source>
        <translation>比较文件…</translation>
    </message>
    <message>
        <source>1. Compare</source>
        <translation>1. 比较</translation>
    </message>
    <message>
        <source>See what production would get: every difference, side by side.</source>
        <translation>查看生产环境将得到什么：每处差异并排显示。</translation>
    </message>
    <message>
        <source>2. Rehearse and check</source>
        <translation>2. 演练与检查</translation>
    </message>
    <message>
        <source>The migration runs on a scratch copy, and rules judge what it did.</source>
        <translation>迁移在临时副本上运行，规则判断其结果。</translation>
    </message>
    <message>
        <source>3. Review and sign</source>
        <translation>3. 评审与签署</translation>
    </message>
    <message>
        <source>Named people sign these very bytes. Any later edit voids it.</source>
        <translation>指定人员签署这些字节，之后的任何改动都会使其失效。</translation>
    </message>
    <message>
        <source>4. Verify</source>
        <translation>4. 核实</translation>
    </message>
    <message>
        <source>Afterwards: did every target arrive, and if not, how far did it get?</source>
        <translation>之后：每个目标都到位了吗？如果没有，进行到哪一步？</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>评审中</translation>
    </message>
    <message>
        <source>Compare files</source>
        <translation>比较文件</translation>
    </message>
    <message>
        <source>SQLite databases, schema scripts, snapshots or folders of migrations; or drop them here</source>
        <translation>SQLite 数据库、模式脚本、快照或迁移文件夹；也可拖放到此处</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 处差异</numerusform>
        </translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>没有差异</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>尚未比较</translation>
    </message>
    <message>
        <source>No migration</source>
        <translation>没有迁移</translation>
    </message>
    <message>
        <source>Not rehearsed yet</source>
        <translation>尚未演练</translation>
    </message>
    <message>
        <source>Older than the SQL</source>
        <translation>早于 SQL</translation>
    </message>
    <message>
        <source>Checks pass</source>
        <translation>检查通过</translation>
    </message>
    <message>
        <source>Checks fail</source>
        <translation>检查未通过</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>生产</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>新建工作区…</translation>
    </message>
    <message>
        <source>Set up sign-off…</source>
        <translation>设置签署…</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Set up sign-off</source>
        <translation>设置签署</translation>
    </message>
    <message>
        <source>Migrations: %1</source>
        <translation>迁移：%1</translation>
    </message>
    <message>
        <source>Where is %1 now?</source>
        <extracomment>%1 is a folder</extracomment>
        <translation>%1 现在在哪里？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>定位…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>忘记</translation>
    </message>
</context>
<context>
    <name>countersign::gui::StatementModel</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>none seen</source>
        <translation>未见</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未判断</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未发现</translation>
    </message>
    <message>
        <source>not fully judged</source>
        <translation>未完全判断</translation>
    </message>
    <message>
        <source>SQL changed since</source>
        <translation>SQL 已更改</translation>
    </message>
    <message>
        <source>not rehearsed</source>
        <translation>未演练</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>about %1 rows</source>
        <translation>约 %1 行</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>You have looked at it</source>
        <translation>您已看过</translation>
    </message>
    <message>
        <source>New or changed since you looked (Space marks it as seen)</source>
        <translation>自您查看后新增或已更改（空格标记为已看）</translation>
    </message>
    <message>
        <source>Tick when you have looked at it (Space)</source>
        <translation>看过后勾选（空格）</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>已看</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>未看</translation>
    </message>
    <message>
        <source>Table size</source>
        <translation>表大小</translation>
    </message>
    <message>
        <source>Table size: the rows that the largest table of the statement has in production</source>
        <translation>表大小：语句涉及的最大表在生产环境中的行数</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>%1, held since statement %2</source>
        <extracomment>%1 a lock mode, %2 the number of the statement that took it</extracomment>
        <translation>%1，自语句 %2 起持有</translation>
    </message>
    <message>
        <source>already held</source>
        <translation>已持有</translation>
    </message>
</context>
<context>
    <name>countersign::gui::StepModel</name>
    <message>
        <source>the whole script</source>
        <translation>整个脚本</translation>
    </message>
    <message>
        <source>Loses data</source>
        <translation>丢失数据</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>需要人工处理</translation>
    </message>
    <message>
        <source>Tick what the script takes (Space)</source>
        <translation>勾选脚本要包含的语句（空格）</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已选取</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略去</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
</context>
<context>
    <name>countersign::gui::StepTile</name>
    <message>
        <source>%1: %2</source>
        <extracomment>For screen readers: %1 is a step such as “Compare”, %2 how far it has come</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>countersign::gui::TasksModel</name>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>countersign::gui::Tour</name>
    <message>
        <source>Reading both sides…</source>
        <translation>正在读取两侧…</translation>
    </message>
</context>
<context>
    <name>countersign::gui::VerifyPage</name>
    <message>
        <source>Took effect</source>
        <translation>已生效</translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation>未应用</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>已应用</translation>
    </message>
    <message>
        <source>Half applied</source>
        <translation>部分应用</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>有差异</translation>
    </message>
    <message>
        <source>Ambiguous</source>
        <translation>不明确</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Read the target and judge every statement</source>
        <translation>读取目标并判断每条语句</translation>
    </message>
    <message>
        <source>Read the target in a read-only session and judge every statement (F5)</source>
        <translation>以只读会话读取目标并判断每条语句 (F5)</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>迁移</translation>
    </message>
    <message>
        <source>Should then be like</source>
        <translation>之后应如同</translation>
    </message>
    <message>
        <source>Was before like</source>
        <translation>之前如同</translation>
    </message>
    <message>
        <source>The schema before the migration. Countersign finds it from the earlier migrations or from the migration’s own way back; name it when neither leads there.</source>
        <translation>迁移前的架构。Countersign 会根据更早的迁移或该迁移自带的回退脚本推算；两者都不行时请指定。</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>What was looked at, and found</source>
        <translation>查看的内容与结果</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Safe next steps</source>
        <translation>安全的后续步骤</translation>
    </message>
    <message>
        <source>Finish or go back</source>
        <translation>完成或回退</translation>
    </message>
    <message>
        <source>Finish it</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>回退</translation>
    </message>
    <message>
        <source>SQL of this way</source>
        <translation>此路径的 SQL</translation>
    </message>
    <message>
        <source>Copy SQL</source>
        <translation>复制 SQL</translation>
    </message>
    <message>
        <source>Copy the SQL</source>
        <translation>复制该 SQL</translation>
    </message>
    <message>
        <source>Save SQL…</source>
        <translation>保存 SQL…</translation>
    </message>
    <message>
        <source>Save the SQL to a file</source>
        <translation>将 SQL 保存到文件</translation>
    </message>
    <message>
        <source>SQL copied</source>
        <translation>已复制 SQL</translation>
    </message>
    <message>
        <source>Nothing to verify</source>
        <translation>没有可核实的内容</translation>
    </message>
    <message>
        <source>Open a workspace with environments first.</source>
        <translation>请先打开包含环境的工作区。</translation>
    </message>
    <message>
        <source>Find it</source>
        <translation>自动查找</translation>
    </message>
    <message>
        <source>Every production</source>
        <translation>所有生产库</translation>
    </message>
    <message>
        <source>All migrations</source>
        <translation>全部迁移</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>尚未核实</translation>
    </message>
    <message>
        <source>Countersign reads the target’s catalog in a read-only session and says of every statement of the migration whether it took effect, with the evidence; then it writes the SQL that finishes the migration or goes back, rehearsed from that very state.</source>
        <translation>Countersign 以只读会话读取目标的目录，逐条说明迁移语句是否已生效并给出证据；随后写出完成迁移或回退的 SQL，并已从该状态演练。</translation>
    </message>
    <message>
        <source>Verify production</source>
        <translation>核实生产库</translation>
    </message>
    <message>
        <source>None: only compare</source>
        <translation>无：仅比较</translation>
    </message>
    <message>
        <source>Reading %1 and rehearsing the migration…</source>
        <translation>正在读取 %1 并演练迁移…</translation>
    </message>
    <message>
        <source>Verifying %1</source>
        <extracomment>%1 is an environment</extracomment>
        <translation>正在核实 %1</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>读取于 %1</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>No statement of the migration explains this difference</source>
        <translation>没有任何迁移语句能解释此差异</translation>
    </message>
    <message>
        <source>%1 is not as it should be, and no statement of the migration explains it</source>
        <translation>%1 与预期不符，且没有任何迁移语句能解释</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a target such as &quot;production&quot;, %2 a state such as &quot;Half applied&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2 statements took effect.</source>
        <extracomment>how many of all statements took effect</extracomment>
        <translation>%2 条语句中有 %1 条已生效。</translation>
    </message>
    <message numerus="yes">
        <source>Of %n statement(s) the catalog cannot tell.</source>
        <translation>
            <numerusform>有 %n 条语句无法从目录判断。</numerusform>
        </translation>
    </message>
    <message>
        <source>The catalog alone cannot tell: statements that only change data leave no trace in it.</source>
        <translation>仅凭目录无法判断：只改数据的语句不会在其中留下痕迹。</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) that the migration does not explain.</source>
        <translation>
            <numerusform>%n 处差异无法由该迁移解释。</numerusform>
        </translation>
    </message>
    <message>
        <source>No migration was chosen; only the schemas were compared.</source>
        <translation>未选择迁移；仅比较了架构。</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>无需操作</translation>
    </message>
    <message>
        <source>Not rehearsed</source>
        <translation>未演练</translation>
    </message>
    <message>
        <source>Rehearsed from this very state: it arrives</source>
        <translation>已从该状态演练：可到达</translation>
    </message>
    <message>
        <source>Rehearsed from this very state: it does not arrive</source>
        <translation>已从该状态演练：无法到达</translation>
    </message>
    <message>
        <source>Loses data</source>
        <translation>丢失数据</translation>
    </message>
    <message>
        <source>Save SQL</source>
        <translation>保存 SQL</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
</context>
<context>
    <name>countersign::gui::WaiveDialog</name>
    <message>
        <source>Waived by %1 until %2: %3</source>
        <extracomment>%1 a person, %2 a date, %3 the reason</extracomment>
        <translation>由 %1 豁免至 %2：%3</translation>
    </message>
    <message>
        <source>Why this may be</source>
        <translation>为何可以</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Sign as</source>
        <translation>签名身份</translation>
    </message>
    <message>
        <source>Sign the waiver</source>
        <translation>签署豁免</translation>
    </message>
    <message>
        <source>Sign the waiver with your key</source>
        <translation>用您的密钥签署豁免</translation>
    </message>
    <message>
        <source>Waive a finding</source>
        <translation>豁免一项发现</translation>
    </message>
    <message>
        <source>Why this may be, for those who read it later: at least 20 characters</source>
        <translation>为何可以，供日后阅读者参考：至少 20 个字符</translation>
    </message>
    <message>
        <source>%1 (second reviewer of the demo)</source>
        <translation>%1（演示的第二评审人）</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>the whole migration</source>
        <translation>整个迁移</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Your name stands for this until the last day. The finding stays visible in every report.</source>
        <translation>在最后一天之前由您署名负责。该发现在每份报告中仍然可见。</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) to go</source>
        <translation>
            <numerusform>还差 %n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>No key of the roster is at hand</source>
        <translation>手边没有名册中的密钥</translation>
    </message>
</context>
<context>
    <name>countersign::gui::WalkList</name>
    <message>
        <source>Points to walk through</source>
        <translation>待讨论要点</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Copy the points as a task list</source>
        <translation>将要点复制为任务列表</translation>
    </message>
    <message>
        <source>List copied</source>
        <translation>已复制列表</translation>
    </message>
    <message>
        <source>%1 of %2 spoken about</source>
        <extracomment>%1 of %2 points were spoken about</extracomment>
        <translation>已讨论 %1/%2</translation>
    </message>
    <message>
        <source>Point %1 of %2: %3</source>
        <translation>要点 %1/%2：%3</translation>
    </message>
</context>
<context>
    <name>countersign::gui::WalkModel</name>
    <message>
        <source>Requirement</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评论</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
</context>
</TS>
