-- Step 6: who does what, with which means, for which result, and how it goes.

CREATE TABLE approach (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	kind text NOT NULL CHECK (kind IN ('residents_initiative', 'project', 'programme', 'intervention')),
	title text NOT NULL,
	-- What will be done.
	text text NOT NULL DEFAULT '',
	intended_result text NOT NULL DEFAULT '',
	-- Empty: not agreed yet.
	responsible_organisation_id uuid,
	starts_on date,
	starts_precision text NOT NULL DEFAULT 'day' CHECK (starts_precision IN ('day', 'month', 'year')),
	ends_on date,
	ends_precision text NOT NULL DEFAULT 'day' CHECK (ends_precision IN ('day', 'month', 'year')),
	-- How one will see that it helps: what is measured, from where, to where, by which source.
	indicator text NOT NULL DEFAULT '',
	baseline text NOT NULL DEFAULT '',
	target text NOT NULL DEFAULT '',
	indicator_source text NOT NULL DEFAULT '',
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, responsible_organisation_id) REFERENCES organisation
);
CREATE INDEX ON approach (municipality_id, trajectory_id);
CREATE TRIGGER keep_version BEFORE UPDATE ON approach FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('approach', 'withdrawn_at IS NULL AND is_public(municipality_id, trajectory_id, ''plan'')');

CREATE TABLE approach_agenda_item (
	municipality_id uuid NOT NULL,
	approach_id uuid NOT NULL,
	agenda_item_id uuid NOT NULL,
	PRIMARY KEY (municipality_id, approach_id, agenda_item_id),
	FOREIGN KEY (municipality_id, approach_id) REFERENCES approach,
	FOREIGN KEY (municipality_id, agenda_item_id) REFERENCES agenda_item
);
CREATE INDEX ON approach_agenda_item (municipality_id, agenda_item_id);
SELECT secure_tenant_table('approach_agenda_item',
	'EXISTS (SELECT FROM approach a WHERE a.municipality_id = approach_agenda_item.municipality_id AND a.id = approach_agenda_item.approach_id)',
	'SELECT, INSERT, DELETE');

CREATE TABLE approach_organisation (
	municipality_id uuid NOT NULL,
	approach_id uuid NOT NULL,
	organisation_id uuid NOT NULL,
	PRIMARY KEY (municipality_id, approach_id, organisation_id),
	FOREIGN KEY (municipality_id, approach_id) REFERENCES approach,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
SELECT secure_tenant_table('approach_organisation',
	'EXISTS (SELECT FROM approach a WHERE a.municipality_id = approach_organisation.municipality_id AND a.id = approach_organisation.approach_id)',
	'SELECT, INSERT, DELETE');

CREATE TABLE means (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	approach_id uuid NOT NULL,
	kind text NOT NULL CHECK (kind IN ('money', 'hours')),
	-- Who pays or lends a hand; empty: not found yet.
	financier text NOT NULL DEFAULT '',
	-- Whole euro cents, or hours; empty: unknown.
	amount_cents bigint CHECK (amount_cents >= 0),
	hours numeric(10, 2) CHECK (hours >= 0),
	note text NOT NULL DEFAULT '',
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	CHECK (kind = 'money' OR amount_cents IS NULL),
	CHECK (kind = 'hours' OR hours IS NULL),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, approach_id) REFERENCES approach
);
CREATE INDEX ON means (municipality_id, approach_id);
CREATE TRIGGER keep_version BEFORE UPDATE ON means FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('means', 'withdrawn_at IS NULL AND is_public(municipality_id, trajectory_id, ''plan'')');

CREATE TABLE progress (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	approach_id uuid NOT NULL,
	status text NOT NULL CHECK (status IN ('not_started', 'on_course', 'delayed', 'stopped', 'done')),
	text text NOT NULL DEFAULT '',
	measured text NOT NULL DEFAULT '',
	reported_on date NOT NULL,
	reported_precision text NOT NULL DEFAULT 'day' CHECK (reported_precision IN ('day', 'month', 'year')),
	organisation_id uuid NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, approach_id) REFERENCES approach,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
CREATE INDEX ON progress (municipality_id, approach_id, reported_on);
CREATE TRIGGER keep_version BEFORE UPDATE ON progress FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('progress', 'withdrawn_at IS NULL AND is_public(municipality_id, trajectory_id, ''plan'')');
