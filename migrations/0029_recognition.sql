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
