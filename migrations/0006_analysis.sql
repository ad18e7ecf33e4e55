-- Step 2: the analysis form.

CREATE TABLE finding (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	kind text NOT NULL CHECK (kind IN ('risk', 'protective', 'signal')),
	-- What a signal may be (2010): a problem, a chance, a need, a question, something positive.
	signal_kind text CHECK (signal_kind IN ('problem', 'chance', 'need', 'question', 'positive')),
	text text NOT NULL,
	-- The first theme is where the finding stands; the others are where it also speaks.
	themes text[] NOT NULL CHECK (cardinality(themes) > 0),
	organisation_id uuid NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	changed_by uuid,
	changed_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	CHECK ((kind = 'signal') = (signal_kind IS NOT NULL)),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
CREATE INDEX finding_list ON finding (municipality_id, trajectory_id, created_at, id);
-- Which organisations brought findings: the choices of the filter.
CREATE INDEX finding_organisation ON finding (municipality_id, trajectory_id, organisation_id);
CREATE TRIGGER keep_version BEFORE UPDATE ON finding FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('finding', 'withdrawn_at IS NULL AND is_public(municipality_id, trajectory_id, ''analysis'')');

-- A finding rests on a piece of evidence.
CREATE TABLE citation (
	municipality_id uuid NOT NULL,
	finding_id uuid NOT NULL,
	evidence_id uuid NOT NULL,
	note text NOT NULL DEFAULT '',
	created_by uuid,
	created_at timestamptz NOT NULL,
	PRIMARY KEY (municipality_id, finding_id, evidence_id),
	FOREIGN KEY (municipality_id, finding_id) REFERENCES finding,
	FOREIGN KEY (municipality_id, evidence_id) REFERENCES evidence
);
CREATE INDEX citation_evidence ON citation (municipality_id, evidence_id);
SELECT secure_tenant_table('citation',
	'EXISTS (SELECT FROM finding f WHERE f.municipality_id = citation.municipality_id AND f.id = citation.finding_id)',
	'SELECT, INSERT, DELETE');

CREATE TABLE provision (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	theme text NOT NULL,
	-- What is offered, what is missing, or what is needed.
	standing text NOT NULL CHECK (standing IN ('offered', 'missing', 'needed')),
	form text CHECK (form IN ('basic_provision', 'intervention')),
	text text NOT NULL,
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
CREATE INDEX ON provision (municipality_id, trajectory_id);
CREATE TRIGGER keep_version BEFORE UPDATE ON provision FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('provision', 'withdrawn_at IS NULL AND is_public(municipality_id, trajectory_id, ''analysis'')');

CREATE TABLE knowledge_need (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	theme text NOT NULL,
	question text NOT NULL,
	method text NOT NULL DEFAULT '',
	who text NOT NULL DEFAULT '',
	due_on date,
	state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'dropped')),
	answer text NOT NULL DEFAULT '',
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
CREATE INDEX ON knowledge_need (municipality_id, trajectory_id);
CREATE TRIGGER keep_version BEFORE UPDATE ON knowledge_need FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('knowledge_need', 'withdrawn_at IS NULL AND is_public(municipality_id, trajectory_id, ''analysis'')');
