import {
	blocks,
	bulletList,
	callout,
	definitionList,
	emphasis,
	heading,
	link,
	numberedList,
	pageBreak,
	paragraph,
	quote,
	source,
	sourceEntry,
	sources,
	strong,
	table,
} from './build.ts';
import type { DocumentModel } from './model.ts';

/**
 * A made-up document with every kind of block, for tests and measurements only.
 * @param rowCount rows in the tables together; 200 fill some 25 pages.
 */
export function sampleDocument(rowCount: number): DocumentModel {
	const tables = Array.from({ length: Math.ceil(rowCount / 20) }, (_, index) =>
		sampleTable(index, Math.min(20, rowCount - index * 20)),
	);
	return {
		title: 'Voorbeeld: wat er speelt rond het plein',
		subtitle: 'Verslag over de jaren 2023 en 2024',
		language: 'nl',
		date: '1 oktober 2024',
		author: 'Gemeente Voorbeeldstad',
		note: 'Verzonnen tekst om de opmaak te laten zien.',
		baseUrl: 'https://voorbeeld.example',
		blocks: blocks(
			heading(1, 'Waar dit verslag over gaat', 'inleiding'),
			paragraph(
				'Het plein ligt tussen twee rijen huizen. Overdag komen er ouders met jonge kinderen; ’s avonds is het er stil. ',
				strong('Vier dingen vallen op'),
				', en niet één daarvan staat op zichzelf.',
				source(1),
				source(2),
			),
			bulletList(
				'De banken worden gebruikt, ook als het koud is.',
				['Het paadje achter de garages is ', emphasis('donker'), ' na zes uur.'],
				['Meer staat in ', link('#cijfers', 'de cijfers'), '.'],
			),
			callout(
				'info',
				'Hoe dit verslag tot stand kwam',
				paragraph(
					'Drie rondes door de straten, twee avonden in de zaal en de cijfers van het jaar ervoor.',
				),
			),
			heading(1, 'Afspraken', 'afspraken'),
			definitionList(
				['Periode', 'januari 2023 tot en met december 2024'],
				['Getrokken door', 'de werkgroep, met de gemeente als penvoerder'],
				['Geld', 'nog niet gevonden'],
			),
			numberedList(
				'Eerst luisteren.',
				'Dan pas kiezen.',
				'Elk half jaar terugkomen met wat er gebeurde.',
			),
			quote('Als de lamp het doet, loop ik er weer langs.', 'een bewoner van de noordkant'),
			callout('warning', undefined, paragraph('Twee cijfers ontbreken: de groep was te klein.')),
			pageBreak,
			heading(1, 'De cijfers', 'cijfers'),
			tables.flatMap((rows, index) => [
				heading(2, `Onderdeel ${index + 1}`, `onderdeel-${index + 1}`),
				paragraph('Hieronder staat wat er over dit onderdeel is gevonden.'),
				rows,
			]),
			heading(1, 'Bronnen', 'bronnen'),
			sources(
				sourceEntry(1, 'Gesprek op het plein, maart 2023, door de werkgroep.'),
				sourceEntry(
					2,
					'Kerncijfers wijken en buurten 2023, ',
					link('https://www.cbs.nl/nl-nl/reeksen/publicatie/kerncijfers-wijken-en-buurten', 'CBS'),
					'.',
				),
				sourceEntry(3, 'Waarneming, ', link('/voorbeeldstad/plein/12', 'dinsdagavond 14 mei'), '.'),
			),
		),
	};
}

function sampleTable(index: number, rowCount: number) {
	return table({
		caption: `Bevindingen bij onderdeel ${index + 1}`,
		headerColumn: true,
		columns: [
			{ header: 'Thema', width: 2 },
			{ header: 'Wat er goed gaat', width: 4 },
			{ header: 'Wat aandacht vraagt', width: 4 },
			{ header: 'Aantal', width: 1, align: 'end' },
		],
		rows: Array.from({ length: rowCount }, (_, row) => [
			`Thema ${index + 1}.${row + 1}`,
			['Buren kennen elkaar en letten op elkaars kinderen', source((row % 3) + 1), '.'],
			{
				blocks: [
					paragraph(
						'Het is er in de winter donker en de stoep ligt scheef, vooral bij de hoek van de straat.',
					),
					bulletList('verlichting', ['stoep', source(2)]),
				],
			},
			String((row * 7) % 100),
		]),
	});
}
