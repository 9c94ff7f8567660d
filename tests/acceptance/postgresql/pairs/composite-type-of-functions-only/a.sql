CREATE TYPE answer AS (code integer, detail text, at timestamptz);
CREATE FUNCTION ask(q text) RETURNS answer LANGUAGE sql AS $$ SELECT 1, q, now() $$;
