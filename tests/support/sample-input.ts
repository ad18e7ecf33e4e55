import { toJsonSchema } from '@valibot/to-json-schema';
import type { InputSchema } from '#kernel/validate.ts';
import { themes, type Rows } from './filled-world.ts';

interface JsonSchema {
	type?: string | string[];
	enum?: unknown[];
	const?: unknown;
	format?: string;
	minimum?: number;
	properties?: Record<string, JsonSchema>;
	required?: string[];
	items?: JsonSchema;
	anyOf?: JsonSchema[];
	oneOf?: JsonSchema[];
	allOf?: JsonSchema[];
	minItems?: number;
}

/**
 * An input that looks right, out of the schema of a command or query: ids of the rows that the names of the fields say,
 * the first of every list of choices, a text where a text goes.
 */
export function sampleInput(schema: InputSchema, rows: Rows): Record<string, unknown> {
	const json = toJsonSchema(schema as never, {
		typeMode: 'input',
		errorMode: 'ignore',
	}) as JsonSchema;
	return sampleOf(json, '', rows) as Record<string, unknown>;
}

/** The names of the fields of an input that hold an id of a row, and that id. */
export function idsIn(input: Record<string, unknown>, rows: Rows): string[] {
	const known = new Set(Object.values(rows).map(String));
	return Object.keys(input).filter((name) => {
		if (!/(^id|Ids?)$/.test(name)) return false;
		const value = input[name];
		return Array.isArray(value) ? value.some((id) => known.has(String(id))) : known.has(String(value)); // prettier-ignore
	});
}

function sampleOf(schema: JsonSchema, name: string, rows: Rows): unknown {
	const options = schema.anyOf ?? schema.oneOf;
	if (options) return sampleOf(firstThatIsSomething(options), name, rows);
	if (schema.const !== undefined) return schema.const;
	if (schema.enum) return schema.enum[0];
	if (schema.properties) return sampleObject(schema.properties, schema.required ?? [], rows);
	if (schema.type === 'array') return sampleList(schema, name, rows);
	if (name === 'version') return 1;
	const row = rowFor(name, rows);
	if (row !== undefined) return row;
	return plainSample(schema, name);
}

function firstThatIsSomething(options: JsonSchema[]): JsonSchema {
	return options.find(({ type }) => type !== 'null') ?? {};
}

/** What may be left out is left out, unless it is an id: those are what this is about. */
function sampleObject(
	properties: Record<string, JsonSchema>,
	required: string[],
	rows: Rows,
): Record<string, unknown> {
	const wanted = Object.entries(properties).filter(
		([name]) => required.includes(name) || rowFor(name.replace(/Ids$/, 'Id'), rows) !== undefined,
	);
	return Object.fromEntries(wanted.map(([name, it]) => [name, sampleOf(it, name, rows)]));
}

function sampleList(schema: JsonSchema, name: string, rows: Rows): unknown[] {
	if (/themes$/i.test(name)) return [themes[0]];
	const row = rowFor(name.replace(/s$/, ''), rows);
	if (row !== undefined) return [row];
	return schema.items ? [sampleOf(schema.items, name.replace(/s$/, ''), rows)] : [];
}

/** `agendaItemId` is a row of `agenda_item`. */
function rowFor(name: string, rows: Rows): string | number | undefined {
	if (!/Id$/.test(name)) return name === 'areaCode' ? rows.area_code : undefined;
	const table = name.slice(0, -2).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
	return rows[table] ?? rows[table.replace(/^.*_(organisation|membership|finding)$/, '$1')];
}

function plainSample({ type, format, minimum }: JsonSchema, name: string): unknown {
	const kind = Array.isArray(type) ? type.find((it) => it !== 'null') : type;
	if (kind === 'boolean') return true;
	if (kind === 'number' || kind === 'integer') return /year/i.test(name) ? 2024 : (minimum ?? 1);
	if (format === 'email' || /email/i.test(name)) return 'nieuw@voorbeeld.invalid';
	if (/theme$/i.test(name)) return themes[0];
	if (/year/i.test(name)) return '2024';
	if (/(On|Day|^from|^until|starts|ends)$/.test(name)) return '2026-01-15';
	return 'Iets wat in de wijk te zien is';
}
