import { sql } from 'kysely';
import * as v from 'valibot';
import { notFound } from '#kernel/failure.ts';
import { anyone } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import type { MappedLevel } from './area-map.ts';
import { mayImportBoundaries } from './boundary-import.commands.server.ts';
import { boundaryImportIdSchema, type BoundaryKind } from './boundary-import.schema.ts';
import type { BoundaryNote, BoundaryProblem } from './boundary-problem.ts';

/** An import of boundaries or changes of codes: running, or what became of it. */
export interface BoundaryImport {
	id: string;
	kind: BoundaryKind;
	source: 'file' | 'pdok';
	/** The names of the files, or the level that is fetched. */
	fileName: string;
	year: number | null;
	state: 'waiting' | 'running' | 'done' | 'failed';
	items: number;
	notes: BoundaryNote[];
	/** What was wrong; null with `failed` when it was not the files' fault. */
	problem: BoundaryProblem | null;
	createdAt: Date;
	withdrawnAt: Date | null;
}

const columns = [
	'id',
	'kind',
	'source',
	'file_name as fileName',
	'boundary_year as year',
	'state',
	'items',
	'notes',
	'failure as problem',
	'created_at as createdAt',
	'withdrawn_at as withdrawnAt',
] as const;

export const listBoundaryImports = query({
	name: 'boundaryImport.list',
	summary: 'Lists the 20 newest imports of boundaries and of changes of codes.',
	http: { method: 'GET', path: '/grensimporten' },
	input: v.object({}),
	subject: nothing,
	allow: mayImportBoundaries,
	async run({ reader, actor }): Promise<BoundaryImport[]> {
		const rows = await reader
			.selectFrom('boundary_import')
			.select(columns)
			.where('municipality_id', '=', actor.municipalityId)
			.orderBy('created_at', 'desc')
			.limit(20)
			.execute();
		return rows as unknown as BoundaryImport[];
	},
});

export const readBoundaryImport = query({
	name: 'boundaryImport.read',
	summary: 'Shows how far an import of boundaries or changes of codes is, or what became of it.',
	http: { method: 'GET', path: '/grensimporten/{importId}' },
	input: boundaryImportIdSchema,
	subject: nothing,
	allow: mayImportBoundaries,
	async run({ reader, actor }, { importId }): Promise<BoundaryImport> {
		const row = await reader
			.selectFrom('boundary_import')
			.select(columns)
			.where('municipality_id', '=', actor.municipalityId)
			.where('id', '=', importId)
			.executeTakeFirst();
		if (!row) throw notFound();
		return row as unknown as BoundaryImport;
	},
});

/** Boundaries of one year and level, by where they came from. */
export interface KnownBoundaries {
	year: number;
	level: MappedLevel;
	areas: number;
	publisher: string | null;
	licence: string | null;
	source: 'file' | 'pdok';
	importedAt: Date;
}

export const listBoundaries = query({
	name: 'boundary.list',
	summary:
		'Lists of which years and levels there are boundaries, where from and under which licence.',
	http: { method: 'GET', path: '/grenzen' },
	input: v.object({}),
	subject: nothing,
	// Everyone: boundaries are published, and whoever reads a map may know where they come from.
	allow: anyone,
	async run({ reader, actor }): Promise<KnownBoundaries[]> {
		const { rows } = await sql<KnownBoundaries>`
			SELECT s.boundary_year AS year, s.level, count(*)::integer AS areas, i.publisher, i.licence, i.source,
				i.finished_at AS "importedAt"
			FROM area_shape AS s JOIN boundary_import AS i
				ON i.municipality_id = s.municipality_id AND i.id = s.import_id
			WHERE s.municipality_id = ${actor.municipalityId}::uuid
			GROUP BY s.boundary_year, s.level, i.municipality_id, i.id
			ORDER BY s.boundary_year DESC, s.level DESC, i.finished_at DESC`.execute(reader);
		return rows;
	},
});
