import { messages } from './messages.ts';

/** Areas: finding one, and what lies in what. */
export const areaTexts = messages({
	nl: {
		title: 'Gebieden en cijfers',
		lead: 'Wijken en buurten van de gemeente, met wat er over is gepubliceerd.',
		search: 'Zoek een gebied',
		searchHint: 'Naam of CBS-code, bijvoorbeeld WK020210',
		find: 'Zoek',
		level: 'Soort gebied',
		allLevels: 'Alle soorten',
		name: 'Gebied',
		code: 'Code',
		found: (count: string) => `Gevonden gebieden: ${count}`,
		notFound: 'Niets gevonden',
		notFoundText:
			'Controleer de spelling, of zoek op een deel van de naam. In het bestand van het CBS hebben wijken en buurten geen naam: dan helpt zoeken op code.',
		tree: (name: string) => `Wijken en buurten van ${name}`,
		treeBoundaries: (year: number) => `Volgens de grenzen van ${year}.`,
		neighbourhoods: (count: number) => (count === 1 ? '1 buurt' : `${count} buurten`),
		municipalityProfile: (name: string) => `Cijfers over de hele gemeente ${name}`,
		empty: 'Er zijn nog geen gebieden',
		emptyText:
			'Gebieden komen mee met de cijfers. Lees het bestand Kerncijfers wijken en buurten van het CBS in: daarin staan alle gemeenten, wijken en buurten van een jaar.',
		emptyHow: 'Dat doet een analist, procesmanager of beheerder.',
		import: 'Cijfers inlezen',
		publications: 'Publicaties',
		publicationsText: (count: string) => `Ingelezen tabellen: ${count}.`,
	},
	en: {
		title: 'Areas and figures',
		lead: 'Districts and neighbourhoods of the municipality, with what was published about them.',
		search: 'Find an area',
		searchHint: 'Name or CBS code, for example WK020210',
		find: 'Find',
		level: 'Kind of area',
		allLevels: 'All kinds',
		name: 'Area',
		code: 'Code',
		found: (count) => `Areas found: ${count}`,
		notFound: 'Nothing found',
		notFoundText:
			'Check the spelling, or look for a part of the name. In the file of CBS districts and neighbourhoods have no names: then the code helps.',
		tree: (name) => `Districts and neighbourhoods of ${name}`,
		treeBoundaries: (year) => `By the boundaries of ${year}.`,
		neighbourhoods: (count) => (count === 1 ? '1 neighbourhood' : `${count} neighbourhoods`),
		municipalityProfile: (name) => `Figures about the whole municipality of ${name}`,
		empty: 'There are no areas yet',
		emptyText:
			'Areas come with the figures. Import the file Kerncijfers wijken en buurten of CBS: it holds all municipalities, districts and neighbourhoods of one year.',
		emptyHow: 'An analyst, process manager or administrator does that.',
		import: 'Import figures',
		publications: 'Publications',
		publicationsText: (count) => `Imported tables: ${count}.`,
	},
});
