-- The index of the usual order tells where cities lie, too: who looks for the largest of an area passes by the others
-- without reading their rows, which lie scattered.
-- Made before the old one goes: readers wait for the last two statements only.
CREATE INDEX city_by_population_down_new ON city (population DESC, id) INCLUDE (latitude_e6, longitude_e6, country_code);
DROP INDEX city_by_population_down;
ALTER INDEX city_by_population_down_new RENAME TO city_by_population_down;
