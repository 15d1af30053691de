-- Whoever writes an entry has read its files already, and writes attachment beside it.
DROP TRIGGER entry_names_files;
