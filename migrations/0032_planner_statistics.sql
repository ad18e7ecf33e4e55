-- What PostgreSQL knows of the tables of figures, right after a whole country came in. Until autovacuum comes by it
-- believes that they are empty, and a profile is ten times as slow.

-- Nobody searches by what is in an array, and looking at their elements would take longest.
ALTER TABLE area_figures
	ALTER COLUMN values SET STATISTICS 0, ALTER COLUMN missing SET STATISTICS 0,
	ALTER COLUMN lower SET STATISTICS 0, ALTER COLUMN upper SET STATISTICS 0,
	ALTER COLUMN numerator SET STATISTICS 0, ALTER COLUMN denominator SET STATISTICS 0;
ALTER TABLE series_spread ALTER COLUMN breaks SET STATISTICS 0, ALTER COLUMN below SET STATISTICS 0;

-- Only the owner of a table may look through it (the right MAINTAIN came with PostgreSQL 17), and the program is not.
CREATE FUNCTION look_through_figures() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ BEGIN ANALYZE area, area_finder, publication, series, series_spread, area_figures; END $$;
