-- What erasing did not reach: the words of a signal's course, the address of whoever handed it in, and former versions of
-- what a resident takes back.

-- Steps are added and never changed, but for one thing: with the signal that they are about, their words go.
GRANT UPDATE (text) ON signal_step TO wijkagenda_app;
CREATE POLICY only_clearing ON signal_step AS RESTRICTIVE FOR UPDATE USING ((SELECT app_clears()));

-- As before (0028_signals.sql), and what its moderator's decision kept of it goes at once.
CREATE OR REPLACE FUNCTION take_back_signal(secret_digest bytea, why text, at timestamptz) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	post signal_post;
BEGIN
	SELECT * INTO post FROM signal_post p WHERE p.municipality_id = app_municipality() AND p.follow_digest = secret_digest FOR UPDATE;
	IF post.id IS NULL OR post.state = 'taken_back' THEN RETURN post.trajectory_id; END IF;
	UPDATE signal_post p SET state = 'taken_back', text = '', place = '' WHERE p.municipality_id = post.municipality_id AND p.id = post.id;
	DELETE FROM kept_version k WHERE k.municipality_id = post.municipality_id AND k.table_name = 'signal_post' AND k.id = post.id;
	UPDATE evidence e SET withdrawn_at = at, withdrawn_reason = why, version = e.version + 1
	WHERE e.municipality_id = post.municipality_id AND e.id = post.id AND e.withdrawn_at IS NULL;
	DELETE FROM signal_address a WHERE a.municipality_id = post.municipality_id AND a.signal_post_id = post.id;
	RETURN post.trajectory_id;
END $$;

-- Forgets where residents wanted to hear of these posts, with mail that is still on its way there and nowhere else. Only for
-- what clears (features/retention).
CREATE FUNCTION forget_addresses_of(posts uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
	WITH gone AS (
		DELETE FROM signal_address a
		WHERE app_clears() AND a.municipality_id = app_municipality() AND a.signal_post_id = ANY (posts)
		RETURNING a.municipality_id, a.signal_post_id, a.email)
	DELETE FROM mail m USING gone
	WHERE m.municipality_id = gone.municipality_id AND m.forgets_recipient AND m.recipient = gone.email
		AND NOT EXISTS (SELECT FROM signal_address o WHERE o.municipality_id = gone.municipality_id AND o.email = gone.email
			AND NOT o.signal_post_id = ANY (posts))
$$;
REVOKE ALL ON FUNCTION forget_addresses_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_addresses_of TO wijkagenda_app;
