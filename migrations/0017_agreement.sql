-- Step 5, from agenda to decision and back: who supports what, the moments with those politically responsible, decisions of
-- a whole session, who was told, and the adjustment of every year.

ALTER TABLE agenda_item
	-- The version from which title and text read as they do; a standpoint on an earlier one was given on another text.
	ADD COLUMN text_version integer NOT NULL DEFAULT 1,
	ADD COLUMN changed_by uuid,
	ADD COLUMN changed_at timestamptz,
	-- Since which yearly adjustment it stands on the agenda, and by which it left it.
	ADD COLUMN begins_year smallint CHECK (begins_year BETWEEN 1990 AND 2100),
	ADD COLUMN ended_year smallint CHECK (ended_year BETWEEN 1990 AND 2100),
	ADD COLUMN ended_reason text NOT NULL DEFAULT '';

-- In the database, so that no way of changing an item can forget it.
CREATE FUNCTION mark_text_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF (NEW.title, NEW.text) IS DISTINCT FROM (OLD.title, OLD.text) THEN NEW.text_version := NEW.version; END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER mark_text_version BEFORE UPDATE ON agenda_item FOR EACH ROW EXECUTE FUNCTION mark_text_version();

-- What one party finds of one agenda item. No row: not known yet.
CREATE TABLE standpoint (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	agenda_item_id uuid NOT NULL,
	-- Empty: the residents, as a party of their own.
	organisation_id uuid,
	view text NOT NULL CHECK (view IN ('for', 'remark', 'against', 'abstains', 'not_asked')),
	reason text NOT NULL DEFAULT '',
	-- The version of the item that it was given on.
	item_version integer NOT NULL,
	-- Given by the party itself, or entered by whoever leads, on this ground (a meeting, a letter).
	origin text NOT NULL CHECK (origin IN ('party', 'entered')),
	ground text NOT NULL DEFAULT '',
	-- Of residents: how it was gathered, and from how many; empty: unknown.
	gathered text CHECK (gathered IN ('meeting', 'paper', 'door_to_door', 'conversations', 'online', 'other')),
	people integer CHECK (people >= 0),
	stated_on date,
	stated_precision text NOT NULL DEFAULT 'day' CHECK (stated_precision IN ('day', 'month', 'year')),
	changed_by uuid,
	changed_at timestamptz NOT NULL,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	UNIQUE NULLS NOT DISTINCT (municipality_id, agenda_item_id, organisation_id),
	CHECK (view NOT IN ('remark', 'against') OR reason <> ''),
	CHECK (origin = 'party' OR ground <> ''),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, agenda_item_id) REFERENCES agenda_item,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
CREATE INDEX ON standpoint (municipality_id, trajectory_id);
CREATE TRIGGER keep_version BEFORE UPDATE ON standpoint FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('standpoint', 'EXISTS (SELECT FROM agenda_item a
	WHERE a.municipality_id = standpoint.municipality_id AND a.id = standpoint.agenda_item_id)');

-- The calendar of moments at which the process comes back to those politically responsible (S0 §1).
CREATE TABLE political_moment (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	body text NOT NULL CHECK (body IN ('college', 'council', 'committee', 'area_council', 'alderman', 'other')),
	-- Which committee, or who else; a body, never a person.
	body_note text NOT NULL DEFAULT '',
	purpose text NOT NULL CHECK (purpose IN ('inform', 'consult', 'decide', 'account')),
	about text NOT NULL DEFAULT '',
	-- Empty: no date yet.
	held_on date,
	held_precision text NOT NULL DEFAULT 'day' CHECK (held_precision IN ('day', 'month', 'year')),
	state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'done', 'moved', 'dropped')),
	state_reason text NOT NULL DEFAULT '',
	-- The date it had before it was moved.
	moved_from date,
	moved_from_precision text NOT NULL DEFAULT 'day' CHECK (moved_from_precision IN ('day', 'month', 'year')),
	outcome text NOT NULL DEFAULT '',
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	CHECK (state NOT IN ('moved', 'dropped') OR state_reason <> ''),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE INDEX ON political_moment (municipality_id, trajectory_id, held_on);
CREATE TRIGGER keep_version BEFORE UPDATE ON political_moment FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('political_moment',
	'withdrawn_at IS NULL AND is_public(municipality_id, trajectory_id, ''agenda'')');

CREATE TABLE political_moment_item (
	municipality_id uuid NOT NULL,
	political_moment_id uuid NOT NULL,
	agenda_item_id uuid NOT NULL,
	PRIMARY KEY (municipality_id, political_moment_id, agenda_item_id),
	FOREIGN KEY (municipality_id, political_moment_id) REFERENCES political_moment,
	FOREIGN KEY (municipality_id, agenda_item_id) REFERENCES agenda_item
);
CREATE INDEX ON political_moment_item (municipality_id, agenda_item_id);
SELECT secure_tenant_table('political_moment_item',
	'EXISTS (SELECT FROM political_moment m WHERE m.municipality_id = political_moment_item.municipality_id AND m.id = political_moment_item.political_moment_id)',
	'SELECT, INSERT, DELETE');

ALTER TABLE decision
	-- The decisions that one body took in one session, recorded at once; empty: recorded by itself.
	ADD COLUMN session_id uuid,
	-- The text that was decided on, so that an amendment shows what differs.
	ADD COLUMN item_version integer,
	ADD COLUMN proposed_text text NOT NULL DEFAULT '',
	ADD COLUMN reason text NOT NULL DEFAULT '',
	ADD COLUMN reference_url text NOT NULL DEFAULT '' CHECK (reference_url = '' OR reference_url ~ '^https?://');
CREATE INDEX ON decision (municipality_id, trajectory_id, decided_on);

-- Whether those who contributed evidence were told of the decisions of one session: at most once.
CREATE TABLE decision_telling (
	municipality_id uuid NOT NULL,
	-- The session, or the one decision.
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	sent boolean NOT NULL,
	-- How many got a mail, and how many want none.
	told integer NOT NULL DEFAULT 0,
	unwilling integer NOT NULL DEFAULT 0,
	created_by uuid,
	created_at timestamptz NOT NULL,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE INDEX ON decision_telling (municipality_id, trajectory_id);
SELECT secure_tenant_table('decision_telling', 'false');

-- One person who was told by mail, or one source whose maker has to be told by somebody.
CREATE TABLE decision_notice (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	telling_id uuid NOT NULL,
	person_id uuid,
	evidence_id uuid,
	-- Why no mail goes there: nobody is known as maker, the membership ended, or no part in the trajectory any more.
	unreached text CHECK (unreached IN ('no_maker', 'left', 'outside')),
	created_at timestamptz NOT NULL,
	done_at timestamptz,
	done_by uuid,
	PRIMARY KEY (municipality_id, id),
	UNIQUE NULLS NOT DISTINCT (municipality_id, telling_id, person_id, evidence_id),
	CHECK ((person_id IS NULL) <> (evidence_id IS NULL)),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, telling_id) REFERENCES decision_telling,
	FOREIGN KEY (municipality_id, person_id) REFERENCES person,
	FOREIGN KEY (municipality_id, evidence_id) REFERENCES evidence
);
SELECT secure_tenant_table('decision_notice', 'false');
ALTER TABLE person ADD COLUMN no_messages boolean NOT NULL DEFAULT false;

-- Who made what these items rest on and grew out of: also of sources that an organisation keeps to itself, and then nothing of what they
-- say. For telling makers what was decided.
CREATE FUNCTION item_makers(of_items uuid[])
RETURNS TABLE (agenda_item_id uuid, kind text, id uuid, created_by uuid, organisation_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT l.agenda_item_id, 'finding', f.id, f.created_by, f.organisation_id
	FROM agenda_item_finding l
	JOIN finding f ON f.municipality_id = l.municipality_id AND l.finding_id IN (f.id, f.grouped_into)
	WHERE l.municipality_id = app_municipality() AND app_is_member() AND l.agenda_item_id = ANY (of_items)
		AND f.withdrawn_at IS NULL
	UNION
	SELECT l.agenda_item_id, 'evidence', e.id, e.created_by, e.organisation_id
	FROM agenda_item_finding l
	JOIN finding f ON f.municipality_id = l.municipality_id AND l.finding_id IN (f.id, f.grouped_into)
	JOIN citation c ON c.municipality_id = f.municipality_id AND c.finding_id = f.id
	JOIN evidence e ON e.municipality_id = c.municipality_id AND e.id = c.evidence_id
	WHERE l.municipality_id = app_municipality() AND app_is_member() AND l.agenda_item_id = ANY (of_items)
		AND f.withdrawn_at IS NULL AND e.withdrawn_at IS NULL
	UNION
	SELECT l.agenda_item_id, 'solution', s.id, s.created_by, m.organisation_id
	FROM agenda_item_solution l
	JOIN possible_solution s ON s.municipality_id = l.municipality_id AND s.id = l.solution_id
	JOIN membership m ON m.municipality_id = s.municipality_id AND m.id = s.created_by
	WHERE l.municipality_id = app_municipality() AND app_is_member() AND l.agenda_item_id = ANY (of_items)
		AND s.withdrawn_at IS NULL
$$;
REVOKE ALL ON FUNCTION item_makers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION item_makers TO wijkagenda_app;

-- The adjustment of one year: every item is kept, changed, ended or new, with the reason.
CREATE TABLE adjustment_round (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	year smallint NOT NULL CHECK (year BETWEEN 1990 AND 2100),
	note text NOT NULL DEFAULT '',
	carried_out_at timestamptz,
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE UNIQUE INDEX one_adjustment_a_year ON adjustment_round (municipality_id, trajectory_id, year)
	WHERE withdrawn_at IS NULL;
CREATE TRIGGER keep_version BEFORE UPDATE ON adjustment_round FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('adjustment_round',
	'withdrawn_at IS NULL AND carried_out_at IS NOT NULL AND is_public(municipality_id, trajectory_id, ''agenda'')');

CREATE TABLE adjustment_choice (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	adjustment_round_id uuid NOT NULL,
	-- Of a new item empty until the round is carried out.
	agenda_item_id uuid,
	choice text NOT NULL CHECK (choice IN ('kept', 'changed', 'ended', 'new')),
	reason text NOT NULL,
	-- How the item reads from then on, where it is changed or new.
	title text NOT NULL DEFAULT '',
	text text NOT NULL DEFAULT '',
	-- The versions of the item before and after the round.
	from_version integer,
	to_version integer,
	changed_by uuid,
	changed_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	CHECK (choice NOT IN ('changed', 'new') OR title <> ''),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, adjustment_round_id) REFERENCES adjustment_round,
	FOREIGN KEY (municipality_id, agenda_item_id) REFERENCES agenda_item
);
CREATE UNIQUE INDEX one_choice_an_item ON adjustment_choice (municipality_id, adjustment_round_id, agenda_item_id)
	WHERE withdrawn_at IS NULL;
CREATE TRIGGER keep_version BEFORE UPDATE ON adjustment_choice FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('adjustment_choice', 'withdrawn_at IS NULL AND EXISTS (SELECT FROM adjustment_round r
	WHERE r.municipality_id = adjustment_choice.municipality_id AND r.id = adjustment_choice.adjustment_round_id)');
