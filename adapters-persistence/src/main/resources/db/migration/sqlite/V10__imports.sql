-- Imports, from their order to their end. Lists and faults are JSON.
CREATE TABLE import_job (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  format         TEXT    NOT NULL,
  mode           TEXT    NOT NULL,
  on_error       TEXT    NOT NULL,
  dry_run        INTEGER NOT NULL CHECK (dry_run IN (0, 1)),
  ignore_unknown INTEGER NOT NULL CHECK (ignore_unknown IN (0, 1)),
  by_id          TEXT, -- null for the register's own doing
  node           TEXT    NOT NULL, -- the process that has the file
  state          TEXT    NOT NULL,
  bytes_total    INTEGER NOT NULL,
  bytes_read     INTEGER NOT NULL DEFAULT 0,
  rows_read      INTEGER NOT NULL DEFAULT 0,
  inserted       INTEGER NOT NULL DEFAULT 0,
  updated        INTEGER NOT NULL DEFAULT 0,
  unchanged      INTEGER NOT NULL DEFAULT 0,
  rejected       INTEGER NOT NULL DEFAULT 0,
  column_names   TEXT    NOT NULL DEFAULT '[]',
  faults         TEXT    NOT NULL DEFAULT '[]', -- the first ones
  created_at     INTEGER NOT NULL,
  started_at     INTEGER,
  finished_at    INTEGER,
  first_change   INTEGER NOT NULL DEFAULT 0, -- its entries in the change log come one after the other
  last_change    INTEGER NOT NULL DEFAULT 0,
  left_cities    TEXT    NOT NULL DEFAULT '[]', -- by their ids; those that were edited since, when it was undone
  beat           INTEGER NOT NULL DEFAULT 0, -- grows while the node is alive
  cancel_asked   INTEGER NOT NULL DEFAULT 0 CHECK (cancel_asked IN (0, 1))
) STRICT;

-- The few that are not over.
CREATE INDEX import_job_open ON import_job (id) WHERE state IN ('QUEUED', 'RUNNING');

-- For the sweep of old rows.
CREATE INDEX import_job_by_creation ON import_job (created_at);

-- What becomes of rows, for a month: of those that are refused; of a dry run, of all. Cities are JSON.
CREATE TABLE import_row (
  job_id   INTEGER NOT NULL,
  number   INTEGER NOT NULL, -- its place among the rows of its file
  line     INTEGER NOT NULL,
  outcome  TEXT    NOT NULL,
  city_id  INTEGER, -- null for a new one
  before   TEXT, -- null where nothing changes
  after    TEXT,
  cells    TEXT    NOT NULL,
  faults   TEXT    NOT NULL,
  PRIMARY KEY (job_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_row_by_outcome ON import_row (job_id, outcome, number);

-- Under a key an import may have been ordered, too.
ALTER TABLE idempotency_key RENAME COLUMN city_id TO made_id;
