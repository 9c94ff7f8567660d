CREATE OR REPLACE VIEW upcoming_trips AS
    SELECT t.id, t.origin, t.destination, t.departs_at, u.display_name AS driver
    FROM trips AS t
    JOIN users AS u ON u.id = t.driver_id
    WHERE t.published_at IS NOT NULL;

DROP INDEX trips_status_departure_idx ON trips;

ALTER TABLE trips DROP CONSTRAINT trips_status_check, DROP COLUMN status;
