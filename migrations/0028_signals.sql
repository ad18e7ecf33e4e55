-- Signals, the meetings of the core group that deal with them, and what became of each (S4 §3.5, the organic approach).

-- Where a signal stands in its course. What it says is its evidence, under the same id; this row says nothing of that, so
-- that a signal which only its own organisation may read still cannot be missing from the next meeting.
CREATE TABLE signal (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	-- open: to be discussed; looking: somebody looks into it; reported: they said what they found. The others are outcomes.
	state text NOT NULL DEFAULT 'open'
		CHECK (state IN ('open', 'looking', 'reported', 'not_taken_up', 'project', 'passed_on', 'enough')),
	-- The participant who looks into it, or who leads the project.
	participant_id uuid,
	-- Whose voice it counts as where signals are counted: an organisation, or one resident; empty: a resident unknown to us.
	side_id uuid,
	-- Handed in on the public page, not by somebody with an account.
	from_public boolean NOT NULL DEFAULT false,
	created_at timestamptz NOT NULL,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, id) REFERENCES evidence,
	FOREIGN KEY (municipality_id, participant_id) REFERENCES participant
);
CREATE INDEX ON signal (municipality_id, trajectory_id, created_at);
CREATE INDEX open_signal ON signal (municipality_id, trajectory_id, created_at)
	WHERE state IN ('open', 'looking', 'reported');
CREATE TRIGGER keep_version BEFORE UPDATE ON signal FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('signal', 'false');

-- A working meeting of the core group. Its agenda is what is open; nobody writes it.
CREATE TABLE core_meeting (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	held_on date NOT NULL,
	-- On the clock of the Netherlands; empty: not known (yet).
	starts_at text CHECK (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
	ends_at text CHECK (ends_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
	place text NOT NULL DEFAULT '',
	-- Other points of the agenda, one a line.
	other_points text NOT NULL DEFAULT '',
	state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'closed', 'dropped')),
	state_reason text NOT NULL DEFAULT '',
	-- Decisions beside those on signals, and what was said.
	decisions text NOT NULL DEFAULT '',
	notes text NOT NULL DEFAULT '',
	-- Who else was there, by role.
	others_present text NOT NULL DEFAULT '',
	closed_at timestamptz,
	-- When its result went out by mail, and to how many.
	told_at timestamptz,
	told_participants integer NOT NULL DEFAULT 0,
	told_makers integer NOT NULL DEFAULT 0,
	created_by uuid,
	created_at timestamptz NOT NULL,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	CHECK (state <> 'dropped' OR state_reason <> ''),
	CHECK (ends_at IS NULL OR starts_at IS NOT NULL),
	CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE INDEX ON core_meeting (municipality_id, trajectory_id, held_on);
CREATE TRIGGER keep_version BEFORE UPDATE ON core_meeting FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('core_meeting', 'false');

-- Which organisations were there.
CREATE TABLE core_meeting_organisation (
	municipality_id uuid NOT NULL,
	core_meeting_id uuid NOT NULL,
	organisation_id uuid NOT NULL,
	PRIMARY KEY (municipality_id, core_meeting_id, organisation_id),
	FOREIGN KEY (municipality_id, core_meeting_id) REFERENCES core_meeting,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
SELECT secure_tenant_table('core_meeting_organisation', 'false', 'SELECT, INSERT, DELETE');

-- One step in the course of a signal. Steps are added and never changed: a mistake is followed by another step.
CREATE TABLE signal_step (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	signal_id uuid NOT NULL,
	-- The meeting that decided it; empty for a report in between, and for an outcome that was opened again.
	core_meeting_id uuid,
	kind text NOT NULL CHECK (kind IN ('looking', 'reported', 'not_taken_up', 'project', 'passed_on', 'enough', 'reopened', 'carried_over')),
	-- Why, or what was found, or to whom it was passed on.
	text text NOT NULL DEFAULT '',
	participant_id uuid,
	-- Of a project: its approach in the plan.
	approach_id uuid,
	-- The organisation in whose name it was written.
	organisation_id uuid,
	created_by uuid,
	created_at timestamptz NOT NULL,
	-- The order within the signal.
	number integer NOT NULL,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, signal_id, number),
	CHECK (kind NOT IN ('not_taken_up', 'enough', 'reopened', 'reported', 'passed_on') OR text <> ''),
	CHECK (kind NOT IN ('looking', 'project') OR participant_id IS NOT NULL),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, signal_id) REFERENCES signal,
	FOREIGN KEY (municipality_id, core_meeting_id) REFERENCES core_meeting,
	FOREIGN KEY (municipality_id, participant_id) REFERENCES participant,
	FOREIGN KEY (municipality_id, approach_id) REFERENCES approach,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
CREATE INDEX ON signal_step (municipality_id, core_meeting_id);
CREATE INDEX ON signal_step (municipality_id, trajectory_id);
SELECT secure_tenant_table('signal_step', 'false', 'SELECT, INSERT');
