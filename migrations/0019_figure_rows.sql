-- Figures as one row per publication and area: a profile reads a few rows, a map the rows of one publication, and an
-- import writes 17,000 rows instead of two million (docs/decisions/figures-as-rows-of-arrays.md).

-- What was measured, and how sure it is, differs from column to column of one table.
ALTER TABLE series
	ADD COLUMN kind text CHECK (kind IN ('count', 'register', 'survey', 'model_estimate', 'forecast', 'experience')),
	ADD COLUMN provisional boolean NOT NULL DEFAULT false,
	-- What the measure is split by beside areas and periods (age, kind of crime): [{name, code, label}].
	ADD COLUMN dimensions jsonb;
UPDATE series SET kind = publication.kind FROM publication
	WHERE publication.municipality_id = series.municipality_id AND publication.id = series.publication_id;
ALTER TABLE series ALTER COLUMN kind SET NOT NULL;

-- The place of a series in the arrays of its publication: from 0, without gaps.
UPDATE series SET position = ordered.position FROM (
	SELECT municipality_id, id,
		row_number() OVER (PARTITION BY municipality_id, publication_id ORDER BY position, id) - 1 AS position
	FROM series) AS ordered
	WHERE ordered.municipality_id = series.municipality_id AND ordered.id = series.id;
ALTER TABLE series ALTER COLUMN position DROP DEFAULT;
ALTER TABLE series ADD UNIQUE (municipality_id, publication_id, position);

ALTER TABLE publication
	DROP COLUMN kind,
	-- How it came in: 'file', 'odata3', 'odata4', 'own', …
	ADD COLUMN source text NOT NULL DEFAULT 'file',
	-- Tables of one maker with the same columns every year ('kwb'), so that a column can be followed over the years.
	ADD COLUMN family text,
	ADD COLUMN revision_of uuid,
	ADD FOREIGN KEY (municipality_id, revision_of) REFERENCES publication;
UPDATE publication SET family = CASE
	WHEN title LIKE 'Kerncijfers wijken en buurten%' THEN 'kwb'
	WHEN title LIKE 'Gezondheid per wijk en buurt%' THEN 'rivm-health'
	WHEN title LIKE 'Leefbaarometer%' THEN 'leefbaarometer'
	ELSE table_id END;
ALTER TABLE publication ALTER COLUMN family SET NOT NULL;
CREATE INDEX publication_family ON publication (municipality_id, family);

-- All areas of a level, of the country or within an area whose code they begin with, in the order of their codes.
CREATE INDEX area_of_level ON area (municipality_id, level, boundary_year, code COLLATE "C") INCLUDE (id);

CREATE TABLE area_figures (
	municipality_id uuid NOT NULL,
	publication_id uuid NOT NULL,
	area_id integer NOT NULL,
	-- All arrays: one element per series, at its position. NULL where there is no value.
	values double precision[] NOT NULL,
	-- Why there is no value; NULL when nothing is missing, else 0 where there is one: 1 not published, 2 unknown or secret,
	-- 3 cannot occur, 4 suppressed by the publisher, 5 too small by our rule, 6 not measured.
	missing smallint[],
	lower double precision[],
	upper double precision[],
	numerator double precision[],
	denominator double precision[],
	PRIMARY KEY (municipality_id, publication_id, area_id),
	FOREIGN KEY (municipality_id, publication_id) REFERENCES publication,
	FOREIGN KEY (municipality_id, area_id) REFERENCES area,
	-- As many reasons as there are values missing.
	CHECK (CASE WHEN missing IS NULL THEN array_position(values, NULL) IS NULL
		ELSE cardinality(missing) = cardinality(values) AND 0 <= ALL (missing) AND 6 >= ALL (missing)
			AND cardinality(missing) - cardinality(array_positions(missing, 0::smallint))
				= cardinality(array_positions(values, NULL)) END),
	-- Both sides of a margin, count and base: or neither. (A comparison with NULL lets a row through.)
	CHECK (num_nulls(lower, upper) <> 1 AND num_nulls(numerator, denominator) <> 1),
	CHECK (cardinality(lower) = cardinality(values) AND cardinality(upper) = cardinality(values)),
	CHECK (cardinality(numerator) = cardinality(values) AND cardinality(denominator) = cardinality(values))
);
SELECT secure_tenant_table('area_figures', 'false', 'SELECT, INSERT');

INSERT INTO area_figures (municipality_id, publication_id, area_id, values, missing)
SELECT held.municipality_id, held.publication_id, held.area_id,
	array_agg(figure.value ORDER BY series.position),
	CASE WHEN bool_or(figure.value IS NULL) THEN array_agg(CASE
		WHEN figure.value IS NOT NULL THEN 0
		WHEN figure.missing IS NULL THEN 1
		ELSE array_position(ARRAY['not_published', 'unknown_or_secret', 'cannot_occur', 'suppressed'], figure.missing)
		END::smallint ORDER BY series.position) END
FROM (SELECT DISTINCT series.municipality_id, series.publication_id, figure.area_id FROM figure
	JOIN series ON series.municipality_id = figure.municipality_id AND series.id = figure.series_id) AS held
JOIN series ON series.municipality_id = held.municipality_id AND series.publication_id = held.publication_id
LEFT JOIN figure ON figure.municipality_id = series.municipality_id AND figure.series_id = series.id
	AND figure.area_id = held.area_id
GROUP BY held.municipality_id, held.publication_id, held.area_id;
DROP TABLE figure;

ALTER TABLE series_spread ADD COLUMN publication_id uuid;
UPDATE series_spread SET publication_id = series.publication_id FROM series
	WHERE series.municipality_id = series_spread.municipality_id AND series.id = series_spread.series_id;
ALTER TABLE series_spread ALTER COLUMN publication_id SET NOT NULL,
	ADD FOREIGN KEY (municipality_id, series_id) REFERENCES series;

-- What is measured, the figures and their places are for the public only where their publication is. Looked up once
-- per statement instead of once per row, and the list of publications only for the public.
DO $$
DECLARE
	target text;
BEGIN
	FOREACH target IN ARRAY ARRAY['series', 'area_figures', 'series_spread'] LOOP
		EXECUTE format('DROP POLICY reading ON %s', target);
		EXECUTE format('CREATE POLICY reading ON %s FOR SELECT USING (municipality_id = (SELECT app_municipality())
			AND ((SELECT app_is_member()) OR publication_id IN (SELECT id FROM publication AS shown
				WHERE shown.municipality_id = app_municipality() AND shown.visibility = ''public'')))', target);
		EXECUTE format('DROP POLICY adding ON %s', target);
		EXECUTE format('CREATE POLICY adding ON %s FOR INSERT
			WITH CHECK (municipality_id = (SELECT app_municipality()) AND (SELECT app_is_member()))', target);
	END LOOP;
END $$;
