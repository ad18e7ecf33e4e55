import { sql } from 'kysely';
import * as v from 'valibot';
import { notFound } from '#kernel/failure.ts';
import { nothing, query } from '#kernel/query.server.ts';
import type { ImportNote } from './import-figures.server.ts';
import type { ImportProblem } from './import-problem.ts';
import { mayImport } from './import.commands.server.ts';
import { importIdSchema } from './import.schema.ts';

/** An import that is running, or what became of it. */
export interface ImportState {
	id: string;
	fileNames: string[];
	state: 'waiting' | 'running' | 'done' | 'unchanged' | 'failed' | 'cancelled';
	/** Fetched from a service; else out of files. */
	isFetched: boolean;
	/** How many records were fetched, and how many there are where the source says so. */
	records: number;
	recordsTotal: number | null;
	bytesTotal: number;
	bytesRead: number;
	areas: number;
	figures: number;
	/** What was wrong; null with `failed` when it was not the files' fault. */
	problem: ImportProblem | null;
	notes: ImportNote[];
	publicationId: string | null;
	/** In how many values it differs from the version whose place it took. */
	revised: number;
	createdAt: Date;
	finishedAt: Date | null;
}

const columns = [
	'id',
	'file_names as fileNames',
	'state',
	'bytes_total as bytesTotal',
	'bytes_read as bytesRead',
	'areas_read as areas',
	'figures_read as figures',
	'failure as problem',
	'asked',
	'records_read as records',
	'records_total as recordsTotal',
	'notes',
	'publication_id as publicationId',
	'created_at as createdAt',
	'finished_at as finishedAt',
] as const;

const revised = sql<number>`coalesce((SELECT sum(revised) FROM series_revision
	WHERE series_revision.municipality_id = figure_import.municipality_id
		AND series_revision.publication_id = figure_import.publication_id), 0)::integer`.as('revised');

export const listImports = query({
	name: 'figureImport.list',
	summary: 'Lists the 20 newest imports of figures; also says whether the reader may import.',
	http: { method: 'GET', path: '/cijferimporten' },
	input: v.object({}),
	subject: nothing,
	allow: mayImport,
	async run({ reader, actor }): Promise<ImportState[]> {
		const rows = await reader
			.selectFrom('figure_import')
			.select([...columns, revised])
			.where('municipality_id', '=', actor.municipalityId)
			.orderBy('created_at', 'desc')
			.limit(20)
			.execute();
		return rows.map(stateOf);
	},
});

export const readImport = query({
	name: 'figureImport.read',
	summary: 'Shows how far an import is, or what became of it.',
	http: { method: 'GET', path: '/cijferimporten/{importId}' },
	input: importIdSchema,
	subject: nothing,
	allow: mayImport,
	async run({ reader, actor }, { importId }): Promise<ImportState> {
		const row = await reader
			.selectFrom('figure_import')
			.select([...columns, revised])
			.where('municipality_id', '=', actor.municipalityId)
			.where('id', '=', importId)
			.executeTakeFirst();
		if (!row) throw notFound();
		return stateOf(row);
	},
});

function stateOf(row: object): ImportState {
	const { bytesTotal, bytesRead, asked, ...rest } = row as ImportState & { asked: unknown };
	// PostgreSQL's bigint may come as text; a file never needs more than a number can hold.
	return {
		...rest,
		isFetched: asked !== null,
		bytesTotal: Number(bytesTotal),
		bytesRead: Number(bytesRead),
	};
}
