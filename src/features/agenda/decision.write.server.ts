import { dayOf, type Clock } from '#kernel/clock.ts';
import { Failure, invalidField, notFound } from '#kernel/failure.ts';
import { isoOf, type RoughDay } from '#kernel/fields.ts';
import type { Tx } from '#server/database/handles.ts';
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

/**
 * The text of an item that is decided on: as the last body to amend it left it, unless the item itself was rewritten since
 * that decision; else as it stands on the agenda. Throws `not_found`, or `withdrawn` when it stands on it no more.
 */
export async function proposedText(
	tx: Tx,
	municipalityId: string,
	agendaItemId: string,
): Promise<Proposed> {
	const item = await tx
		.selectFrom('agenda_item')
		.select(['version', 'text', 'text_version', 'withdrawn_at'])
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', agendaItemId)
		.executeTakeFirst();
	if (!item) throw notFound();
	if (item.withdrawn_at) throw new Failure('withdrawn', 409);
	const last = await tx
		.selectFrom('decision')
		.select(['outcome', 'amended_text', 'item_version'])
		.where('municipality_id', '=', municipalityId)
		.where('agenda_item_id', '=', agendaItemId)
		.where('withdrawn_at', 'is', null)
		.orderBy('decided_on', 'desc')
		.orderBy('created_at', 'desc')
		.executeTakeFirst();
	const amended =
		last?.outcome === 'amended' && (last.item_version ?? 0) >= item.text_version
			? last.amended_text
			: null;
	return { item_version: item.version, proposed_text: amended ?? item.text };
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
