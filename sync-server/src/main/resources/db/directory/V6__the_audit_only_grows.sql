-- INSERT OR REPLACE takes a row away without asking the triggers of DELETE, unless who connects wants them asked: so it is refused before.
-- Of a row without an id, BEFORE does not know the id yet; AFTER does.
CREATE TRIGGER audit_is_never_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'a row of the audit is never replaced');
END;

CREATE TRIGGER audit_is_never_written_between AFTER INSERT ON audit
WHEN NEW.id IS NOT (SELECT max(id) FROM audit)
BEGIN
  SELECT RAISE(ABORT, 'the audit is never written but at its end');
END;

-- AUTOINCREMENT, so that a chain that was emptied is not taken for one that was never begun.
CREATE TABLE audit_chain_of_before (
  id   INTEGER PRIMARY KEY,
  hash BLOB NOT NULL
) STRICT;

INSERT INTO audit_chain_of_before SELECT id, hash FROM audit_chain;

DROP TABLE audit_chain;

CREATE TABLE audit_chain (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,    -- of the row in audit
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

INSERT INTO audit_chain (id, hash) SELECT id, hash FROM audit_chain_of_before ORDER BY id;

DROP TABLE audit_chain_of_before;

CREATE TRIGGER audit_chain_is_never_deleted BEFORE DELETE ON audit_chain
BEGIN
  SELECT RAISE(ABORT, 'the chain of the audit is never deleted');
END;

CREATE TRIGGER audit_chain_is_never_changed BEFORE UPDATE ON audit_chain
BEGIN
  SELECT RAISE(ABORT, 'the chain of the audit is never changed');
END;

CREATE TRIGGER audit_chain_is_never_written_between BEFORE INSERT ON audit_chain
WHEN NEW.id <= (SELECT coalesce(max(id), 0) FROM audit_chain)
BEGIN
  SELECT RAISE(ABORT, 'the chain of the audit is never written but at its end');
END;
