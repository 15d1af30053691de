-- Each row of the audit hashed with the one before, so that a row changed, taken out or put in by hand is found by verify.
-- Rows of before are chained as the first is written.
CREATE TABLE audit_chain (
  id   INTEGER PRIMARY KEY,                  -- of the row in audit
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER audit_chain_is_never_deleted BEFORE DELETE ON audit_chain
BEGIN
  SELECT RAISE(ABORT, 'the chain of the audit is never deleted');
END;

CREATE TRIGGER audit_chain_is_never_changed BEFORE UPDATE ON audit_chain
BEGIN
  SELECT RAISE(ABORT, 'the chain of the audit is never changed');
END;
