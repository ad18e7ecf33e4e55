import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { accessOfInput, type TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { readParticipants } from '#features/trajectory/frame.queries.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, invalidField } from '#kernel/failure.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { FileReadError } from '#server/documents/file-read-error.ts';
import { readFileContent } from '#server/documents/read-file.server.ts';
import type { FileContent } from '#server/documents/file-content.ts';
import { EXCHANGE_LIMIT } from '#server/http/bodylimit.ts';
import { uploadedFiles } from '#server/uploads.server.ts';
import { bareTitles, knownEntries, sourceTitles } from './exchange-known.server.ts';
import { KnownEntries } from './exchange-known.ts';
import { matchForm, takenKey, type Matched } from './exchange-match.ts';
import { ColumnSlots } from './exchange-place.ts';
import { readForm, type ReadForm } from './exchange-read.ts';
import { approveLines } from './form-import-approve.server.ts';
import { linesOf, type NewLine } from './form-import-proposals.ts';
import { accessOfFormImport } from './form-import-row.server.ts';
import { undoLines } from './form-import-undo.server.ts';
import {
	approveFormImportSchema,
	formImportIdSchema,
	leaveFormImportSchema,
	receiveFormImportSchema,
} from './form-import.schema.ts';
import { loadFramework } from './framework.server.ts';
import { themesOf } from './place.ts';

/** More proposals than this come from no form: somebody uploaded something else. */
const mostProposals = 20_000;

export const receiveFormImport = command({
	name: 'formImport.receive',
	summary:
		'Takes in an analysis form that came back as a file, uploaded under the id of this request, and compares it with the form: nothing changes before somebody approves it.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/ingeleverde-formulieren' },
	input: receiveFormImportSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, { trajectoryId, organisationId }) {
		const municipality_id = municipalityOf(actor);
		const participants = await readParticipants(tx, { municipalityId: municipality_id, trajectoryId }); // prettier-ignore
		if (!participants.some((one) => one.organisationId === organisationId))
			throw invalidField('organisationId', 'unknown');
		const file = await uploadedFile(requestId);
		const known = await importOf(tx, municipality_id, trajectoryId, file.fingerprint);
		// The same file again has nothing to say.
		if (known) return { id: known, isKnown: true, proposals: 0 };
		const { read, matched } = await compare(tx, actor, subject, file.content);
		const added = await tx
			.insertInto('form_import')
			.values({
				...{ municipality_id, id: requestId, trajectory_id: trajectoryId },
				...{ organisation_id: organisationId, file_name: file.name.slice(0, 200) },
				...{ format: read.format, fingerprint: file.fingerprint, sent_at: read.code?.at ?? null },
				...{ is_foreign: matched.isForeign, unchanged: matched.unchanged },
				notes: JSON.stringify(read.notes),
				...{ created_by: memberOf(actor).membershipId, created_at: clock.now() },
			})
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		// Taken in by somebody else, in a silent round that is still open.
		if (added.numInsertedOrUpdatedRows === 0n) throw new Failure('formImport.known', 409);
		await addLines(tx, municipality_id, requestId, linesOf(matched.proposals));
		return { id: requestId, isKnown: false, proposals: matched.proposals.length };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const approveFormImport = command({
	name: 'formImport.approve',
	summary:
		'Takes lines of a form that came back into the analysis form; what somebody changed meanwhile only when its version is named.',
	http: { method: 'POST', path: '/ingeleverde-formulieren/{formImportId}/goedkeuring' },
	input: approveFormImportSchema,
	subject: accessOfFormImport,
	allow: mayContribute,
	run: (context, input) => approveLines(context, input),
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const leaveFormImport = command({
	name: 'formImport.leave',
	summary: 'Leaves lines of a form that came back as they are; they stay readable and can be taken up again.', // prettier-ignore
	http: { method: 'POST', path: '/ingeleverde-formulieren/{formImportId}/overslaan' },
	input: leaveFormImportSchema,
	subject: accessOfFormImport,
	allow: mayContribute,
	run: ({ tx, actor, clock }, { formImportId, lines }) =>
		decide(tx, actor, formImportId, lines, { from: 'open', to: 'left', at: clock.now() }),
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const resumeFormImport = command({
	name: 'formImport.resume',
	summary: 'Takes up lines again that were left.',
	http: { method: 'POST', path: '/ingeleverde-formulieren/{formImportId}/hervatting' },
	input: leaveFormImportSchema,
	subject: accessOfFormImport,
	allow: mayContribute,
	run: ({ tx, actor }, { formImportId, lines }) =>
		decide(tx, actor, formImportId, lines, { from: 'left', to: 'open', at: null }),
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const withdrawFormImport = command({
	name: 'formImport.withdraw',
	summary:
		'Undoes what was taken in from a form that came back: withdraws what it added and puts back what it changed, where nobody changed it since.',
	http: { method: 'POST', path: '/ingeleverde-formulieren/{formImportId}/intrekking' },
	input: formImportIdSchema,
	subject: accessOfFormImport,
	allow: mayContribute,
	run: (context, { formImportId }) => undoLines(context, formImportId),
	trajectory: (_input, subject) => subject.trajectoryId,
});

async function uploadedFile(requestId: string) {
	const [file] = await uploadedFiles(requestId);
	if (!file) throw new Failure('formImport.gone', 400);
	try {
		const content = await readFileContent(file.location, EXCHANGE_LIMIT);
		const bytes = await readFile(file.location);
		return { name: file.name, content, fingerprint: createHash('sha256').update(bytes).digest('hex') }; // prettier-ignore
	} catch (error) {
		if (error instanceof FileReadError) throw new Failure(`formImport.${error.reason}`, 400);
		throw error;
	}
}

async function importOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	fingerprint: string,
): Promise<string | undefined> {
	const row = await reader
		.selectFrom('form_import')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('fingerprint', '=', fingerprint)
		.executeTakeFirst();
	return row?.id;
}

async function compare(
	tx: Tx,
	actor: Actor,
	subject: TrajectoryAccess,
	content: FileContent,
): Promise<{ read: ReadForm; matched: Matched }> {
	const framework = await loadFramework(tx, actor.municipalityId, subject);
	const read = readForm(content, framework);
	if (read.rows.length === 0) throw new Failure('formImport.no_form', 400);
	const domains = new Map(themesOf(framework).map(({ id, domainId }) => [id, domainId]));
	const titles = await sourceTitles(tx, actor, subject, { withdrawn: true });
	const matched = matchForm(read, {
		trajectoryId: subject.trajectoryId,
		entries: new KnownEntries(await knownEntries(tx, actor, subject)),
		slots: new ColumnSlots(framework),
		domainOf: (theme) => domains.get(theme) ?? null,
		taken: await takenBefore(tx, municipalityOf(actor), subject.trajectoryId),
		sourceTitles: bareTitles(titles.values()),
	});
	if (matched.proposals.length > mostProposals) throw new Failure('formImport.too_many_cells', 400);
	return { read, matched };
}

/** What was taken in from earlier files and still stands: also where it was worded otherwise since. */
async function takenBefore(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<Set<string>> {
	const { rows } = await sql<{
		kind: string;
		theme: string | null;
		slot: string | null;
		text: string;
	}>`
		SELECT l.kind, l.theme, l.slot, l.text FROM form_import i
		JOIN form_import_line l ON l.municipality_id = i.municipality_id AND l.import_id = i.id
		WHERE i.municipality_id = ${municipalityId} AND i.trajectory_id = ${trajectoryId}
			AND l.state = 'approved' AND l.kind IN ('new', 'source')
			AND NOT EXISTS (SELECT FROM finding e WHERE e.municipality_id = l.municipality_id AND e.id = (l.outcome->>'id')::uuid AND e.withdrawn_at IS NOT NULL)
			AND NOT EXISTS (SELECT FROM provision e WHERE e.municipality_id = l.municipality_id AND e.id = (l.outcome->>'id')::uuid AND e.withdrawn_at IS NOT NULL)
			AND NOT EXISTS (SELECT FROM knowledge_need e WHERE e.municipality_id = l.municipality_id AND e.id = (l.outcome->>'id')::uuid AND e.withdrawn_at IS NOT NULL)
			AND NOT EXISTS (SELECT FROM evidence e WHERE e.municipality_id = l.municipality_id AND e.id = (l.outcome->>'id')::uuid AND e.withdrawn_at IS NOT NULL)`.execute(
		reader,
	);
	return new Set(
		rows.map(({ kind, theme, slot, text }) =>
			takenKey(theme, kind === 'source' ? 'source' : slot, text),
		),
	);
}

/** All lines in one statement, however many. */
async function addLines(
	tx: Tx,
	municipalityId: string,
	importId: string,
	lines: readonly NewLine[],
): Promise<void> {
	if (lines.length === 0) return;
	await sql`
		INSERT INTO form_import_line (municipality_id, import_id, id, position, kind, file_place, heading, text, theme, slot,
			entry_table, entry_id, base, parent_id, problem)
		SELECT ${municipalityId}, ${importId}, l.* FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS l
			(id uuid, position integer, kind text, file_place text, heading text, text text, theme text, slot text,
			entry_table text, entry_id uuid, base jsonb, parent_id uuid, problem text)`.execute(tx);
}

async function decide(
	tx: Tx,
	actor: Actor,
	formImportId: string,
	lines: readonly string[],
	{ from, to, at }: { from: string; to: string; at: Date | null },
): Promise<{ id: string; lines: number }> {
	const ids = lines.map((one) => one.slice(0, 36));
	const { rows } = await sql`
		UPDATE form_import_line SET state = ${to}, decided_by = ${at && memberOf(actor).membershipId}, decided_at = ${at}, version = version + 1
		WHERE municipality_id = ${municipalityOf(actor)} AND import_id = ${formImportId} AND id = ANY (${ids}::uuid[]) AND state = ${from}
		RETURNING id`.execute(tx);
	return { id: formImportId, lines: rows.length };
}
