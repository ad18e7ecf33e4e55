-- Figures of the municipality itself: a file on its way in, the raw counts behind what is shown, and what people said
-- about both. What comes out of the gate is a publication like any other.

CREATE TABLE own_import (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	file_name text NOT NULL,
	format text NOT NULL CHECK (format IN ('xlsx', 'csv')),
	-- SHA-256 of the file, to know it again.
	fingerprint text NOT NULL,
	-- [{name, rows, columns}], without what is in them.
	sheets jsonb NOT NULL,
	state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'imported', 'withdrawn')),
	-- What each column is, and what the figures mean, as a person said it (own-layout.ts, own-meaning.ts).
	layout jsonb,
	meaning jsonb,
	-- The codes of areas whose names were not known, or fitted several, as they were chosen.
	area_choices jsonb NOT NULL DEFAULT '{}',
	-- Rows with problems are left out: chosen by a person, never by itself.
	leaves_out boolean NOT NULL DEFAULT false,
	-- The import whose mapping was proposed again.
	remembered_from uuid,
	-- The table that files of this kind are, year after year.
	table_id text,
	publication_id uuid,
	-- The publication whose place it took; it stands again when this one is withdrawn.
	predecessor_id uuid,
	-- What was imported: how many rows, areas, figures, how many were protected.
	outcome jsonb,
	created_by uuid,
	created_at timestamptz NOT NULL,
	imported_by uuid,
	imported_at timestamptz,
	withdrawn_at timestamptz,
	withdrawn_reason text NOT NULL DEFAULT '',
	version integer NOT NULL DEFAULT 1,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, remembered_from) REFERENCES own_import,
	FOREIGN KEY (municipality_id, publication_id) REFERENCES publication,
	FOREIGN KEY (municipality_id, predecessor_id) REFERENCES publication
);
CREATE INDEX own_import_list ON own_import (municipality_id, created_at DESC, id);
CREATE INDEX own_import_fingerprint ON own_import (municipality_id, fingerprint);
CREATE INDEX ON own_import (municipality_id, publication_id) WHERE publication_id IS NOT NULL;
CREATE TRIGGER keep_version BEFORE UPDATE ON own_import FOR EACH ROW EXECUTE FUNCTION keep_version();
SELECT secure_tenant_table('own_import', 'false');

-- Whether this transaction is the import that passes counts through the gate (own-raw.server.ts); nothing else is.
CREATE FUNCTION app_reads_raw_counts() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
	AS $$ SELECT coalesce(current_setting('app.raw_counts', true) = 'gate', false) $$;

-- What stands in a file, until it is imported or put aside: for whoever brought it and nobody else.
CREATE TABLE own_file_sheet (
	municipality_id uuid NOT NULL,
	import_id uuid NOT NULL,
	position integer NOT NULL,
	-- The membership of whoever brought it.
	owner_id uuid NOT NULL,
	name text NOT NULL,
	-- [[index of the row, [cells]]].
	rows jsonb NOT NULL,
	PRIMARY KEY (municipality_id, import_id, position),
	FOREIGN KEY (municipality_id, import_id) REFERENCES own_import
);
SELECT secure_tenant_table('own_file_sheet', 'false', 'SELECT, INSERT, DELETE');
CREATE POLICY only_who_brought_it ON own_file_sheet AS RESTRICTIVE FOR SELECT
	USING (owner_id = (SELECT app_membership()) OR (SELECT app_reads_raw_counts()));

-- The numbers as they were counted, kept so that they can pass the gate again when more or fewer people may see them.
-- No page, export or API answer reads them: a transaction that does not say that it is the gate sees no row.
CREATE TABLE own_count (
	municipality_id uuid NOT NULL,
	import_id uuid NOT NULL,
	n integer NOT NULL,
	measure text NOT NULL,
	period text NOT NULL,
	category text NOT NULL,
	area_code text NOT NULL,
	value double precision,
	missing text,
	part double precision,
	base double precision,
	PRIMARY KEY (municipality_id, import_id, n),
	CHECK ((value IS NULL) <> (missing IS NULL)),
	FOREIGN KEY (municipality_id, import_id) REFERENCES own_import
);
SELECT secure_tenant_table('own_count', 'false', 'SELECT, INSERT');
CREATE POLICY only_the_gate ON own_count AS RESTRICTIVE FOR SELECT USING ((SELECT app_reads_raw_counts()));

-- What more of it means and whether it is shown only to who asks, for what the catalogue does not know.
ALTER TABLE series
	ADD COLUMN direction text CHECK (direction IN ('favourable', 'unfavourable', 'neither')),
	ADD COLUMN sensitivity text CHECK (sensitivity IN ('none', 'sensitive'));
