-- Step 5: weighing, choosing, deciding.

-- What one organisation finds of one finding by one criterion. No score means: cannot judge.
CREATE TABLE appraisal (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	finding_id uuid NOT NULL,
	criterion text NOT NULL,
	organisation_id uuid NOT NULL,
	score smallint CHECK (score BETWEEN 1 AND 5),
	reason text NOT NULL DEFAULT '',
	membership_id uuid,
	changed_at timestamptz NOT NULL,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, finding_id, criterion, organisation_id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, finding_id) REFERENCES finding,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
CREATE INDEX ON appraisal (municipality_id, trajectory_id);
CREATE TRIGGER keep_version BEFORE UPDATE ON appraisal FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('appraisal', 'false');

-- What people put first, and why. Never chosen by a sum.
CREATE TABLE priority (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	finding_id uuid NOT NULL,
	reason text NOT NULL,
	chosen_by text NOT NULL CHECK (chosen_by IN ('core_group', 'large_meeting', 'residents', 'municipality', 'other')),
	-- Who exactly, in words; needed for 'other'.
	chosen_by_note text NOT NULL DEFAULT '',
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, finding_id) REFERENCES finding
);
CREATE UNIQUE INDEX one_priority_a_finding ON priority (municipality_id, finding_id) WHERE withdrawn_at IS NULL;
CREATE TRIGGER keep_version BEFORE UPDATE ON priority FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('priority', 'withdrawn_at IS NULL AND is_public(municipality_id, trajectory_id, ''agenda'')');

CREATE TABLE agenda_item (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	title text NOT NULL,
	text text NOT NULL DEFAULT '',
	-- Why an item rests on no finding, when it rests on none.
	without_finding_reason text NOT NULL DEFAULT '',
	position integer NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE INDEX ON agenda_item (municipality_id, trajectory_id, position);
CREATE TRIGGER keep_version BEFORE UPDATE ON agenda_item FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('agenda_item', 'withdrawn_at IS NULL AND is_public(municipality_id, trajectory_id, ''agenda'')');

CREATE TABLE agenda_item_finding (
	municipality_id uuid NOT NULL,
	agenda_item_id uuid NOT NULL,
	finding_id uuid NOT NULL,
	PRIMARY KEY (municipality_id, agenda_item_id, finding_id),
	FOREIGN KEY (municipality_id, agenda_item_id) REFERENCES agenda_item,
	FOREIGN KEY (municipality_id, finding_id) REFERENCES finding
);
CREATE INDEX ON agenda_item_finding (municipality_id, finding_id);
SELECT secure_tenant_table('agenda_item_finding',
	'EXISTS (SELECT FROM agenda_item a WHERE a.municipality_id = agenda_item_finding.municipality_id AND a.id = agenda_item_finding.agenda_item_id)',
	'SELECT, INSERT, DELETE');

CREATE TABLE decision (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	agenda_item_id uuid NOT NULL,
	body text NOT NULL CHECK (body IN ('college', 'council')),
	-- Of a decision of long ago perhaps only the month or the year is known.
	decided_on date NOT NULL,
	decided_precision text NOT NULL DEFAULT 'day' CHECK (decided_precision IN ('day', 'month', 'year')),
	outcome text NOT NULL CHECK (outcome IN ('adopted', 'amended', 'rejected', 'returned')),
	amended_text text NOT NULL DEFAULT '',
	reference text NOT NULL DEFAULT '',
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	CHECK (outcome <> 'amended' OR amended_text <> ''),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, agenda_item_id) REFERENCES agenda_item
);
CREATE INDEX ON decision (municipality_id, agenda_item_id);
CREATE TRIGGER keep_version BEFORE UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('decision', 'withdrawn_at IS NULL AND is_public(municipality_id, trajectory_id, ''agenda'')');
