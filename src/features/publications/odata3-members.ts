import { parseAnswer, asText, type JsonObject } from './odata3-answer.ts';

/** The codes of a dimension with their titles, and what is said of each (`Perioden` have a status). */
export interface Member {
	code: string;
	/** The code as the source writes it, with padding: what it wants to be asked for. */
	key: string;
	title: string;
	status: string | null;
}

/** Reads the list of a dimension (`Leeftijd`, `Perioden`). Padding is left out. Throws `FigureFileError` (`not_json`). */
export function readMembers(text: string): Member[] {
	return parseAnswer(text).value.flatMap((object) => {
		const key = object['Key'] ?? object['Identifier'];
		if (typeof key !== 'string') return [];
		const code = key.trim();
		const title = asText(object['Title']) ?? code;
		return [{ code, key, title, status: asText(object['Status']) }];
	});
}

/** What `DataProperties` say of the table as a whole: its dimensions, and the year of its boundaries. */
export function readDimensions(text: string): {
	names: string[];
	areas: string | null;
	boundaryYear: number | null;
} {
	const { value } = parseAnswer(text);
	const isDimension = ({ Type }: JsonObject) => /Dimension|GeoDetail/.test(asText(Type) ?? '');
	const dimensions = value.filter(isDimension);
	const geo = dimensions.find(({ Type }) => /Geo/.test(asText(Type) ?? ''));
	const year = Number(geo?.['MapYear'] ?? NaN);
	return {
		names: dimensions.flatMap(({ Key }) => asText(Key) ?? []),
		areas: asText(geo?.['Key']),
		boundaryYear: year >= 1990 ? year : null,
	};
}
