-- What people bring from the neighbourhood, by kind: photos, walks, logbooks, signals and residents' reactions beside what there was.

ALTER TABLE evidence DROP CONSTRAINT evidence_kind_check;
ALTER TABLE evidence ADD CONSTRAINT evidence_kind_check CHECK (kind IN (
	'figure', 'observation', 'conversation', 'document', 'meeting', 'survey', 'photo', 'walk', 'logbook', 'signal', 'reaction'
));
