-- What version 4.2 of the application runs: publishing a trip needs trips.status.
-- name: list_upcoming
SELECT id, origin, destination, departs_at, status, driver FROM upcoming_trips ORDER BY departs_at;

-- name: publish_trip
UPDATE trips SET status = 'published', published_at = CURRENT_TIMESTAMP WHERE id = ?;

-- name: my_drafts
SELECT id, origin, destination FROM trips WHERE driver_id = ? AND status = 'draft';
