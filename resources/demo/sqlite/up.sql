-- Trips get a status, so that a draft is no longer the same as a trip without a publication time.
ALTER TABLE trips ADD COLUMN status TEXT NOT NULL DEFAULT 'draft'
    CHECK (status IN ('draft', 'published', 'cancelled'));

UPDATE trips SET status = 'published' WHERE published_at IS NOT NULL;

CREATE INDEX trips_status_departure_idx ON trips (status, departs_at);

-- The search by city should no longer read every departure.
CREATE INDEX IF NOT EXISTS trips_departure_idx ON trips (origin, departs_at);

DROP VIEW upcoming_trips;

CREATE VIEW upcoming_trips AS
    SELECT t.id, t.origin, t.destination, t.departs_at, t.status, u.display_name AS driver
    FROM trips AS t
    JOIN users AS u ON u.id = t.driver_id
    WHERE t.status = 'published';
