-- What a finding can rest on: one record whatever its kind. Figures and the lived world add their details to it.

CREATE TABLE evidence (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	kind text NOT NULL CHECK (kind IN ('figure', 'observation', 'conversation', 'document', 'meeting', 'survey', 'photo')),
	title text NOT NULL,
	place text NOT NULL DEFAULT '',
	happened_at timestamptz,
	happened_precision text NOT NULL DEFAULT 'minute' CHECK (happened_precision IN ('minute', 'day', 'month', 'year')),
	themes text[] NOT NULL DEFAULT '{}',
	visibility text NOT NULL DEFAULT 'participants' CHECK (visibility IN ('organisation', 'participants', 'public')),
	-- Shaped by the kind: see evidence.schema.ts.
	details jsonb NOT NULL,
	organisation_id uuid NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
CREATE INDEX evidence_list ON evidence (municipality_id, trajectory_id, created_at DESC, id DESC);
CREATE TRIGGER keep_version BEFORE UPDATE ON evidence FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('evidence',
	'visibility = ''public'' AND withdrawn_at IS NULL AND EXISTS (SELECT FROM trajectory t WHERE t.municipality_id = evidence.municipality_id AND t.id = evidence.trajectory_id AND t.public_parts <> ''{}'')');
-- What an organisation keeps to itself, others in the municipality do not see either.
CREATE POLICY own_organisation ON evidence AS RESTRICTIVE FOR SELECT
	USING (visibility <> 'organisation' OR organisation_id = app_organisation());
