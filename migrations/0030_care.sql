-- Second readers of what is about vulnerable groups, where to turn when somebody is in danger, how long what is kept,
-- and what was removed.

ALTER TABLE evidence
	-- Why somebody else looks before others may: marked by who wrote it, or found by words.
	ADD COLUMN care text NOT NULL DEFAULT 'none' CHECK (care IN ('none', 'marked', 'words')),
	-- Whom it is meant for, as long as a second reader has not seen it.
	ADD COLUMN wished_visibility text CHECK (wished_visibility IN ('participants', 'public')),
	ADD COLUMN second_decision text CHECK (second_decision IN ('released', 'kept')),
	ADD COLUMN second_reader uuid,
	ADD COLUMN second_read_at timestamptz,
	ADD COLUMN second_remark text NOT NULL DEFAULT '',
	-- Its texts are gone for good; the row stays, so that what rested on it can say so.
	ADD COLUMN erased_at timestamptz,
	-- Whatever the program forgets: without its second reader it shows to nobody but its own organisation.
	ADD CONSTRAINT waits_inside CHECK (
		(care = 'none' OR second_decision IS NOT DISTINCT FROM 'released' OR visibility = 'organisation')
		AND (wished_visibility IS NULL OR (visibility = 'organisation' AND care <> 'none'))),
	ADD CONSTRAINT erased_says_nothing CHECK (
		erased_at IS NULL OR (title = '' AND place = '' AND details = '{}' AND withdrawn_at IS NOT NULL));
CREATE INDEX evidence_waiting ON evidence (municipality_id, trajectory_id, created_at) WHERE wished_visibility IS NOT NULL;
CREATE INDEX evidence_of_author ON evidence (municipality_id, created_by, created_at DESC);

-- Set for the one query or command of a second reader, and for what clears away what is past its period
-- (features/evidence/second-reading.server.ts, features/retention): nothing else sees through the wall of an organisation.
CREATE FUNCTION app_reads_second() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
	AS $$ SELECT coalesce(current_setting('app.second_reading', true) = 'on', false) $$;
CREATE FUNCTION app_clears() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
	AS $$ SELECT coalesce(current_setting('app.clearing', true) = 'on', false) $$;

DROP POLICY own_organisation ON evidence;
CREATE POLICY own_organisation ON evidence AS RESTRICTIVE FOR SELECT USING (
	visibility <> 'organisation'
	OR organisation_id = app_organisation()
	OR ((SELECT app_reads_second()) AND (wished_visibility IS NOT NULL OR second_decision = 'kept'))
	OR (SELECT app_clears()));

-- Former versions go only with what they were versions of, or when their period is over.
GRANT DELETE ON kept_version TO wijkagenda_app;
CREATE POLICY only_clearing ON kept_version AS RESTRICTIVE FOR DELETE USING ((SELECT app_clears()));
GRANT DELETE ON command_record TO wijkagenda_app;
CREATE POLICY only_clearing ON command_record AS RESTRICTIVE FOR DELETE USING ((SELECT app_clears()));
GRANT DELETE ON mail TO wijkagenda_app;
CREATE POLICY only_clearing ON mail AS RESTRICTIVE FOR DELETE USING ((SELECT app_clears()));
GRANT DELETE ON session, sign_in_link TO wijkagenda_app;
CREATE POLICY only_clearing ON session AS RESTRICTIVE FOR DELETE USING ((SELECT app_clears()));
CREATE POLICY only_clearing ON sign_in_link AS RESTRICTIVE FOR DELETE USING ((SELECT app_clears()));
-- A frozen report is never changed but for one thing: what somebody had erased is blotted out.
GRANT UPDATE (model, checksum) ON report_version_document TO wijkagenda_app;
CREATE POLICY only_clearing ON report_version_document AS RESTRICTIVE FOR UPDATE USING ((SELECT app_clears()));

-- Who may be second reader in a trajectory beside whoever leads it.
CREATE TABLE second_reader (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	membership_id uuid NOT NULL,
	named_by uuid,
	created_at timestamptz NOT NULL,
	ended_at timestamptz,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, membership_id) REFERENCES membership
);
CREATE UNIQUE INDEX one_second_reader ON second_reader (municipality_id, trajectory_id, membership_id) WHERE ended_at IS NULL;
CREATE TRIGGER keep_version BEFORE UPDATE ON second_reader FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('second_reader', 'false');

-- Where to turn in this municipality, beside the lines of the whole country (content/help-in-danger.json).
CREATE TABLE help_line (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	name text NOT NULL,
	purpose text NOT NULL,
	phone text NOT NULL,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id)
);
CREATE TRIGGER keep_version BEFORE UPDATE ON help_line FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('help_line', 'withdrawn_at IS NULL');

-- How long a kind of data is kept, where the municipality chose otherwise than content/retention.json.
CREATE TABLE retention_period (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	kind text NOT NULL,
	months integer NOT NULL CHECK (months BETWEEN 1 AND 240),
	reason text NOT NULL DEFAULT '',
	changed_by uuid,
	changed_at timestamptz NOT NULL,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, kind)
);
CREATE TRIGGER keep_version BEFORE UPDATE ON retention_period FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('retention_period', 'false');

-- What was removed: how many of which kind and why; never what they said. It can be added to and read.
CREATE TABLE removal (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	at timestamptz NOT NULL,
	kind text NOT NULL,
	cause text NOT NULL CHECK (cause IN ('period', 'request')),
	-- The period that was over, in months.
	months integer,
	count integer NOT NULL CHECK (count > 0),
	membership_id uuid,
	PRIMARY KEY (municipality_id, id),
	CHECK ((cause = 'period') = (months IS NOT NULL))
);
CREATE INDEX ON removal (municipality_id, at DESC, id DESC);
SELECT secure_tenant_table('removal', 'false', 'SELECT, INSERT');
