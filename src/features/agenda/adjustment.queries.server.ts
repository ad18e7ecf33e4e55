import * as v from 'valibot';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayLead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import { id, wholeNumber } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { agendaOfYear, besideEachOther, openChoices, yearsOf } from './adjustment.ts';
import { roundIdSchema } from './adjustment.schema.ts';
import {
	allItemVersions,
	carriedOutRounds,
	choicesOfRound,
	roundsOf,
} from './adjustment.server.ts';
import { accessOfRound } from './adjustment.write.server.ts';
import { agendaItemsOf } from './agenda-item.queries.server.ts';

export const readRound = query({
	name: 'adjustmentRound.read',
	summary:
		'One yearly adjustment: what was chosen for each item, what is new, and what is still open.',
	http: { method: 'GET', path: '/bijstellingen/{adjustmentRoundId}' },
	input: roundIdSchema,
	subject: accessOfRound,
	allow: mayReadInside,
	async run({ reader, actor, subject }, { adjustmentRoundId }) {
		const municipalityId = municipalityOf(actor);
		const { trajectoryId } = subject;
		const rounds = [
			...(await roundsOf(reader, municipalityId, trajectoryId)),
			...(await roundsOf(reader, municipalityId, trajectoryId, 'withdrawn')),
		];
		const round = rounds.find((one) => one.id === adjustmentRoundId);
		if (!round) throw notFound();
		const items = await agendaItemsOf(reader, municipalityId, trajectoryId);
		const all = await choicesOfRound(reader, municipalityId, round.id, { withWithdrawn: true });
		const choices = all.filter(({ isWithdrawn }) => !isWithdrawn);
		const isOpen = round.carriedOutAt === null;
		return {
			trajectoryId,
			round: { ...round, isWithdrawn: subject.round.isWithdrawn },
			items: items
				.filter(({ id: itemId, endedYear }) =>
					isOpen ? endedYear === null : choices.some((one) => one.agendaItemId === itemId),
				)
				.map((item) => ({
					id: item.id,
					title: item.title,
					text: item.text,
					version: item.version,
					choice:
						choices.find(
							({ agendaItemId, choice }) => agendaItemId === item.id && choice !== 'new',
						) ?? null,
				})),
			added: choices.filter(({ choice }) => choice === 'new'),
			withdrawn: all.filter(({ choice, isWithdrawn }) => isWithdrawn && choice === 'new'),
			open: isOpen ? openChoices(items, choices).map(({ id: itemId }) => itemId) : [],
			may: { lead: mayLead(actor, subject) === true },
		};
	},
});

export const readYears = query({
	name: 'agenda.years',
	summary:
		'The agenda of two years side by side, with what changed and why, from the versions that are kept.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/agendajaren' },
	input: v.object({
		trajectoryId: id(),
		/** The two years; when left out the last two there are. */
		from: v.optional(wholeNumber(1900, 2200)),
		to: v.optional(wholeNumber(1900, 2200)),
	}),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor, clock, subject }, { trajectoryId, from, to }) {
		const municipalityId = municipalityOf(actor);
		const source = await yearSource(reader, municipalityId, trajectoryId);
		const years = yearsOf(source);
		const right = to ?? (years.at(-1) as number);
		const left = from ?? years.findLast((year) => year < right) ?? right;
		const rounds = await roundsOf(reader, municipalityId, trajectoryId);
		const lastRound = rounds.at(-1)?.year;
		return {
			years,
			left,
			right,
			pairs: besideEachOther(agendaOfYear(source, left), agendaOfYear(source, right)),
			/** The adjustments, also one that is being prepared. */
			rounds,
			/** For which year the next one would be. */
			nextYear: lastRound ? lastRound + 1 : clock.now().getFullYear(),
			withdrawnRounds:
				mayLead(actor, subject) === true
					? await roundsOf(reader, municipalityId, trajectoryId, 'withdrawn')
					: [],
			may: { lead: mayLead(actor, subject) === true },
		};
	},
});

async function yearSource(reader: Reader, municipalityId: string, trajectoryId: string) {
	const { startYear } = await reader
		.selectFrom('trajectory')
		.select('start_year as startYear')
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', trajectoryId)
		.executeTakeFirstOrThrow();
	const versions = await allItemVersions(reader, municipalityId, trajectoryId);
	return {
		startYear,
		rounds: await carriedOutRounds(reader, municipalityId, trajectoryId),
		items: await agendaItemsOf(reader, municipalityId, trajectoryId),
		versionOf: (item: string, version: number) => versions.get(`${item} ${version}`),
	};
}
