import type { Insertable } from 'kysely';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import { onlyRoles } from '#kernel/policy.ts';
import { nothing } from '#kernel/query.server.ts';
import type { Tx } from '#server/database/handles.ts';
import type { BoundaryImport } from '#server/database/schema.ts';
import { addJob } from '#server/jobs.server.ts';
import { uploadedFiles } from '#server/uploads.server.ts';
import {
	boundaryImportIdSchema,
	fetchBoundariesSchema,
	receiveBoundariesSchema,
} from './boundary-import.schema.ts';
import { BoundaryError, type BoundaryNote } from './boundary-problem.ts';
import { licenceName } from './licence.ts';
import type { Boundaries } from './read-boundaries.ts';
import type { AreaChange } from './read-changes.ts';
import { storeShapes } from './store-boundaries.server.ts';
import { storeChanges } from './store-changes.server.ts';

/** Who works with the data. */
export const mayImportBoundaries = onlyRoles('analyst', 'process_manager', 'administrator');

/** The name of the job that carries an import out. */
export const boundaryTask = 'import_boundaries';

/** Who made the boundaries that PDOK gives out, and under which licence. */
const PDOK = { publisher: 'CBS en Kadaster, via PDOK', licence: 'CC BY 4.0' };

export const receiveBoundaries = command({
	name: 'boundaryImport.receive',
	summary:
		'Takes in files with boundaries or changes of codes that were uploaded under the id of this request, and has them imported.',
	http: { method: 'POST', path: '/grensimporten' },
	input: receiveBoundariesSchema,
	subject: nothing,
	allow: mayImportBoundaries,
	async run(writing, { kind, year, publisher, licence }) {
		const { requestId } = writing;
		const files = await uploadedFiles(requestId);
		if (files.length === 0) throw new Failure('boundaries.files_gone', 422);
		await waitFor(writing, {
			kind,
			source: 'file',
			file_name: files.map(({ name }) => name).join(', '),
			boundary_year: year,
			publisher: publisher || null,
			licence: licence === null ? null : licenceName(licence) || null,
		});
		return { id: requestId };
	},
});

export const fetchBoundaries = command({
	name: 'boundaryImport.fetch',
	summary: 'Has the boundaries of one level and year fetched from PDOK.',
	http: { method: 'POST', path: '/grensimporten/pdok' },
	input: fetchBoundariesSchema,
	subject: nothing,
	allow: mayImportBoundaries,
	async run(writing, { year, level }) {
		await waitFor(writing, {
			kind: 'shapes',
			source: 'pdok',
			file_name: level,
			boundary_year: year,
			...PDOK,
		});
		return { id: writing.requestId };
	},
});

/** What was read from files or fetched, ready to be stored. */
export type ReadItems = { boundaries: Boundaries } | { changes: AreaChange[] };

/** The command that stores what was read: wholly or not at all. */
export function storeImportCommand(read: () => ReadItems) {
	return command({
		name: 'boundaryImport.run',
		summary: 'Stores the boundaries or changes of codes of an import that was received.',
		http: { method: 'POST', path: '/grensimporten/{importId}/uitvoering' },
		input: boundaryImportIdSchema,
		subject: nothing,
		allow: mayImportBoundaries,
		async run({ tx, actor, clock }, { importId }) {
			const municipalityId = municipalityOf(actor);
			const waiting = await findImport(tx, municipalityId, importId);
			// A second process took it up as well, and was later.
			if (waiting.state === 'done') return { id: importId, items: waiting.items };
			const { items, year, notes } = await store(tx, municipalityId, importId, waiting, read());
			await tx
				.updateTable('boundary_import')
				.set({ state: 'done', items, boundary_year: year, notes: JSON.stringify(notes) })
				.set({ failure: null, finished_at: clock.now() })
				.where('municipality_id', '=', municipalityId)
				.where('id', '=', importId)
				.execute();
			return { id: importId, items };
		},
	});
}

export const storeImport = storeImportCommand(() => {
	throw new Failure('boundaries.files_gone', 422);
});

export const withdrawChanges = command({
	name: 'boundaryImport.withdraw',
	summary: 'Takes the changes of codes of an import back: series are no longer followed by them.',
	http: { method: 'POST', path: '/grensimporten/{importId}/intrekking' },
	input: boundaryImportIdSchema,
	subject: nothing,
	allow: mayImportBoundaries,
	async run({ tx, actor, clock }, { importId }) {
		const municipalityId = municipalityOf(actor);
		const { kind } = await findImport(tx, municipalityId, importId);
		if (kind !== 'changes') throw notFound();
		await tx
			.deleteFrom('area_change')
			.where('municipality_id', '=', municipalityId)
			.where('import_id', '=', importId)
			.execute();
		await tx
			.updateTable('boundary_import')
			.set({ withdrawn_at: clock.now() })
			.where('municipality_id', '=', municipalityId)
			.where('id', '=', importId)
			.where('withdrawn_at', 'is', null)
			.execute();
		return { id: importId };
	},
});

interface Waiting {
	kind: string;
	state: string;
	items: number;
	file_name: string;
	boundary_year: number | null;
}

async function store(
	tx: Tx,
	municipalityId: string,
	importId: string,
	{ boundary_year: asked, file_name: name }: Waiting,
	read: ReadItems,
): Promise<{ items: number; year: number | null; notes: BoundaryNote[] }> {
	if ('changes' in read) {
		const items = await storeChanges(tx, municipalityId, importId, read.changes);
		return { items, year: null, notes: [] };
	}
	const { areas, year: written, notes } = read.boundaries;
	const year = asked ?? written ?? yearIn(name);
	if (year === null) throw new BoundaryError({ code: 'no_year' });
	const items = await storeShapes(tx, municipalityId, importId, year, areas);
	return { items, year, notes };
}

/** The only year in a file's name (`wijken_2022.geojson`); null when there is none or more. */
function yearIn(name: string): number | null {
	const years = new Set(name.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g));
	return years.size === 1 ? Number([...years][0]) : null;
}

async function findImport(tx: Tx, municipalityId: string, importId: string): Promise<Waiting> {
	const row = await tx
		.selectFrom('boundary_import')
		.select(['kind', 'state', 'items', 'file_name', 'boundary_year'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', importId)
		.executeTakeFirst();
	if (!row) throw notFound();
	return row;
}

/** Writes down what is to be imported under the id of the request, and asks for the job that carries it out. */
async function waitFor(
	{ tx, actor, clock, requestId }: { tx: Tx; actor: Actor; clock: Clock; requestId: string },
	wanted: Pick<Insertable<BoundaryImport>, 'kind' | 'source' | 'file_name' | 'boundary_year' | 'publisher' | 'licence'>, // prettier-ignore
): Promise<void> {
	const municipality_id = municipalityOf(actor);
	await tx
		.insertInto('boundary_import')
		.values({
			...wanted,
			municipality_id,
			id: requestId,
			state: 'waiting',
			membership_id: writerOf(actor),
			created_at: clock.now(),
		})
		.execute();
	const what = { municipalityId: municipality_id, importId: requestId };
	await addJob(tx, boundaryTask, what, `${boundaryTask} ${requestId}`);
}
