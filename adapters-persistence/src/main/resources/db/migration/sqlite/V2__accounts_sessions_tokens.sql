-- What the register keeps of its users. Sets of permissions are scopes with blanks between them.
ALTER TABLE known_user ADD COLUMN decided INTEGER NOT NULL DEFAULT 0 CHECK (decided IN (0, 1));
ALTER TABLE known_user ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1));
ALTER TABLE known_user ADD COLUMN granted TEXT NOT NULL DEFAULT '';
ALTER TABLE known_user ADD COLUMN signed_in_at INTEGER; -- null for who never did

-- Until now a role came into this table by an operator's hand alone.
UPDATE known_user SET decided = 1 WHERE role <> 'VIEWER';

-- The few who may not all be taken away.
CREATE INDEX known_user_administrator ON known_user (id) WHERE role = 'ADMIN' AND NOT disabled;

-- The id is the digest of the secret that the browser holds; of provider tokens nothing is kept.
CREATE TABLE browser_session (
  id         TEXT    PRIMARY KEY,
  user_id    TEXT    NOT NULL,
  provider   TEXT    NOT NULL,
  granted    TEXT    NOT NULL,
  client     TEXT    NOT NULL,
  started_at INTEGER NOT NULL,
  used_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX browser_session_by_user ON browser_session (user_id, used_at DESC, id);

-- For the sweep of those that are over.
CREATE INDEX browser_session_by_start ON browser_session (started_at);
CREATE INDEX browser_session_by_use ON browser_session (used_at);

CREATE TABLE sign_in_attempt (
  state      TEXT    PRIMARY KEY, -- digest
  browser    TEXT    NOT NULL, -- digest
  provider   TEXT    NOT NULL,
  nonce      TEXT    NOT NULL,
  verifier   TEXT    NOT NULL,
  target     TEXT    NOT NULL,
  started_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_in_attempt_by_start ON sign_in_attempt (started_at);

-- Of a token's text only the digest is kept.
CREATE TABLE api_token (
  id         TEXT    PRIMARY KEY,
  digest     TEXT    NOT NULL UNIQUE,
  owner_id   TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  scopes     TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at    INTEGER -- null when it never was
) STRICT, WITHOUT ROWID;

CREATE INDEX api_token_by_owner ON api_token (owner_id, created_at DESC, id);
