-- Finding back, the best match first: how much a source says a word, also what its photos show, and choices of its form
-- as what they are.

DROP TRIGGER words_of_new ON evidence;
DROP TRIGGER words_of_changed ON evidence;
DROP TRIGGER words_of_removed ON evidence;
DROP FUNCTION keep_words();
DROP FUNCTION forget_words();
DROP FUNCTION said_by(text, text, jsonb);

TRUNCATE evidence_word;
ALTER TABLE evidence_word
	-- 3: in its title; 2: in the name of its place, or more than once; 1: once. 0: for members only, of a photo that
	-- not everybody may see.
	ADD COLUMN weight smallint NOT NULL CHECK (weight BETWEEN 0 AND 3),
	DROP CONSTRAINT evidence_word_pkey,
	-- Read from the index alone: a common word stands in half of all sources.
	ADD PRIMARY KEY (municipality_id, trajectory_id, word, evidence_id) INCLUDE (weight);

-- Whether whoever asks sees a source. A function of its own: members need not even plan for what the public may see.
CREATE FUNCTION sees_source(of_municipality uuid, source uuid) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
	RETURN EXISTS (SELECT FROM evidence e WHERE e.municipality_id = of_municipality AND e.id = source);
END $$;
-- The same rows as before. Who asks is looked at once and not for every row, of which there are tens of thousands.
DROP POLICY reading ON evidence_word;
CREATE POLICY reading ON evidence_word FOR SELECT USING (
	municipality_id = (SELECT app_municipality())
	AND ((SELECT app_is_member()) OR (weight > 0 AND sees_source(municipality_id, evidence_id))));
-- Only the triggers below write.
REVOKE INSERT, DELETE ON evidence_word FROM wijkagenda_app;

-- Every text among what a kind tells. Ids and choices are none, and of a conversation the answers are, not the questions,
-- which are the same in all of them.
CREATE FUNCTION told_in(details jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT string_agg(told #>> '{}', ' ') FROM (
	SELECT jsonb_path_query(details - ARRAY['placeKind', 'busy', 'who', 'mood', 'order', 'speaker', 'speakerRole', 'guide',
		'channel', 'askedBy', 'enteredFrom', 'madeBy', 'companions', 'sectors', 'about', 'nature', 'heardFrom', 'sentenceId',
		'answer', 'answers'], 'strict $.**') AS told
	UNION ALL SELECT jsonb_path_query(details, '$.answers[*].answer')) AS every
	WHERE jsonb_typeof(told) = 'string' $$;

-- What was chosen in a form and not written, as `:field=choice`: no stem begins with a colon.
CREATE FUNCTION chosen_in(details jsonb) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT DISTINCT ':' || field || '=' || (choice #>> '{}')
	FROM unnest(ARRAY['placeKind', 'busy', 'who', 'mood', 'order', 'speaker', 'madeBy', 'nature']) AS field,
		jsonb_path_query(details -> field, 'lax $[*]') AS choice
	WHERE jsonb_typeof(choice) = 'string' $$;

-- The stems of a text; ids are no words.
CREATE FUNCTION vector_of(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT to_tsvector('dutch', fold_name(regexp_replace(left(coalesce(said, ''), 200000),
	'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', ' ', 'gi'))) $$;
CREATE OR REPLACE FUNCTION words_of(said text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT tsvector_to_array(vector_of(said)) $$;

-- The stems of a source with their weights; `open` and `inside` are what its photos show everybody and members only.
CREATE FUNCTION weighed_words(title text, place text, details jsonb, open text, inside text)
RETURNS TABLE (word text, weight smallint) LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT said.word, max(said.weight)::smallint FROM (
	SELECT lexeme AS word, CASE WHEN 'A' = ANY (weights) THEN 3 WHEN 'B' = ANY (weights) OR cardinality(positions) > 1 THEN 2
		ELSE 1 END AS weight
	FROM unnest(setweight(vector_of(title), 'A') || setweight(vector_of(place), 'B') || vector_of(concat_ws(' ', told_in(details), open)))
	UNION ALL SELECT unnest(tsvector_to_array(vector_of(inside))), 0
	UNION ALL SELECT chosen_in(details), 1) AS said
	GROUP BY said.word $$;

-- What stands in the descriptions of the photos of a source but one, for everybody or for members only.
CREATE FUNCTION seen_on_others(of_municipality uuid, of_evidence uuid, but uuid, for_all boolean) RETURNS text LANGUAGE sql STABLE
AS $$ SELECT string_agg(description, ' ') FROM attachment WHERE municipality_id = of_municipality AND evidence_id = of_evidence
	AND id IS DISTINCT FROM but AND state = 'stored' AND withdrawn_at IS NULL AND (consent <> 'agreed') = for_all $$;

-- The triggers write with the rights of the owner, for row-level security has no say in what a source's words are.
CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	open text; inside text; before text[]; now_said text[]; weights smallint[];
BEGIN
	IF TG_OP = 'DELETE' THEN
		DELETE FROM evidence_word WHERE municipality_id = OLD.municipality_id AND trajectory_id = OLD.trajectory_id
			AND evidence_id = OLD.id AND word = ANY (ARRAY(SELECT word FROM weighed_words(OLD.title, OLD.place, OLD.details, '', '')));
		RETURN NULL;
	END IF;
	IF TG_OP = 'UPDATE' THEN
		open := seen_on_others(NEW.municipality_id, NEW.id, NULL, true);
		inside := seen_on_others(NEW.municipality_id, NEW.id, NULL, false);
		before := ARRAY(SELECT word FROM weighed_words(OLD.title, OLD.place, OLD.details, open, inside));
	END IF;
	SELECT array_agg(word), array_agg(weight) INTO now_said, weights
		FROM weighed_words(NEW.title, NEW.place, NEW.details, open, inside);
	DELETE FROM evidence_word WHERE municipality_id = NEW.municipality_id AND trajectory_id = NEW.trajectory_id
		AND evidence_id = NEW.id AND word = ANY (before) AND NOT word = ANY (coalesce(now_said, '{}'));
	INSERT INTO evidence_word (municipality_id, trajectory_id, word, evidence_id, weight)
	SELECT NEW.municipality_id, NEW.trajectory_id, word, NEW.id, weight FROM unnest(now_said, weights) AS said (word, weight)
	ON CONFLICT (municipality_id, trajectory_id, word, evidence_id) DO UPDATE SET weight = excluded.weight
		WHERE evidence_word.weight <> excluded.weight;
	RETURN NULL;
END $$;
CREATE TRIGGER words_of_new AFTER INSERT ON evidence FOR EACH ROW EXECUTE FUNCTION keep_words();
CREATE TRIGGER words_of_changed AFTER UPDATE OF title, place, details ON evidence
	FOR EACH ROW EXECUTE FUNCTION keep_words();
CREATE TRIGGER words_of_removed AFTER DELETE ON evidence FOR EACH ROW EXECUTE FUNCTION keep_words();

CREATE FUNCTION keep_seen_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	one attachment := coalesce(NEW, OLD);
	source evidence;
	open text; inside text; before text[]; now_said text[]; weights smallint[];
	was_shown boolean := TG_OP <> 'INSERT' AND OLD.state = 'stored' AND OLD.withdrawn_at IS NULL;
	is_shown boolean := TG_OP <> 'DELETE' AND NEW.state = 'stored' AND NEW.withdrawn_at IS NULL;
BEGIN
	IF NOT was_shown AND NOT is_shown THEN RETURN NULL; END IF;
	SELECT * INTO source FROM evidence WHERE municipality_id = one.municipality_id AND id = one.evidence_id;
	open := seen_on_others(one.municipality_id, one.evidence_id, one.id, true);
	inside := seen_on_others(one.municipality_id, one.evidence_id, one.id, false);
	IF was_shown THEN
		before := ARRAY(SELECT word FROM weighed_words(source.title, source.place, source.details,
			concat_ws(' ', open, OLD.description), inside));
	END IF;
	IF is_shown AND NEW.consent <> 'agreed' THEN open := concat_ws(' ', open, NEW.description); END IF;
	IF is_shown AND NEW.consent = 'agreed' THEN inside := concat_ws(' ', inside, NEW.description); END IF;
	SELECT array_agg(word), array_agg(weight) INTO now_said, weights
		FROM weighed_words(source.title, source.place, source.details, open, inside);
	DELETE FROM evidence_word WHERE municipality_id = source.municipality_id AND trajectory_id = source.trajectory_id
		AND evidence_id = source.id AND word = ANY (before) AND NOT word = ANY (coalesce(now_said, '{}'));
	INSERT INTO evidence_word (municipality_id, trajectory_id, word, evidence_id, weight)
	SELECT source.municipality_id, source.trajectory_id, word, source.id, weight FROM unnest(now_said, weights) AS said (word, weight)
	ON CONFLICT (municipality_id, trajectory_id, word, evidence_id) DO UPDATE SET weight = excluded.weight
		WHERE evidence_word.weight <> excluded.weight;
	RETURN NULL;
END $$;
CREATE TRIGGER words_of_seen AFTER INSERT OR DELETE OR UPDATE OF state, description, consent, withdrawn_at ON attachment
	FOR EACH ROW EXECUTE FUNCTION keep_seen_words();

INSERT INTO evidence_word (municipality_id, trajectory_id, word, evidence_id, weight)
SELECT e.municipality_id, e.trajectory_id, said.word, e.id, said.weight FROM evidence e, weighed_words(e.title, e.place, e.details,
	seen_on_others(e.municipality_id, e.id, NULL, true), seen_on_others(e.municipality_id, e.id, NULL, false)) AS said;

-- Who brought something in, for the choices of a filter: from one organisation to the next, however much each brought.
CREATE INDEX evidence_bringer ON evidence (municipality_id, trajectory_id, organisation_id, visibility) WHERE withdrawn_at IS NULL;
