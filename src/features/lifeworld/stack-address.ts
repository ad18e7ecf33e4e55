import { visibilities, type Visibility } from '#features/evidence/evidence-kind.ts';

/** What holds for every sheet of a stack; it stands in the address of the page on which the sheets are entered. */
export interface StackAddress {
	guide: string;
	stack: string;
	place: string;
	happenedOn: string;
	channel: string;
	askedBy: string;
	visibility: Visibility;
}

const names: Record<keyof StackAddress, string> = {
	guide: 'met',
	stack: 'stapel',
	place: 'plek',
	happenedOn: 'datum',
	channel: 'hoe',
	askedBy: 'wie',
	visibility: 'zichtbaar',
};

/** Reads it; what is missing is empty, and visible for participants. */
export function readStack(params: URLSearchParams): StackAddress {
	const text = (key: keyof StackAddress) => params.get(names[key])?.trim().slice(0, 200) ?? '';
	const wanted = text('visibility');
	return {
		guide: text('guide'),
		stack: text('stack').slice(0, 80),
		place: text('place'),
		happenedOn: text('happenedOn'),
		channel: text('channel'),
		askedBy: text('askedBy'),
		visibility: visibilities.find((one) => one === wanted) ?? 'participants',
	};
}

/** The address of the page on which this stack is entered. */
export function stackPath(lifeworld: string, stack: Partial<StackAddress>): string {
	const params = new URLSearchParams();
	for (const [key, name] of Object.entries(names)) {
		const value = stack[key as keyof StackAddress];
		if (value) params.set(name, value);
	}
	return `${lifeworld}/stapel?${params}`;
}

/** The name in the address of one of them. */
export function stackParam(key: keyof StackAddress): string {
	return names[key];
}
