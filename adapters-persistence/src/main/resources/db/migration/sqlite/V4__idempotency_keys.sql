-- Writes that were done under a key, for a day. What was answered follows from the change log.
CREATE TABLE idempotency_key (
  user_id TEXT    NOT NULL,
  text    TEXT    NOT NULL,
  digest  TEXT    NOT NULL, -- of the request
  city_id INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (user_id, text)
) STRICT, WITHOUT ROWID;

-- For the sweep of those that are over.
CREATE INDEX idempotency_key_by_time ON idempotency_key (at);
