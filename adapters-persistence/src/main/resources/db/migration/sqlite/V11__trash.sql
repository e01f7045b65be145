-- For the cities that are gone.
CREATE INDEX city_change_deletion ON city_change (sequence) WHERE action = 'DELETE';
