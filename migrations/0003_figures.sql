-- Areas as published for one year, and the figures about them.

CREATE TABLE area (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
	code text NOT NULL,
	boundary_year smallint NOT NULL,
	level text NOT NULL CHECK (level IN ('country', 'municipality', 'district', 'neighbourhood')),
	name text NOT NULL,
	parent_code text,
	PRIMARY KEY (municipality_id, id),
	UNIQUE (municipality_id, code, boundary_year)
);
CREATE INDEX area_children ON area (municipality_id, parent_code, boundary_year);
CREATE INDEX area_name ON area (municipality_id, lower(name) text_pattern_ops);
-- Published by CBS for everyone.
SELECT secure_tenant_table('area', 'true');

CREATE TABLE publication (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	table_id text NOT NULL,
	title text NOT NULL,
	publisher text NOT NULL,
	licence text NOT NULL,
	period text NOT NULL,
	boundary_year smallint NOT NULL,
	kind text NOT NULL CHECK (kind IN ('count', 'register', 'survey', 'model_estimate', 'forecast', 'experience')),
	published_on date,
	retrieved_at timestamptz NOT NULL,
	checksum text NOT NULL,
	visibility text NOT NULL DEFAULT 'public' CHECK (visibility IN ('participants', 'public')),
	-- Whom the figures are about, where that is not everyone: {nl, en}.
	population jsonb,
	-- Whether every municipality of the country is in it, so that a place among all areas can be told.
	covers_country boolean NOT NULL DEFAULT false,
	replaced_at timestamptz,
	created_at timestamptz NOT NULL,
	PRIMARY KEY (municipality_id, id)
);
CREATE INDEX publication_table ON publication (municipality_id, table_id, period);
SELECT secure_tenant_table('publication', 'visibility = ''public''');

CREATE TABLE series (
	municipality_id uuid NOT NULL,
	id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
	publication_id uuid NOT NULL,
	measure text NOT NULL,
	indicator text,
	title text NOT NULL,
	unit text NOT NULL DEFAULT '',
	decimals smallint NOT NULL DEFAULT 0,
	period text NOT NULL,
	position integer NOT NULL DEFAULT 0,
	PRIMARY KEY (municipality_id, id),
	FOREIGN KEY (municipality_id, publication_id) REFERENCES publication,
	UNIQUE (municipality_id, publication_id, measure, period)
);
CREATE INDEX series_indicator ON series (municipality_id, indicator);
SELECT secure_tenant_table('series', 'true');

-- One published number, or the reason why there is none. Narrow on purpose: the country has 700,000 of them a year.
CREATE TABLE figure (
	municipality_id uuid NOT NULL,
	series_id integer NOT NULL,
	area_id integer NOT NULL,
	value double precision,
	missing text CHECK (missing IN ('not_published', 'unknown_or_secret', 'cannot_occur', 'suppressed')),
	PRIMARY KEY (municipality_id, series_id, area_id),
	CHECK ((value IS NULL) <> (missing IS NULL))
);
SELECT secure_tenant_table('figure', 'true', 'SELECT, INSERT, UPDATE, DELETE');
-- The same rule as every tenant table has, looked up once per statement instead of once per row: 700,000 rows at a time.
DROP POLICY adding ON figure;
CREATE POLICY adding ON figure FOR INSERT
	WITH CHECK (municipality_id = (SELECT app_municipality()) AND (SELECT app_is_member()));

-- The values of all areas of one level in the country, so that the place of any value among them is one binary search:
-- `breaks` are the different values in order, `below[i]` counts the areas with a value lower than breaks[i], and the
-- last of `below` counts all areas with a value.
CREATE TABLE series_spread (
	municipality_id uuid NOT NULL,
	series_id integer NOT NULL,
	level text NOT NULL CHECK (level IN ('municipality', 'district', 'neighbourhood')),
	breaks double precision[] NOT NULL,
	below integer[] NOT NULL,
	PRIMARY KEY (municipality_id, series_id, level),
	CHECK (cardinality(below) = cardinality(breaks) + 1)
);
-- Read often and written once: not compressed.
ALTER TABLE series_spread ALTER COLUMN breaks SET STORAGE EXTERNAL, ALTER COLUMN below SET STORAGE EXTERNAL;
SELECT secure_tenant_table('series_spread', 'true', 'SELECT, INSERT');

-- An import that is running, or what became of it.
CREATE TABLE figure_import (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	file_names text[] NOT NULL,
	-- What the files do not say themselves: {table, title, year}.
	options jsonb NOT NULL DEFAULT '{}',
	state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'unchanged', 'failed')),
	bytes_total bigint NOT NULL DEFAULT 0,
	bytes_read bigint NOT NULL DEFAULT 0,
	areas_read integer NOT NULL DEFAULT 0,
	figures_read integer NOT NULL DEFAULT 0,
	failure jsonb,
	notes text[] NOT NULL DEFAULT '{}',
	publication_id uuid,
	membership_id uuid,
	created_at timestamptz NOT NULL,
	-- When the process that carries it out last said so: one that is silent has died.
	heard_at timestamptz,
	finished_at timestamptz,
	PRIMARY KEY (municipality_id, id)
);
CREATE INDEX figure_import_list ON figure_import (municipality_id, created_at DESC);
SELECT secure_tenant_table('figure_import', 'false');
