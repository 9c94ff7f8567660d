-- Nothing of it: the way back has to take the cycle apart.
CREATE TABLE kept (id integer);
