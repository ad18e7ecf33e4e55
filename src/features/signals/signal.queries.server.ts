import { themesOf } from '#features/content/themes.server.ts';
import { placesIn } from '#features/lifeworld/places.server.ts';
import { approachIdSchema } from '#features/execution/approach.schema.ts';
import { accessOfApproach } from '#features/execution/approach.write.server.ts';
import {
	mayContribute,
	mayLead,
	mayRead,
	mayReadInside,
} from '#features/trajectory/trajectory.policy.ts';
import { trajectoryIdSchema } from '#features/trajectory/trajectory.schema.ts';
import { municipalityOf, writerOf } from '#kernel/actor.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { signalAccess, signalSubject } from './access.server.ts';
import { isOpen, openStates, outcomes } from './course.ts';
import { waitingCount } from './post.server.ts';
import { patternsIn } from './patterns.ts';
import { signalLines } from './signal-lines.server.ts';
import { listSignalsSchema } from './signal.schema.ts';
import { mayDecide, mayReport } from './signals.policy.ts';
import { signalIdSchema } from './step.schema.ts';
import { stepsOf } from './steps.server.ts';

/** How many signals a page of the list holds. */
const pageSize = 20;

export const listSignals = query({
	name: 'signal.list',
	summary:
		'Signals of a trajectory with where they stand: the open ones, those with an outcome, or one’s own.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/signalen' },
	input: listSignalsSchema,
	subject: signalAccess,
	allow: mayReadInside,
	async run({ reader, actor, subject }, { trajectoryId, which, outcome, page }) {
		const municipalityId = municipalityOf(actor);
		const all = signalLines(reader, municipalityId, trajectoryId);
		const matching =
			which === 'mine'
				? all.where('e.created_by', '=', writerOf(actor))
				: all.where(
						's.state',
						'in',
						which === 'open' ? openStates : outcome ? [outcome] : outcomes,
					);
		const { total } = await matching
			.clearSelect()
			.clearOrderBy()
			.select((eb) => eb.fn.countAll<string>().as('total'))
			.executeTakeFirstOrThrow();
		// What is open is read from the oldest on; what came of signals from the newest.
		const ordered =
			which === 'open'
				? matching
				: matching.clearOrderBy().orderBy('changedAt', 'desc').orderBy('s.id');
		const lead = mayLead(actor, subject) === true;
		return {
			items: await ordered
				.limit(pageSize)
				.offset((page - 1) * pageSize)
				.execute(),
			total: Number(total),
			page,
			pageSize,
			/** What residents handed in and nobody has looked at yet. */
			waiting: lead ? await waitingCount(reader, municipalityId, trajectoryId) : 0,
			isHandInOpen: subject.publicParts.includes('signals'),
			may: { contribute: mayContribute(actor, subject) === true, lead },
		};
	},
});

export const readSignal = query({
	name: 'signal.read',
	summary: 'One signal with every step of its course.',
	http: { method: 'GET', path: '/signalen/{signalId}' },
	input: signalIdSchema,
	subject: signalSubject,
	allow: mayReadInside,
	async run({ reader, actor, subject }, { signalId }) {
		const municipalityId = municipalityOf(actor);
		const line = await signalLines(reader, municipalityId, subject.trajectoryId)
			.where('s.id', '=', signalId)
			.executeTakeFirst();
		const { state } = subject.signal;
		return {
			trajectoryId: subject.trajectoryId,
			/** Null when it was taken back. */
			signal: line ?? null,
			steps: await stepsOf(reader, municipalityId, { signalId }),
			may: {
				report: isOpen(state) && state !== 'open' && mayReport(actor, subject) === true,
				reopen: !isOpen(state) && mayDecide(actor, subject) === true,
			},
		};
	},
});

/** For beside an approach in the plan: where it came from. The public reads no signals, and so gets none. */
export const signalsOfApproach = query({
	name: 'signal.ofApproach',
	summary: 'The signals that became this approach, as far as the reader may read them.',
	http: { method: 'GET', path: '/aanpakken/{approachId}/signalen' },
	input: approachIdSchema,
	subject: accessOfApproach,
	allow: mayRead('plan'),
	async run({ reader, actor, subject }, { approachId }) {
		if (mayReadInside(actor, subject) !== true) return { signals: [] };
		const municipalityId = municipalityOf(actor);
		const signals = await signalLines(reader, municipalityId, subject.trajectoryId)
			.where('s.id', 'in', (eb) =>
				eb
					.selectFrom('signal_step')
					.select('signal_id')
					.where('municipality_id', '=', municipalityId)
					.where('approach_id', '=', approachId),
			)
			.execute();
		return { signals };
	},
});

/** How long back signals count for patterns. */
const patternDays = 365;

export const listPatterns = query({
	name: 'signal.patterns',
	summary:
		'Places and themes about which at least three independent sides handed in a signal in the last year.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/signaalpatronen' },
	input: trajectoryIdSchema,
	subject: signalAccess,
	allow: mayReadInside,
	async run({ reader, actor, clock, subject }, { trajectoryId }) {
		const since = new Date(clock.now().getTime() - patternDays * 86_400_000);
		const municipalityId = municipalityOf(actor);
		const voices = await voicesSince(reader, municipalityId, trajectoryId, since);
		const listed = await placesIn(reader, actor, subject, { withdrawn: true });
		const byId = new Map(voices.map((voice) => [voice.id, voice]));
		return {
			patterns: patternsIn(voices, listed).map(({ signalIds, ...pattern }) => ({
				...pattern,
				signals: signalIds.map((id) => ({ id, title: byId.get(id)?.title ?? '' })),
			})),
			themes: await themesOf(reader, municipalityId, subject),
			may: { lead: mayLead(actor, subject) === true },
		};
	},
});

/** Only what the reader may read counts: a pattern says no more than its signals do. */
function voicesSince(reader: Reader, municipalityId: string, trajectoryId: string, since: Date) {
	return signalLines(reader, municipalityId, trajectoryId)
		.clearSelect()
		.select(['s.id', 's.side_id as sideId', 'e.title', 'e.place', 'e.themes'])
		.select('e.place_id as placeId')
		.where('e.id', 'is not', null)
		.where('s.created_at', '>=', since)
		.$narrowType<{ title: string; place: string; themes: string[] }>()
		.execute();
}
