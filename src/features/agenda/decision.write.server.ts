import { dayOf, type Clock } from '#kernel/clock.ts';
import { Failure, invalidField, notFound } from '#kernel/failure.ts';
import { isoOf, type RoughDay } from '#kernel/fields.ts';
import type { Tx } from '#server/database/handles.ts';
import { agendaItemsOf, decisionsOf } from './agenda-item.queries.server.ts';
import { textBefore } from './decision-text.ts';
import type { Body, Outcome } from './decision.schema.ts';

/** What is recorded of one decision. */
export interface Recorded {
	body: Body;
	decidedOn: RoughDay;
	outcome: Outcome;
	amendedText: string;
	reason: string;
	reference: string;
	referenceUrl: string | null;
}

/** The columns of a decision; refuses a day that is still to come. */
export function columnsOf(recorded: Recorded, clock: Clock) {
	const { body, decidedOn, outcome, amendedText, reason, reference, referenceUrl } = recorded;
	if (decidedOn.on > dayOf(clock.now())) throw invalidField('decidedOn', 'future_date');
	return {
		body,
		decided_on: decidedOn.on,
		decided_precision: decidedOn.precision,
		outcome,
		amended_text: outcome === 'amended' ? amendedText : '',
		reason,
		reference,
		reference_url: referenceUrl ?? '',
	};
}

/** What lies before a body. */
export interface Proposed {
	item_version: number;
	proposed_text: string;
}

/** What an item says before a body decides on it. Throws `not_found`, or `withdrawn` when it stands on the agenda no more. */
export async function proposedText(
	tx: Tx,
	municipalityId: string,
	trajectoryId: string,
	agendaItemId: string,
): Promise<Proposed> {
	const items = await agendaItemsOf(tx, municipalityId, trajectoryId, { withWithdrawn: true });
	const item = items.find(({ id }) => id === agendaItemId);
	if (!item) throw notFound();
	if (item.isWithdrawn) throw new Failure('withdrawn', 409);
	const decisions = await decisionsOf(tx, municipalityId, trajectoryId);
	const own = decisions.filter((decision) => decision.agendaItemId === agendaItemId);
	return { item_version: item.version, proposed_text: textBefore(item, own) };
}

/** What stands there now, by the names of the forms. */
export async function currentDecision(tx: Tx, municipality_id: string, id: string) {
	const row = await tx
		.selectFrom('decision')
		.select(['version', 'body', 'decided_on', 'decided_precision', 'outcome', 'reference'])
		.select(['amended_text as amendedText', 'reason', 'reference_url as referenceUrl'])
		.where('municipality_id', '=', municipality_id)
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	const { decided_on, decided_precision, ...current } = row;
	return { ...current, decidedOn: isoOf(decided_on, decided_precision) };
}
