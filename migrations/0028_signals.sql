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
	-- Follows its evidence: what was taken back is on no agenda.
	withdrawn_at timestamptz,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory,
	FOREIGN KEY (municipality_id, id) REFERENCES evidence,
	FOREIGN KEY (municipality_id, participant_id) REFERENCES participant
);
CREATE INDEX ON signal (municipality_id, trajectory_id, created_at);
CREATE INDEX open_signal ON signal (municipality_id, trajectory_id, created_at)
	WHERE state IN ('open', 'looking', 'reported') AND withdrawn_at IS NULL;
CREATE TRIGGER keep_version BEFORE UPDATE ON signal FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('signal', 'false');

CREATE FUNCTION withdraw_signal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE signal SET withdrawn_at = NEW.withdrawn_at WHERE municipality_id = NEW.municipality_id AND id = NEW.id;
	RETURN NEW;
END $$;
CREATE TRIGGER withdraw_signal AFTER UPDATE ON evidence FOR EACH ROW
	WHEN (NEW.kind = 'signal' AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at) EXECUTE FUNCTION withdraw_signal();

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

-- What residents without an account handed in, as long as nobody has looked at it and afterwards. Let in, it becomes evidence
-- and a signal under the same id.
CREATE TABLE signal_post (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	about text NOT NULL CHECK (about IN ('place', 'pattern')),
	place text NOT NULL DEFAULT '',
	text text NOT NULL,
	language text NOT NULL CHECK (language IN ('nl', 'en')),
	-- Opens the page on which whoever handed it in follows it.
	follow_digest bytea NOT NULL UNIQUE,
	state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'let_in', 'set_aside', 'taken_back')),
	-- Why it was set aside; whoever handed it in reads it.
	reason text NOT NULL DEFAULT '',
	created_at timestamptz NOT NULL,
	decided_at timestamptz,
	decided_by uuid,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	CHECK (state <> 'set_aside' OR reason <> ''),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE INDEX ON signal_post (municipality_id, trajectory_id, created_at) WHERE state = 'waiting';
CREATE TRIGGER keep_version BEFORE UPDATE ON signal_post FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('signal_post', 'false', 'SELECT, UPDATE');

-- Where a resident wants to hear what becomes of one signal. The program itself can read none of it: the functions below
-- write to it, confirm it and forget it, and that is all.
CREATE TABLE signal_address (
	municipality_id uuid NOT NULL,
	signal_post_id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	email text NOT NULL,
	language text NOT NULL,
	-- Of the links that were mailed to this address and nowhere else.
	digests bytea[] NOT NULL,
	-- Whose voice the signal counts as: the same for signals that this address handed in within this trajectory.
	side_id uuid NOT NULL,
	created_at timestamptz NOT NULL,
	confirmed_at timestamptz,
	PRIMARY KEY (municipality_id, signal_post_id),
	FOREIGN KEY (municipality_id, signal_post_id) REFERENCES signal_post
);
CREATE INDEX ON signal_address USING gin (digests);
-- No policy: whoever asks, nothing is there.
ALTER TABLE signal_address ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON signal_address TO wijkagenda_app;

-- Mail with a calendar file, and mail to somebody who has no account: of that, the address goes with the text.
ALTER TABLE mail
	ADD COLUMN calendar text NOT NULL DEFAULT '',
	ADD COLUMN forgets_recipient boolean NOT NULL DEFAULT false;

DROP FUNCTION take_mail;
CREATE FUNCTION take_mail(at timestamptz, lease integer, most integer)
RETURNS TABLE (municipality_id uuid, id uuid, recipient text, subject text, body text, calendar text, attempts integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
	UPDATE mail SET failed_at = at, body = '', calendar = '', failure = coalesce(failure, 'expired'),
		recipient = CASE WHEN forgets_recipient THEN '' ELSE recipient END
	WHERE sent_at IS NULL AND failed_at IS NULL AND expires_at <= at;
	DELETE FROM mail WHERE coalesce(sent_at, failed_at) < at - interval '30 days';
	RETURN QUERY
	UPDATE mail SET attempts = mail.attempts + 1, send_after = at + make_interval(secs => lease)
	FROM (
		SELECT m.municipality_id, m.id FROM mail m
		WHERE m.sent_at IS NULL AND m.failed_at IS NULL AND m.send_after <= at
		ORDER BY m.send_after LIMIT most FOR UPDATE SKIP LOCKED
	) due
	WHERE mail.municipality_id = due.municipality_id AND mail.id = due.id
	RETURNING mail.municipality_id, mail.id, mail.recipient, mail.subject, mail.body, mail.calendar, mail.attempts;
END $$;

CREATE OR REPLACE FUNCTION mail_was_sent(of_municipality uuid, of_mail uuid, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
	UPDATE mail SET sent_at = at, body = '', calendar = '', failure = NULL,
		recipient = CASE WHEN forgets_recipient THEN '' ELSE recipient END
	WHERE municipality_id = of_municipality AND id = of_mail
$$;

-- A mail server may name the address in its refusal, so of such mail the reason is not kept once it was given up.
CREATE OR REPLACE FUNCTION mail_was_refused(of_municipality uuid, of_mail uuid, at timestamptz, reason text, next_at timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
	UPDATE mail SET failure = CASE WHEN forgets_recipient THEN 'refused' ELSE reason END,
		send_after = coalesce(next_at, send_after),
		failed_at = CASE WHEN next_at IS NULL THEN at END,
		body = CASE WHEN next_at IS NULL THEN '' ELSE body END,
		calendar = CASE WHEN next_at IS NULL THEN '' ELSE calendar END,
		recipient = CASE WHEN next_at IS NULL AND forgets_recipient THEN '' ELSE recipient END
	WHERE municipality_id = of_municipality AND id = of_mail AND sent_at IS NULL
$$;

-- Stores what a visitor hands in, where the trajectory opened that; the same id twice is the same signal. With an address
-- it also puts the mail that asks to confirm it in the outbox.
CREATE FUNCTION post_signal(of_trajectory uuid, post_id uuid, its_about text, its_place text, its_text text, its_language text,
	its_follow bytea, at timestamptz, address text, address_digest bytea, new_side uuid, mail_id uuid, mail_subject text,
	mail_body text, until timestamptz)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	here uuid := app_municipality();
	is_new boolean;
BEGIN
	IF NOT is_public(here, of_trajectory, 'signals') THEN RETURN; END IF;
	INSERT INTO signal_post (municipality_id, id, trajectory_id, about, place, text, language, follow_digest, created_at)
	VALUES (here, post_id, of_trajectory, its_about, its_place, its_text, its_language, its_follow, at)
	ON CONFLICT DO NOTHING;
	GET DIAGNOSTICS is_new = ROW_COUNT;
	IF NOT is_new OR address IS NULL THEN RETURN; END IF;
	INSERT INTO signal_address (municipality_id, signal_post_id, trajectory_id, email, language, digests, side_id, created_at)
	VALUES (here, post_id, of_trajectory, address, its_language, ARRAY[address_digest],
		coalesce((SELECT a.side_id FROM signal_address a WHERE a.municipality_id = here AND a.trajectory_id = of_trajectory
			AND a.email = address LIMIT 1), new_side), at);
	INSERT INTO mail (municipality_id, id, recipient, subject, body, created_at, expires_at, send_after, forgets_recipient)
	VALUES (here, mail_id, address, mail_subject, mail_body, at, until, at, true);
END $$;
REVOKE ALL ON FUNCTION post_signal FROM PUBLIC;
GRANT EXECUTE ON FUNCTION post_signal TO wijkagenda_app;

-- Whether this post is there already, whoever asks: for a request that is sent twice.
CREATE FUNCTION is_posted_signal(post_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT EXISTS (SELECT FROM signal_post p WHERE p.municipality_id = app_municipality() AND p.id = post_id)
$$;
REVOKE ALL ON FUNCTION is_posted_signal FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_posted_signal TO wijkagenda_app;

-- What whoever holds this secret may follow: their own words, and what became of them as far as a meeting was closed.
CREATE FUNCTION followed_signal(secret_digest bytea)
RETURNS TABLE (id uuid, trajectory_id uuid, place text, text text, created_at timestamptz, post_state text, reason text,
	state text, has_address boolean, steps jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT p.id, p.trajectory_id, p.place, p.text, p.created_at, p.state, p.reason, s.state,
		EXISTS (SELECT FROM signal_address a WHERE a.municipality_id = p.municipality_id AND a.signal_post_id = p.id
			AND a.confirmed_at IS NOT NULL),
		coalesce((SELECT jsonb_agg(jsonb_build_object('kind', t.kind, 'text', CASE WHEN t.kind = 'reported' THEN '' ELSE t.text END,
				'organisation', o.name, 'on', coalesce(m.held_on, (t.created_at AT TIME ZONE 'Europe/Amsterdam')::date)) ORDER BY t.number)
			FROM signal_step t
			LEFT JOIN core_meeting m ON m.municipality_id = t.municipality_id AND m.id = t.core_meeting_id
			LEFT JOIN participant c ON c.municipality_id = t.municipality_id AND c.id = t.participant_id
			LEFT JOIN organisation o ON o.municipality_id = c.municipality_id AND o.id = c.organisation_id
			WHERE t.municipality_id = s.municipality_id AND t.signal_id = s.id AND (m.id IS NULL OR m.state = 'closed')), '[]')
	FROM signal_post p
	LEFT JOIN signal s ON s.municipality_id = p.municipality_id AND s.id = p.id
	WHERE p.municipality_id = app_municipality() AND p.follow_digest = secret_digest
$$;
REVOKE ALL ON FUNCTION followed_signal FROM PUBLIC;
GRANT EXECUTE ON FUNCTION followed_signal TO wijkagenda_app;

-- Takes a signal back, by the secret of whoever handed it in: its evidence with it, and the address. Gives the trajectory.
CREATE FUNCTION take_back_signal(secret_digest bytea, why text, at timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	post signal_post;
BEGIN
	SELECT * INTO post FROM signal_post p WHERE p.municipality_id = app_municipality() AND p.follow_digest = secret_digest FOR UPDATE;
	IF post.id IS NULL OR post.state = 'taken_back' THEN RETURN post.trajectory_id; END IF;
	UPDATE signal_post p SET state = 'taken_back', text = '', place = '' WHERE p.municipality_id = post.municipality_id AND p.id = post.id;
	UPDATE evidence e SET withdrawn_at = at, withdrawn_reason = why, version = e.version + 1
	WHERE e.municipality_id = post.municipality_id AND e.id = post.id AND e.withdrawn_at IS NULL;
	DELETE FROM signal_address a WHERE a.municipality_id = post.municipality_id AND a.signal_post_id = post.id;
	RETURN post.trajectory_id;
END $$;
REVOKE ALL ON FUNCTION take_back_signal FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_back_signal TO wijkagenda_app;

-- What the page behind a mailed link says; no row when the address was forgotten.
CREATE FUNCTION find_signal_address(secret_digest bytea)
RETURNS TABLE (trajectory_id uuid, place text, confirmed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT a.trajectory_id, p.place, a.confirmed_at IS NOT NULL
	FROM signal_address a
	JOIN signal_post p ON p.municipality_id = a.municipality_id AND p.id = a.signal_post_id
	WHERE a.municipality_id = app_municipality() AND secret_digest = ANY (a.digests)
$$;
REVOKE ALL ON FUNCTION find_signal_address FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_signal_address TO wijkagenda_app;

-- Whoever reads the mail says that the address is theirs. Gives whether there was one. A signal that was let in meanwhile counts from
-- now on as the voice of one resident.
CREATE FUNCTION confirm_signal_address(secret_digest bytea, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	found_address signal_address;
BEGIN
	UPDATE signal_address a SET confirmed_at = coalesce(a.confirmed_at, at)
	WHERE a.municipality_id = app_municipality() AND secret_digest = ANY (a.digests) RETURNING * INTO found_address;
	UPDATE signal s SET side_id = found_address.side_id
	WHERE s.municipality_id = found_address.municipality_id AND s.id = found_address.signal_post_id AND s.side_id IS NULL;
	RETURN found_address.email IS NOT NULL;
END $$;
REVOKE ALL ON FUNCTION confirm_signal_address FROM PUBLIC;
GRANT EXECUTE ON FUNCTION confirm_signal_address TO wijkagenda_app;

CREATE FUNCTION stop_signal_address(secret_digest bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
	DELETE FROM signal_address a WHERE a.municipality_id = app_municipality() AND secret_digest = ANY (a.digests)
$$;
REVOKE ALL ON FUNCTION stop_signal_address FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stop_signal_address TO wijkagenda_app;

-- Of these posts: which residents hear what becomes of them, in which language and as whose voice. Not where.
CREATE FUNCTION signal_listeners(posts uuid[]) RETURNS TABLE (id uuid, language text, side_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT a.signal_post_id, a.language, a.side_id FROM signal_address a
	WHERE a.municipality_id = app_municipality() AND app_is_member() AND a.signal_post_id = ANY (posts)
		AND a.confirmed_at IS NOT NULL
$$;
REVOKE ALL ON FUNCTION signal_listeners FROM PUBLIC;
GRANT EXECUTE ON FUNCTION signal_listeners TO wijkagenda_app;

-- Puts the news about one signal in the outbox for the resident who wanted to hear it; with the last news the address goes.
CREATE FUNCTION mail_signal_news(post_id uuid, link_digest bytea, mail_id uuid, mail_subject text, mail_body text,
	at timestamptz, until timestamptz, is_last boolean)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	found_address signal_address;
BEGIN
	UPDATE signal_address a SET digests = a.digests || link_digest
	WHERE a.municipality_id = app_municipality() AND app_is_member() AND a.signal_post_id = post_id
		AND a.confirmed_at IS NOT NULL
	RETURNING * INTO found_address;
	IF found_address.email IS NOT NULL THEN
		INSERT INTO mail (municipality_id, id, recipient, subject, body, created_at, expires_at, send_after, forgets_recipient)
		VALUES (found_address.municipality_id, mail_id, found_address.email, mail_subject, mail_body, at, until, at, true);
	END IF;
	-- Also an address that nobody confirmed: there is nothing left to tell.
	IF is_last AND app_is_member() THEN
		DELETE FROM signal_address a WHERE a.municipality_id = app_municipality() AND a.signal_post_id = post_id;
	END IF;
	RETURN found_address.email IS NOT NULL;
END $$;
REVOKE ALL ON FUNCTION mail_signal_news FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mail_signal_news TO wijkagenda_app;

-- Forgets addresses that nobody confirmed within a week, and any after a year; and those of mail that was not sent in time.
CREATE FUNCTION forget_signal_addresses(at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	gone integer;
BEGIN
	DELETE FROM signal_address a WHERE coalesce(a.confirmed_at + interval '1 year', a.created_at + interval '7 days') < at;
	GET DIAGNOSTICS gone = ROW_COUNT;
	UPDATE mail SET recipient = '', body = '', failed_at = at, failure = 'expired'
	WHERE forgets_recipient AND recipient <> '' AND expires_at <= at;
	RETURN gone;
END $$;
REVOKE ALL ON FUNCTION forget_signal_addresses FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_signal_addresses TO wijkagenda_app;
