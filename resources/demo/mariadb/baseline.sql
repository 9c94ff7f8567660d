-- The schema of the trip-sharing service as production has it today.
CREATE TABLE users (
    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email varchar(255) NOT NULL,
    display_name varchar(120) NOT NULL,
    created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE KEY users_email_key (email)
);

CREATE TABLE vehicles (
    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    owner_id bigint NOT NULL,
    plate varchar(16) NOT NULL,
    seats tinyint NOT NULL,
    UNIQUE KEY vehicles_plate_key (plate),
    KEY vehicles_owner_idx (owner_id),
    CONSTRAINT vehicles_owner_fk FOREIGN KEY (owner_id) REFERENCES users (id),
    CONSTRAINT vehicles_seats_check CHECK (seats BETWEEN 1 AND 9)
);

CREATE TABLE trips (
    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    driver_id bigint NOT NULL,
    vehicle_id bigint NULL,
    origin varchar(120) NOT NULL,
    destination varchar(120) NOT NULL,
    departs_at datetime NOT NULL,
    seats_offered int NOT NULL DEFAULT 3,
    price decimal(8,2) NOT NULL DEFAULT 0,
    published_at datetime NULL,
    KEY trips_departure_idx (departs_at),
    KEY trips_driver_idx (driver_id),
    KEY trips_vehicle_idx (vehicle_id),
    CONSTRAINT trips_driver_fk FOREIGN KEY (driver_id) REFERENCES users (id),
    CONSTRAINT trips_vehicle_fk FOREIGN KEY (vehicle_id) REFERENCES vehicles (id),
    CONSTRAINT trips_seats_check CHECK (seats_offered > 0)
) COMMENT = 'One offered ride';

CREATE TABLE bookings (
    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    trip_id bigint NOT NULL,
    passenger_id bigint NOT NULL,
    seats int NOT NULL DEFAULT 1,
    booked_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
    UNIQUE KEY bookings_trip_passenger_key (trip_id, passenger_id),
    KEY bookings_passenger_idx (passenger_id),
    CONSTRAINT bookings_trip_fk FOREIGN KEY (trip_id) REFERENCES trips (id) ON DELETE CASCADE,
    CONSTRAINT bookings_passenger_fk FOREIGN KEY (passenger_id) REFERENCES users (id),
    CONSTRAINT bookings_seats_check CHECK (seats > 0)
);

CREATE TABLE messages (
    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    trip_id bigint NOT NULL,
    sender_id bigint NOT NULL,
    body text NOT NULL,
    sent_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
    KEY messages_trip_idx (trip_id),
    KEY messages_sender_idx (sender_id),
    CONSTRAINT messages_trip_fk FOREIGN KEY (trip_id) REFERENCES trips (id) ON DELETE CASCADE,
    CONSTRAINT messages_sender_fk FOREIGN KEY (sender_id) REFERENCES users (id)
);

CREATE VIEW upcoming_trips AS
    SELECT t.id, t.origin, t.destination, t.departs_at, u.display_name AS driver
    FROM trips AS t
    JOIN users AS u ON u.id = t.driver_id
    WHERE t.published_at IS NOT NULL;
