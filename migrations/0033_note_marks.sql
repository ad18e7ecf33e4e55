-- What the writer of a private note marked in it: passages before there is a source. They become passages of the source
-- when the note is shared; until then they are as private as the note itself (`own_notes`).
ALTER TABLE logbook_note ADD COLUMN marks jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(marks) = 'array');
