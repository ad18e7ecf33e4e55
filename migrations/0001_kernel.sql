-- What every feature stands on: the tenant, who is asking, what was done, and what it was before.

CREATE TABLE municipality (
	id uuid PRIMARY KEY,
	slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	name text NOT NULL,
	code text NOT NULL CHECK (code ~ '^GM[0-9]{4}$'),
	created_at timestamptz NOT NULL
);
-- Names of municipalities are public: a visitor finds one by its address.
GRANT SELECT ON municipality TO wijkagenda_app;

-- Who is asking, as the program sets it at the start of every transaction (src/server/database/transaction.ts).
CREATE FUNCTION app_municipality() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
	AS $$ SELECT nullif(current_setting('app.municipality', true), '')::uuid $$;
CREATE FUNCTION app_membership() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
	AS $$ SELECT nullif(current_setting('app.membership', true), '')::uuid $$;
CREATE FUNCTION app_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
	AS $$ SELECT nullif(current_setting('app.organisation', true), '')::uuid $$;
-- 'member' for someone who signed in to this municipality and for the program's own work; anything else is the public.
CREATE FUNCTION app_is_member() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
	AS $$ SELECT coalesce(current_setting('app.audience', true) = 'member', false) $$;

-- Puts a table under the tenant's row-level security. `public_rows` says which rows the public may read;
-- writing is for members only.
CREATE FUNCTION secure_tenant_table(target regclass, public_rows text, rights text DEFAULT 'SELECT, INSERT, UPDATE')
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
	EXECUTE format(
		'CREATE POLICY reading ON %s FOR SELECT USING (municipality_id = app_municipality() AND (app_is_member() OR (%s)))',
		target, public_rows);
	EXECUTE format(
		'CREATE POLICY adding ON %s FOR INSERT WITH CHECK (municipality_id = app_municipality() AND app_is_member())', target);
	EXECUTE format(
		'CREATE POLICY changing ON %s FOR UPDATE USING (municipality_id = app_municipality() AND app_is_member()) WITH CHECK (municipality_id = app_municipality() AND app_is_member())', target);
	EXECUTE format(
		'CREATE POLICY removing ON %s FOR DELETE USING (municipality_id = app_municipality() AND app_is_member())', target);
	EXECUTE format('GRANT %s ON %s TO wijkagenda_app', rights, target);
END $$;

-- One row for every command that was carried out: the audit trail, and the receipt that makes a repeated
-- request answer what the first one answered. Texts that people wrote are not kept here.
CREATE TABLE command_record (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	command text NOT NULL,
	membership_id uuid,
	at timestamptz NOT NULL,
	trajectory_id uuid,
	subject_id uuid,
	input_hash text NOT NULL,
	result jsonb NOT NULL,
	PRIMARY KEY (municipality_id, id)
);
CREATE INDEX ON command_record (municipality_id, trajectory_id, at);
SELECT secure_tenant_table('command_record', 'false', 'SELECT, INSERT');

-- What a row was before it was changed. Filled by a trigger, so that no code path can forget it.
CREATE TABLE kept_version (
	municipality_id uuid NOT NULL,
	table_name text NOT NULL,
	id uuid NOT NULL,
	version integer NOT NULL,
	content jsonb NOT NULL,
	kept_at timestamptz NOT NULL DEFAULT now(),
	PRIMARY KEY (municipality_id, table_name, id, version)
);
SELECT secure_tenant_table('kept_version', 'false', 'SELECT, INSERT');

CREATE FUNCTION keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' OR NEW.version <> OLD.version THEN
		INSERT INTO kept_version (municipality_id, table_name, id, version, content)
		VALUES (OLD.municipality_id, TG_TABLE_NAME, OLD.id, OLD.version, to_jsonb(OLD));
	END IF;
	RETURN coalesce(NEW, OLD);
END $$;

-- How often the public did something, per window of time.
CREATE UNLOGGED TABLE rate_limit (
	key text NOT NULL,
	window_start timestamptz NOT NULL,
	count integer NOT NULL,
	PRIMARY KEY (key, window_start)
);
-- Counts one attempt; false when there were more than `most` within the window of `seconds`.
CREATE FUNCTION take_rate(rate_key text, seconds integer, most integer, at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	bucket timestamptz := to_timestamp(floor(extract(epoch FROM at) / seconds) * seconds);
	used integer;
BEGIN
	DELETE FROM rate_limit WHERE window_start < at - interval '1 day';
	INSERT INTO rate_limit VALUES (rate_key, bucket, 1)
	ON CONFLICT (key, window_start) DO UPDATE SET count = rate_limit.count + 1
	RETURNING count INTO used;
	RETURN used <= most;
END $$;

-- Frameworks, criteria, checklists and guides: versioned content, copied to each municipality from content/.
CREATE TABLE content_version (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	kind text NOT NULL CHECK (kind IN ('framework', 'criteria', 'preconditions', 'phases', 'guide')),
	key text NOT NULL,
	version integer NOT NULL,
	content jsonb NOT NULL,
	created_at timestamptz NOT NULL,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, kind, key, version)
);
SELECT secure_tenant_table('content_version', 'true', 'SELECT, INSERT');
