-- What the writer of a private note marked in it: passages before there is a source. They become passages of the source
-- when the note is shared; until then they are as private as the note itself (`own_notes`).
ALTER TABLE logbook_note ADD COLUMN marks jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(marks) = 'array');

-- A page that was gone back to, and sent again with other words, is no repeated request: whoever sends it is told, and
-- nothing is lost in silence. 'same' for a request that is sent twice, 'other' where the id or the secret is taken.
DROP FUNCTION is_posted_signal;
CREATE FUNCTION posted_signal(post_id uuid, its_follow bytea, its_about text, its_place text, its_text text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT CASE WHEN bool_and((p.id, p.follow_digest, p.about, p.place, p.text)
			= (post_id, its_follow, its_about, its_place, its_text)) THEN 'same' ELSE 'other' END
	FROM signal_post p
	WHERE p.municipality_id = app_municipality() AND (p.id = post_id OR p.follow_digest = its_follow)
	HAVING count(*) > 0
$$;
REVOKE ALL ON FUNCTION posted_signal FROM PUBLIC;
GRANT EXECUTE ON FUNCTION posted_signal TO wijkagenda_app;

-- The same for reactions: as in 0029, but 'stored_other' when one of them is not what was handed in before.
CREATE OR REPLACE FUNCTION hand_in_reactions(submission uuid, secret_digest bytea, of_round uuid, reactions jsonb, today date, at timestamptz)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	town uuid := app_municipality();
	asked recognition_round;
BEGIN
	IF EXISTS (SELECT FROM recognition_submission s
		WHERE s.municipality_id = town AND s.id = submission AND s.digest = secret_digest) THEN
		RETURN CASE WHEN EXISTS (
			SELECT FROM jsonb_array_elements(reactions) AS given
			WHERE NOT EXISTS (SELECT FROM recognition_reaction r
				WHERE r.municipality_id = town AND r.submission_id = submission
					AND r.sentence_id = (given ->> 'sentence')::uuid
					AND (r.state = 'taken_back' OR (r.kind, r.remark) = (given ->> 'kind', given ->> 'remark')))
		) THEN 'stored_other' ELSE 'stored_before' END;
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
