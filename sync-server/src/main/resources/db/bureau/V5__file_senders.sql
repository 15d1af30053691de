-- Who sent which file to the end. Files from before, or laid in by hand, have no row.
CREATE TABLE file_sender (
  sha256 TEXT    NOT NULL,
  sender TEXT    NOT NULL,              -- 'device ' or 'account ' and its id
  bytes  INTEGER NOT NULL,
  PRIMARY KEY (sha256, sender)
) STRICT, WITHOUT ROWID;

CREATE INDEX file_sender_of_sender ON file_sender (sender);
