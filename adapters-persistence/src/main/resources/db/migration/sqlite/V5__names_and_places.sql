-- Where a city lies, as a square of a quarter of a degree: bands from south to north, each with 1441 squares from west to
-- east. What is asked of places and by population is answered from the index alone.
ALTER TABLE city ADD COLUMN cell INTEGER GENERATED ALWAYS AS
  ((latitude_e6 + 90000000) / 250000 * 1441 + (longitude_e6 + 180000000) / 250000) VIRTUAL;
CREATE INDEX city_by_cell ON city (cell, latitude_e6, longitude_e6, population, country_code);

-- The folded names, for search; filled by the program. The order of its rows is that of the largest cities first.
CREATE VIRTUAL TABLE city_name USING fts5(
  tokens, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4',
  tokenize = "ascii tokenchars '=^@_'");
CREATE VIRTUAL TABLE city_name_term USING fts5vocab(city_name, row);

ALTER TABLE city DROP COLUMN search_keys;
