CREATE SUBSCRIPTION feed CONNECTION 'dbname=elsewhere' PUBLICATION orders, "Lines"
    WITH (connect = false, slot_name = 'feed', enabled = false, streaming = parallel, binary = true,
          synchronous_commit = 'remote_apply', disable_on_error = true, origin = none, run_as_owner = true,
          password_required = false);
CREATE SUBSCRIPTION quiet CONNECTION 'dbname=elsewhere' PUBLICATION orders
    WITH (connect = false, slot_name = NONE, enabled = false, streaming = off);
