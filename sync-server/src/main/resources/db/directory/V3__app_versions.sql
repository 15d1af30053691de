-- Which app a phone last said it has, <versionCode>; <versionName>; '' where it never said.
ALTER TABLE device ADD COLUMN app TEXT NOT NULL DEFAULT '';
