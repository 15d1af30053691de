-- A password that an administrator gave out is changed by its owner at the first login; sessions older than the password are over.
ALTER TABLE account ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN password_set_at TEXT;
