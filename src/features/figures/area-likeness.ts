import { nearest, robustScaling, standardised, type Neighbour } from '#statistics/likeness.ts';
import { provinceOf } from '#features/areas/province.ts';
import { areaCharacteristics, characteristicValue, type AreaCharacteristic } from './area-characteristics.ts'; // prettier-ignore

/** Where comparable areas may lie: anywhere, in the own province or municipality, or just not in the own one. */
export const likenessPlaces = ['country', 'province', 'municipality', 'elsewhere'] as const;
export type LikenessPlace = (typeof likenessPlaces)[number];

/** What is known of one characteristic of all areas of a level. */
interface Column {
	characteristic: AreaCharacteristic;
	/** As people read it: a share in percent, a density, a number. */
	values: Float64Array;
	/** In ordinary differences; null where it tells nothing apart or is known of too few areas. */
	scaled: Float64Array | null;
}

/** The areas of one level in one publication, ready to be compared. */
export interface LikenessTable {
	codes: readonly string[];
	at: ReadonlyMap<string, number>;
	columns: readonly Column[];
	residents: Float64Array | null;
}

/** Areas with fewer residents are no example for another: rounding and chance decide their shares. */
export const LEAST_RESIDENTS = 100;
/** Of which part of the characteristics two areas have to have both. */
const LEAST_SHARED = 0.75;
/** A characteristic counts when at least this part of the areas has it. */
const LEAST_KNOWN = 0.5;

/** How many of `used` characteristics two areas must have in common: three quarters, and never fewer than three. */
export function leastShared(used: number): number {
	return Math.max(3, Math.ceil(LEAST_SHARED * used));
}

/**
 * Makes the table out of the columns of indicators, which hold NaN where a value is missing. Only characteristics of
 * which the publication has the indicators are in it.
 */
export function likenessTable(
	codes: readonly string[],
	columnOf: (indicator: string) => Float64Array | undefined,
): LikenessTable {
	const columns = areaCharacteristics.flatMap((characteristic) => {
		const of = columnOf(characteristic.of);
		const base = characteristic.per === undefined ? of : columnOf(characteristic.per);
		return of && base ? [column(characteristic, of, base)] : [];
	});
	return {
		codes,
		at: new Map(codes.map((code, index) => [code, index])),
		columns,
		residents: columnOf('residents') ?? null,
	};
}

function column(characteristic: AreaCharacteristic, of: Float64Array, base: Float64Array): Column {
	const compared = of.map((value, at) => characteristicValue(characteristic, value, base[at]!));
	const known = compared.reduce((sum, value) => sum + Number(!Number.isNaN(value)), 0);
	const scaling = known >= LEAST_KNOWN * compared.length ? robustScaling(compared) : null;
	return {
		characteristic,
		values: of.map((value, at) =>
			characteristicValue({ ...characteristic, scale: 'linear' }, value, base[at]!),
		),
		scaled: scaling && standardised(compared, scaling),
	};
}

/** The areas most like the one with this code, the nearest first, by the characteristics that are asked for. */
export function areasLike(
	{ codes, at, columns, residents }: LikenessTable,
	code: string,
	{ ids, count, place }: { ids: ReadonlySet<string>; count: number; place: LikenessPlace },
): { used: Column[]; least: number; compared: number; found: Neighbour[] } {
	const used = columns.filter(({ characteristic, scaled }) => scaled && ids.has(characteristic.id));
	const least = leastShared(used.length);
	const own = at.get(code);
	const lies = placeTest(code, place);
	const may = (index: number) => lies(codes[index]!) && !(residents && residents[index]! < LEAST_RESIDENTS); // prettier-ignore
	if (own === undefined) return { used, least, compared: 0, found: [] };
	const scaled = used.map((one) => one.scaled!);
	return {
		used,
		least,
		compared: codes.reduce((sum, _, index) => sum + Number(index !== own && may(index)), 0),
		found: nearest(scaled, own, { count, least, may }),
	};
}

function placeTest(code: string, place: LikenessPlace): (other: string) => boolean {
	const municipality = code.slice(2, 6);
	switch (place) {
		case 'country':
			return () => true;
		case 'municipality':
			return (other) => other.slice(2, 6) === municipality;
		case 'elsewhere':
			return (other) => other.slice(2, 6) !== municipality;
		default: {
			const province = provinceOf(code);
			return (other) => province !== null && provinceOf(other) === province;
		}
	}
}
