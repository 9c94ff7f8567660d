#include "review/store/postgresqlschema.h"

namespace countersign::review::store {

QByteArray postgresqlSchema()
{
    // Every name is qualified: append() runs with its owner's rights, and nothing a caller puts into a search_path may
    // take the place of what it means. ENABLE ALWAYS: session_replication_role=replica skips plain triggers.
    return R"SQL(
DO $$
DECLARE
    ability text := CASE WHEN pg_catalog.current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = 'countersign_owner') THEN
        CREATE ROLE countersign_owner NOLOGIN;
    END IF;
    -- Whoever could log in as the owner could edit every ledger of this server.
    IF EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = 'countersign_owner' AND (rolcanlogin OR rolsuper)) THEN
        RAISE EXCEPTION 'the role countersign_owner is there already and may log in or is a superuser'
            USING ERRCODE = '42501';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = 'countersign_people') THEN
        CREATE ROLE countersign_people NOLOGIN;
    END IF;
    -- From PostgreSQL 16 on, who makes a role may grant it, but is not yet allowed to become it.
    IF NOT pg_catalog.pg_has_role(CURRENT_USER, 'countersign_owner', ability) THEN
        EXECUTE pg_catalog.format('GRANT countersign_owner TO %I', CURRENT_USER);
    END IF;
    IF NOT pg_catalog.pg_has_role(CURRENT_USER, 'countersign_people', 'USAGE') THEN
        EXECUTE pg_catalog.format('GRANT countersign_people TO %I', CURRENT_USER);
    END IF;
END
$$;
CREATE SCHEMA countersign AUTHORIZATION countersign_owner;
SET LOCAL ROLE countersign_owner;
CREATE TABLE countersign.meta (key text PRIMARY KEY, value text NOT NULL);
CREATE TABLE countersign.blob (sha256 bytea PRIMARY KEY, bytes bytea NOT NULL, CHECK (sha256 = pg_catalog.sha256(bytes)));
CREATE TABLE countersign.event (
    seq bigint NOT NULL UNIQUE CHECK (seq > 0),
    eid bytea PRIMARY KEY CHECK (pg_catalog.length(eid) = 32),
    change text NOT NULL,
    kind text NOT NULL,
    payload bytea NOT NULL,
    sig bytea NOT NULL,
    prev bytea NOT NULL CHECK (pg_catalog.length(prev) = 32),
    link bytea NOT NULL UNIQUE CHECK (pg_catalog.length(link) = 32),
    recv_us bigint NOT NULL);
CREATE INDEX event_change ON countersign.event (change, seq);
CREATE FUNCTION countersign.refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is only ever appended to';
END
$$;
CREATE FUNCTION countersign.next_link() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.seq IS DISTINCT FROM (SELECT coalesce(max(seq), 0) + 1 FROM countersign.event)
        OR NEW.prev IS DISTINCT FROM coalesce((SELECT link FROM countersign.event ORDER BY seq DESC LIMIT 1),
                                              decode(repeat('00', 32), 'hex')) THEN
        RAISE EXCEPTION 'not the next link' USING ERRCODE = '40001';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER next_link BEFORE INSERT ON countersign.event FOR EACH ROW EXECUTE FUNCTION countersign.next_link();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON countersign.event FOR EACH ROW EXECUTE FUNCTION countersign.refuse();
CREATE TRIGGER whole BEFORE TRUNCATE ON countersign.event FOR EACH STATEMENT EXECUTE FUNCTION countersign.refuse();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON countersign.blob FOR EACH ROW EXECUTE FUNCTION countersign.refuse();
CREATE TRIGGER whole BEFORE TRUNCATE ON countersign.blob FOR EACH STATEMENT EXECUTE FUNCTION countersign.refuse();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON countersign.meta FOR EACH ROW EXECUTE FUNCTION countersign.refuse();
CREATE TRIGGER whole BEFORE TRUNCATE ON countersign.meta FOR EACH STATEMENT EXECUTE FUNCTION countersign.refuse();
ALTER TABLE countersign.event ENABLE ALWAYS TRIGGER next_link;
ALTER TABLE countersign.event ENABLE ALWAYS TRIGGER kept;
ALTER TABLE countersign.event ENABLE ALWAYS TRIGGER whole;
ALTER TABLE countersign.blob ENABLE ALWAYS TRIGGER kept;
ALTER TABLE countersign.blob ENABLE ALWAYS TRIGGER whole;
ALTER TABLE countersign.meta ENABLE ALWAYS TRIGGER kept;
ALTER TABLE countersign.meta ENABLE ALWAYS TRIGGER whole;
CREATE FUNCTION countersign.append(new_eid bytea, new_change text, new_kind text, new_payload bytea, new_sig bytea,
                                   new_blobs bytea[], expected bytea,
                                   OUT seq bigint, OUT link bytea, OUT was_there boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    head_seq bigint;
    head_link bytea;
    received bigint;
    last_eid bytea;
    said json;
BEGIN
    -- First of all: a snapshot older than the lock would see an older head.
    PERFORM pg_advisory_xact_lock(4855143);
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'append() needs READ COMMITTED';
    END IF;
    SELECT e.seq, e.link INTO seq, link FROM countersign.event e WHERE e.eid = new_eid;
    IF FOUND THEN
        was_there := true;
        RETURN;
    END IF;
    was_there := false;
    IF expected IS NOT NULL THEN
        SELECT e.eid INTO last_eid FROM countersign.event e WHERE e.change = new_change ORDER BY e.seq DESC LIMIT 1;
        IF coalesce(last_eid, ''::bytea) <> expected THEN
            RAISE EXCEPTION 'there is a newer event' USING ERRCODE = 'CSG05';
        END IF;
    END IF;
    IF new_eid <> sha256(convert_to(E'countersign/event/1\n', 'UTF8') || new_payload) OR length(new_payload) > 262144
        OR length(new_sig) > 16384 OR substr(new_sig, 1, 6) <> 'SSHSIG'::bytea THEN
        RAISE EXCEPTION 'not an event' USING ERRCODE = '22023';
    END IF;
    -- Signatures cannot be verified here; but what does not even claim to belong here would stay for ever.
    BEGIN
        said := convert_from(new_payload, 'UTF8')::json;
    EXCEPTION WHEN OTHERS THEN
        RAISE EXCEPTION 'not an event' USING ERRCODE = '22023';
    END;
    IF said ->> 'ledger' IS DISTINCT FROM (SELECT m.value FROM countersign.meta m WHERE m.key = 'ledger')
        OR said ->> 'change' IS DISTINCT FROM new_change OR said ->> 'kind' IS DISTINCT FROM new_kind THEN
        RAISE EXCEPTION 'an event of another ledger, change or kind' USING ERRCODE = '22023';
    END IF;
    SELECT e.seq, e.link, e.recv_us INTO head_seq, head_link, received FROM countersign.event e ORDER BY e.seq DESC LIMIT 1;
    seq := coalesce(head_seq, 0) + 1;
    head_link := coalesce(head_link, decode(repeat('00', 32), 'hex'));
    received := greatest((extract(epoch FROM clock_timestamp()) * 1000000)::bigint, coalesce(received, 0));
    link := sha256(convert_to(E'countersign/chain/1\n', 'UTF8') || int8send(seq) || head_link || new_eid || sha256(new_sig)
                   || int8send(received));
    INSERT INTO countersign.blob (sha256, bytes) SELECT sha256(b), b FROM unnest(new_blobs) AS b ON CONFLICT DO NOTHING;
    INSERT INTO countersign.event (seq, eid, change, kind, payload, sig, prev, link, recv_us)
        VALUES (append.seq, new_eid, new_change, new_kind, new_payload, new_sig, head_link, append.link, received);
END
$$;
REVOKE ALL ON SCHEMA countersign FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA countersign FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA countersign FROM PUBLIC;
GRANT USAGE ON SCHEMA countersign TO countersign_people;
GRANT SELECT ON ALL TABLES IN SCHEMA countersign TO countersign_people;
GRANT EXECUTE ON FUNCTION countersign.append(bytea, text, text, bytea, bytea, bytea[], bytea) TO countersign_people;
)SQL";
}

QByteArray postgresqlSafeguards()
{
    return R"SQL(
WITH ours AS (SELECT oid, nspowner FROM pg_namespace WHERE nspname = 'countersign'),
guards (relation, name) AS (VALUES ('event', 'next_link'), ('event', 'kept'), ('event', 'whole'), ('blob', 'kept'),
                            ('blob', 'whole'), ('meta', 'kept'), ('meta', 'whole')),
tables AS (SELECT c.* FROM pg_class c JOIN ours ON c.relnamespace = ours.oid WHERE c.relname IN ('event', 'blob', 'meta'))
SELECT 'countersign.' || c.relname || ' is no plain table of the owner of its schema'
FROM tables c, ours
WHERE c.relkind <> 'r' OR c.relpersistence <> 'p' OR c.relrowsecurity OR c.relhasrules OR c.relhassubclass
    OR c.relowner <> ours.nspowner
UNION ALL
SELECT 'the trigger ' || g.name || ' of countersign.' || g.relation || ' is missing or switched off'
FROM guards g JOIN tables c ON c.relname = g.relation
    LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND t.tgname = g.name AND NOT t.tgisinternal
WHERE c.relkind = 'r' AND t.tgenabled IS DISTINCT FROM 'A'
UNION ALL
SELECT 'countersign.' || c.relname || ' has the trigger ' || t.tgname
FROM tables c JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
WHERE NOT EXISTS (SELECT 1 FROM guards g WHERE g.relation = c.relname AND g.name = t.tgname)
UNION ALL
SELECT 'countersign.' || p.proname || '() is not what it was made as'
FROM pg_proc p JOIN ours ON p.pronamespace = ours.oid
WHERE p.proowner <> ours.nspowner OR p.proname NOT IN ('append', 'next_link', 'refuse')
    OR p.proconfig IS DISTINCT FROM ARRAY['search_path=pg_catalog, pg_temp'] OR p.prosecdef <> (p.proname = 'append')
LIMIT 1
)SQL";
}

} // namespace countersign::review::store
