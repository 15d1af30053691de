-- Who may do what, on which devices, and what was done. One file for all bureaus; the ledgers themselves are elsewhere.
-- Instants are ISO-8601 in UTC with milliseconds, so that they sort as text.

CREATE TABLE bureau (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  division   TEXT NOT NULL,                  -- of its district, GB/T 2260; '' where unknown
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE account (
  id            TEXT PRIMARY KEY COLLATE NOCASE,
  display_name  TEXT NOT NULL,
  password_hash TEXT,                        -- Argon2id in PHC form; null: no password login
  created_at    TEXT NOT NULL,
  disabled_at   TEXT
) STRICT;

-- Failed logins by the name that was typed, whether there is such an account or not.
CREATE TABLE login_failure (
  name         TEXT PRIMARY KEY COLLATE NOCASE,
  failures     INTEGER NOT NULL,
  last_at      TEXT NOT NULL,
  locked_until TEXT
) STRICT;

CREATE TABLE bureau_grant (
  account  TEXT NOT NULL COLLATE NOCASE REFERENCES account (id),
  bureau   TEXT NOT NULL REFERENCES bureau (id),
  role     TEXT NOT NULL,
  unit     TEXT NOT NULL DEFAULT '',
  division TEXT NOT NULL DEFAULT '',         -- a grid worker sees subjects whose division starts with it
  version    INTEGER NOT NULL DEFAULT 1,     -- rises with every change; part of the pull cursor
  revoked_at TEXT,
  PRIMARY KEY (account, bureau)
) STRICT;

CREATE TABLE device (
  id           TEXT PRIMARY KEY,             -- <bureau>.<letters>
  bureau       TEXT NOT NULL REFERENCES bureau (id),
  account      TEXT NOT NULL COLLATE NOCASE REFERENCES account (id),
  letters      TEXT NOT NULL,
  installation TEXT NOT NULL,                -- what the phone calls itself when it enrols
  name         TEXT NOT NULL,
  token_hash   BLOB NOT NULL UNIQUE,         -- SHA-256 of 256 random bits
  enrolled_at  TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  revoked_at   TEXT,
  UNIQUE (bureau, letters)
) STRICT;

CREATE TABLE enrolment_code (
  code_hash  BLOB PRIMARY KEY,
  bureau     TEXT NOT NULL REFERENCES bureau (id),
  account    TEXT NOT NULL COLLATE NOCASE REFERENCES account (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at    TEXT,
  device     TEXT REFERENCES device (id)
) STRICT;

-- The highest head of the chain that each device says it has seen: a tail cut off the ledger, or a rewritten one, is noticed by it.
CREATE TABLE head_witness (
  device  TEXT NOT NULL REFERENCES device (id),
  bureau  TEXT NOT NULL REFERENCES bureau (id),
  epoch   TEXT NOT NULL,                     -- of the ledger as the device said so; another one after a restore
  seq     INTEGER NOT NULL,
  head    TEXT NOT NULL,
  known   INTEGER NOT NULL,                  -- 0: the ledger did not have this head even then; kept before all others
  seen_at TEXT NOT NULL,
  PRIMARY KEY (device, bureau)
) STRICT;

-- What revoked devices and disabled accounts still pushed, until an administrator accepts or discards it.
CREATE TABLE inbox (
  id          INTEGER PRIMARY KEY,
  bureau      TEXT NOT NULL REFERENCES bureau (id),
  account     TEXT NOT NULL,
  role        TEXT NOT NULL,
  device      TEXT NOT NULL REFERENCES device (id),
  entry       TEXT NOT NULL,
  received_at TEXT NOT NULL,
  bytes       BLOB NOT NULL,
  decided_at  TEXT,
  decision    TEXT CHECK (decision IN ('accepted', 'discarded')),
  UNIQUE (bureau, device, entry)
) STRICT;

CREATE TABLE audit (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  at      TEXT NOT NULL,
  actor   TEXT NOT NULL,                     -- an account, or "console:<user of the machine>" for the command line
  device  TEXT NOT NULL DEFAULT '',
  bureau  TEXT NOT NULL DEFAULT '',
  action  TEXT NOT NULL,
  object  TEXT NOT NULL DEFAULT '',
  detail  TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX audit_by_bureau ON audit (bureau, at);

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit is never deleted');
END;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit is never changed');
END;
