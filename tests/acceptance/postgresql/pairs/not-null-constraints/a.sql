CREATE TABLE p (id integer CONSTRAINT p_id_nn NOT NULL, a integer NOT NULL, b integer, c integer NOT NULL, d integer);
ALTER TABLE p ADD CONSTRAINT b_nn NOT NULL b NOT VALID;
COMMENT ON CONSTRAINT p_id_nn ON p IS 'why';
CREATE TABLE par (x integer CONSTRAINT par_ni NOT NULL NO INHERIT, y integer NOT NULL, z integer);
CREATE TABLE ch (w integer) INHERITS (par);
