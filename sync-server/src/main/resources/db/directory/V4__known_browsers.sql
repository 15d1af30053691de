-- Browsers in which an account has logged in: their failures are counted apart, so that who knows a name cannot keep its owner out.
CREATE TABLE known_browser (
  token_hash BLOB PRIMARY KEY,               -- SHA-256 of 256 random bits
  account    TEXT NOT NULL COLLATE NOCASE REFERENCES account (id),
  seen_at    TEXT NOT NULL
) STRICT;
