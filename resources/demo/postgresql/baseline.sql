-- The schema of the trip-sharing service as production has it today.
CREATE TABLE users (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE,
    display_name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE vehicles (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner_id bigint NOT NULL REFERENCES users (id),
    plate text NOT NULL UNIQUE,
    seats integer NOT NULL CHECK (seats BETWEEN 1 AND 9)
);

CREATE TABLE trips (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    driver_id bigint NOT NULL REFERENCES users (id),
    vehicle_id bigint REFERENCES vehicles (id),
    origin text NOT NULL,
    destination text NOT NULL,
    departs_at timestamptz NOT NULL,
    seats_offered integer NOT NULL DEFAULT 3 CHECK (seats_offered > 0),
    price numeric(8,2) NOT NULL DEFAULT 0,
    published_at timestamptz
);
CREATE INDEX trips_departure_idx ON trips (departs_at);
CREATE INDEX trips_driver_idx ON trips (driver_id);
CREATE INDEX trips_vehicle_idx ON trips (vehicle_id);
COMMENT ON TABLE trips IS 'One offered ride';

CREATE TABLE bookings (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    trip_id bigint NOT NULL REFERENCES trips (id) ON DELETE CASCADE,
    passenger_id bigint NOT NULL REFERENCES users (id),
    seats integer NOT NULL DEFAULT 1 CHECK (seats > 0),
    booked_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (trip_id, passenger_id)
);
CREATE INDEX bookings_passenger_idx ON bookings (passenger_id);

CREATE TABLE messages (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    trip_id bigint NOT NULL REFERENCES trips (id) ON DELETE CASCADE,
    sender_id bigint NOT NULL REFERENCES users (id),
    body text NOT NULL,
    sent_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX messages_trip_idx ON messages (trip_id);
CREATE INDEX messages_sender_idx ON messages (sender_id);

CREATE VIEW upcoming_trips AS
    SELECT t.id, t.origin, t.destination, t.departs_at, u.display_name AS driver
    FROM trips AS t
    JOIN users AS u ON u.id = t.driver_id
    WHERE t.published_at IS NOT NULL;
