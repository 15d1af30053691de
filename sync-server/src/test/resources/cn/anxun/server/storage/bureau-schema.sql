CREATE TABLE attachment (
  sha256  TEXT    NOT NULL,
  seq     INTEGER NOT NULL REFERENCES entry (seq),
  subject TEXT    NOT NULL,
  PRIMARY KEY (sha256, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  seq           INTEGER PRIMARY KEY CHECK (seq > 0),
  id            TEXT    NOT NULL UNIQUE,
  subject       TEXT    NOT NULL,
  kind          TEXT    NOT NULL,
  open          BLOB    NOT NULL,
  personal      BLOB,
  personal_at   INTEGER,              -- null: the entry came without a personal part
  salt          BLOB,
  open_hash     BLOB    NOT NULL CHECK (length(open_hash) = 32),
  personal_hash BLOB    NOT NULL CHECK (length(personal_hash) = 32),
  stamp         TEXT    NOT NULL,
  head          BLOB    NOT NULL CHECK (length(head) = 32),
  CHECK ((personal IS NULL) = (salt IS NULL)),
  CHECK (personal IS NULL OR personal_at IS NOT NULL)
) STRICT;

CREATE TABLE file_sender (
  sha256 TEXT    NOT NULL,
  sender TEXT    NOT NULL,              -- 'device ' or 'account ' and its id
  bytes  INTEGER NOT NULL,
  PRIMARY KEY (sha256, sender)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_heading (
  kind    TEXT NOT NULL,              -- of the ledger that is imported: hazards, sites, …
  heading TEXT NOT NULL,              -- without spaces, brackets and punctuation
  meaning TEXT NOT NULL,              -- the column's key; '' for none
  PRIMARY KEY (kind, heading)
) STRICT;

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE record (
  subject  TEXT    PRIMARY KEY,
  type     TEXT    NOT NULL,
  date     TEXT    NOT NULL,
  state    TEXT    NOT NULL DEFAULT '',
  number   TEXT    NOT NULL DEFAULT '',
  site     TEXT    NOT NULL DEFAULT '',
  division TEXT    NOT NULL DEFAULT '',
  fields   TEXT    NOT NULL,             -- JSON, the derived fields among them, as of the day
  marks    TEXT    NOT NULL,             -- JSON, names of Mark
  seq      INTEGER NOT NULL,             -- the subject's last entry
  day      TEXT    NOT NULL              -- the later of its acceptance (Asia/Shanghai) and the latest business date
) STRICT;

CREATE TABLE redaction (
  target TEXT    PRIMARY KEY,
  seq    INTEGER NOT NULL REFERENCES entry (seq)
) STRICT;

CREATE INDEX entry_of_subject ON entry (subject, seq);

CREATE INDEX file_sender_of_sender ON file_sender (sender);

CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entry)
  OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'an entry takes the next seq, and its id once');
END;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
WHEN NEW.seq IS NOT OLD.seq
  OR NEW.id IS NOT OLD.id
  OR NEW.subject IS NOT OLD.subject
  OR NEW.kind IS NOT OLD.kind
  OR NEW.open IS NOT OLD.open
  OR NEW.personal_at IS NOT OLD.personal_at
  OR NEW.open_hash IS NOT OLD.open_hash
  OR NEW.personal_hash IS NOT OLD.personal_hash
  OR NEW.stamp IS NOT OLD.stamp
  OR NEW.head IS NOT OLD.head
  OR NEW.personal IS NOT NULL
  OR NEW.salt IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'of an entry only the personal part may go');
END;

CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is never deleted');
END;
