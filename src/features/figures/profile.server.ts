import { formerCodes, stretchesOf } from '#features/areas/area-course.ts';
import { codeChanges } from '#features/areas/area-history.server.ts';
import { codesAbove, findArea, type Area } from '#features/areas/area.queries.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { cellsAtPosition, heldFigures } from './held-figures.server.ts';
import { measuredOf, type Measured } from './measured.ts';
import { placesOf, type Places } from './places.server.ts';
import { cellsOf, choiceOfSeries, newestOfEach, type ProfileChoice, type ProfileCodes } from './profile-cells.ts'; // prettier-ignore
import type { ProfileLine } from './profile.ts';
import { seriesOfPublications } from './series-of-publication.server.ts';

export interface AreaFigures {
	area: Area;
	/** The areas it lies in, the nearest first. */
	above: Area[];
	lines: ProfileLine[];
}

/**
 * Everything that was published about an area: of each measure of each publisher the newest period that was filled in,
 * with the municipality and the country beside it, its place among all areas of its level where the whole country was
 * imported, and the values of all other periods in short. Throws `area.not_imported`.
 */
export async function figuresOfArea(
	reader: Reader,
	actor: Actor,
	code: string,
): Promise<AreaFigures> {
	const found = await findArea(reader, actor, code);
	return { ...found, lines: await profileLines(reader, actor, found.area) };
}

/**
 * The lines of `figuresOfArea`; with `seriesId` that series, whatever its period. Three statements, however many years
 * there are: a row of arrays per publication and area, how the area changed, and the places of what is given; one more for
 * an area that had other codes.
 */
export async function profileLines(
	reader: Reader,
	{ municipalityId }: Pick<Actor, 'municipalityId'>,
	{ code, level }: Pick<Area, 'code' | 'level'>,
	seriesId: number | null = null,
): Promise<ProfileLine[]> {
	if (municipalityId === null) throw notFound();
	const codes: ProfileCodes = {
		own: code,
		municipality: codesAbove(code).find((above) => above.startsWith('GM')) ?? null,
		country: code === 'NL' ? null : 'NL',
	};
	const asked = Object.values(codes).filter((one): one is string => one !== null);
	const [held, known] = await Promise.all([
		heldFigures(reader, municipalityId, asked),
		codeChanges(reader, municipalityId, [code]),
	]);
	const counts = stretchesOf(code, known, true);
	const course = { counts, others: known.changes.length === 0 ? counts : stretchesOf(code, known, false) }; // prettier-ignore
	const former = formerCodes(code, [...course.counts, ...course.others]);
	const publications =
		former.length === 0 ? held : await heldFigures(reader, municipalityId, [...asked, ...former]);
	const lengths = new Map(publications.map((one) => [one.publicationId, one.length]));
	const series = await seriesOfPublications(reader, municipalityId, lengths);
	const cells = cellsOf(publications, series, codes, course);
	const chosen = seriesId === null ? newestOfEach(cells) : choiceOfSeries(cells, seriesId);
	const values = chosen.map(({ cell: { series: { seriesId: id }, own, municipality, country } }) => ({ seriesId: id, own, municipality, country })); // prettier-ignore
	const places = await placesOf(reader, municipalityId, level, values);
	const order = new Map(publications.map((publication, at) => [publication, at]));
	const placeOf = ({ cell }: ProfileChoice) => order.get(cell.publication) ?? 0;
	return chosen
		.toSorted(
			(a, b) =>
				compare(b.cell.series.period, a.cell.series.period) ||
				placeOf(a) - placeOf(b) ||
				a.cell.series.position - b.cell.series.position,
		)
		.map((choice) => lineOf(choice, codes, places.get(choice.cell.series.seriesId)));
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}

function lineOf(
	{ cell, years }: ProfileChoice,
	codes: ProfileCodes,
	places: Places | undefined,
): ProfileLine {
	const { publication, series } = cell;
	const { figures, isOwn, length: _, ...facts } = publication;
	const measured = (code: string | null): Measured | null => {
		const held = code === null ? undefined : figures.get(code);
		return held ? measuredOf(cellsAtPosition(held, series.position), isOwn) : null;
	};
	return {
		...series,
		...facts,
		years,
		own: measured(codes.own),
		municipality: measured(codes.municipality),
		country: measured(codes.country),
		place: places
			? {
					own: places.own,
					municipality: places.municipality,
					country: places.country,
					areasCompared: places.areasCompared,
				}
			: null,
		comparable: null,
		share: null,
	};
}
