-- Step 5: every party scores by itself before it sees the others; weights, talk, agreement, and the three questions.

-- The residents of a trajectory as a party of their own: what they found at a table, at the door or on paper, entered for
-- them by whoever leads. One voice a trajectory, however many evenings there were; how it was gathered stands beside it.
CREATE TABLE residents_party (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	-- How the scores were gathered, in words: an evening, at the door, a form on paper.
	gathered text NOT NULL,
	-- How many residents; NULL: not counted.
	people integer CHECK (people BETWEEN 1 AND 1000000),
	created_by uuid,
	created_at timestamptz NOT NULL,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, trajectory_id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE TRIGGER keep_version BEFORE UPDATE ON residents_party FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('residents_party', 'is_public(municipality_id, trajectory_id, ''agenda'')');

-- Each time the scoring was closed, and opened again. It is closed while one of these was not reopened.
CREATE TABLE weighing_closing (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	closed_by uuid,
	closed_at timestamptz NOT NULL,
	reopened_by uuid,
	reopened_at timestamptz,
	reopened_reason text NOT NULL DEFAULT '',
	PRIMARY KEY (municipality_id, id),
	CHECK ((reopened_at IS NULL) = (reopened_reason = '')),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE INDEX ON weighing_closing (municipality_id, trajectory_id, closed_at);
CREATE UNIQUE INDEX closed_once ON weighing_closing (municipality_id, trajectory_id) WHERE reopened_at IS NULL;
SELECT secure_tenant_table('weighing_closing', 'false');

-- Which findings a party has answered by every criterion ("cannot judge" is an answer). Filled by a trigger and by nothing
-- else: it decides who may see the scores of others. Says that there is an answer, never which.
CREATE TABLE answered_finding (
	municipality_id uuid NOT NULL,
	finding_id uuid NOT NULL,
	-- An organisation, or the residents' party of the trajectory.
	party_id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	organisation_id uuid,
	answered_at timestamptz NOT NULL,
	PRIMARY KEY (municipality_id, finding_id, party_id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, finding_id) REFERENCES finding,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
CREATE INDEX ON answered_finding (municipality_id, trajectory_id);
CREATE INDEX ON answered_finding (municipality_id, organisation_id, finding_id);
SELECT secure_tenant_table('answered_finding', 'false', 'SELECT');

ALTER TABLE appraisal
	ALTER COLUMN organisation_id DROP NOT NULL,
	ADD COLUMN residents_party_id uuid,
	-- Whether the party could see the others' scores of this finding when it gave this one.
	ADD COLUMN after_seeing boolean NOT NULL DEFAULT false,
	ADD CHECK (num_nonnulls(organisation_id, residents_party_id) = 1),
	ADD FOREIGN KEY (municipality_id, residents_party_id) REFERENCES residents_party;
CREATE UNIQUE INDEX one_view_of_residents ON appraisal (municipality_id, finding_id, criterion)
	WHERE residents_party_id IS NOT NULL;

CREATE FUNCTION mark_after_seeing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.after_seeing :=
		EXISTS (SELECT FROM weighing_closing c
			WHERE c.municipality_id = NEW.municipality_id AND c.trajectory_id = NEW.trajectory_id)
		OR EXISTS (SELECT FROM answered_finding a
			WHERE a.municipality_id = NEW.municipality_id AND a.finding_id = NEW.finding_id
				AND a.party_id = coalesce(NEW.organisation_id, NEW.residents_party_id));
	RETURN NEW;
END $$;
CREATE TRIGGER mark_after_seeing BEFORE INSERT OR UPDATE ON appraisal FOR EACH ROW EXECUTE FUNCTION mark_after_seeing();

-- Whether a party gave an answer on a finding by every criterion of its trajectory.
CREATE FUNCTION has_answered(of_municipality uuid, of_trajectory uuid, of_finding uuid, of_party uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
	SELECT NOT EXISTS (
		SELECT FROM trajectory t
		JOIN content_version c ON c.municipality_id = t.municipality_id AND c.id = t.criteria_id
		CROSS JOIN jsonb_array_elements(c.content -> 'criteria') AS k (wanted)
		WHERE t.municipality_id = of_municipality AND t.id = of_trajectory AND NOT EXISTS (
			SELECT FROM appraisal a
			WHERE a.municipality_id = of_municipality AND a.finding_id = of_finding
				AND coalesce(a.organisation_id, a.residents_party_id) = of_party
				AND a.criterion = k.wanted ->> 'id'))
$$;
CREATE FUNCTION note_answered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	party uuid := coalesce(NEW.organisation_id, NEW.residents_party_id);
BEGIN
	IF has_answered(NEW.municipality_id, NEW.trajectory_id, NEW.finding_id, party) THEN
		INSERT INTO answered_finding (municipality_id, finding_id, party_id, trajectory_id, organisation_id, answered_at)
		VALUES (NEW.municipality_id, NEW.finding_id, party, NEW.trajectory_id, NEW.organisation_id, NEW.changed_at)
		ON CONFLICT DO NOTHING;
	END IF;
	RETURN NULL;
END $$;
CREATE TRIGGER note_answered AFTER INSERT ON appraisal FOR EACH ROW EXECUTE FUNCTION note_answered();

INSERT INTO answered_finding (municipality_id, finding_id, party_id, trajectory_id, organisation_id, answered_at)
SELECT municipality_id, finding_id, organisation_id, trajectory_id, organisation_id, max(changed_at)
FROM appraisal GROUP BY municipality_id, trajectory_id, finding_id, organisation_id
HAVING has_answered(municipality_id, trajectory_id, finding_id, organisation_id);

-- A party sees its own scores; those of others once the scoring is closed, or once it answered the finding itself. Whoever
-- typed in the residents' scores sees what they typed. The subqueries stand alone, so that each is carried out once a query.
DROP POLICY reading ON appraisal;
CREATE POLICY reading ON appraisal FOR SELECT USING (
	municipality_id = app_municipality() AND app_is_member() AND (
		organisation_id = app_organisation()
		OR (residents_party_id IS NOT NULL AND membership_id = app_membership())
		OR trajectory_id IN (SELECT c.trajectory_id FROM weighing_closing c
			WHERE c.municipality_id = app_municipality() AND c.reopened_at IS NULL)
		OR finding_id IN (SELECT a.finding_id FROM answered_finding a
			WHERE a.municipality_id = app_municipality() AND a.organisation_id = app_organisation())));
-- Nobody scores in another organisation's name.
CREATE POLICY own_voice ON appraisal AS RESTRICTIVE FOR INSERT
	WITH CHECK (organisation_id = app_organisation() OR residents_party_id IS NOT NULL);
CREATE POLICY own_change ON appraisal AS RESTRICTIVE FOR UPDATE
	USING (organisation_id = app_organisation() OR residents_party_id IS NOT NULL);
-- Former scores are as blind as the ones that stand.
CREATE POLICY blind ON kept_version AS RESTRICTIVE FOR SELECT USING (
	table_name <> 'appraisal' OR EXISTS (SELECT FROM appraisal a
		WHERE a.municipality_id = kept_version.municipality_id AND a.id = kept_version.id));

-- What the group finds each criterion worth: 0 (does not count) to 5. Never changed: the newest counts, the others tell how
-- it came about.
CREATE TABLE criterion_weights (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	-- By criterion.
	weights jsonb NOT NULL,
	reason text NOT NULL,
	-- Its place among those of the trajectory, from 1: two that were set at the same time cannot both be next.
	number integer NOT NULL,
	set_by uuid,
	set_at timestamptz NOT NULL,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, trajectory_id, number),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
SELECT secure_tenant_table('criterion_weights', 'false', 'SELECT, INSERT');

-- That people talked about where their scores lie apart, and what came of it.
CREATE TABLE score_discussion (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	finding_id uuid NOT NULL,
	criterion text NOT NULL,
	note text NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, finding_id) REFERENCES finding
);
CREATE INDEX ON score_discussion (municipality_id, trajectory_id);
CREATE UNIQUE INDEX one_discussion ON score_discussion (municipality_id, finding_id, criterion) WHERE withdrawn_at IS NULL;
CREATE TRIGGER keep_version BEFORE UPDATE ON score_discussion FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('score_discussion', 'false');

-- Who agrees that something comes first.
CREATE TABLE priority_agreement (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	priority_id uuid NOT NULL,
	-- NULL: the residents as a party of their own.
	organisation_id uuid,
	answer text NOT NULL CHECK (answer IN ('agrees', 'disagrees', 'absent')),
	note text NOT NULL DEFAULT '',
	recorded_by uuid,
	recorded_at timestamptz NOT NULL,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, priority_id) REFERENCES priority,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
CREATE INDEX ON priority_agreement (municipality_id, trajectory_id);
CREATE UNIQUE INDEX one_answer_a_party ON priority_agreement
	(municipality_id, priority_id, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'));
CREATE TRIGGER keep_version BEFORE UPDATE ON priority_agreement FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('priority_agreement',
	'EXISTS (SELECT FROM priority p WHERE p.municipality_id = priority_agreement.municipality_id AND p.id = priority_agreement.priority_id)');

-- What could be done about a risk: a short text, and who proposed it.
CREATE TABLE possible_solution (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	finding_id uuid NOT NULL,
	text text NOT NULL,
	proposed_by text NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, finding_id) REFERENCES finding
);
CREATE INDEX ON possible_solution (municipality_id, trajectory_id, created_at);
CREATE TRIGGER keep_version BEFORE UPDATE ON possible_solution FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('possible_solution', 'false');

-- Which possible solutions an agenda item grew out of.
CREATE TABLE agenda_item_solution (
	municipality_id uuid NOT NULL,
	agenda_item_id uuid NOT NULL,
	solution_id uuid NOT NULL,
	PRIMARY KEY (municipality_id, agenda_item_id, solution_id),
	FOREIGN KEY (municipality_id, agenda_item_id) REFERENCES agenda_item,
	FOREIGN KEY (municipality_id, solution_id) REFERENCES possible_solution
);
CREATE INDEX ON agenda_item_solution (municipality_id, solution_id);
SELECT secure_tenant_table('agenda_item_solution', 'false', 'SELECT, INSERT');

-- Why a group went from the analysis to an agenda without the three questions.
CREATE TABLE skipped_questions (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	reason text NOT NULL,
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE UNIQUE INDEX skipped_once ON skipped_questions (municipality_id, trajectory_id) WHERE withdrawn_at IS NULL;
CREATE TRIGGER keep_version BEFORE UPDATE ON skipped_questions FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('skipped_questions', 'false');
