-- What one phone keeps.

-- The ledger as the phone knows it. Unsent entries have the greatest seq there is, and go by put_number.
CREATE TABLE entry (
  put_number INTEGER PRIMARY KEY AUTOINCREMENT,
  id         TEXT    NOT NULL UNIQUE,
  subject    TEXT    NOT NULL,
  seq        INTEGER NOT NULL CHECK (seq > 0),
  author     TEXT    NOT NULL,
  role       TEXT    NOT NULL,
  device     TEXT    NOT NULL,
  at         TEXT    NOT NULL,
  bytes      BLOB    NOT NULL
) STRICT;

CREATE INDEX entry_by_seq ON entry (seq, put_number);
CREATE INDEX entry_of_subject ON entry (subject, seq, put_number);

-- What was recorded on the phone itself, and how far it has come. Nothing is ever deleted.
CREATE TABLE own (
  position         INTEGER PRIMARY KEY,
  id               TEXT    NOT NULL UNIQUE,
  author           TEXT    NOT NULL,
  role             TEXT    NOT NULL,
  device           TEXT    NOT NULL,
  at               TEXT    NOT NULL,
  bytes            BLOB    NOT NULL,
  state            TEXT    NOT NULL,
  attempted        INTEGER NOT NULL CHECK (attempted IN (0, 1)),
  failure          TEXT    NOT NULL,
  batch            INTEGER NOT NULL,
  times            INTEGER NOT NULL,
  problem_code     TEXT,
  problem_field    TEXT,
  problem_message  TEXT,
  deferred_until   TEXT
) STRICT;

CREATE INDEX own_by_state ON own (state, position);

CREATE TRIGGER own_is_never_deleted BEFORE DELETE ON own
BEGIN
  SELECT RAISE(ABORT, 'what was recorded here is never deleted');
END;

-- How far the phone has pulled.
CREATE TABLE sync_state (
  only_row     INTEGER PRIMARY KEY CHECK (only_row = 1),
  cursor       TEXT    NOT NULL,
  head         TEXT,
  former_heads TEXT    NOT NULL,
  failures     INTEGER NOT NULL
) STRICT;
