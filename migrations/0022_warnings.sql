-- Early warnings: rules of a municipality, what they found, and what people did with it.

-- A rule that a municipality made or changed. What came with the program (content/warnings.json) holds as long as no
-- row has its key; `content` NULL means: as it came, and `is_on` says whether it counts.
CREATE TABLE warning_rule (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	key text NOT NULL,
	content jsonb,
	is_on boolean NOT NULL DEFAULT true,
	version integer NOT NULL DEFAULT 1,
	changed_by uuid,
	changed_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, key)
);
SELECT secure_tenant_table('warning_rule', 'false');
CREATE TRIGGER keep_version BEFORE UPDATE OR DELETE ON warning_rule FOR EACH ROW EXECUTE FUNCTION keep_version();

-- What a rule found about an area: one row for as long as it is found, whatever its figures become. About areas only;
-- there is no score of persons or households.
CREATE TABLE warning (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	rule_key text NOT NULL,
	area_code text NOT NULL,
	area_name text NOT NULL,
	level text NOT NULL CHECK (level IN ('municipality', 'district', 'neighbourhood')),
	-- The indicator; '' for a rule about several together.
	subject text NOT NULL,
	themes text[] NOT NULL DEFAULT '{}',
	-- Which figures made it: another value means that they changed.
	fingerprint text NOT NULL,
	details jsonb NOT NULL,
	version integer NOT NULL DEFAULT 1,
	found_at timestamptz NOT NULL,
	-- When its figures last changed.
	changed_at timestamptz NOT NULL,
	-- Since when the rule no longer finds it.
	gone_at timestamptz,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, rule_key, area_code, subject)
);
CREATE INDEX warning_area ON warning (municipality_id, area_code);
SELECT secure_tenant_table('warning', 'false');
CREATE TRIGGER keep_version BEFORE UPDATE OR DELETE ON warning FOR EACH ROW EXECUTE FUNCTION keep_version();

-- What people did with a warning, about the figures that it had then. Taking back is a column: the history stays.
CREATE TABLE warning_answer (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	warning_id uuid NOT NULL,
	kind text NOT NULL CHECK (kind IN ('set_aside', 'finding', 'knowledge_need')),
	reason text NOT NULL DEFAULT '',
	fingerprint text NOT NULL,
	-- Where it was taken up, and as what.
	trajectory_id uuid,
	became_id uuid,
	version integer NOT NULL DEFAULT 1,
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, warning_id) REFERENCES warning,
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	CHECK ((kind = 'set_aside') = (trajectory_id IS NULL)),
	CHECK ((trajectory_id IS NULL) = (became_id IS NULL))
);
CREATE INDEX warning_answer_list ON warning_answer (municipality_id, warning_id, created_at);
CREATE INDEX warning_answer_trajectory ON warning_answer (municipality_id, trajectory_id);
SELECT secure_tenant_table('warning_answer', 'false');
CREATE TRIGGER keep_version BEFORE UPDATE OR DELETE ON warning_answer FOR EACH ROW EXECUTE FUNCTION keep_version();

-- When the rules were last carried out, and over which figures.
CREATE TABLE warning_run (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	found integer NOT NULL,
	came integer NOT NULL,
	returned integer NOT NULL,
	went integer NOT NULL,
	at timestamptz NOT NULL,
	PRIMARY KEY (municipality_id, id)
);
CREATE INDEX warning_run_list ON warning_run (municipality_id, at DESC);
SELECT secure_tenant_table('warning_run', 'false');
