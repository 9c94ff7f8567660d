CREATE TABLE community (id serial CONSTRAINT community_pkey PRIMARY KEY, name text);
CREATE INDEX community_name ON community (name);
CREATE TABLE post (id integer, community_id integer REFERENCES community);
CREATE VIEW names AS SELECT id, name FROM community;
CREATE PUBLICATION "new-name-old-keys" FOR TABLE community;
