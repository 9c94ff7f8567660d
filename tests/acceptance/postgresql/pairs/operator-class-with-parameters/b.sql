CREATE EXTENSION ltree;
CREATE TABLE comments (id integer, path ltree);
CREATE INDEX comments_path ON comments USING gist (path gist_ltree_ops (siglen = 100));
