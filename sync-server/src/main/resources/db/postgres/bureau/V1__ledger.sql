-- The ledger of one bureau, in a schema of its own: what db/bureau is in SQLite, table by table. Texts sort by their bytes, as there.

-- Its one row is locked by whoever writes, until the commit.
CREATE TABLE write_lock (
  locked boolean PRIMARY KEY CHECK (locked)
);

INSERT INTO write_lock VALUES (true);

CREATE TABLE meta (
  name  text COLLATE "C" PRIMARY KEY,
  value text COLLATE "C" NOT NULL
);

-- Append-only. The bytes of an entry as they came are those of open, with the null at personal_at
-- replaced by personal; after a redaction they are those of open alone.
CREATE TABLE entry (
  seq           bigint PRIMARY KEY CHECK (seq > 0),
  id            text COLLATE "C" NOT NULL UNIQUE,
  subject       text COLLATE "C" NOT NULL,
  kind          text COLLATE "C" NOT NULL,
  open          bytea  NOT NULL,
  personal      bytea,
  personal_at   bigint,              -- null: the entry came without a personal part
  salt          bytea,
  open_hash     bytea  NOT NULL CHECK (octet_length(open_hash) = 32),
  personal_hash bytea  NOT NULL CHECK (octet_length(personal_hash) = 32),
  stamp         text COLLATE "C" NOT NULL,
  head          bytea  NOT NULL CHECK (octet_length(head) = 32),
  CHECK ((personal IS NULL) = (salt IS NULL)),
  CHECK (personal IS NULL OR personal_at IS NOT NULL)
);

CREATE INDEX entry_of_subject ON entry (subject, seq);

-- Targets whose personal part is to be erased, or was; one that arrives late is kept without.
CREATE TABLE redaction (
  target text COLLATE "C" PRIMARY KEY,
  seq    bigint NOT NULL REFERENCES entry (seq)
);

CREATE FUNCTION entry_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq IS DISTINCT FROM (SELECT coalesce(max(seq), 0) + 1 FROM entry)
    OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
  THEN
    RAISE EXCEPTION 'an entry takes the next seq, and its id once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER entry_follows BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION entry_follows();

CREATE FUNCTION entry_is_never_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an entry is never deleted' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER entry_is_never_deleted BEFORE DELETE OR TRUNCATE ON entry EXECUTE FUNCTION entry_is_never_deleted();

CREATE FUNCTION entry_is_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq IS DISTINCT FROM OLD.seq
    OR NEW.id IS DISTINCT FROM OLD.id
    OR NEW.subject IS DISTINCT FROM OLD.subject
    OR NEW.kind IS DISTINCT FROM OLD.kind
    OR NEW.open IS DISTINCT FROM OLD.open
    OR NEW.personal_at IS DISTINCT FROM OLD.personal_at
    OR NEW.open_hash IS DISTINCT FROM OLD.open_hash
    OR NEW.personal_hash IS DISTINCT FROM OLD.personal_hash
    OR NEW.stamp IS DISTINCT FROM OLD.stamp
    OR NEW.head IS DISTINCT FROM OLD.head
    OR NEW.personal IS NOT NULL
    OR NEW.salt IS NOT NULL
  THEN
    RAISE EXCEPTION 'of an entry only the personal part may go' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry FOR EACH ROW EXECUTE FUNCTION entry_is_never_changed();

-- Each record as its own entries make it, kept in the same commit as they.
CREATE TABLE record (
  subject  text COLLATE "C" PRIMARY KEY,
  type     text COLLATE "C" NOT NULL,
  date     text COLLATE "C" NOT NULL,
  state    text COLLATE "C" NOT NULL DEFAULT '',
  number   text COLLATE "C" NOT NULL DEFAULT '',
  site     text COLLATE "C" NOT NULL DEFAULT '',
  division text COLLATE "C" NOT NULL DEFAULT '',
  fields   text COLLATE "C" NOT NULL,
  marks    text COLLATE "C" NOT NULL,
  seq      bigint NOT NULL,
  day      text COLLATE "C" NOT NULL
);

CREATE INDEX record_of_type ON record (type, date);
CREATE INDEX record_of_site ON record (site) WHERE site <> '';
CREATE INDEX record_of_number ON record (number) WHERE number <> '';

-- What a heading in the workbooks of this bureau means, as somebody said when importing one.
CREATE TABLE import_heading (
  kind    text COLLATE "C" NOT NULL,
  heading text COLLATE "C" NOT NULL,
  meaning text COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, heading)
);

-- Which entries name which file; kept in the same commit as the entry.
CREATE TABLE attachment (
  sha256  text COLLATE "C" NOT NULL,
  seq     bigint NOT NULL REFERENCES entry (seq),
  subject text COLLATE "C" NOT NULL,
  PRIMARY KEY (sha256, seq)
);

-- Who sent which file to the end.
CREATE TABLE file_sender (
  sha256 text COLLATE "C" NOT NULL,
  sender text COLLATE "C" NOT NULL,
  bytes  bigint NOT NULL,
  PRIMARY KEY (sha256, sender)
);

CREATE INDEX file_sender_of_sender ON file_sender (sender);
