import { accessOfInput, loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { restoreRow, withdrawRow } from '#server/database/rows.ts';
import { reportData } from './report-data.server.ts';
import { asContent, draftsOf } from './section-draft.ts';
import { placeOf } from './section-place.ts';
import { leftOutAfter, withSeen } from './section-refs.ts';
import { readTyped } from './section-typed.server.ts';
import {
	addSection,
	changeSection,
	standingSection,
	versionToChange,
} from './section-write.server.ts';
import {
	composeSectionSchema,
	confirmSectionSchema,
	restoreSectionSchema,
	withdrawSectionSchema,
	writeSectionSchema,
} from './section.schema.ts';

const accessOfSection = (reader: Reader, input: { sectionId: string }, actor: Actor) =>
	loadAccessOfRow(reader, 'report_section', input.sectionId, actor);

export const composeSection = command({
	name: 'reportSection.compose',
	summary:
		'Begins a section of the report with a draft composed from what the records hold; never where somebody wrote.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/verslag/onderdelen/{key}/opzet' },
	input: composeSectionSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run(context, { key, language }) {
		const { tx, actor, clock, subject } = context;
		const data = await reportData({ reader: tx, actor, clock, subject });
		const place = placeOf(data, key);
		const content = asContent(draftsOf(data, language)(place));
		const added = await addSection(context, { place, language, content, leftOut: [] });
		if (!added) throw new Failure('report_section.written', 409);
		return added;
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const writeSection = command({
	name: 'reportSection.write',
	summary:
		'Writes a section of the report; what each sentence rests on goes along with it, and the former text is kept.',
	http: { method: 'PUT', path: '/trajecten/{trajectoryId}/verslag/onderdelen/{key}' },
	input: writeSectionSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run(context, input) {
		const { tx, actor, clock, subject } = context;
		const municipalityId = municipalityOf(actor);
		const standing = await standingSection(tx, municipalityId, subject, input.key);
		const content = await readTyped(context, input, standing ?? null);
		const leftOut = leftOutAfter(standing ?? null, content);
		if (standing) {
			const version = await versionToChange(tx, municipalityId, subject, standing, input.version);
			const row = { id: standing.id, version };
			return changeSection(context, row, { content, leftOut, marks: input.marks });
		}
		const place = placeOf(await reportData({ reader: tx, actor, clock, subject }), input.key);
		const { language } = input;
		const added = await addSection(context, { place, language, content, leftOut });
		if (!added) throw new Failure('report_section.written', 409);
		return added;
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const confirmSection = command({
	name: 'reportSection.confirm',
	summary:
		'Says that a section still holds, now that its reader looked at what changed underneath.',
	http: { method: 'POST', path: '/verslagonderdelen/{sectionId}/bevestiging' },
	input: confirmSectionSchema,
	subject: accessOfSection,
	allow: mayContribute,
	async run(context, { sectionId, version, seen }) {
		const { tx, actor, clock, subject } = context;
		const standing = await standingSection(tx, municipalityOf(actor), subject, { id: sectionId });
		if (!standing) throw new Failure('withdrawn', 409);
		const content = withSeen(standing.content, seen);
		const values = { confirmed_by: writerOf(actor), confirmed_at: clock.now() };
		const leftOut = leftOutAfter(standing, content, seen);
		return changeSection(context, { id: sectionId, version }, { content, leftOut, values });
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const withdrawSection = command({
	name: 'reportSection.withdraw',
	summary:
		'Puts a written section aside, with a reason; the report composes it again, and it can be restored.',
	http: { method: 'POST', path: '/verslagonderdelen/{sectionId}/intrekking' },
	input: withdrawSectionSchema,
	subject: accessOfSection,
	allow: mayContribute,
	run: ({ tx, actor, clock }, { sectionId: id, version, reason }) =>
		withdrawRow(
			tx,
			'report_section',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const restoreSection = command({
	name: 'reportSection.restore',
	summary: 'Puts a section back that was put aside, unless it was written anew meanwhile.',
	http: { method: 'POST', path: '/verslagonderdelen/{sectionId}/herstel' },
	input: restoreSectionSchema,
	subject: accessOfSection,
	allow: mayContribute,
	async run({ tx, actor, subject }, { sectionId: id, version }) {
		const municipalityId = municipalityOf(actor);
		const { key } = await tx
			.selectFrom('report_section')
			.select('key')
			.where('municipality_id', '=', municipalityId)
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		const standing = await standingSection(tx, municipalityId, subject, key);
		if (standing && standing.id !== id) throw new Failure('report_section.written', 409);
		return restoreRow(tx, 'report_section', { municipalityId, id, version });
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});
