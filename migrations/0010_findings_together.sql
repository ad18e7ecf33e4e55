-- What findings have to do with each other, with their sources, and with what is not known yet.

-- A group of findings that say the same is a finding of its own: its text is the shared wording, its sources are those
-- of its members. Members stay whole and point to it.
ALTER TABLE finding
	ADD COLUMN is_group boolean NOT NULL DEFAULT false,
	-- The group it stands in now.
	ADD COLUMN grouped_into uuid,
	-- The group it stood in until that was withdrawn; restoring the group takes it in again.
	ADD COLUMN grouped_before uuid,
	ADD FOREIGN KEY (municipality_id, grouped_into) REFERENCES finding,
	ADD FOREIGN KEY (municipality_id, grouped_before) REFERENCES finding,
	-- Groups hold no groups.
	ADD CHECK (NOT is_group OR (grouped_into IS NULL AND grouped_before IS NULL));
CREATE INDEX finding_members ON finding (municipality_id, grouped_into) WHERE grouped_into IS NOT NULL;
CREATE INDEX finding_former_members ON finding (municipality_id, grouped_before) WHERE grouped_before IS NOT NULL;

-- How strongly a source supports its finding; null: not judged. A note and a judgement can be changed, so they have versions.
ALTER TABLE citation
	ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
	ADD COLUMN strength text CHECK (strength IN ('strong', 'partly', 'weak', 'contradicts')),
	ADD COLUMN version integer NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX citation_id ON citation (municipality_id, id);
CREATE TRIGGER keep_version BEFORE UPDATE OR DELETE ON citation FOR EACH ROW EXECUTE FUNCTION keep_version();
GRANT UPDATE ON citation TO wijkagenda_app;

-- What a finding rests on: its own sources and, of a group, those of its members that stand. `cited_by` is the finding
-- that cites. The reader's own row-level security holds, not that of whoever made the view.
CREATE VIEW finding_source WITH (security_invoker = true) AS
	SELECT c.municipality_id, c.finding_id, c.evidence_id, c.finding_id AS cited_by,
		c.note, c.strength, c.version, c.created_at
	FROM citation c
	UNION ALL
	SELECT c.municipality_id, f.grouped_into, c.evidence_id, c.finding_id,
		c.note, c.strength, c.version, c.created_at
	FROM finding f JOIN citation c ON c.municipality_id = f.municipality_id AND c.finding_id = f.id
	WHERE f.grouped_into IS NOT NULL AND f.withdrawn_at IS NULL;
GRANT SELECT ON finding_source TO wijkagenda_app;

-- What stands opposite a risk: a protective factor that answers it.
CREATE TABLE counterweight (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	risk_id uuid NOT NULL,
	protective_id uuid NOT NULL,
	-- How the one answers the other.
	note text NOT NULL DEFAULT '',
	created_by uuid,
	created_at timestamptz NOT NULL,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, risk_id, protective_id),
	CHECK (risk_id <> protective_id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, risk_id) REFERENCES finding,
	FOREIGN KEY (municipality_id, protective_id) REFERENCES finding
);
CREATE INDEX ON counterweight (municipality_id, trajectory_id);
CREATE INDEX ON counterweight (municipality_id, protective_id);
CREATE TRIGGER keep_version BEFORE UPDATE OR DELETE ON counterweight FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('counterweight', 'is_public(municipality_id, trajectory_id, ''analysis'')',
	'SELECT, INSERT, UPDATE, DELETE');

-- Who finds out, when it is an organisation of the municipality; what the answer became, and who gave it.
ALTER TABLE knowledge_need
	ADD COLUMN who_organisation_id uuid,
	ADD COLUMN evidence_id uuid,
	ADD COLUMN answered_organisation_id uuid,
	ADD COLUMN answered_at timestamptz,
	ADD FOREIGN KEY (municipality_id, who_organisation_id) REFERENCES organisation,
	ADD FOREIGN KEY (municipality_id, evidence_id) REFERENCES evidence,
	ADD FOREIGN KEY (municipality_id, answered_organisation_id) REFERENCES organisation;
CREATE INDEX ON knowledge_need (municipality_id, evidence_id) WHERE evidence_id IS NOT NULL;

-- What people want to know about one finding. Working notes: never public.
CREATE TABLE finding_question (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	finding_id uuid NOT NULL,
	question text NOT NULL,
	-- Dropped: nobody needs the answer any more; `answer` then says why.
	state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'dropped')),
	answer text NOT NULL DEFAULT '',
	organisation_id uuid NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	answered_organisation_id uuid,
	answered_at timestamptz,
	-- The knowledge need that it became.
	need_id uuid,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	CHECK ((state = 'open') = (answer = '')),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, finding_id) REFERENCES finding,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation,
	FOREIGN KEY (municipality_id, answered_organisation_id) REFERENCES organisation,
	FOREIGN KEY (municipality_id, need_id) REFERENCES knowledge_need
);
CREATE INDEX ON finding_question (municipality_id, trajectory_id, created_at);
CREATE INDEX ON finding_question (municipality_id, finding_id);
CREATE INDEX ON finding_question (municipality_id, need_id) WHERE need_id IS NOT NULL;
CREATE TRIGGER keep_version BEFORE UPDATE ON finding_question FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('finding_question', 'false');

-- What people said when figures and stories point in opposite directions within a theme: one answer a theme and direction.
CREATE TABLE tension_answer (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	theme text NOT NULL,
	direction text NOT NULL CHECK (direction IN ('figures_kinder', 'figures_harsher')),
	outcome text NOT NULL CHECK (outcome IN ('explained', 'dismissed', 'asked')),
	text text NOT NULL,
	-- The knowledge need that it became, when it was asked.
	need_id uuid,
	organisation_id uuid NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation,
	FOREIGN KEY (municipality_id, need_id) REFERENCES knowledge_need
);
CREATE UNIQUE INDEX one_answer_a_tension ON tension_answer (municipality_id, trajectory_id, theme, direction)
	WHERE withdrawn_at IS NULL;
CREATE TRIGGER keep_version BEFORE UPDATE ON tension_answer FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('tension_answer', 'false');
