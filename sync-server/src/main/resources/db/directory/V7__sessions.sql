-- Who is logged in: in the directory, so that every server over it knows, and one commit ends what it ends everywhere.
ALTER TABLE account ADD COLUMN sessions_ended INTEGER NOT NULL DEFAULT 0; -- how often all its sessions were ended

CREATE TABLE session (
  token_hash BLOB PRIMARY KEY,               -- SHA-256 of 256 random bits
  account    TEXT NOT NULL COLLATE NOCASE,
  bureau     TEXT NOT NULL,
  read_only  INTEGER NOT NULL,               -- 1: started by a link, of no account
  started_at TEXT NOT NULL,
  used_at    TEXT NOT NULL
) STRICT;

CREATE INDEX session_of_account ON session (account);

-- The highest id that audit and audit_chain ever had, under the name that every database has for it.
CREATE VIEW last_id AS SELECT name, seq FROM sqlite_sequence;
