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
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, person_id) REFERENCES person,
	FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisation
);
CREATE UNIQUE INDEX one_active_membership ON membership (municipality_id, person_id, organisation_id, role)
	WHERE ended_at IS NULL;
SELECT secure_tenant_table('membership', 'false');

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
CREATE TABLE mail (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	recipient text NOT NULL,
	subject text NOT NULL,
	body text NOT NULL,
	created_at timestamptz NOT NULL,
	sent_at timestamptz,
	failed_at timestamptz,
	failure text,
	attempts integer NOT NULL DEFAULT 0,
	PRIMARY KEY (municipality_id, id)
);
CREATE INDEX unsent_mail ON mail (created_at) WHERE sent_at IS NULL AND failed_at IS NULL;
SELECT secure_tenant_table('mail', 'false', 'SELECT, INSERT, UPDATE, DELETE');

-- Who holds this secret: the only way past the tenant's wall, and it gives one row for one secret.
CREATE FUNCTION find_session(secret_digest bytea, at timestamptz)
RETURNS TABLE (municipality_id uuid, municipality_slug text, municipality_name text, membership_id uuid, person_id uuid,
	organisation_id uuid, organisation_name text, role text, person_name text, language text, kind text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
	SELECT g.id, g.slug, g.name, m.id, p.id, o.id, o.name, m.role, p.name, p.language, s.kind
	FROM session s
	JOIN membership m ON m.municipality_id = s.municipality_id AND m.id = s.membership_id
	JOIN person p ON p.municipality_id = m.municipality_id AND p.id = m.person_id
	JOIN organisation o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
	JOIN municipality g ON g.id = m.municipality_id
	WHERE s.digest = secret_digest AND s.ended_at IS NULL AND s.expires_at > at AND m.ended_at IS NULL
$$;

-- Every active membership behind an e-mail address, over all municipalities: for sending sign-in links only.
CREATE FUNCTION find_memberships(address text)
RETURNS TABLE (municipality_id uuid, municipality_name text, membership_id uuid, organisation_name text, role text, language text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
	SELECT g.id, g.name, m.id, o.name, m.role, p.language
	FROM person p
	JOIN membership m ON m.municipality_id = p.municipality_id AND m.person_id = p.id AND m.ended_at IS NULL
	JOIN organisation o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
	JOIN municipality g ON g.id = p.municipality_id
	WHERE p.email = lower(trim(address))
	ORDER BY g.name, m.created_at
$$;

-- Uses a sign-in link up: gives its membership once, and nothing the second time.
CREATE FUNCTION use_sign_in_link(secret_digest bytea, at timestamptz)
RETURNS TABLE (municipality_id uuid, membership_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
BEGIN
	RETURN QUERY
	WITH used AS (
		UPDATE sign_in_link l SET used_at = at
		WHERE l.digest = secret_digest AND l.used_at IS NULL AND l.expires_at > at
			AND EXISTS (SELECT FROM membership m WHERE m.municipality_id = l.municipality_id AND m.id = l.membership_id AND m.ended_at IS NULL)
		RETURNING l.municipality_id, l.membership_id
	), accepted AS (
		UPDATE membership m SET accepted_at = coalesce(m.accepted_at, at)
		FROM used WHERE m.municipality_id = used.municipality_id AND m.id = used.membership_id
	)
	SELECT used.municipality_id, used.membership_id FROM used;
END $$;

-- Memberships that anyone may take on with one click. Only the example has any; the program does not ask in production.
CREATE FUNCTION find_personas()
RETURNS TABLE (municipality_id uuid, municipality_slug text, municipality_name text, membership_id uuid, persona text, role text, organisation_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
	SELECT g.id, g.slug, g.name, m.id, m.persona, m.role, o.name
	FROM membership m
	JOIN organisation o ON o.municipality_id = m.municipality_id AND o.id = m.organisation_id
	JOIN municipality g ON g.id = m.municipality_id
	WHERE m.persona IS NOT NULL AND m.ended_at IS NULL
	ORDER BY g.name, m.created_at, m.id
$$;
