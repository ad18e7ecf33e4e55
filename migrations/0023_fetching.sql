-- Figures that are fetched from a service instead of handed in as files, and newer versions of them.

ALTER TABLE figure_import
	-- What to fetch: {service, table, only, title}; NULL for files. Never an address: those are settings.
	ADD COLUMN asked jsonb,
	ADD COLUMN records_read integer NOT NULL DEFAULT 0,
	-- NULL where the source does not say how many there are.
	ADD COLUMN records_total integer,
	DROP CONSTRAINT figure_import_state_check,
	ADD CHECK (state IN ('waiting', 'running', 'done', 'unchanged', 'failed', 'cancelled'));

ALTER TABLE publication
	-- What it was fetched as, so that it can be fetched again; NULL for files.
	ADD COLUMN asked jsonb,
	-- The version as the source writes it (a moment of change): another text is another version.
	ADD COLUMN source_version text;

-- What the sources have now, as it was found the last time somebody looked.
CREATE TABLE source_check (
	municipality_id uuid NOT NULL REFERENCES municipality,
	table_id text NOT NULL,
	title text,
	-- NULL when the source could not be asked; then `failure` says why.
	version text,
	failure jsonb,
	checked_at timestamptz NOT NULL,
	PRIMARY KEY (municipality_id, table_id)
);
SELECT secure_tenant_table('source_check', 'false');

-- How a publication differs from the one whose place it took, per series that both have: counted once, when it came in.
CREATE TABLE series_revision (
	municipality_id uuid NOT NULL,
	publication_id uuid NOT NULL,
	series_id integer NOT NULL,
	-- Areas with another value than before, with a value where there was none, and with none where there was one.
	revised integer NOT NULL,
	appeared integer NOT NULL,
	vanished integer NOT NULL,
	PRIMARY KEY (municipality_id, publication_id, series_id),
	FOREIGN KEY (municipality_id, publication_id) REFERENCES publication,
	FOREIGN KEY (municipality_id, series_id) REFERENCES series
);
SELECT secure_tenant_table('series_revision', 'publication_id IN (SELECT id FROM publication AS shown
	WHERE shown.municipality_id = app_municipality() AND shown.visibility = ''public'')', 'SELECT, INSERT');
