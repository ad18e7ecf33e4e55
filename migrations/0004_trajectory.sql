-- Step 1: the frame of one pass through the six steps.

CREATE TABLE trajectory (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	area_slug text NOT NULL CHECK (area_slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	area_name text NOT NULL,
	-- The CBS area whose figures speak about this one; empty when it is no CBS area.
	area_code text,
	area_note text NOT NULL DEFAULT '',
	start_year smallint NOT NULL CHECK (start_year BETWEEN 1990 AND 2100),
	end_year smallint NOT NULL CHECK (end_year BETWEEN 1990 AND 2100),
	framework_id uuid NOT NULL,
	criteria_id uuid NOT NULL,
	preconditions_id uuid NOT NULL,
	goals text NOT NULL DEFAULT '',
	cooperation text NOT NULL DEFAULT '',
	state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'ended')),
	state_reason text NOT NULL DEFAULT '',
	-- Which parts anyone may read: frame, analysis, agenda, plan. Nothing by default.
	public_parts text[] NOT NULL DEFAULT '{}' CHECK (public_parts <@ ARRAY['frame', 'analysis', 'agenda', 'plan']),
	example_source text,
	created_by uuid,
	created_at timestamptz NOT NULL,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, area_slug, start_year),
	CHECK (end_year >= start_year),
	FOREIGN KEY (municipality_id, framework_id) REFERENCES content_version,
	FOREIGN KEY (municipality_id, criteria_id) REFERENCES content_version,
	FOREIGN KEY (municipality_id, preconditions_id) REFERENCES content_version
);
CREATE TRIGGER keep_version BEFORE UPDATE ON trajectory FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('trajectory', 'public_parts <> ''{}''');

-- Whether the public may read this part of a trajectory.
CREATE FUNCTION is_public(of_municipality uuid, of_trajectory uuid, part text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
	SELECT EXISTS (SELECT FROM trajectory t
		WHERE t.municipality_id = of_municipality AND t.id = of_trajectory AND part = ANY (t.public_parts))
$$;

CREATE TABLE precondition (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	key text NOT NULL,
	state text NOT NULL DEFAULT 'unknown' CHECK (state IN ('unknown', 'open', 'partly', 'arranged', 'not_needed')),
	owner text NOT NULL DEFAULT '',
	due_on date,
	remark text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, trajectory_id, key),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE TRIGGER keep_version BEFORE UPDATE ON precondition FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('precondition', 'false');

CREATE TABLE participant (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	organisation_id uuid NOT NULL,
	-- Empty: the whole organisation takes part, not one person of it.
	membership_id uuid,
	part text NOT NULL CHECK (part IN ('core_group', 'sounding_board', 'other')),
	task text NOT NULL DEFAULT 'member' CHECK (task IN ('lead', 'deputy', 'member')),
	-- In which position, never a name: representative, project leader.
	role_note text NOT NULL DEFAULT '',
	mandate text NOT NULL DEFAULT 'unknown' CHECK (mandate IN ('yes', 'no', 'unknown')),
	mandate_note text NOT NULL DEFAULT '',
	budget_access text NOT NULL DEFAULT 'unknown' CHECK (budget_access IN ('yes', 'no', 'unknown')),
	created_at timestamptz NOT NULL,
	ended_at timestamptz,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation,
	FOREIGN KEY (municipality_id, membership_id) REFERENCES membership
);
CREATE INDEX ON participant (municipality_id, trajectory_id);
CREATE TRIGGER keep_version BEFORE UPDATE ON participant FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('participant', 'is_public(municipality_id, trajectory_id, ''frame'')');

CREATE TABLE phase (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	step text NOT NULL CHECK (step IN ('trajectory', 'analysis', 'figures', 'lifeworld', 'agenda', 'execution')),
	name text NOT NULL,
	position integer NOT NULL,
	-- A date may be known to the day, the month or the year only.
	starts_on date,
	starts_precision text NOT NULL DEFAULT 'day' CHECK (starts_precision IN ('day', 'month', 'year')),
	ends_on date,
	ends_precision text NOT NULL DEFAULT 'day' CHECK (ends_precision IN ('day', 'month', 'year')),
	done_on date,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE INDEX ON phase (municipality_id, trajectory_id, position);
CREATE TRIGGER keep_version BEFORE UPDATE OR DELETE ON phase FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('phase', 'is_public(municipality_id, trajectory_id, ''frame'')', 'SELECT, INSERT, UPDATE, DELETE');

-- Where a visitor can read something: municipalities with public trajectories, and how many.
CREATE FUNCTION find_public_places()
RETURNS TABLE (slug text, name text, trajectories bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT g.slug, g.name, count(*)
	FROM municipality g
	JOIN trajectory t ON t.municipality_id = g.id AND t.public_parts <> '{}'
	GROUP BY g.id ORDER BY g.name
$$;
