/** Something that an agenda item rests on, and who made it. */
export interface Made {
	agendaItemId: string;
	kind: 'finding' | 'evidence' | 'solution';
	id: string;
	/** The membership that brought it in; null when nobody is known. */
	createdBy: string | null;
	organisationId: string;
}

/** A membership, as far as it matters for telling somebody something. */
export interface Reachable {
	membershipId: string;
	personId: string;
	organisationId: string;
	email: string;
	language: string;
	/** The membership ended, or was never accepted. */
	hasLeft: boolean;
	/** May read the trajectory inside, or the agenda is public. */
	mayRead: boolean;
	/** Named as taking part for the organisation. */
	isNamed: boolean;
	/** The whole organisation takes part, and this is somebody who brings in what they know. */
	isOfOrganisation: boolean;
	wantsNone: boolean;
}

/** Somebody who is told, and about what. */
export interface Recipient {
	personId: string;
	membershipId: string;
	email: string;
	language: string;
	agendaItemIds: Set<string>;
	/** What was theirs or their organisation's, by kind: ids. */
	made: Record<Made['kind'], Set<string>>;
}

/** Why somebody has to tell the maker of a source in person. */
export type Unreached = 'no_maker' | 'left' | 'outside';

export interface Telling {
	recipients: Recipient[];
	/** People who want no messages. */
	unwilling: number;
	/** Sources of which nobody is reached. */
	unreached: { evidenceId: string; why: Unreached }[];
}

/**
 * Who is told of decisions about these items: whoever brought a finding or a source in that one of them rests on, or wrote
 * down a solution that it grew out of; and who
 * is named as taking part for the organisation it belongs to. Where neither can be reached, the others of an organisation
 * that takes part as a whole. One telling per person, whatever their number of memberships and sources. `self` is whoever
 * sends, who knows.
 */
export function whoIsTold(
	made: readonly Made[],
	memberships: readonly Reachable[],
	self: string | null,
): Telling {
	const recipients = new Map<string, Recipient>();
	const unwilling = new Set<string>();
	const unreached = new Map<string, Unreached>();
	const byId = new Map(memberships.map((one) => [one.membershipId, one]));
	const byOrganisation = Map.groupBy(memberships, ({ organisationId }) => organisationId);
	for (const one of made) {
		const maker = one.createdBy === null ? undefined : byId.get(one.createdBy);
		const people = peopleFor(maker, byOrganisation.get(one.organisationId) ?? []);
		for (const person of people) {
			if (person.personId === self) continue;
			if (person.wantsNone) unwilling.add(person.personId);
			else add(recipients, person, one);
		}
		if (people.length === 0 && one.kind === 'evidence') unreached.set(one.id, whyNot(maker));
	}
	return {
		recipients: [...recipients.values()],
		unwilling: unwilling.size,
		unreached: [...unreached].map(([evidenceId, why]) => ({ evidenceId, why })),
	};
}

const isReached = ({ hasLeft, mayRead }: Reachable) => !hasLeft && mayRead;

function peopleFor(maker: Reachable | undefined, colleagues: readonly Reachable[]): Reachable[] {
	const named = colleagues.filter((one) => one.isNamed && isReached(one));
	const first = maker && isReached(maker) ? [maker, ...named] : named;
	return first.length > 0
		? first
		: colleagues.filter((one) => one.isOfOrganisation && isReached(one));
}

function whyNot(maker: Reachable | undefined): Unreached {
	if (!maker) return 'no_maker';
	return maker.hasLeft ? 'left' : 'outside';
}

function add(recipients: Map<string, Recipient>, person: Reachable, made: Made): void {
	const { personId, membershipId, email, language } = person;
	const known = recipients.get(personId) ?? {
		personId,
		membershipId,
		email,
		language,
		agendaItemIds: new Set<string>(),
		made: {
			finding: new Set<string>(),
			evidence: new Set<string>(),
			solution: new Set<string>(),
		},
	};
	known.agendaItemIds.add(made.agendaItemId);
	known.made[made.kind].add(made.id);
	recipients.set(personId, known);
}
