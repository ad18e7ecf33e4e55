import { likenessPlaces, type LikenessPlace } from './area-likeness.ts';

const placeWords: Record<LikenessPlace, string> = {
	country: 'land',
	province: 'provincie',
	municipality: 'gemeente',
	elsewhere: 'elders',
};

/** How many comparable areas one can choose. */
export const comparableCounts = [5, 10, 15, 25, 50];

/** What the address of the page of comparable areas asks for; what it does not say, or says wrongly, is the ordinary choice. */
export function comparableAsked(query: URLSearchParams) {
	const given = Number(query.get('aantal'));
	return {
		characteristics: query.getAll('kenmerk[]').filter((id) => id !== ''),
		count: comparableCounts.includes(given) ? given : 10,
		place: likenessPlaces.find((place) => placeWords[place] === query.get('waar')) ?? 'country',
	};
}

/** How a place is written in an address. */
export function placeWord(place: LikenessPlace): string {
	return placeWords[place];
}
