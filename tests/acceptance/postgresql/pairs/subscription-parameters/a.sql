CREATE SUBSCRIPTION feed CONNECTION 'dbname=elsewhere' PUBLICATION orders
    WITH (connect = false, slot_name = NONE, enabled = false, streaming = off);
CREATE SUBSCRIPTION quiet CONNECTION 'dbname=elsewhere' PUBLICATION orders
    WITH (connect = false, slot_name = NONE, enabled = false, binary = true, origin = none);
