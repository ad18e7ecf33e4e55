import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { notFound } from '#kernel/failure.ts';
import { onlyRoles } from '#kernel/policy.ts';
import { nothing } from '#kernel/query.server.ts';
import type { Tx } from '#server/database/handles.ts';
import { addJob } from '#server/jobs.server.ts';
import { uploadedFiles } from '#server/uploads.server.ts';
import { importFigures, type ImportProgress, type ImportResult } from './import-figures.server.ts';
import { importIdSchema, receiveImportSchema } from './import.schema.ts';
import { importRefused } from './import-problem.ts';
import { fileAt } from './import-source.ts';
import type { ImportOptions } from './publication-facts.ts';

/** Who works with the data. */
export const mayImport = onlyRoles('analyst', 'process_manager', 'administrator');

/** The name of the job that carries an import out. */
export const importTask = 'import_figures';

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

/** The command that imports, telling `report` how far it is while it runs. */
export function importCommand(report?: (progress: ImportProgress) => void) {
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
			const files = await uploadedFiles(importId);
			if (files.length === 0) throw importRefused('', { code: 'figures.files_gone' });
			const sources = files.map(({ name, location }) => fileAt(location, name));
			const now = clock.now();
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
		.select(['state', 'options', 'publication_id'])
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
	{ changed, publicationId, areas, figures, notes }: ImportResult,
): Promise<void> {
	await tx
		.updateTable('figure_import')
		.set({ state: changed ? 'done' : 'unchanged', publication_id: publicationId, notes })
		.set({ finished_at: now, failure: null })
		.set(changed ? { areas_read: areas, figures_read: figures } : {})
		.set((eb) => ({ bytes_read: eb.ref('bytes_total') }))
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', importId)
		// What another process finished meanwhile stays as it is.
		.where('state', 'in', ['waiting', 'running'])
		.execute();
}
