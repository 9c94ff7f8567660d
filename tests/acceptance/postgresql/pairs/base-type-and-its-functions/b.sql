-- The functions name the type, and the type its functions: a shell comes first.
CREATE TABLE other (id int);
CREATE TYPE tag;
CREATE FUNCTION a_tag_in(cstring) RETURNS tag LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION z_tag_out(tag) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE tag (INPUT = a_tag_in, OUTPUT = z_tag_out, LIKE = text, DEFAULT = 'none', CATEGORY = 'Z', DELIMITER = ';');
CREATE TABLE tagged (a tag, b tag[]);
CREATE FUNCTION first_tag(tag[]) RETURNS tag LANGUAGE sql IMMUTABLE AS 'SELECT $1[1]';
