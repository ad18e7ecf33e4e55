import { FigureFileError } from './file-error.ts';

/** An object of an answer, with whatever it holds. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An answer of CBS's OData v3: a list of objects, and where it came from. */
export interface Answer {
	/** The table (`84799NED`), when the answer says so. */
	table: string | null;
	value: readonly JsonObject[];
}

const TABLE = /\/([0-9A-Za-z]{5,12})\/\$metadata#/;

/**
 * Takes an answer apart. A bare list, or the one object of a list of one, counts as well: that is
 * what other programs save. Throws `FigureFileError` (`not_json`).
 */
export function parseAnswer(text: string): Answer {
	const json = parse(text);
	if (Array.isArray(json)) return { table: null, value: objects(json) };
	if (!isObject(json)) throw notJson('not an object or a list');
	const list = json['value'];
	return {
		table: tableIn(asText(json['odata.metadata']) ?? ''),
		value: Array.isArray(list) ? objects(list) : [json],
	};
}

/** The table that an address of metadata is about, or null. */
export function tableIn(metadata: string): string | null {
	return TABLE.exec(metadata)?.[1] ?? null;
}

/** A text without padding; null when it is empty or no text. */
export function asText(value: unknown): string | null {
	return typeof value === 'string' ? value.trim() || null : null;
}

function objects(list: readonly unknown[]): readonly JsonObject[] {
	if (!list.every(isObject)) throw notJson('a list of something else than objects');
	return list;
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw notJson(error instanceof Error ? error.message : String(error));
	}
}

function notJson(detail: string): FigureFileError {
	return new FigureFileError({ code: 'figures.not_json', detail });
}
