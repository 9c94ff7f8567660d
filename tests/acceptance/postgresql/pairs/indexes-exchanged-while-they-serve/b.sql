CREATE TABLE orders (id bigint PRIMARY KEY, customer text NOT NULL, placed timestamptz NOT NULL, state text,
                     shop int);
CREATE INDEX orders_placed ON orders (placed DESC, shop);
CREATE UNIQUE INDEX orders_customer ON orders (customer, date_trunc('day', placed AT TIME ZONE 'UTC'))
    WHERE state <> 'cancelled';
COMMENT ON INDEX orders_customer IS 'one order a day';
CREATE INDEX orders_state ON orders USING hash (state);
CREATE INDEX orders_state_new ON orders (state, id) INCLUDE (customer);
CREATE TABLE keys (a int, b int, c int);
CREATE UNIQUE INDEX keys_a ON keys (a, b) INCLUDE (c);
CREATE TABLE refers (a int, b int, FOREIGN KEY (a, b) REFERENCES keys (a, b));
CREATE INDEX keys_c ON keys (c, a);
CLUSTER keys USING keys_c;
CREATE INDEX an_index_whose_name_leaves_no_room_for_another_word_behind_it_x ON keys (b, c);
