import { mayLead, mayRead } from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { attachmentFileSchema } from './attachment.schema.ts';
import { fileOf, type Attachment } from './attachments.server.ts';
import type { EvidenceContent } from './evidence-details.schema.ts';
import { lines, type EvidenceLine } from './evidence-lines.server.ts';
import { maySecondRead } from './second-reading.policy.ts';
import { attachmentsOfWaiting, waitingAttachment } from './second-reading-files.server.ts';
import { readSecond, secondReadingAccess } from './second-reading.server.ts';
import { textsIn, vulnerableGroupsIn, type VulnerableGroup } from './vulnerable.ts';

/** What a second reader looks at. */
export type WaitingSource = EvidenceLine &
	EvidenceContent & {
		/** Whether its author marked it; otherwise words in it pointed to a group. */
		isMarked: boolean;
		groups: VulnerableGroup[];
		/** Whether the reader wrote it, and so has to leave it to another. */
		isOwnWork: boolean;
		/** Its photos and files that stand; they are served by `waitingFile`. */
		attachments: Attachment[];
	};

export const listSecondReading = query({
	name: 'secondReading.list',
	summary: 'Lists what waits for a second reader in a trajectory, the oldest first.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/tweede-lezing' },
	input: trajectoryIdSchema,
	subject: secondReadingAccess,
	allow: maySecondRead,
	async run({ reader, actor, subject }) {
		const municipalityId = municipalityOf(actor);
		const me = actor.kind === 'member' ? actor.personId : null;
		await readSecond(reader, true);
		const rows = await lines(reader, actor)
			.innerJoin('membership as writer', (join) =>
				join
					.onRef('writer.municipality_id', '=', 'evidence.municipality_id')
					.onRef('writer.id', '=', 'evidence.created_by'),
			)
			.select(['evidence.details', 'evidence.care', 'writer.person_id as personId'])
			.where('evidence.trajectory_id', '=', subject.trajectoryId)
			.where('evidence.wished_visibility', 'is not', null)
			.where('evidence.withdrawn_at', 'is', null)
			.orderBy('evidence.created_at')
			.orderBy('evidence.id')
			.execute();
		const attachments = await attachmentsOfWaiting(
			reader,
			actor,
			rows.map(({ id }) => id),
		);
		await readSecond(reader, false);
		const waiting = rows.map(({ care, personId, ...row }) => ({
			...row,
			attachments: attachments.get(row.id) ?? [],
			isMarked: care === 'marked',
			groups: vulnerableGroupsIn([
				row.title,
				row.place,
				...textsIn(row.details),
				...(attachments.get(row.id) ?? []).map(({ description }) => description),
			]),
			isOwnWork: personId === me,
		}));
		const leads = mayLead(actor, subject) === true;
		return {
			// Checked by the schema of its kind when it was stored.
			waiting: waiting as unknown as WaitingSource[],
			mayName: leads,
			readers: await readersOf(reader, municipalityId, subject.trajectoryId),
			candidates: leads ? await candidates(reader, municipalityId, subject.trajectoryId) : [],
		};
	},
});

export const countSecondReading = query({
	name: 'secondReading.count',
	summary: 'How many sources wait for a second reader, for whoever may be one; null for others.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/tweede-lezing/aantal' },
	input: trajectoryIdSchema,
	subject: secondReadingAccess,
	allow: mayRead('any'),
	async run({ reader, actor, subject }): Promise<{ count: number | null }> {
		if (maySecondRead(actor, subject) !== true) return { count: null };
		await readSecond(reader, true);
		const { count } = await reader
			.selectFrom('evidence')
			.select((eb) => eb.fn.countAll<number>().as('count'))
			.where('municipality_id', '=', municipalityOf(actor))
			.where('trajectory_id', '=', subject.trajectoryId)
			.where('wished_visibility', 'is not', null)
			.where('withdrawn_at', 'is', null)
			.executeTakeFirstOrThrow();
		await readSecond(reader, false);
		return { count: Number(count) };
	},
});

/** The bytes of what belongs to a source that waits, for the route that serves them. */
export const waitingFile = query({
	name: 'secondReading.file',
	summary: 'Finds a photo or file of a source that waits for a second reader, for that reader.',
	input: attachmentFileSchema,
	subject: waitingAttachment,
	allow: maySecondRead,
	run: ({ actor, subject: { attachment } }, { name }) =>
		fileOf(municipalityOf(actor), attachment, name),
});

export interface SecondReaderLine {
	id: string;
	name: string;
	organisationName: string;
	version: number;
}

function readersOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<SecondReaderLine[]> {
	return people(reader, municipalityId)
		.innerJoin('second_reader as s', (join) =>
			join
				.onRef('s.municipality_id', '=', 'm.municipality_id')
				.onRef('s.membership_id', '=', 'm.id'),
		)
		.select(['s.id', 's.version'])
		.where('s.trajectory_id', '=', trajectoryId)
		.where('s.ended_at', 'is', null)
		.orderBy('p.name')
		.execute();
}

/** Whoever brings something in and takes part, in person or with an organisation, and is no second reader yet. */
function candidates(reader: Reader, municipalityId: string, trajectoryId: string) {
	return people(reader, municipalityId)
		.select('m.id')
		.where('m.role', 'in', [
			'process_manager',
			'analyst',
			'professional',
			'resident_representative',
		])
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('participant as t')
					.select('t.id')
					.whereRef('t.municipality_id', '=', 'm.municipality_id')
					.where('t.trajectory_id', '=', trajectoryId)
					.whereRef('t.organisation_id', '=', 'm.organisation_id')
					.where('t.ended_at', 'is', null),
			),
		)
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('second_reader as s')
						.select('s.id')
						.whereRef('s.municipality_id', '=', 'm.municipality_id')
						.whereRef('s.membership_id', '=', 'm.id')
						.where('s.trajectory_id', '=', trajectoryId)
						.where('s.ended_at', 'is', null),
				),
			),
		)
		.orderBy('p.name')
		.execute();
}

function people(reader: Reader, municipalityId: string) {
	return reader
		.selectFrom('membership as m')
		.innerJoin('person as p', (join) =>
			join.onRef('p.municipality_id', '=', 'm.municipality_id').onRef('p.id', '=', 'm.person_id'),
		)
		.innerJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 'm.municipality_id')
				.onRef('o.id', '=', 'm.organisation_id'),
		)
		.select(['p.name', 'o.name as organisationName'])
		.where('m.municipality_id', '=', municipalityId)
		.where('m.ended_at', 'is', null);
}
