-- Each record as its own entries make it, kept in the same commit as they. What other subjects say of
-- it (merged sites, joined visits) and what changes with the day alone (overdue) is asked of the fold.
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

CREATE INDEX record_of_type ON record (type, date);
CREATE INDEX record_of_site ON record (site) WHERE site <> '';
CREATE INDEX record_of_number ON record (number) WHERE number <> '';
