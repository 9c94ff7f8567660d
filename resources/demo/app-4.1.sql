-- What version 4.1 of the application runs: it knows no status.
-- name: list_upcoming
SELECT id, origin, destination, departs_at, driver FROM upcoming_trips ORDER BY departs_at;

-- name: publish_trip
UPDATE trips SET published_at = CURRENT_TIMESTAMP WHERE id = ?;

-- name: create_trip
INSERT INTO trips (driver_id, origin, destination, departs_at, seats_offered) VALUES (?, ?, ?, ?, ?);
