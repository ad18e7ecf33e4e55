-- What keeps floods and robots from pages on which anyone may hand something in: counts without addresses, and a check
-- that costs a program work and a person nothing.

-- The salt of a day. Addresses of visitors are only ever kept as a hash with it; without it a hash is nobody's any more.
CREATE TABLE daily_salt (
	day date PRIMARY KEY,
	salt bytea NOT NULL
);

-- 256 bits that nobody can guess; gen_random_uuid takes them from the system's own source.
CREATE FUNCTION random_secret() RETURNS bytea LANGUAGE sql VOLATILE
	AS $$ SELECT sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')) $$;

-- Counts one attempt from a line to the internet; false when there were more than `most` within the window. What is
-- kept of the line is a hash that changes every day (UTC) and cannot be traced back once the day is over.
CREATE FUNCTION take_public_rate(what text, line text, seconds integer, most integer, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	today date := (at AT TIME ZONE 'UTC')::date;
	todays_salt bytea;
BEGIN
	SELECT s.salt INTO todays_salt FROM daily_salt s WHERE s.day = today;
	IF todays_salt IS NULL THEN
		DELETE FROM daily_salt WHERE day < today;
		INSERT INTO daily_salt VALUES (today, random_secret()) ON CONFLICT DO NOTHING;
		SELECT s.salt INTO todays_salt FROM daily_salt s WHERE s.day = today;
	END IF;
	RETURN take_rate(what || ' ' || encode(sha256(todays_salt || convert_to(line, 'UTF8')), 'hex'), seconds, most, at);
END $$;

-- With what the program signs the checks that it hands out (src/kernel/visitor-check); made once for an installation.
CREATE TABLE visitor_check_secret (
	only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
	secret bytea NOT NULL
);
INSERT INTO visitor_check_secret (secret) VALUES (random_secret());
CREATE FUNCTION visitor_check_key() RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
	AS $$ SELECT secret FROM visitor_check_secret $$;

-- Checks that were used, until they would have expired anyway: each works once.
CREATE TABLE spent_check (
	id uuid PRIMARY KEY,
	-- For which page; never who.
	purpose text NOT NULL,
	spent_at timestamptz NOT NULL
);
CREATE INDEX spent_check_purpose ON spent_check (purpose, spent_at);
CREATE INDEX spent_check_age ON spent_check (spent_at);

-- Uses a check up; false when it was used before.
CREATE FUNCTION spend_check(check_id uuid, of_purpose text, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
	DELETE FROM spent_check WHERE spent_at < at - interval '1 day';
	INSERT INTO spent_check VALUES (check_id, of_purpose, at) ON CONFLICT DO NOTHING;
	RETURN FOUND;
END $$;

-- How many checks a page used lately: the more there are, the more work the next one costs.
CREATE FUNCTION checks_spent(of_purpose text, since timestamptz) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
	AS $$ SELECT count(*)::integer FROM spent_check WHERE purpose = of_purpose AND spent_at >= since $$;

-- Two more parts that can be made public, each a page on which residents can say something.
ALTER TABLE trajectory DROP CONSTRAINT trajectory_public_parts_check;
ALTER TABLE trajectory ADD CONSTRAINT trajectory_public_parts_check
	CHECK (public_parts <@ ARRAY['frame', 'analysis', 'agenda', 'plan', 'signals', 'recognition']);

-- Residents recognise or add (S0 §4): sentences about what was heard and seen, and what residents say of them.

-- A time in which residents are asked. Not on the site before it is published; who asks may take it off again.
CREATE TABLE recognition_round (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	number integer NOT NULL CHECK (number > 0),
	introduction text NOT NULL DEFAULT '',
	introduction_en text NOT NULL DEFAULT '',
	opens_on date NOT NULL,
	-- The last day; empty: until somebody fills it in.
	closes_on date,
	published_at timestamptz,
	created_by uuid,
	created_at timestamptz NOT NULL,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, trajectory_id, number),
	CHECK (closes_on >= opens_on),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE TRIGGER keep_version BEFORE UPDATE ON recognition_round FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('recognition_round',
	'published_at IS NOT NULL AND is_public(municipality_id, trajectory_id, ''recognition'')');

-- Whether the public may read what belongs to this round.
CREATE FUNCTION round_is_public(of_municipality uuid, of_round uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
	SELECT EXISTS (SELECT FROM recognition_round r WHERE r.municipality_id = of_municipality AND r.id = of_round
		AND r.published_at IS NOT NULL AND is_public(r.municipality_id, r.trajectory_id, 'recognition'))
$$;

-- What we heard and saw, in one short sentence; and later what was done with what residents said of it.
CREATE TABLE recognition_sentence (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	round_id uuid NOT NULL,
	theme text NOT NULL,
	position integer NOT NULL,
	text text NOT NULL,
	-- The same in English; empty: Dutch is shown.
	text_en text NOT NULL DEFAULT '',
	answer text NOT NULL DEFAULT '',
	answer_en text NOT NULL DEFAULT '',
	answered_at timestamptz,
	created_by uuid,
	created_at timestamptz NOT NULL,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	CHECK ((answer <> '') = (answered_at IS NOT NULL)),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, round_id) REFERENCES recognition_round
);
CREATE INDEX recognition_sentence_list ON recognition_sentence (municipality_id, round_id, position, id);
CREATE TRIGGER keep_version BEFORE UPDATE ON recognition_sentence FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('recognition_sentence', 'withdrawn_at IS NULL AND round_is_public(municipality_id, round_id)');

-- What a sentence rests on: findings, and sources that are no finding yet.
CREATE TABLE recognition_ground (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	sentence_id uuid NOT NULL,
	finding_id uuid,
	evidence_id uuid,
	PRIMARY KEY (municipality_id, id),
	UNIQUE NULLS NOT DISTINCT (municipality_id, sentence_id, finding_id, evidence_id),
	CHECK (num_nonnulls(finding_id, evidence_id) = 1),
	FOREIGN KEY (municipality_id, sentence_id) REFERENCES recognition_sentence,
	FOREIGN KEY (municipality_id, finding_id) REFERENCES finding,
	FOREIGN KEY (municipality_id, evidence_id) REFERENCES evidence
);
CREATE INDEX recognition_ground_finding ON recognition_ground (municipality_id, finding_id);
CREATE INDEX recognition_ground_evidence ON recognition_ground (municipality_id, evidence_id);
SELECT secure_tenant_table('recognition_ground', 'false', 'SELECT, INSERT, DELETE');

-- One time that a resident handed reactions in. Who that was is not kept: whoever has the secret link is its maker.
CREATE TABLE recognition_submission (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	round_id uuid NOT NULL,
	-- SHA-256 of the secret in the link.
	digest bytea NOT NULL,
	channel text NOT NULL CHECK (channel IN ('online', 'assisted')),
	-- The member who typed it in for a resident; empty when a resident did it alone.
	entered_by uuid,
	-- Rounded down to the hour.
	created_at timestamptz NOT NULL,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, digest),
	CHECK ((channel = 'assisted') = (entered_by IS NOT NULL)),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, round_id) REFERENCES recognition_round
);
CREATE INDEX ON recognition_submission (municipality_id, round_id);
SELECT secure_tenant_table('recognition_submission', 'false', 'SELECT');

-- What a resident says of one sentence. Without words it counts at once; words are read by a moderator first.
CREATE TABLE recognition_reaction (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	submission_id uuid NOT NULL,
	sentence_id uuid NOT NULL,
	kind text NOT NULL CHECK (kind IN ('recognise', 'differs', 'add')),
	remark text NOT NULL DEFAULT '',
	state text NOT NULL CHECK (state IN ('waiting', 'counted', 'refused', 'taken_back')),
	-- The source that its words became.
	evidence_id uuid,
	created_at timestamptz NOT NULL,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, submission_id, sentence_id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, submission_id) REFERENCES recognition_submission,
	FOREIGN KEY (municipality_id, sentence_id) REFERENCES recognition_sentence,
	FOREIGN KEY (municipality_id, evidence_id) REFERENCES evidence
);
CREATE INDEX recognition_reaction_sentence ON recognition_reaction (municipality_id, sentence_id, state, kind);
CREATE INDEX recognition_reaction_queue ON recognition_reaction (municipality_id, trajectory_id, created_at, id)
	WHERE remark <> '';
SELECT secure_tenant_table('recognition_reaction', 'false', 'SELECT, UPDATE');

-- The moderators' log: every decision about a reaction, with its reason. It holds no texts and anyone may read it; who
-- decided is for members.
CREATE TABLE recognition_judgement (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	round_id uuid NOT NULL,
	reaction_id uuid NOT NULL,
	outcome text NOT NULL CHECK (outcome IN ('accepted', 'refused')),
	reason text NOT NULL DEFAULT '',
	judged_by uuid,
	judged_at timestamptz NOT NULL,
	PRIMARY KEY (municipality_id, id),
	CHECK ((outcome = 'refused') = (reason <> '')),
	FOREIGN KEY (municipality_id, round_id) REFERENCES recognition_round,
	FOREIGN KEY (municipality_id, reaction_id) REFERENCES recognition_reaction
);
CREATE INDEX recognition_judgement_log ON recognition_judgement (municipality_id, round_id, judged_at DESC);
CREATE INDEX recognition_judgement_reaction ON recognition_judgement (municipality_id, reaction_id, judged_at DESC);
SELECT secure_tenant_table('recognition_judgement', 'round_is_public(municipality_id, round_id)', 'SELECT, INSERT');

-- The one way in for reactions, of visitors and of members who type them in for somebody: the public may not write in
-- the tables. `reactions` is a list of {sentence, kind, remark}. Says 'stored', 'stored_before' for a repeated request, or
-- 'closed' where the round is not open to this actor or a sentence is not of it; then nothing is stored.
CREATE FUNCTION hand_in_reactions(submission uuid, secret_digest bytea, of_round uuid, reactions jsonb, today date, at timestamptz)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	town uuid := app_municipality();
	asked recognition_round;
BEGIN
	IF EXISTS (SELECT FROM recognition_submission s
		WHERE s.municipality_id = town AND s.id = submission AND s.digest = secret_digest) THEN
		RETURN 'stored_before';
	END IF;
	-- Locked, so that it is not closed or taken off the site meanwhile.
	SELECT * INTO asked FROM recognition_round r
	WHERE r.municipality_id = town AND r.id = of_round AND r.published_at IS NOT NULL
		AND r.opens_on <= today AND (r.closes_on IS NULL OR r.closes_on >= today)
		AND is_public(r.municipality_id, r.trajectory_id, 'recognition')
	FOR SHARE;
	IF asked.id IS NULL OR EXISTS (
		SELECT FROM jsonb_array_elements(reactions) AS given
		WHERE NOT EXISTS (SELECT FROM recognition_sentence s
			WHERE s.municipality_id = town AND s.round_id = of_round AND s.withdrawn_at IS NULL
				AND s.id = (given ->> 'sentence')::uuid)
	) THEN
		RETURN 'closed';
	END IF;
	INSERT INTO recognition_submission (municipality_id, id, trajectory_id, round_id, digest, channel, entered_by, created_at)
	VALUES (town, submission, asked.trajectory_id, of_round, secret_digest,
		CASE WHEN app_is_member() THEN 'assisted' ELSE 'online' END,
		CASE WHEN app_is_member() THEN app_membership() END, date_trunc('hour', at));
	INSERT INTO recognition_reaction (municipality_id, id, trajectory_id, submission_id, sentence_id, kind, remark, state, created_at)
	SELECT town, gen_random_uuid(), asked.trajectory_id, submission, (given ->> 'sentence')::uuid, given ->> 'kind',
		given ->> 'remark', CASE WHEN given ->> 'remark' = '' THEN 'counted' ELSE 'waiting' END, date_trunc('hour', at)
	FROM jsonb_array_elements(reactions) AS given;
	RETURN 'stored';
END $$;

-- What whoever holds the secret handed in, with what became of it; no row for any other secret.
CREATE FUNCTION find_reactions(secret_digest bytea)
RETURNS TABLE (id uuid, area_name text, area_slug text, start_year smallint, page_is_public boolean, kind text, remark text, state text,
	handed_in_at timestamptz, reason text, sentence text, sentence_en text, answer text, answer_en text, answered_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT r.id, t.area_name, t.area_slug, t.start_year, round_is_public(s.municipality_id, s.round_id),
		r.kind, r.remark, r.state, r.created_at,
		(SELECT j.reason FROM recognition_judgement j
			WHERE j.municipality_id = r.municipality_id AND j.reaction_id = r.id ORDER BY j.judged_at DESC, j.id DESC LIMIT 1),
		n.text, n.text_en, n.answer, n.answer_en, n.answered_at
	FROM recognition_submission s
	JOIN trajectory t ON t.municipality_id = s.municipality_id AND t.id = s.trajectory_id
	JOIN recognition_reaction r ON r.municipality_id = s.municipality_id AND r.submission_id = s.id
	JOIN recognition_sentence n ON n.municipality_id = r.municipality_id AND n.id = r.sentence_id
	WHERE s.municipality_id = app_municipality() AND s.digest = secret_digest
	ORDER BY n.position, n.id
$$;

-- Takes one reaction back for whoever holds the secret, for good: its words go, also from the source that they became and
-- from what that source was before; what rests on the source shows that it was withdrawn. False when there is none.
CREATE FUNCTION take_back_reaction(secret_digest bytea, reaction uuid, why text, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	town uuid := app_municipality();
	source uuid;
BEGIN
	UPDATE recognition_reaction r SET state = 'taken_back', remark = '', version = r.version + 1
	FROM recognition_submission s
	WHERE r.municipality_id = town AND r.id = reaction AND s.municipality_id = town AND s.id = r.submission_id
		AND s.digest = secret_digest
	RETURNING r.evidence_id INTO source;
	IF NOT FOUND THEN RETURN false; END IF;
	IF source IS NOT NULL THEN
		UPDATE evidence e SET withdrawn_at = coalesce(e.withdrawn_at, at), withdrawn_reason = why,
			details = e.details || '{"remark": ""}'::jsonb, version = e.version + 1
		WHERE e.municipality_id = town AND e.id = source;
		DELETE FROM kept_version k WHERE k.municipality_id = town AND k.table_name = 'evidence' AND k.id = source;
	END IF;
	RETURN true;
END $$;

-- How many reactions of each kind count, per sentence, for pages that may not read the reactions themselves. The numbers
-- go through the gate before anyone sees them (statistics/disclosure).
CREATE FUNCTION count_reactions(sentences uuid[])
RETURNS TABLE (sentence_id uuid, kind text, count integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT r.sentence_id, r.kind, count(*)::integer
	FROM recognition_reaction r
	JOIN recognition_sentence n ON n.municipality_id = r.municipality_id AND n.id = r.sentence_id
	WHERE r.municipality_id = app_municipality() AND r.sentence_id = ANY (sentences) AND r.state = 'counted'
		AND (app_is_member() OR round_is_public(n.municipality_id, n.round_id))
	GROUP BY r.sentence_id, r.kind
$$;
