-- Organisations, people, what they are here (memberships), and how they come in.

CREATE TABLE organisation (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	name text NOT NULL,
	sector text NOT NULL CHECK (sector IN ('municipality', 'welfare', 'housing', 'care', 'safety', 'education',
		'volunteers', 'residents', 'faith', 'business', 'other')),
	created_at timestamptz NOT NULL,
	ended_at timestamptz,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id)
);
CREATE UNIQUE INDEX organisation_name ON organisation (municipality_id, lower(name));
CREATE TRIGGER keep_version BEFORE UPDATE ON organisation FOR EACH ROW EXECUTE FUNCTION keep_version();
-- Names of organisations stand under what is public; they are no personal data.
SELECT secure_tenant_table('organisation', 'true');

CREATE TABLE person (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	email text NOT NULL CHECK (email = lower(email)),
	name text NOT NULL,
	language text NOT NULL DEFAULT 'nl' CHECK (language IN ('nl', 'en')),
	created_at timestamptz NOT NULL,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, email)
);
SELECT secure_tenant_table('person', 'false');

CREATE TABLE membership (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	person_id uuid NOT NULL,
	organisation_id uuid NOT NULL,
	role text NOT NULL CHECK (role IN ('administrator', 'process_manager', 'analyst', 'professional',
		'resident_representative', 'decision_maker', 'reader')),
	persona text,
	invited_by uuid,
	created_at timestamptz NOT NULL,
	accepted_at timestamptz,
	ended_at timestamptz,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, person_id) REFERENCES person,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
CREATE UNIQUE INDEX one_active_membership ON membership (municipality_id, person_id, organisation_id, role)
	WHERE ended_at IS NULL;
SELECT secure_tenant_table('membership', 'false');
CREATE TRIGGER keep_version BEFORE UPDATE ON membership FOR EACH ROW EXECUTE FUNCTION keep_version();

-- Secrets are kept as SHA-256 digests; the secret itself is only ever with its holder.
CREATE TABLE sign_in_link (
	municipality_id uuid NOT NULL,
	digest bytea NOT NULL UNIQUE,
	membership_id uuid NOT NULL,
	created_at timestamptz NOT NULL,
	expires_at timestamptz NOT NULL,
	used_at timestamptz,
	PRIMARY KEY (municipality_id, digest),
	FOREIGN KEY (municipality_id, membership_id) REFERENCES membership
);
SELECT secure_tenant_table('sign_in_link', 'false', 'SELECT, INSERT');

CREATE TABLE session (
	municipality_id uuid NOT NULL,
	digest bytea NOT NULL UNIQUE,
	membership_id uuid NOT NULL,
	kind text NOT NULL CHECK (kind IN ('browser', 'token')),
	label text NOT NULL DEFAULT '',
	created_at timestamptz NOT NULL,
	expires_at timestamptz NOT NULL,
	ended_at timestamptz,
	PRIMARY KEY (municipality_id, digest),
	FOREIGN KEY (municipality_id, membership_id) REFERENCES membership
);
CREATE INDEX ON session (municipality_id, membership_id);
SELECT secure_tenant_table('session', 'false');

-- Mail that is to be sent, or was. Without SMTP settings this is what the local outbox page shows.
-- The body is emptied once it was sent: it holds a link that signs somebody in.
CREATE TABLE mail (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	recipient text NOT NULL,
	subject text NOT NULL,
	body text NOT NULL,
	created_at timestamptz NOT NULL,
	-- After this moment its link no longer works and sending it makes no sense.
	expires_at timestamptz NOT NULL,
	-- The next attempt; while a copy of the program is sending it, the moment that another may take over.
	send_after timestamptz NOT NULL,
	sent_at timestamptz,
	failed_at timestamptz,
	failure text,
	attempts integer NOT NULL DEFAULT 0,
	PRIMARY KEY (municipality_id, id)
);
CREATE INDEX unsent_mail ON mail (send_after) WHERE sent_at IS NULL AND failed_at IS NULL;
SELECT secure_tenant_table('mail', 'false', 'SELECT, INSERT');

-- Who holds this secret: the only way past the tenant's wall, and it gives one row for one secret.
CREATE FUNCTION find_session(secret_digest bytea, at timestamptz)
RETURNS TABLE (municipality_id uuid, municipality_slug text, municipality_name text, membership_id uuid, person_id uuid,
	organisation_id uuid, organisation_name text, role text, person_name text, language text, kind text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT g.id, g.slug, g.name, m.id, p.id, o.id, o.name, m.role, p.name, p.language, s.kind
	FROM session s
	JOIN membership m ON m.municipality_id = s.municipality_id AND m.id = s.membership_id
	JOIN person p ON p.municipality_id = m.municipality_id AND p.id = m.person_id
	JOIN organisation o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
	JOIN municipality g ON g.id = m.municipality_id
	WHERE s.digest = secret_digest AND s.ended_at IS NULL AND s.expires_at > at AND m.ended_at IS NULL
$$;

-- Says on whose behalf the transaction runs, and whether the session that the program remembers still holds: it has not
-- ended, and the membership is what it was. Without a session to check the answer is yes.
CREATE FUNCTION enter_scope(municipality uuid, membership uuid, organisation uuid, is_member boolean,
	secret_digest bytea, in_role text, at timestamptz) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('app.municipality', coalesce(municipality::text, ''), true),
		set_config('app.membership', coalesce(membership::text, ''), true),
		set_config('app.organisation', coalesce(organisation::text, ''), true),
		set_config('app.audience', CASE WHEN is_member THEN 'member' ELSE 'public' END, true);
	RETURN secret_digest IS NULL OR EXISTS (
		SELECT FROM session s
		JOIN membership m ON m.municipality_id = s.municipality_id AND m.id = s.membership_id
		WHERE s.municipality_id = enter_scope.municipality AND s.digest = secret_digest
			AND s.membership_id = enter_scope.membership AND s.ended_at IS NULL AND s.expires_at > at
			AND m.ended_at IS NULL AND m.role = in_role AND m.organisation_id = enter_scope.organisation
	);
END $$;

-- Every active membership behind an e-mail address, over all municipalities: for sending sign-in links only.
CREATE FUNCTION find_memberships(address text)
RETURNS TABLE (municipality_id uuid, municipality_name text, membership_id uuid, organisation_name text, role text, language text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT g.id, g.name, m.id, o.name, m.role, p.language
	FROM person p
	JOIN membership m ON m.municipality_id = p.municipality_id AND m.person_id = p.id AND m.ended_at IS NULL
	JOIN organisation o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
	JOIN municipality g ON g.id = p.municipality_id
	WHERE p.email = lower(trim(address))
	ORDER BY g.name, m.created_at
$$;

-- Puts sign-in links and the mail that holds them in the outbox, for memberships of this address and no other.
CREATE FUNCTION post_sign_in_mail(address text, memberships uuid[], digests bytea[], at timestamptz, until timestamptz,
	mail_id uuid, mail_subject text, mail_body text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	sender uuid;
BEGIN
	INSERT INTO sign_in_link (municipality_id, digest, membership_id, created_at, expires_at)
	SELECT m.municipality_id, wanted.digest, m.id, at, until
	FROM unnest(memberships, digests) AS wanted (membership_id, digest)
	JOIN membership m ON m.id = wanted.membership_id AND m.ended_at IS NULL
	JOIN person p ON p.municipality_id = m.municipality_id AND p.id = m.person_id AND p.email = address;
	SELECT municipality_id INTO sender FROM sign_in_link WHERE digest = ANY (digests) ORDER BY municipality_id LIMIT 1;
	IF sender IS NOT NULL THEN
		INSERT INTO mail (municipality_id, id, recipient, subject, body, created_at, expires_at, send_after)
		VALUES (sender, mail_id, address, mail_subject, mail_body, at, until, at);
	END IF;
END $$;

-- What the page behind a sign-in link shows before anything is used up; no row when the link is spent.
CREATE FUNCTION find_sign_in_link(secret_digest bytea, at timestamptz)
RETURNS TABLE (municipality_name text, organisation_name text, role text, person_name text, language text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT g.name, o.name, m.role, p.name, p.language
	FROM sign_in_link l
	JOIN membership m ON m.municipality_id = l.municipality_id AND m.id = l.membership_id AND m.ended_at IS NULL
	JOIN person p ON p.municipality_id = m.municipality_id AND p.id = m.person_id
	JOIN organisation o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
	JOIN municipality g ON g.id = m.municipality_id
	WHERE l.digest = secret_digest AND l.used_at IS NULL AND l.expires_at > at
$$;

-- Uses a sign-in link up: makes a session of it once, and gives nothing the second time.
CREATE FUNCTION use_sign_in_link(secret_digest bytea, session_digest bytea, at timestamptz, until timestamptz)
RETURNS TABLE (municipality_slug text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	link sign_in_link;
BEGIN
	UPDATE sign_in_link l SET used_at = at
	WHERE l.digest = secret_digest AND l.used_at IS NULL AND l.expires_at > at
		AND EXISTS (SELECT FROM membership m WHERE m.municipality_id = l.municipality_id AND m.id = l.membership_id AND m.ended_at IS NULL)
	RETURNING * INTO link;
	IF link.digest IS NULL THEN RETURN; END IF;
	UPDATE membership m SET accepted_at = coalesce(m.accepted_at, at)
	WHERE m.municipality_id = link.municipality_id AND m.id = link.membership_id;
	INSERT INTO session (municipality_id, digest, membership_id, kind, created_at, expires_at)
	VALUES (link.municipality_id, session_digest, link.membership_id, 'browser', at, until);
	RETURN QUERY SELECT g.slug FROM municipality g WHERE g.id = link.municipality_id;
END $$;

-- A session as one of the example's personas; gives nothing for any other membership.
CREATE FUNCTION take_persona(of_membership uuid, session_digest bytea, at timestamptz, until timestamptz)
RETURNS TABLE (municipality_slug text)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
	WITH taken AS (
		INSERT INTO session (municipality_id, digest, membership_id, kind, created_at, expires_at)
		SELECT m.municipality_id, session_digest, m.id, 'browser', at, until
		FROM membership m WHERE m.id = of_membership AND m.persona IS NOT NULL AND m.ended_at IS NULL
		RETURNING municipality_id
	)
	SELECT g.slug FROM taken JOIN municipality g ON g.id = taken.municipality_id
$$;

-- Ends the session that this secret opens, whoever asks: knowing the secret is the right to end it.
CREATE FUNCTION end_session(secret_digest bytea, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
	UPDATE session SET ended_at = at WHERE digest = secret_digest AND ended_at IS NULL
$$;

-- Hands out mail that is due, for `lease` seconds: several copies of the program never hold the same one at once, and
-- what a copy that died was sending comes back by itself.
CREATE FUNCTION take_mail(at timestamptz, lease integer, most integer)
RETURNS TABLE (municipality_id uuid, id uuid, recipient text, subject text, body text, attempts integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
	UPDATE mail SET failed_at = at, body = '', failure = coalesce(failure, 'expired')
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
	RETURNING mail.municipality_id, mail.id, mail.recipient, mail.subject, mail.body, mail.attempts;
END $$;

CREATE FUNCTION mail_was_sent(of_municipality uuid, of_mail uuid, at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
	UPDATE mail SET sent_at = at, body = '', failure = NULL WHERE municipality_id = of_municipality AND id = of_mail
$$;

-- Try again at `next_at`; never when that is null.
CREATE FUNCTION mail_was_refused(of_municipality uuid, of_mail uuid, at timestamptz, reason text, next_at timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
	UPDATE mail SET failure = reason, send_after = coalesce(next_at, send_after),
		failed_at = CASE WHEN next_at IS NULL THEN at END, body = CASE WHEN next_at IS NULL THEN '' ELSE body END
	WHERE municipality_id = of_municipality AND id = of_mail AND sent_at IS NULL
$$;

-- The local outbox page, where no mail server is set; the program asks only then, and never in production.
CREATE FUNCTION list_mail(most integer)
RETURNS TABLE (id uuid, recipient text, subject text, body text, created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT id, recipient, subject, body, created_at FROM mail ORDER BY created_at DESC, id DESC LIMIT most
$$;

-- Memberships that anyone may take on with one click. Only the example has any; the program does not ask in production.
CREATE FUNCTION find_personas()
RETURNS TABLE (municipality_id uuid, municipality_slug text, municipality_name text, membership_id uuid, persona text, role text, organisation_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT g.id, g.slug, g.name, m.id, m.persona, m.role, o.name
	FROM membership m
	JOIN organisation o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
	JOIN municipality g ON g.id = m.municipality_id
	WHERE m.persona IS NOT NULL AND m.ended_at IS NULL
	ORDER BY g.name, m.created_at, m.id
$$;
