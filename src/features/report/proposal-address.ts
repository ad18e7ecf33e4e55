import { bodies, type Body } from '#features/agenda/decision.schema.ts';

/** What the address of a proposal chooses: for whom, and which items. */
export function proposalAsked(search: URLSearchParams): { body: Body; agendaItemIds: string[] } {
	const asked = search.get('voor');
	return {
		body: bodies.find((body) => body === asked) ?? 'college',
		agendaItemIds: search.getAll('punt[]').filter(Boolean),
	};
}

/** The same choice as part of an address. */
export function proposalSearch(body: Body, agendaItemIds: readonly string[]): string {
	return `?${new URLSearchParams([['voor', body], ...agendaItemIds.map((id) => ['punt[]', id])])}`;
}
