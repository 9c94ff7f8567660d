CREATE TABLE p (id integer NOT NULL, a integer CONSTRAINT custom NOT NULL, b integer, c integer, d integer CONSTRAINT d_nn NOT NULL);
ALTER TABLE p ADD CONSTRAINT b_nn NOT NULL b;
COMMENT ON CONSTRAINT custom ON p IS 'because';
ALTER TABLE p ADD CONSTRAINT c_nn NOT NULL c NOT VALID;
CREATE TABLE par (x integer CONSTRAINT par_ni NOT NULL NO INHERIT, y integer NOT NULL, z integer CONSTRAINT zz NOT NULL);
CREATE TABLE ch (w integer) INHERITS (par);
