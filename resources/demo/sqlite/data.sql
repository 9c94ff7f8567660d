INSERT INTO users (email, display_name) VALUES
    ('amara@example.org', 'Amara'), ('bruno@example.org', 'Bruno'), ('chen@example.org', 'Chen'), ('dita@example.org', 'Dita');
INSERT INTO vehicles (owner_id, plate, seats) VALUES (1, 'B-AM 104', 4), (3, 'HH-CH 77', 5);
INSERT INTO trips (driver_id, vehicle_id, origin, destination, departs_at, seats_offered, price_cents, published_at)
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
SELECT 1 + (i % 2) * 2, 1 + i % 2,
       CASE i % 4 WHEN 0 THEN 'Berlin' WHEN 1 THEN 'Hamburg' WHEN 2 THEN 'Leipzig' ELSE 'Dresden' END,
       CASE i % 3 WHEN 0 THEN 'Munich' WHEN 1 THEN 'Cologne' ELSE 'Prague' END,
       datetime('2026-06-01', '+' || i || ' hours'), 1 + i % 4, 900 + (i % 7) * 150,
       CASE WHEN i % 5 = 0 THEN NULL ELSE datetime('2026-05-20', '+' || i || ' minutes') END
FROM n;
INSERT INTO bookings (trip_id, passenger_id, seats) SELECT id, 2 + (id % 2) * 2, 1 FROM trips WHERE id % 3 = 0;
INSERT INTO messages (trip_id, sender_id, body) SELECT id, 2, 'Is there room for a bicycle?' FROM trips WHERE id % 10 = 0;
