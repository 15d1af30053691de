-- What a heading in the workbooks of this bureau means, as somebody said when importing one. No entry of the ledger: it says
-- nothing of the year's work, and no figure and no phone needs it.
CREATE TABLE import_heading (
  kind    TEXT NOT NULL,              -- of the ledger that is imported: hazards, sites, …
  heading TEXT NOT NULL,              -- without spaces, brackets and punctuation
  meaning TEXT NOT NULL,              -- the column's key; '' for none
  PRIMARY KEY (kind, heading)
) STRICT;
