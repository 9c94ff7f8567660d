INSERT INTO users (email, display_name) VALUES
    ('amara@example.org', 'Amara'), ('bruno@example.org', 'Bruno'), ('chen@example.org', 'Chen'), ('dita@example.org', 'Dita');
INSERT INTO vehicles (owner_id, plate, seats) VALUES (1, 'B-AM 104', 4), (3, 'HH-CH 77', 5);
INSERT INTO trips (driver_id, vehicle_id, origin, destination, departs_at, seats_offered, price, published_at)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)
SELECT 1 + (i % 2) * 2, 1 + i % 2, ELT(1 + i % 4, 'Berlin', 'Hamburg', 'Leipzig', 'Dresden'),
       ELT(1 + i % 3, 'Munich', 'Cologne', 'Prague'), TIMESTAMP('2026-06-01') + INTERVAL i HOUR, 1 + i % 4, 9 + (i % 7) * 1.5,
       IF(i % 5 = 0, NULL, TIMESTAMP('2026-05-20') + INTERVAL i MINUTE)
FROM n;
INSERT INTO bookings (trip_id, passenger_id, seats) SELECT id, 2 + (id % 2) * 2, 1 FROM trips WHERE id % 3 = 0;
INSERT INTO messages (trip_id, sender_id, body) SELECT id, 2, 'Is there room for a bicycle?' FROM trips WHERE id % 10 = 0;
