-- A silent round: everybody writes in the form on their own first; what they wrote becomes visible to all at once when
-- the round is closed (S4 §3.5: whoever speaks loudest is easily heard).

CREATE TABLE silent_round (
	municipality_id uuid NOT NULL,
	id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	-- What people are asked to write about; '' for the whole form.
	question text NOT NULL DEFAULT '',
	opened_at timestamptz NOT NULL,
	opened_by uuid,
	-- When the clock stands at nothing; null without a clock. It closes nothing: whoever leads does.
	ends_at timestamptz,
	closed_at timestamptz,
	closed_by uuid,
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, trajectory_id) REFERENCES trajectory
);
CREATE INDEX ON silent_round (municipality_id, trajectory_id, opened_at);
CREATE UNIQUE INDEX one_open_silent_round ON silent_round (municipality_id, trajectory_id) WHERE closed_at IS NULL;
CREATE TRIGGER keep_version BEFORE UPDATE ON silent_round FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('silent_round', 'false');

-- For policies: the reader of an entry may not be allowed to see the round itself.
CREATE FUNCTION silent_round_closed(municipality uuid, round uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT closed_at IS NOT NULL FROM silent_round WHERE municipality_id = municipality AND id = round
$$;

-- In which silent round an entry was written. A trigger fills it in, so that no way into the form can forget it.
CREATE FUNCTION write_in_silent_round() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
	SELECT id INTO NEW.round_id FROM silent_round
	WHERE municipality_id = NEW.municipality_id AND trajectory_id = NEW.trajectory_id AND closed_at IS NULL;
	RETURN NEW;
END $$;

-- While the round is open, nobody but its writer reads an entry; not whoever leads either.
CREATE FUNCTION keep_silent(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('ALTER TABLE %s ADD COLUMN round_id uuid', target);
	EXECUTE format('ALTER TABLE %s ADD FOREIGN KEY (municipality_id, round_id) REFERENCES silent_round', target);
	EXECUTE format('CREATE INDEX ON %s (municipality_id, round_id) WHERE round_id IS NOT NULL', target);
	EXECUTE format(
		'CREATE TRIGGER write_in_silent_round BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION write_in_silent_round()',
		target);
	EXECUTE format(
		'CREATE POLICY silence ON %s AS RESTRICTIVE FOR SELECT USING (round_id IS NULL OR created_by = app_membership() OR silent_round_closed(municipality_id, round_id))',
		target);
END $$;
SELECT keep_silent('finding');
SELECT keep_silent('provision');
SELECT keep_silent('knowledge_need');

-- The same for what such an entry was before.
CREATE POLICY silence ON kept_version AS RESTRICTIVE FOR SELECT USING (
	content->>'round_id' IS NULL
	OR content->>'created_by' = app_membership()::text
	OR silent_round_closed(municipality_id, (content->>'round_id')::uuid));

-- How many entries by how many people, before anybody may read them.
CREATE FUNCTION silent_round_progress(municipality uuid, round uuid, OUT entries bigint, OUT writers bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT count(*), count(DISTINCT created_by) FROM (
		SELECT created_by FROM finding WHERE municipality_id = municipality AND round_id = round AND withdrawn_at IS NULL
		UNION ALL
		SELECT created_by FROM provision WHERE municipality_id = municipality AND round_id = round AND withdrawn_at IS NULL
		UNION ALL
		SELECT created_by FROM knowledge_need WHERE municipality_id = municipality AND round_id = round AND withdrawn_at IS NULL
	) AS entry
	WHERE municipality = app_municipality() AND app_is_member()
$$;
