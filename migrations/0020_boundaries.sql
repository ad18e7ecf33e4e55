-- The geography: what CBS says of an area's boundary and postcode, its shape per year, what became of codes, and how
-- an area is found.

-- Against the year before: 1 the same, 2 another code, 3 another boundary; null where no publication says it.
ALTER TABLE area ADD COLUMN boundary_change smallint CHECK (boundary_change BETWEEN 1 AND 3);
-- The four digits that most addresses have (MeestVoorkomendePostcode).
ALTER TABLE area ADD COLUMN postcode text CHECK (postcode ~ '^[1-9][0-9]{3}$');

-- Files with boundaries or with changes of codes, and boundaries fetched from a service, on their way in and after.
CREATE TABLE boundary_import (
	municipality_id uuid NOT NULL REFERENCES municipality,
	id uuid NOT NULL,
	kind text NOT NULL CHECK (kind IN ('shapes', 'changes')),
	source text NOT NULL CHECK (source IN ('file', 'pdok')),
	file_name text NOT NULL,
	-- Null where the file itself says it, in every row of changes.
	boundary_year smallint,
	-- Who made what the file holds, and under which licence; null when nobody said.
	publisher text,
	licence text,
	state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
	-- How many areas or changes were read.
	items integer NOT NULL DEFAULT 0,
	-- What the source holds that could not be used, and why.
	notes jsonb NOT NULL DEFAULT '[]',
	failure jsonb,
	membership_id uuid,
	created_at timestamptz NOT NULL,
	heard_at timestamptz,
	finished_at timestamptz,
	-- Changes of codes can be taken back; then they hold no longer.
	withdrawn_at timestamptz,
	PRIMARY KEY (municipality_id, id)
);
CREATE INDEX ON boundary_import (municipality_id, created_at DESC);
SELECT secure_tenant_table('boundary_import', 'state = ''done''');

-- An area as it was in a year, small enough for a map: WGS84 in steps of 0.00001 degree (src/features/areas/shape.ts).
-- `code` is compared byte by byte, so that the areas of one municipality stand together.
CREATE TABLE area_shape (
	municipality_id uuid NOT NULL,
	boundary_year smallint NOT NULL,
	level text NOT NULL CHECK (level IN ('municipality', 'district', 'neighbourhood')),
	code text COLLATE "C" NOT NULL,
	-- For a map of a municipality, and for a map of the country.
	fine bytea NOT NULL,
	coarse bytea NOT NULL,
	-- Water only: nobody lives there, so it is drawn as water and never as an area without a figure.
	is_water boolean NOT NULL,
	-- The source says that the boundary is approximate.
	is_approximate boolean NOT NULL,
	import_id uuid NOT NULL,
	PRIMARY KEY (municipality_id, boundary_year, level, code),
	FOREIGN KEY (municipality_id, import_id) REFERENCES boundary_import
);
-- Deltas do not get smaller by compressing them.
ALTER TABLE area_shape ALTER COLUMN fine SET STORAGE EXTERNAL, ALTER COLUMN coarse SET STORAGE MAIN;
CREATE INDEX ON area_shape (municipality_id, import_id);
SELECT secure_tenant_table('area_shape', 'true', 'SELECT, INSERT, UPDATE, DELETE');

-- What became of a code: from `year` on, the area `to_code` holds `share` of what `from_code` was.
CREATE TABLE area_change (
	municipality_id uuid NOT NULL,
	year smallint NOT NULL,
	from_code text COLLATE "C" NOT NULL,
	to_code text COLLATE "C" NOT NULL,
	-- Of the old area's inhabitants or homes, as the file has it; null when it does not say.
	share double precision CHECK (share > 0 AND share <= 1),
	import_id uuid NOT NULL,
	PRIMARY KEY (municipality_id, from_code, year, to_code),
	FOREIGN KEY (municipality_id, import_id) REFERENCES boundary_import
);
CREATE INDEX ON area_change (municipality_id, to_code, year);
CREATE INDEX ON area_change (municipality_id, import_id);
SELECT secure_tenant_table('area_change', 'true', 'SELECT, INSERT, UPDATE, DELETE');

-- Small letters and digits without accents, one space between words: how names are compared.
CREATE FUNCTION fold_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURNS NULL ON NULL INPUT
AS $$ SELECT btrim(regexp_replace(translate(
	replace(replace(replace(lower(name), 'æ', 'ae'), 'œ', 'oe'), 'ĳ', 'ij'),
	'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ’''`', 'aaaaaaceeeeiiiinoooooouuuuyy'), '[^a-z0-9]+', ' ', 'g')) $$;

-- One row per code, whatever the years: what search walks through. Kept by the triggers below.
CREATE TABLE area_finder (
	municipality_id uuid NOT NULL REFERENCES municipality,
	code text COLLATE "C" NOT NULL,
	level text NOT NULL,
	-- The newest that is known; the code where nobody gave a name.
	name text NOT NULL,
	folded text COLLATE "C" NOT NULL,
	-- The year that the name is of; 0 for a code instead of a name.
	named_in smallint NOT NULL,
	last_year smallint NOT NULL,
	postcode text COLLATE "C",
	PRIMARY KEY (municipality_id, code)
);
CREATE INDEX area_finder_folded ON area_finder (municipality_id, folded, code);
CREATE INDEX area_finder_postcode ON area_finder (municipality_id, postcode, code) WHERE postcode IS NOT NULL;
SELECT secure_tenant_table('area_finder', 'true', 'SELECT, INSERT, UPDATE');

-- Every three letters in a row of a name, words begun with a space: they find names that were typed with a mistake.
-- (Row-level security keeps the operators of pg_trgm away from an index; equality is let through.)
CREATE TABLE area_gram (
	municipality_id uuid NOT NULL,
	gram text COLLATE "C" NOT NULL,
	code text COLLATE "C" NOT NULL,
	PRIMARY KEY (municipality_id, gram, code),
	FOREIGN KEY (municipality_id, code) REFERENCES area_finder
);
CREATE INDEX ON area_gram (municipality_id, code);
SELECT secure_tenant_table('area_gram', 'true', 'SELECT, INSERT, DELETE');

CREATE FUNCTION grams_of(folded text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT DISTINCT substr(' ' || folded || ' ', at, 3) FROM generate_series(1, length(folded)) AS at $$;

CREATE FUNCTION find_areas_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NOT EXISTS (SELECT FROM changed) THEN RETURN NULL; END IF;
	WITH newest AS (
		SELECT DISTINCT ON (municipality_id, code) municipality_id, code, level, name,
			CASE WHEN name = code THEN 0 ELSE boundary_year END AS named_in,
			max(boundary_year) OVER same AS last_year, max(postcode) OVER same AS postcode
		FROM changed WINDOW same AS (PARTITION BY municipality_id, code)
		ORDER BY municipality_id, code, name = code, boundary_year DESC),
	stored AS (
		INSERT INTO area_finder AS found (municipality_id, code, level, name, folded, named_in, last_year, postcode)
		SELECT municipality_id, code, level, name, fold_name(name), named_in, last_year, postcode FROM newest
		ON CONFLICT (municipality_id, code) DO UPDATE SET
			name = CASE WHEN excluded.named_in >= found.named_in THEN excluded.name ELSE found.name END,
			folded = CASE WHEN excluded.named_in >= found.named_in THEN excluded.folded ELSE found.folded END,
			named_in = greatest(excluded.named_in, found.named_in),
			last_year = greatest(excluded.last_year, found.last_year),
			postcode = CASE WHEN excluded.last_year >= found.last_year
				THEN coalesce(excluded.postcode, found.postcode) ELSE coalesce(found.postcode, excluded.postcode) END
		WHERE (excluded.named_in >= found.named_in AND excluded.name <> found.name)
			OR excluded.named_in > found.named_in OR excluded.last_year > found.last_year
			OR (excluded.last_year = found.last_year AND excluded.postcode IS DISTINCT FROM found.postcode)
			OR (found.postcode IS NULL AND excluded.postcode IS NOT NULL)
		RETURNING municipality_id, code, folded, named_in),
	outdated AS (
		DELETE FROM area_gram AS gone USING stored
		WHERE gone.municipality_id = stored.municipality_id AND gone.code = stored.code
			AND gone.gram NOT IN (SELECT grams_of(stored.folded)))
	INSERT INTO area_gram (municipality_id, gram, code)
	SELECT municipality_id, gram, code FROM stored, grams_of(stored.folded) AS gram
	WHERE named_in > 0 ON CONFLICT DO NOTHING;
	-- Tables of figures have codes only: an area is then called as another year calls it. (OFFSET 0: one look into an
	-- index for each area, whatever PostgreSQL believes of tables that were empty a moment ago.)
	WITH nameless AS MATERIALIZED (
		SELECT one.municipality_id, nameless.id, found.name
		FROM (SELECT DISTINCT municipality_id, code FROM changed) AS one
		CROSS JOIN LATERAL (SELECT name FROM area_finder WHERE municipality_id = one.municipality_id
			AND code = one.code COLLATE "C" AND named_in > 0 OFFSET 0) AS found
		CROSS JOIN LATERAL (SELECT id FROM area WHERE municipality_id = one.municipality_id
			AND code = one.code AND name = code OFFSET 0) AS nameless)
	UPDATE area SET name = nameless.name FROM nameless
	WHERE area.municipality_id = nameless.municipality_id AND area.id = nameless.id;
	RETURN NULL;
END $$;
CREATE TRIGGER found_after_adding AFTER INSERT ON area REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION find_areas_again();
CREATE TRIGGER found_after_changing AFTER UPDATE ON area REFERENCING NEW TABLE AS changed
	FOR EACH STATEMENT EXECUTE FUNCTION find_areas_again();
-- What was imported before is found as well.
UPDATE area SET name = name;
DROP INDEX area_name;
