-- Guides that a municipality adapts, marked quotes, logbooks and coded passages.

-- A guide of a municipality's own, as it is being written. Taking it into use makes a `content_version` of it, which never
-- changes again: answers stay bound to the version they were given to.
CREATE TABLE own_guide (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	-- What conversations name it by.
	key text NOT NULL,
	-- The guide it was copied from, and which version of it.
	based_on text NOT NULL,
	based_on_version integer NOT NULL,
	-- Shown instead of the guide it was copied from, or beside it.
	replaces boolean NOT NULL DEFAULT true,
	content jsonb NOT NULL,
	-- The version in use, and what the draft counted when it was made.
	published_id uuid,
	published_draft integer,
	created_by uuid,
	created_at timestamptz NOT NULL,
	changed_by uuid,
	changed_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, key),
	FOREIGN KEY (municipality_id, published_id) REFERENCES content_version
);
CREATE TRIGGER keep_version BEFORE UPDATE ON own_guide FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('own_guide', 'false');

-- A stretch of the text of a source that somebody marked: as a quote to cite, under themes, as risk or protection.
CREATE TABLE passage (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	evidence_id uuid NOT NULL,
	-- Which text of the source, and from where to where in it, in UTF-16 units.
	part text NOT NULL,
	start_at integer NOT NULL CHECK (start_at >= 0),
	end_at integer NOT NULL CHECK (end_at > start_at),
	-- The words as they stood there, and in which version of the source.
	text text NOT NULL,
	evidence_version integer NOT NULL,
	is_quote boolean NOT NULL DEFAULT false,
	themes text[] NOT NULL DEFAULT '{}',
	side text CHECK (side IN ('risk', 'protection')),
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	-- What is erased with its source is erased wholly.
	FOREIGN KEY (municipality_id, evidence_id) REFERENCES evidence ON DELETE CASCADE
);
CREATE INDEX passage_list ON passage (municipality_id, trajectory_id, created_at DESC, id DESC);
CREATE INDEX passage_of_source ON passage (municipality_id, evidence_id);
CREATE TRIGGER keep_version BEFORE UPDATE ON passage FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('passage',
	'EXISTS (SELECT FROM evidence e WHERE e.municipality_id = passage.municipality_id AND e.id = passage.evidence_id)');
-- Whoever may not see the source does not see what was marked in it.
CREATE POLICY of_visible_source ON passage AS RESTRICTIVE FOR SELECT
	USING (EXISTS (SELECT FROM evidence e WHERE e.municipality_id = passage.municipality_id AND e.id = passage.evidence_id));

-- The words that a finding rests on in one of its sources.
CREATE TABLE cited_passage (
	municipality_id uuid NOT NULL,
	finding_id uuid NOT NULL,
	passage_id uuid NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	PRIMARY KEY (municipality_id, finding_id, passage_id),
	FOREIGN KEY (municipality_id, finding_id) REFERENCES finding,
	FOREIGN KEY (municipality_id, passage_id) REFERENCES passage ON DELETE CASCADE
);
CREATE INDEX ON cited_passage (municipality_id, passage_id);
SELECT secure_tenant_table('cited_passage',
	'EXISTS (SELECT FROM finding f WHERE f.municipality_id = cited_passage.municipality_id AND f.id = cited_passage.finding_id)',
	'SELECT, INSERT, DELETE');

-- The running notes of one professional. Nobody else sees them; sharing one makes evidence of it.
CREATE TABLE logbook_note (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	membership_id uuid NOT NULL,
	text text NOT NULL,
	place text NOT NULL DEFAULT '',
	happened_at timestamptz,
	happened_precision text NOT NULL DEFAULT 'day' CHECK (happened_precision IN ('minute', 'day', 'month', 'year')),
	themes text[] NOT NULL DEFAULT '{}',
	-- What it became when it was shared; from then on that is what counts.
	evidence_id uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, evidence_id) REFERENCES evidence ON DELETE CASCADE
);
CREATE INDEX logbook_list ON logbook_note (municipality_id, trajectory_id, membership_id, created_at DESC, id DESC);
CREATE TRIGGER keep_version BEFORE UPDATE ON logbook_note FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('logbook_note', 'false');
-- What clears for good (features/retention) sees them to erase what was shared.
CREATE POLICY own_notes ON logbook_note AS RESTRICTIVE
	USING (membership_id = app_membership() OR current_setting('app.clearing', true) = 'on');
-- Former versions of a private note are as private.
CREATE POLICY own_notes ON kept_version AS RESTRICTIVE FOR SELECT
	USING (table_name <> 'logbook_note' OR content ->> 'membership_id' = app_membership()::text
		OR current_setting('app.clearing', true) = 'on');
