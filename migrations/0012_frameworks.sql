-- Frameworks of a municipality's own: drafts, which trajectory had which framework, and how themes of two versions relate.

-- What a municipality is still working on. Publishing makes a `content_version` of it, which never changes again.
CREATE TABLE framework_draft (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	-- The framework it becomes a version of.
	key text NOT NULL,
	-- The version it was made from.
	base_id uuid NOT NULL,
	content jsonb NOT NULL,
	-- The version that came out of it; from then on it is history.
	published_id uuid,
	created_by uuid,
	created_at timestamptz NOT NULL,
	changed_by uuid,
	changed_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, base_id) REFERENCES content_version,
	FOREIGN KEY (municipality_id, published_id) REFERENCES content_version
);
-- One draft at a time for a framework: two would become two different next versions.
CREATE UNIQUE INDEX one_draft_a_framework ON framework_draft (municipality_id, key)
	WHERE published_id IS NULL AND withdrawn_at IS NULL;
CREATE TRIGGER keep_version BEFORE UPDATE ON framework_draft FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('framework_draft', 'false');

-- How a theme of one version relates to a theme of another, where people say it otherwise than the program proposes.
CREATE TABLE theme_mapping (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	from_framework_id uuid NOT NULL,
	to_framework_id uuid NOT NULL,
	from_theme text NOT NULL,
	to_theme text NOT NULL,
	-- What the theme it comes from is, seen from the theme it goes to; 'none' takes a proposal away.
	kind text NOT NULL CHECK (kind IN ('same', 'broader', 'narrower', 'related', 'none')),
	note text NOT NULL DEFAULT '',
	changed_by uuid,
	changed_at timestamptz NOT NULL,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, from_framework_id, to_framework_id, from_theme, to_theme),
	FOREIGN KEY (municipality_id, from_framework_id) REFERENCES content_version,
	FOREIGN KEY (municipality_id, to_framework_id) REFERENCES content_version
);
CREATE TRIGGER keep_version BEFORE UPDATE ON theme_mapping FOR EACH ROW EXECUTE FUNCTION keep_version();
-- Public like the frameworks themselves: two public analyses are read beside each other along it.
SELECT secure_tenant_table('theme_mapping', 'true');

-- The frameworks a trajectory had before, the oldest first: what stands under their themes keeps its name.
ALTER TABLE trajectory ADD COLUMN former_framework_ids uuid[] NOT NULL DEFAULT '{}';

-- A trajectory that went over to another framework: what was put elsewhere, so that it can be put back.
CREATE TABLE framework_move (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	from_framework_id uuid NOT NULL,
	to_framework_id uuid NOT NULL,
	-- The frameworks before this move, to put back.
	former_framework_ids uuid[] NOT NULL,
	-- Per theme that went elsewhere: {"from": …, "to": …}.
	places jsonb NOT NULL,
	-- Per row whose themes were rewritten: {"table": …, "id": …, "before": […], "after": […]}.
	entries jsonb NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	undone_by uuid,
	undone_at timestamptz,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, from_framework_id) REFERENCES content_version,
	FOREIGN KEY (municipality_id, to_framework_id) REFERENCES content_version
);
CREATE INDEX ON framework_move (municipality_id, trajectory_id, created_at);
SELECT secure_tenant_table('framework_move', 'false');
