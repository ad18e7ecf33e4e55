-- The history of a cell: which command wrote a version of an entry, and for whom.
CREATE INDEX command_record_subject ON command_record (municipality_id, subject_id) WHERE subject_id IS NOT NULL;
