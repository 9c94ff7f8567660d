CREATE TABLE animals (id integer, weight numeric, CONSTRAINT light CHECK (weight < 100));
CREATE TABLE dogs (breed text, id integer, weight numeric, CONSTRAINT light CHECK (weight < 100)) INHERITS (animals);
CREATE TABLE parts (id integer, CONSTRAINT positive CHECK (id > 0)) PARTITION BY RANGE (id);
CREATE TABLE part_1 PARTITION OF parts FOR VALUES FROM (1) TO (10);
