-- The schema of the trip-sharing service as production has it today.
CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE vehicles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id INTEGER NOT NULL REFERENCES users (id),
    plate TEXT NOT NULL UNIQUE,
    seats INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 9)
);

CREATE TABLE trips (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    driver_id INTEGER NOT NULL REFERENCES users (id),
    vehicle_id INTEGER REFERENCES vehicles (id),
    origin TEXT NOT NULL,
    destination TEXT NOT NULL,
    departs_at TEXT NOT NULL,
    seats_offered INTEGER NOT NULL DEFAULT 3 CHECK (seats_offered > 0),
    price_cents INTEGER NOT NULL DEFAULT 0,
    published_at TEXT
);
CREATE INDEX trips_departure_idx ON trips (departs_at);
CREATE INDEX trips_driver_idx ON trips (driver_id);
CREATE INDEX trips_vehicle_idx ON trips (vehicle_id);

CREATE TABLE bookings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    trip_id INTEGER NOT NULL REFERENCES trips (id) ON DELETE CASCADE,
    passenger_id INTEGER NOT NULL REFERENCES users (id),
    seats INTEGER NOT NULL DEFAULT 1 CHECK (seats > 0),
    booked_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE (trip_id, passenger_id)
);
CREATE INDEX bookings_passenger_idx ON bookings (passenger_id);

CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    trip_id INTEGER NOT NULL REFERENCES trips (id) ON DELETE CASCADE,
    sender_id INTEGER NOT NULL REFERENCES users (id),
    body TEXT NOT NULL,
    sent_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX messages_trip_idx ON messages (trip_id);
CREATE INDEX messages_sender_idx ON messages (sender_id);

CREATE VIEW upcoming_trips AS
    SELECT t.id, t.origin, t.destination, t.departs_at, u.display_name AS driver
    FROM trips AS t
    JOIN users AS u ON u.id = t.driver_id
    WHERE t.published_at IS NOT NULL;
