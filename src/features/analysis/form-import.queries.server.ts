import * as v from 'valibot';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { readParticipants } from '#features/trajectory/frame.queries.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { id } from '#kernel/fields.ts';
import { listPage } from '#kernel/list-page.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import type { EntryTable } from './exchange-code.ts';
import { knownEntries } from './exchange-known.server.ts';
import { slotsOf } from './exchange-slots.ts';
import { accessOfFormImport, importLines, type ImportLine } from './form-import-row.server.ts';
import { readFormImportSchema } from './form-import.schema.ts';
import { reviewLine } from './form-import-review.ts';
import { loadFramework } from './framework.server.ts';
import type { ReadNote } from './exchange-read.ts';
import { writerName } from './writer.server.ts';

export const listFormImports = query({
	name: 'formImport.list',
	summary: 'The analysis forms that came back as a file, the newest first, and for whom one may be taken in.', // prettier-ignore
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/ingeleverde-formulieren' },
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayContribute,
	async run({ reader, actor }, { trajectoryId }) {
		const municipalityId = municipalityOf(actor);
		const participants = await readParticipants(reader, { municipalityId, trajectoryId });
		const organisations = new Map(participants.map((one) => [one.organisationId, one.organisationName])); // prettier-ignore
		const imports = await imported(reader, municipalityId)
			.where('i.trajectory_id', '=', trajectoryId)
			.orderBy('i.created_at', 'desc')
			.orderBy('i.id', 'desc')
			.execute();
		return { imports, organisations: [...organisations].map(([id, name]) => ({ id, name })) };
	},
});

export const readFormImport = query({
	name: 'formImport.read',
	summary: 'One form that came back: its lines with what they would change, old and new side by side.', // prettier-ignore
	http: { method: 'GET', path: '/ingeleverde-formulieren/{formImportId}' },
	input: readFormImportSchema,
	subject: accessOfFormImport,
	allow: mayContribute,
	async run({ reader, actor, subject }, { formImportId, view, page, limit }) {
		const municipalityId = municipalityOf(actor);
		const about = await imported(reader, municipalityId)
			.where('i.id', '=', formImportId)
			.executeTakeFirstOrThrow();
		const counts = await countsOf(reader, municipalityId, formImportId);
		const lines = await importLines(reader, actor, formImportId)
			.$if(view === 'open', (q) => q.where('state', '=', 'open'))
			.limit(limit)
			.offset((page - 1) * limit)
			.execute();
		const entries = await knownEntries(reader, actor, subject, entriesOf(lines));
		const total = counts
			.filter((one) => view === 'all' || one.state === 'open')
			.reduce((sum, { count }) => sum + count, 0);
		const framework = await loadFramework(reader, actor.municipalityId, subject);
		const review = lines.map((line) => reviewLine(line, entries));
		return { about, counts, view, framework, slots: slotsOf(framework), lines: listPage({ page, limit }, total, review) }; // prettier-ignore
	},
});

function imported(reader: Reader, municipalityId: string) {
	return reader
		.selectFrom('form_import as i')
		.innerJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 'i.municipality_id')
				.onRef('o.id', '=', 'i.organisation_id'),
		)
		.select(['i.id', 'i.file_name as fileName', 'i.format', 'i.sent_at as sentAt', 'i.unchanged'])
		.select(['i.is_foreign as isForeign', 'i.created_at as createdAt'])
		.select(['o.name as organisationName'])
		.select((eb) => eb.ref('i.notes').$castTo<ReadNote[]>().as('notes'))
		.select(writerName('i.created_by').as('createdBy'))
		.select((eb) =>
			eb
				.selectFrom('form_import_line as l')
				.whereRef('l.municipality_id', '=', 'i.municipality_id')
				.whereRef('l.import_id', '=', 'i.id')
				.where('l.state', '=', 'open')
				.select((agg) => agg.cast<number>(agg.fn.countAll(), 'integer').as('open'))
				.as('open'),
		)
		.where('i.municipality_id', '=', municipalityId);
}

/** How many lines there are of each kind in each state. */
function countsOf(reader: Reader, municipalityId: string, formImportId: string) {
	return reader
		.selectFrom('form_import_line')
		.select((eb) => [
			eb.ref('kind').$castTo<ImportLine['kind']>().as('kind'),
			eb.ref('state').$castTo<ImportLine['state']>().as('state'),
			eb.cast<number>(eb.fn.countAll(), 'integer').as('count'),
		])
		.where('municipality_id', '=', municipalityId)
		.where('import_id', '=', formImportId)
		.groupBy(['kind', 'state'])
		.execute();
}

function entriesOf(lines: readonly ImportLine[]): Record<EntryTable, string[]> {
	const ids = (table: EntryTable) => [
		...new Set(lines.flatMap((one) => (one.entryTable === table && one.entryId ? [one.entryId] : []))), // prettier-ignore
	];
	return {
		finding: ids('finding'),
		provision: ids('provision'),
		knowledge_need: ids('knowledge_need'),
	};
}
