-- Finding back what was brought in: the words of every source, as PostgreSQL's Dutch text search stems them. One row a
-- word and source, looked up by equality: row-level security keeps the operators of text search away from an index, and
-- equality is let through.

CREATE TABLE evidence_word (
	municipality_id uuid NOT NULL,
	trajectory_id uuid NOT NULL,
	-- A stem as to_tsvector('dutch') gives it, compared byte by byte.
	word text COLLATE "C" NOT NULL,
	evidence_id uuid NOT NULL,
	PRIMARY KEY (municipality_id, trajectory_id, word, evidence_id)
);
-- To the public only the words of sources that it can read.
SELECT secure_tenant_table('evidence_word',
	'EXISTS (SELECT FROM evidence e WHERE e.municipality_id = evidence_word.municipality_id AND e.id = evidence_word.evidence_id)',
	'SELECT, INSERT, DELETE');

-- The stems of a text, each once; of nothing at all, none. Ids are no words.
CREATE FUNCTION words_of(said text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT tsvector_to_array(to_tsvector('dutch', fold_name(regexp_replace(left(said, 200000),
	'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', ' ', 'gi')))) $$;

-- All that a source says: its title, its place, and every text among what its kind tells.
CREATE FUNCTION said_by(title text, place text, details jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT concat_ws(' ', title, place, (SELECT string_agg(told #>> '{}', ' ')
	FROM jsonb_path_query(details, 'strict $.**') AS told WHERE jsonb_typeof(told) = 'string')) $$;

CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	now_said text[] := words_of(said_by(NEW.title, NEW.place, NEW.details));
	said_before text[];
BEGIN
	IF TG_OP = 'UPDATE' THEN
		said_before := words_of(said_by(OLD.title, OLD.place, OLD.details));
		DELETE FROM evidence_word WHERE municipality_id = OLD.municipality_id AND trajectory_id = OLD.trajectory_id
			AND evidence_id = OLD.id AND word = ANY (said_before) AND NOT word = ANY (now_said);
	END IF;
	INSERT INTO evidence_word (municipality_id, trajectory_id, word, evidence_id)
	SELECT NEW.municipality_id, NEW.trajectory_id, word, NEW.id FROM unnest(now_said) AS word
	WHERE said_before IS NULL OR NOT word = ANY (said_before);
	RETURN NULL;
END $$;
CREATE TRIGGER words_of_new AFTER INSERT ON evidence FOR EACH ROW EXECUTE FUNCTION keep_words();
CREATE TRIGGER words_of_changed AFTER UPDATE OF title, place, details ON evidence
	FOR EACH ROW EXECUTE FUNCTION keep_words();

CREATE FUNCTION forget_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM evidence_word WHERE municipality_id = OLD.municipality_id AND trajectory_id = OLD.trajectory_id
		AND evidence_id = OLD.id AND word = ANY (words_of(said_by(OLD.title, OLD.place, OLD.details)));
	RETURN NULL;
END $$;
CREATE TRIGGER words_of_removed AFTER DELETE ON evidence FOR EACH ROW EXECUTE FUNCTION forget_words();

INSERT INTO evidence_word (municipality_id, trajectory_id, word, evidence_id)
SELECT municipality_id, trajectory_id, word, id FROM evidence, unnest(words_of(said_by(title, place, details))) AS word;
