import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure } from '#kernel/failure.ts';
import { restoreRow, withdrawRow } from '#server/database/rows.ts';
import {
	addEvidenceSchema,
	changeEvidenceSchema,
	restoreEvidenceSchema,
	setVisibilitySchema,
	withdrawEvidenceSchema,
	type AddEvidence,
} from './evidence.schema.ts';
import { mayChangeEvidence } from './evidence.policy.ts';
import { optionalMomentOf } from './moment.ts';
import {
	checkMayHide,
	evidenceOfInput,
	evidenceOfKind,
	recordEvidence,
	replace,
	rewriteEvidence,
	type EvidenceEntry,
} from './record.server.ts';
import { shownTo, waits } from './second-reading.ts';

export const addEvidence = command({
	name: 'evidence.add',
	summary: 'Adds a document or a meeting as a source.',
	http: { method: 'POST', path: '/trajecten/{trajectoryId}/bronnen' },
	input: addEvidenceSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ tx, actor, clock, subject, requestId }, input) {
		const { visibility } = input;
		const entry = entryOf(input, clock.now());
		await recordEvidence(tx, actor, clock, {
			...entry,
			id: requestId,
			access: subject,
			visibility,
		});
		return { id: requestId };
	},
	trajectory: ({ trajectoryId }) => trajectoryId,
});

export const changeEvidence = command({
	name: 'evidence.change',
	summary: 'Changes a document or a meeting; the former text is kept.',
	http: { method: 'PATCH', path: '/bronnen/{evidenceId}' },
	input: changeEvidenceSchema,
	subject: (reader, input, actor) => evidenceOfKind(input.kind)(reader, input, actor),
	allow: mayChangeEvidence,
	run: ({ tx, actor, clock, subject }, input) =>
		rewriteEvidence(tx, actor, subject, input.version, entryOf(input, clock.now())),
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const withdrawEvidence = command({
	name: 'evidence.withdraw',
	summary: 'Withdraws a source with a reason; what rests on it shows that it was withdrawn.',
	http: { method: 'POST', path: '/bronnen/{evidenceId}/intrekking' },
	input: withdrawEvidenceSchema,
	subject: evidenceOfInput,
	allow: mayChangeEvidence,
	run: ({ tx, actor, clock }, { evidenceId: id, version, reason }) =>
		withdrawRow(
			tx,
			'evidence',
			{ municipalityId: municipalityOf(actor), id, version },
			reason,
			clock.now(),
		),
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const restoreEvidence = command({
	name: 'evidence.restore',
	summary: 'Takes the withdrawal of a source back.',
	http: { method: 'POST', path: '/bronnen/{evidenceId}/herstel' },
	input: restoreEvidenceSchema,
	subject: evidenceOfInput,
	allow: mayChangeEvidence,
	run({ tx, actor, subject }, { evidenceId: id, version }) {
		if (subject.evidence.isErased) throw new Failure('erased.already', 409);
		return restoreRow(tx, 'evidence', { municipalityId: municipalityOf(actor), id, version });
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

export const setVisibility = command({
	name: 'evidence.setVisibility',
	summary: 'Decides who can see a source: its organisation, whoever takes part, or everyone.',
	http: { method: 'PUT', path: '/bronnen/{evidenceId}/zichtbaarheid' },
	input: setVisibilitySchema,
	subject: evidenceOfInput,
	allow: mayChangeEvidence,
	async run({ tx, actor, subject }, { version, visibility }) {
		checkMayHide(actor, subject, visibility);
		const { evidence } = subject;
		const shown = waits(evidence) ? shownTo(visibility, evidence.care) : { visibility };
		return replace(tx, actor, subject, version, shown);
	},
	trajectory: (_input, subject) => subject.trajectoryId,
});

type Filled = Pick<
	AddEvidence,
	'title' | 'place' | 'happenedOn' | 'happenedTime' | 'themes' | 'aboutVulnerable'
> &
	Pick<AddEvidence, 'kind' | 'details'>;

function entryOf(input: Filled, now: Date): EvidenceEntry {
	const { title, place, themes, kind, details, aboutVulnerable } = input;
	const moment = optionalMomentOf(input, now);
	return {
		title,
		place,
		themes,
		aboutVulnerable,
		moment,
		content: { kind, details } as EvidenceEntry['content'],
	};
}
