import { messages } from './messages.ts';

/** A map of areas: its classes, its years, and what is not on it. */
export const areaMapTexts = messages({
	nl: {
		title: 'Op de kaart',
		notOnMap: 'Welke gebieden niet op de kaart staan',
		noBoundaries: 'Er zijn nog geen grenzen van deze gebieden, dus nog geen kaart.',
		bringBoundaries: 'Breng grenzen in',
		tooMany:
			'Een kaart van alle buurten van het land is niet te lezen. Kies wijken of gemeenten, of kijk binnen één gemeente.',
		zoomIn: 'Inzoomen',
		zoomOut: 'Uitzoomen',
		back: 'Terug naar de cijfers',
		noun: { one: 'gebied', other: 'gebieden' },
		range: (low: string, high: string) => `${low} tot en met ${high}`,
		none: 'geen enkel gebied',
		notPublished: 'Geen cijfer: dit gebied staat niet in de publicatie',
		otherYear: (boundaries: number, figures: number) =>
			`De grenzen op deze kaart zijn die van ${boundaries}; de cijfers gaan over de gebieden van ${figures}. Een gebied dat intussen een andere grens kreeg, kan er dus anders uitzien.`,
		approximate: 'De grenzen op deze kaart zijn bij benadering.',
		withoutShape: (count: number, year: number | null) =>
			count === 1
				? `1 gebied met een cijfer staat niet op de kaart: het bestaat niet in de grenzen${year === null ? '' : ` van ${year}`}.`
				: `${count} gebieden met een cijfer staan niet op de kaart: ze bestaan niet in de grenzen${year === null ? '' : ` van ${year}`}.`,
		origin: (who: string) => `Grenzen: ${who}.`,
		classes: 'Verdeling in kleuren',
		count: 'Aantal kleuren',
		methods: {
			quantiles: 'Evenveel gebieden per kleur',
			equal: 'Gelijke stappen',
			natural: 'Waar de waarden uit elkaar liggen',
		},
		methodHints: {
			quantiles: 'Elke kleur heeft ongeveer evenveel gebieden.',
			equal: 'Elke kleur is een even grote stap; soms heeft een kleur geen gebied.',
			natural: 'De grens tussen twee kleuren ligt waar de waarden een sprong maken.',
		},
		zoom: 'Zoom in op de kaart',
		zoomLoading: 'De kaart wordt geladen…',
		zoomFailed: 'De kaart om in te zoomen laadt niet. De gewone kaart staat op de vorige pagina.',
		zoomNeedsScript:
			'Deze kaart heeft JavaScript nodig. De gewone kaart en de tabel staan op de vorige pagina.',
		zoomLabel: 'Kaart om in te zoomen',
		zoomHint: 'Sleep om te schuiven; met de knoppen of + en − zoomt u in en uit.',
	},
	en: {
		title: 'On the map',
		notOnMap: 'Which areas are not on the map',
		noBoundaries: 'There are no boundaries of these areas yet, so there is no map yet.',
		bringBoundaries: 'Bring in boundaries',
		tooMany:
			'A map of all neighbourhoods of the country cannot be read. Choose districts or municipalities, or look within one municipality.',
		zoomIn: 'Zoom in',
		zoomOut: 'Zoom out',
		back: 'Back to the figures',
		noun: { one: 'area', other: 'areas' },
		range: (low, high) => `${low} to ${high}`,
		none: 'no area at all',
		notPublished: 'No figure: this area is not in the publication',
		otherYear: (boundaries, figures) =>
			`The boundaries on this map are those of ${boundaries}; the figures are about the areas of ${figures}. An area whose boundary changed in between may look different.`,
		approximate: 'The boundaries on this map are approximate.',
		withoutShape: (count, year) =>
			count === 1
				? `1 area with a figure is not on the map: it is not among the boundaries${year === null ? '' : ` of ${year}`}.`
				: `${count} areas with a figure are not on the map: they are not among the boundaries${year === null ? '' : ` of ${year}`}.`,
		origin: (who) => `Boundaries: ${who}.`,
		classes: 'How colours are divided',
		count: 'Number of colours',
		methods: {
			quantiles: 'As many areas in each colour',
			equal: 'Equal steps',
			natural: 'Where values lie apart',
		},
		methodHints: {
			quantiles: 'Each colour has about as many areas.',
			equal: 'Each colour is a step of the same size; a colour may have no area.',
			natural: 'The border between two colours lies where the values make a jump.',
		},
		zoom: 'Zoom in on the map',
		zoomLoading: 'The map is loading…',
		zoomFailed: 'The map to zoom does not load. The plain map is on the page before.',
		zoomNeedsScript:
			'This map needs JavaScript. The plain map and the table are on the page before.',
		zoomLabel: 'Map to zoom',
		zoomHint: 'Drag to move; the buttons or + and − zoom in and out.',
	},
});
