-- What people bring from the neighbourhood, by kind: photos, walks, logbooks, signals and residents' reactions beside what there was.

ALTER TABLE evidence DROP CONSTRAINT evidence_kind_check;
ALTER TABLE evidence ADD CONSTRAINT evidence_kind_check CHECK (kind IN (
	'figure', 'observation', 'conversation', 'document', 'meeting', 'survey', 'photo', 'walk', 'logbook', 'signal', 'reaction'
));

-- The meaningful places of a neighbourhood: where many people come, or come gladly.
CREATE TABLE place (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	name text NOT NULL,
	-- One of placeKinds in evidence-details.schema.ts.
	kind text NOT NULL,
	-- What it means to people, in their words.
	meaning text NOT NULL DEFAULT '',
	-- Degrees (WGS84). Of the place and never of a person: no finer than four decimals, some ten metres.
	longitude double precision CHECK (longitude BETWEEN -180 AND 180 AND longitude = round(longitude::numeric, 4)::double precision),
	latitude double precision CHECK (latitude BETWEEN -90 AND 90 AND latitude = round(latitude::numeric, 4)::double precision),
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, trajectory_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	CHECK ((longitude IS NULL) = (latitude IS NULL))
);
CREATE TRIGGER keep_version BEFORE UPDATE ON place FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('place',
	'withdrawn_at IS NULL AND EXISTS (SELECT FROM trajectory t WHERE t.municipality_id = place.municipality_id AND t.id = place.trajectory_id AND t.public_parts <> ''{}'')');

-- `place` stays the name as it was given. place_id: which of the meaningful places that is. The point is only there for
-- a spot on the map that is none of them; otherwise the place's own counts. walk_id: seen on that neighbourhood walk.
ALTER TABLE evidence
	ADD COLUMN place_id uuid,
	ADD COLUMN longitude double precision CHECK (longitude BETWEEN -180 AND 180 AND longitude = round(longitude::numeric, 4)::double precision),
	ADD COLUMN latitude double precision CHECK (latitude BETWEEN -90 AND 90 AND latitude = round(latitude::numeric, 4)::double precision),
	ADD COLUMN walk_id uuid,
	ADD CHECK ((longitude IS NULL) = (latitude IS NULL)),
	ADD FOREIGN KEY (municipality_id, trajectory_id, place_id) REFERENCES place (municipality_id, trajectory_id, id),
	ADD FOREIGN KEY (municipality_id, walk_id) REFERENCES evidence;
CREATE INDEX evidence_of_place ON evidence (municipality_id, place_id, happened_at) WHERE place_id IS NOT NULL;
CREATE INDEX evidence_of_walk ON evidence (municipality_id, walk_id) WHERE walk_id IS NOT NULL;
