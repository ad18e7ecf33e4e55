import { isoOf } from '#kernel/fields.ts';
import type { Reader } from '#server/database/handles.ts';
import type { Which } from '#server/database/rows.ts';

/** What college or council decided about an agenda item. */
export interface Decision {
	id: string;
	agendaItemId: string;
	body: string;
	/** ISO text as precise as it is known. */
	decidedOn: string;
	outcome: string;
	amendedText: string;
	/** The version of the item that was decided on; null where that was not written down. */
	itemVersion: number | null;
	/** The text that was decided on; '' where that was not written down. */
	proposedText: string;
	/** Why it was decided so. */
	reason: string;
	reference: string;
	/** Where it can be read; '' or an address with http or https. */
	referenceUrl: string;
	/** Shared by what one body decided in one session; the decision's own id when it stands by itself. */
	sessionId: string;
	version: number;
	/** Why it was withdrawn; '' when it stands. */
	withdrawnReason: string;
}

/** One item of the agenda. */
export interface AgendaItem {
	id: string;
	title: string;
	text: string;
	/** Of every finding it answers, also those that the reader may not see. */
	findingIds: string[];
	/** Why it rests on no finding; '' when it rests on some. */
	withoutFindingReason: string;
	version: number;
	/** The version from which title and text read as they do. */
	textVersion: number;
	/** Since which yearly adjustment it stands on the agenda; null from the beginning. */
	beginsYear: number | null;
	/** By which yearly adjustment it left the agenda, and why; null while it stands. */
	endedYear: number | null;
	endedReason: string;
	isWithdrawn: boolean;
	withdrawnReason: string;
}

/** The items of an agenda in their order; those that were withdrawn come last and only when asked for. */
export async function agendaItemsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	options: { withWithdrawn?: boolean } = {},
): Promise<AgendaItem[]> {
	let items = reader
		.selectFrom('agenda_item as a')
		.select(['id', 'title', 'text', 'version', 'withdrawn_reason as withdrawnReason'])
		.select(['without_finding_reason as withoutFindingReason', 'text_version as textVersion'])
		.select(['begins_year as beginsYear', 'ended_year as endedYear'])
		.select('ended_reason as endedReason')
		.select((eb) => eb('withdrawn_at', 'is not', null).as('isWithdrawn'))
		.select((eb) =>
			eb
				.selectFrom('agenda_item_finding as l')
				.whereRef('l.municipality_id', '=', 'a.municipality_id')
				.whereRef('l.agenda_item_id', '=', 'a.id')
				.select((agg) => agg.fn.agg<string[] | null>('array_agg', ['l.finding_id']).as('ids'))
				.as('findingIds'),
		)
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.orderBy((eb) => eb('withdrawn_at', 'is not', null))
		.orderBy('position')
		.orderBy('id');
	if (!options.withWithdrawn) items = items.where('withdrawn_at', 'is', null);
	const rows = await items.execute();
	return rows.map((row) => ({
		...row,
		findingIds: row.findingIds ?? [],
		isWithdrawn: Boolean(row.isWithdrawn),
	}));
}

/** The decisions about a trajectory's agenda items, the oldest first: those that stand, or those withdrawn. */
export async function decisionsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	which: Which = 'standing',
): Promise<Decision[]> {
	const rows = await reader
		.selectFrom('decision')
		.select(['id', 'agenda_item_id as agendaItemId', 'body', 'outcome', 'reference', 'version'])
		.select(['decided_on', 'decided_precision', 'amended_text as amendedText'])
		.select([
			'item_version as itemVersion',
			'proposed_text as proposedText',
			'reason',
			'reference_url as referenceUrl',
		])
		.select((eb) => eb.fn.coalesce('session_id', 'id').as('sessionId'))
		.select('withdrawn_reason as withdrawnReason')
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('withdrawn_at', which === 'standing' ? 'is' : 'is not', null)
		.orderBy('decided_on')
		.orderBy('created_at')
		.execute();
	return rows.map(({ decided_on, decided_precision, ...row }) => ({
		...row,
		decidedOn: isoOf(decided_on, decided_precision) ?? decided_on,
	}));
}
