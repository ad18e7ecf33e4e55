import { accessOfInput } from '#features/trajectory/access.server.ts';
import {
	mayLead,
	mayRead,
	mayReadInside,
	mayRecordDecision,
} from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Clock } from '#kernel/clock.ts';
import { notFound } from '#kernel/failure.ts';
import type { RoughDay } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { agendaItemsOf, decisionsOf, type Decision } from './agenda-item.queries.server.ts';
import { textBefore } from './decision-text.ts';
import { decisionSessionSchema } from './decision.schema.ts';
import {
	isRecent,
	sourcesToTell,
	tellingAbout,
	tellWithinDays,
	type SourceToTell,
} from './telling.server.ts';

/** One decision of a session, with the title of its item. */
export type SessionDecision = Decision & { title: string; decidedDay: RoughDay };

/** What one body decided in one session, in the order of the agenda; empty when there is no such session. */
export async function decisionsOfSession(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	sessionId: string,
): Promise<SessionDecision[]> {
	const decisions = await decisionsOf(reader, municipalityId, trajectoryId);
	const items = await agendaItemsOf(reader, municipalityId, trajectoryId, { withWithdrawn: true });
	const place = new Map(items.map(({ id }, at) => [id, at]));
	const titles = new Map(items.map(({ id, title }) => [id, title]));
	return decisions
		.filter((decision) => decision.sessionId === sessionId)
		.map((decision) => ({
			...decision,
			title: titles.get(decision.agendaItemId) ?? '',
			decidedDay: dayFrom(decision.decidedOn),
		}))
		.toSorted((one, other) => placeOf(place, one) - placeOf(place, other));
}

const placeOf = (place: ReadonlyMap<string, number>, { agendaItemId }: Decision) =>
	place.get(agendaItemId) ?? place.size;

function dayFrom(iso: string): RoughDay {
	const precision = iso.length === 4 ? 'year' : iso.length === 7 ? 'month' : 'day';
	return { on: `${iso}-01-01`.slice(0, 10), precision };
}

/** A source whose maker somebody tells in person, and whether that was done. */
export interface NoticeToDo extends SourceToTell {
	noticeId: string;
	doneAt: Date | null;
}

/** Whether people were told of a session's decisions, or who would be. */
export type TellingState =
	| { state: 'told'; told: number; unwilling: number; at: Date; toDo: NoticeToDo[] }
	| {
			/** Nobody was told yet; `not_told` when somebody chose so. */
			state: 'open' | 'not_told' | 'too_old';
			people: number;
			unwilling: number;
			toDo: SourceToTell[];
			withinDays: number;
	  };

export const readDecisionSession = query({
	name: 'decision.session',
	summary: 'What one body decided in one session, and whether those who contributed were told.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/besluitsessies/{sessionId}' },
	input: decisionSessionSchema,
	subject: accessOfInput,
	allow: mayRead('agenda'),
	async run({ reader, actor, clock, subject }, { trajectoryId, sessionId }) {
		const municipalityId = municipalityOf(actor);
		const decisions = await decisionsOfSession(reader, municipalityId, trajectoryId, sessionId);
		if (decisions.length === 0) throw notFound();
		const telling =
			mayLead(actor, subject) === true
				? ((await toldBefore(reader, actor, sessionId)) ??
					(await toBeTold({
						reader,
						actor,
						subject,
						items: decisions.map(({ agendaItemId }) => agendaItemId),
						isRecent: decisions.some(({ decidedDay }) => isRecent(decidedDay, clock)),
						declined: await wasDeclined(reader, municipalityId, sessionId),
					})))
				: null;
		return {
			decisions,
			/** For who leads; null for others. */
			telling,
			isInside: mayReadInside(actor, subject) === true,
		};
	},
});

async function toldBefore(
	reader: Reader,
	actor: Actor,
	sessionId: string,
): Promise<TellingState | null> {
	const telling = await reader
		.selectFrom('decision_telling')
		.select(['told', 'unwilling', 'created_at as at'])
		.where('municipality_id', '=', municipalityOf(actor))
		.where('id', '=', sessionId)
		.where('sent', '=', true)
		.executeTakeFirst();
	if (!telling) return null;
	const notices = await reader
		.selectFrom('decision_notice')
		.select(['id', 'evidence_id', 'unreached', 'done_at'])
		.where('municipality_id', '=', municipalityOf(actor))
		.where('telling_id', '=', sessionId)
		.where('evidence_id', 'is not', null)
		.orderBy('id')
		.execute();
	const sources = await sourcesToTell(
		reader,
		actor,
		notices.map((notice) => ({
			evidenceId: notice.evidence_id as string,
			why: (notice.unreached ?? 'no_maker') as SourceToTell['why'],
		})),
	);
	const byEvidence = new Map(notices.map((notice) => [notice.evidence_id, notice]));
	return {
		state: 'told',
		...telling,
		toDo: sources.map((one) => {
			const notice = byEvidence.get(one.evidenceId);
			return { ...one, noticeId: notice?.id ?? '', doneAt: notice?.done_at ?? null };
		}),
	};
}

interface Asked {
	reader: Reader;
	actor: Actor;
	subject: Parameters<typeof tellingAbout>[2];
	items: string[];
	isRecent: boolean;
	declined: boolean;
}

async function toBeTold(asked: Asked): Promise<TellingState> {
	const { reader, actor, subject, items, declined } = asked;
	const telling = await tellingAbout(reader, actor, subject, items);
	return {
		state: asked.isRecent ? (declined ? 'not_told' : 'open') : 'too_old',
		people: telling.recipients.length,
		unwilling: telling.unwilling,
		toDo: await sourcesToTell(reader, actor, telling.unreached),
		withinDays: tellWithinDays,
	};
}

async function wasDeclined(
	reader: Reader,
	municipalityId: string,
	sessionId: string,
): Promise<boolean> {
	const row = await reader
		.selectFrom('decision_telling')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', sessionId)
		.executeTakeFirst();
	return row !== undefined;
}

/** The sessions that are recent enough to tell people of, and of which nobody said whether they are told. */
export async function untoldSessions(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	clock: Clock,
): Promise<string[]> {
	const decisions = await decisionsOf(reader, municipalityId, trajectoryId);
	const recent = new Set(
		decisions
			.filter(({ decidedOn }) => isRecent(dayFrom(decidedOn), clock))
			.map(({ sessionId }) => sessionId),
	);
	const said = await reader
		.selectFrom('decision_telling')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.execute();
	return [...recent.difference(new Set(said.map(({ id }) => id)))];
}

export const sessionChoices = query({
	name: 'decision.choices',
	summary: 'The agenda items that a body can decide on in one session, with the text before it.',
	input: trajectoryIdSchema,
	subject: accessOfInput,
	allow: mayRecordDecision,
	async run({ reader, actor }, { trajectoryId }) {
		const municipalityId = municipalityOf(actor);
		const items = await agendaItemsOf(reader, municipalityId, trajectoryId);
		const decisions = await decisionsOf(reader, municipalityId, trajectoryId);
		return items
			.filter(({ endedYear }) => endedYear === null)
			.map((item) => {
				const own = decisions.filter(({ agendaItemId }) => agendaItemId === item.id);
				const { id, title } = item;
				return { id, title, before: textBefore(item, own), decisions: own };
			});
	},
});
