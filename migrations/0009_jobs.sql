-- Work that outlives a request. The queue is graphile-worker's, in a schema of its own that it keeps up to date itself
-- (src/server/jobs.server.ts); the program's role adds to it through this function, in the transaction of the command
-- that asks for the work. Before the first worker has run there is no queue yet, and whoever waits is found at its start.
CREATE FUNCTION add_job(task text, payload jsonb, job_key text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	IF to_regproc('graphile_worker.add_job') IS NULL THEN RETURN; END IF;
	EXECUTE 'SELECT graphile_worker.add_job($1, $2::json, job_key := $3, max_attempts := 3)'
		USING task, payload, job_key;
END $$;
REVOKE ALL ON FUNCTION add_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add_job TO wijkagenda_app;
