INSERT INTO users (email, display_name) VALUES
    ('amara@example.org', 'Amara'), ('bruno@example.org', 'Bruno'), ('chen@example.org', 'Chen'), ('dita@example.org', 'Dita');
INSERT INTO vehicles (owner_id, plate, seats) VALUES (1, 'B-AM 104', 4), (3, 'HH-CH 77', 5);
INSERT INTO trips (driver_id, vehicle_id, origin, destination, departs_at, seats_offered, price, published_at)
SELECT 1 + (i % 2) * 2, 1 + i % 2,
       (ARRAY['Berlin', 'Hamburg', 'Leipzig', 'Dresden'])[1 + i % 4], (ARRAY['Munich', 'Cologne', 'Prague'])[1 + i % 3],
       timestamptz '2026-06-01 00:00+00' + i * interval '1 hour', 1 + i % 4, 9 + (i % 7) * 1.5,
       CASE WHEN i % 5 = 0 THEN NULL ELSE timestamptz '2026-05-20 00:00+00' + i * interval '1 minute' END
FROM generate_series(1, 1200) AS i;
INSERT INTO bookings (trip_id, passenger_id, seats) SELECT id, 2 + (id % 2) * 2, 1 FROM trips WHERE id % 3 = 0;
INSERT INTO messages (trip_id, sender_id, body) SELECT id, 2, 'Is there room for a bicycle?' FROM trips WHERE id % 10 = 0;
ANALYZE;
