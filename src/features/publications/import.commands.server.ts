import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import { onlyRoles } from '#kernel/policy.ts';
import { nothing } from '#kernel/query.server.ts';
import type { Tx } from '#server/database/handles.ts';
import { addJob } from '#server/jobs.server.ts';
import { uploadedFiles } from '#server/uploads.server.ts';
import { importFetched, type Fetched } from './import-fetched.server.ts';
import { importFigures, type ImportProgress, type ImportResult } from './import-figures.server.ts';
import { fetchFiguresSchema, importIdSchema, receiveImportSchema } from './import.schema.ts';
import { importRefused } from './import-problem.ts';
import { fileAt } from './import-source.ts';
import { offeredById, offeredByTable } from './offered.ts';
import type { TableWanted } from './open-table.ts';
import type { ImportOptions } from './publication-facts.ts';

/** Who works with the data. */
export const mayImport = onlyRoles('analyst', 'process_manager', 'administrator');

/** The name of the job that carries an import out. */
export const importTask = 'import_figures';

/** What is asked for, as it is kept in the row of an import and with the publication. */
export interface AskedOfRow extends TableWanted {
	title: string;
}

export const fetchFigures = command({
	name: 'figureImport.fetch',
	summary:
		'Has a publication fetched from the service that publishes it: one of the list, or any table of areas by its number. What was fetched before it broke off is not fetched again.',
	http: { method: 'POST', path: '/cijferimporten/ophaalopdrachten' },
	input: fetchFiguresSchema,
	subject: nothing,
	allow: mayImport,
	async run({ tx, actor, clock, requestId }, { publication, table }) {
		const chosen = publication
			? offeredById(publication)
			: table
				? offeredByTable(table)
				: undefined;
		if (publication && !chosen) throw notFound();
		const asked: AskedOfRow = chosen
			? { service: chosen.service, table: chosen.table, only: chosen.only, title: chosen.name.nl }
			: { service: null, table: table as string, only: {}, title: table as string };
		const row = { municipalityId: municipalityOf(actor), id: requestId, asked };
		await addFetch(tx, { ...row, membershipId: writerOf(actor), now: clock.now() });
		return { id: requestId };
	},
});

/** Adds an import that fetches, and the job that does it. */
export async function addFetch(
	tx: Tx,
	row: {
		municipalityId: string;
		id: string;
		asked: AskedOfRow;
		membershipId: string | null;
		now: Date;
	},
): Promise<void> {
	const { municipalityId, id, asked } = row;
	await tx
		.insertInto('figure_import')
		.values({
			municipality_id: municipalityId,
			id,
			file_names: [asked.title],
			asked: JSON.stringify(asked),
			state: 'waiting',
			membership_id: row.membershipId,
			created_at: row.now,
		})
		.execute();
	await addJob(tx, importTask, { municipalityId, importId: id }, `${importTask} ${id}`);
}

export const cancelImport = command({
	name: 'figureImport.cancel',
	summary: 'Stops an import that waits or is under way; nothing of it is stored.',
	http: { method: 'POST', path: '/cijferimporten/{importId}/annulering' },
	input: importIdSchema,
	subject: nothing,
	allow: mayImport,
	async run({ tx, actor, clock }, { importId }) {
		const municipalityId = municipalityOf(actor);
		await findImport(tx, municipalityId, importId);
		await tx
			.updateTable('figure_import')
			.set({ state: 'cancelled', finished_at: clock.now() })
			.where('municipality_id', '=', municipalityId)
			.where('id', '=', importId)
			.where('state', 'in', ['waiting', 'running'])
			.execute();
		return { id: importId };
	},
});

export const resumeImport = command({
	name: 'figureImport.resume',
	summary: 'Goes on with fetching where it broke off or was stopped.',
	http: { method: 'POST', path: '/cijferimporten/{importId}/hervatting' },
	input: importIdSchema,
	subject: nothing,
	allow: mayImport,
	async run({ tx, actor }, { importId }) {
		const municipalityId = municipalityOf(actor);
		const { asked } = await findImport(tx, municipalityId, importId);
		// The files of an import are gone once it failed; what is fetched can be fetched again.
		if (!asked) throw new Failure('figures.files_needed', 409);
		await tx
			.updateTable('figure_import')
			.set({ state: 'waiting', failure: null, finished_at: null, heard_at: null })
			.where('municipality_id', '=', municipalityId)
			.where('id', '=', importId)
			.where('state', 'in', ['failed', 'cancelled'])
			.execute();
		await addJob(tx, importTask, { municipalityId, importId }, `${importTask} ${importId}`);
		return { id: importId };
	},
});

export const receiveImport = command({
	name: 'figureImport.receive',
	summary:
		'Takes in files of figures that were uploaded under the id of this request, and has them imported.',
	http: { method: 'POST', path: '/cijferimporten' },
	input: receiveImportSchema,
	subject: nothing,
	allow: mayImport,
	async run({ tx, actor, clock, requestId }, options) {
		const files = await uploadedFiles(requestId);
		if (files.length === 0) throw importRefused('', { code: 'figures.files_gone' });
		const bytes = files.map(({ location }) => fileAt(location).size);
		await tx
			.insertInto('figure_import')
			.values({
				municipality_id: municipalityOf(actor),
				id: requestId,
				file_names: files.map(({ name }) => name),
				options: JSON.stringify(options),
				state: 'waiting',
				bytes_total: bytes.reduce((sum, size) => sum + size, 0),
				membership_id: writerOf(actor),
				created_at: clock.now(),
			})
			.execute();
		const payload = { municipalityId: actor.municipalityId, importId: requestId };
		await addJob(tx, importTask, payload, `${importTask} ${requestId}`);
		return { id: requestId };
	},
});

/** The command that imports, telling `report` how far it is while it runs; `fetched` is what the job fetched for it. */
export function importCommand(report?: (progress: ImportProgress) => void, fetched?: Fetched) {
	return command({
		name: 'figureImport.run',
		summary: 'Imports the figures of files that were received, wholly or not at all.',
		http: { method: 'POST', path: '/cijferimporten/{importId}/uitvoering' },
		input: importIdSchema,
		subject: nothing,
		allow: mayImport,
		async run({ tx, actor, clock }, { importId }) {
			const municipalityId = municipalityOf(actor);
			const waiting = await findImport(tx, municipalityId, importId);
			// A second process took it up as well, and was later.
			if (waiting.state === 'done' || waiting.state === 'unchanged')
				return { id: waiting.publication_id as string, changed: false };
			const now = clock.now();
			if (waiting.asked) {
				if (!fetched) throw new Failure('figures.not_fetched', 409);
				const result = await importFetched(tx, fetched, {
					municipalityId,
					now,
					...(report && { report }),
				});
				await finish(tx, municipalityId, importId, now, result);
				return { id: result.publicationId, changed: result.changed };
			}
			const files = await uploadedFiles(importId);
			if (files.length === 0) throw importRefused('', { code: 'figures.files_gone' });
			const sources = files.map(({ name, location }) => fileAt(location, name));
			const options = waiting.options as ImportOptions;
			const context = { municipalityId, now, options, ...(report && { report }) };
			const result = await importFigures(tx, sources, context);
			await finish(tx, municipalityId, importId, now, result);
			const { publicationId: id, ...rest } = result;
			return { id, ...rest };
		},
	});
}

export const importReceived = importCommand();

async function findImport(tx: Tx, municipalityId: string, importId: string) {
	const row = await tx
		.selectFrom('figure_import')
		.select(['state', 'options', 'publication_id', 'asked'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', importId)
		.executeTakeFirst();
	if (!row) throw notFound();
	return row;
}

async function finish(
	tx: Tx,
	municipalityId: string,
	importId: string,
	now: Date,
	{
		changed,
		publicationId,
		areas,
		figures,
		notes,
	}: Omit<ImportResult, 'tableId' | 'title' | 'period' | 'replaced'>,
): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable('figure_import')
		.set({ state: changed ? 'done' : 'unchanged', publication_id: publicationId, notes })
		.set({ finished_at: now, failure: null })
		.set(changed ? { areas_read: areas, figures_read: figures } : {})
		.set((eb) => ({ bytes_read: eb.ref('bytes_total') }))
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', importId)
		// What another process finished meanwhile stays as it is.
		.where('state', 'in', ['waiting', 'running'])
		.executeTakeFirst();
	const { state } = await findImport(tx, municipalityId, importId);
	// Somebody stopped it while it was being stored: then nothing of it is.
	if (numUpdatedRows === 0n && state === 'cancelled')
		throw new Failure('figures.import_cancelled', 409);
}
