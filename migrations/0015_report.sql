-- The report as people write it: one row per section of the format. What nobody wrote is composed from the form.

CREATE TABLE report_section (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	-- Which section of the format: 'introduction', 'criteria', 'theme.<id>', 'domain.<id>', 'priorities', 'gaps', 'recommendations'.
	key text NOT NULL,
	-- The public reads a section when the part that it belongs to is public.
	part text NOT NULL CHECK (part IN ('analysis', 'agenda')),
	-- The language it is written in.
	language text NOT NULL CHECK (language IN ('nl', 'en')),
	-- Paragraphs of sentences, each with what it rests on: section-content.schema.ts.
	content jsonb NOT NULL,
	-- What the section could rest on and does not mention, as its writers know: references like those in the content.
	left_out jsonb NOT NULL DEFAULT '[]',
	created_by uuid,
	created_at timestamptz NOT NULL,
	changed_by uuid,
	changed_at timestamptz NOT NULL,
	-- Who last looked at what changed underneath, and found that the text still holds.
	confirmed_by uuid,
	confirmed_at timestamptz,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE UNIQUE INDEX one_section_a_key ON report_section (municipality_id, trajectory_id, key) WHERE withdrawn_at IS NULL;
CREATE INDEX ON report_section (municipality_id, trajectory_id);
CREATE TRIGGER keep_version BEFORE UPDATE ON report_section FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('report_section', 'withdrawn_at IS NULL AND is_public(municipality_id, trajectory_id, part)');
