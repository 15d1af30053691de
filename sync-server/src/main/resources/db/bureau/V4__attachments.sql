-- Which entries name which file. Kept by the trigger below in the same commit as the entry; what it says can always be read from the
-- entries again.
CREATE TABLE attachment (
  sha256  TEXT    NOT NULL,
  seq     INTEGER NOT NULL REFERENCES entry (seq),
  subject TEXT    NOT NULL,
  PRIMARY KEY (sha256, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_names_files AFTER INSERT ON entry
BEGIN
  INSERT INTO attachment (sha256, seq, subject)
  SELECT DISTINCT json_extract(file.value, '$.sha256'), NEW.seq, NEW.subject
  FROM json_each(iif(json_valid(CAST(NEW.open AS TEXT)), CAST(NEW.open AS TEXT), '{}'), '$.attachments') AS file
  WHERE file.type = 'object' AND json_type(file.value, '$.sha256') = 'text';
END;

INSERT INTO attachment (sha256, seq, subject)
SELECT DISTINCT json_extract(file.value, '$.sha256'), entry.seq, entry.subject
FROM entry, json_each(iif(json_valid(CAST(entry.open AS TEXT)), CAST(entry.open AS TEXT), '{}'), '$.attachments') AS file
WHERE file.type = 'object' AND json_type(file.value, '$.sha256') = 'text';
