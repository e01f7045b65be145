-- What columns mean, where somebody has said so: their names and fields, by turns, as JSON.
ALTER TABLE import_job ADD COLUMN matching TEXT;

-- Imports that people prepare; their files are on the nodes that took them.
CREATE TABLE import_draft (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id   TEXT    NOT NULL,
  node       TEXT    NOT NULL, -- the process that has the file
  file       TEXT    NOT NULL, -- its name there
  bytes      INTEGER NOT NULL,
  format     TEXT    NOT NULL,
  rows_total INTEGER NOT NULL,
  outline    TEXT    NOT NULL, -- of each column its name, its field and its first values, as JSON
  mode       TEXT    NOT NULL,
  on_error   TEXT    NOT NULL,
  trial_id   INTEGER, -- its last dry run
  done_id    INTEGER, -- the import that it has become
  used_at    INTEGER NOT NULL
) STRICT;
