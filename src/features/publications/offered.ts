import * as v from 'valibot';
import content from '#content/publications.json' with { type: 'json' };
import { bilingualSchema, plainText, slug, uniqueById } from '#kernel/bilingual.ts';
import { SERVICES } from './table-asked.ts';

const offeredSchema = v.strictObject({
	id: slug,
	/** The family of the catalogue. */
	family: slug,
	service: v.picklist(SERVICES),
	table: plainText,
	/** One member of a dimension only, where the whole would be more than anyone asks for. */
	only: v.record(v.string(), plainText),
	name: bilingualSchema,
	about: bilingualSchema,
});

/** The publications that can be fetched by choosing them (`content/publications.json`). */
export const offeredFileSchema = v.strictObject({
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	source: bilingualSchema,
	publications: uniqueById(offeredSchema),
});

/** A publication that can be fetched by choosing it. */
export type Offered = v.InferOutput<typeof offeredSchema>;

/** All of them, in the order in which they are offered; their shape is checked by a test. */
export const offered = (content as v.InferOutput<typeof offeredFileSchema>).publications;

/** The one with this id, or undefined. */
export function offeredById(id: string): Offered | undefined {
	return offered.find((one) => one.id === id);
}

/** The one that a table belongs to, or undefined. */
export function offeredByTable(table: string): Offered | undefined {
	return offered.find((one) => one.table === table.toUpperCase());
}
