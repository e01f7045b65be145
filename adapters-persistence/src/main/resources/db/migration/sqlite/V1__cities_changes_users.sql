-- Marks the file as City API's: no other program's database is ever migrated by mistake ("City" in ASCII).
PRAGMA application_id = 1130984569;

-- One row holds a whole city. What every listing reads stands first; the long texts stand last, where they cost nothing
-- to those that do not ask for them. AUTOINCREMENT: an id is never given twice, not even that of a deleted city.
CREATE TABLE city (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  name         TEXT    NOT NULL,
  sort_key     BLOB    NOT NULL,
  country_code TEXT    NOT NULL CHECK (length(country_code) = 2),
  population   INTEGER NOT NULL CHECK (population >= 0),
  latitude_e6  INTEGER CHECK (latitude_e6 BETWEEN -90000000 AND 90000000),
  longitude_e6 INTEGER CHECK (longitude_e6 BETWEEN -180000000 AND 180000000),
  admin_code   TEXT,
  timezone     TEXT,
  geoname_id   INTEGER UNIQUE,
  created_by   TEXT,
  created_at   INTEGER NOT NULL, -- milliseconds since 1970, as all times here
  updated_at   INTEGER NOT NULL,
  version      INTEGER NOT NULL CHECK (version >= 1),
  other_names  TEXT, -- one a line; null when there are none
  search_keys  TEXT NOT NULL, -- one a line, that of the main name first
  CHECK ((latitude_e6 IS NULL) = (longitude_e6 IS NULL))
) STRICT;

-- An index a sort field and direction. Each ends with the id, ascending, which SQLite adds by itself: so a page is read
-- from the place where it begins, however deep, with the lower id first among equals in both directions.
CREATE INDEX city_by_name ON city (sort_key);
CREATE INDEX city_by_name_down ON city (sort_key DESC);
CREATE INDEX city_by_population ON city (population);
CREATE INDEX city_by_population_down ON city (population DESC);
CREATE INDEX city_by_country ON city (country_code);
CREATE INDEX city_by_country_down ON city (country_code DESC);
CREATE INDEX city_by_creation ON city (created_at);
CREATE INDEX city_by_creation_down ON city (created_at DESC);
CREATE INDEX city_by_update ON city (updated_at);
CREATE INDEX city_by_update_down ON city (updated_at DESC);

-- For the largest cities of a country, and to gather those of a small one.
CREATE INDEX city_by_country_and_population ON city (country_code, population DESC);

-- The ids alone, 13 times smaller than the table: to count off an offset.
CREATE INDEX city_by_id ON city (id);

-- The change log outlives the cities that it tells of, hence no foreign key. Details are JSON texts.
CREATE TABLE city_change (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  city_id  INTEGER, -- null for the load of a whole register
  version  INTEGER NOT NULL,
  action   TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  by_id    TEXT, -- null for the register's own doing
  via      TEXT    NOT NULL,
  before   TEXT,
  after    TEXT
) STRICT;

CREATE INDEX city_change_by_city ON city_change (city_id, sequence);

CREATE TABLE known_user (
  id      TEXT PRIMARY KEY,
  issuer  TEXT NOT NULL,
  subject TEXT NOT NULL,
  name    TEXT NOT NULL,
  email   TEXT,
  role    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
