import { messages } from './messages.ts';

interface Source {
	title: string;
	tableId: string;
	publisher: string;
	licence: string;
	boundaryYear: number;
	retrieved: string;
}

/** Files with figures: the headings of their columns. */
export const downloadTexts = messages({
	nl: {
		figures: 'Cijfers',
		sources: 'Bronnen',
		beside: {
			lower: (what: string) => `${what}, ondergrens`,
			upper: (what: string) => `${what}, bovengrens`,
			numerator: (what: string) => `${what}, aantal`,
			denominator: (what: string) => `${what}, van de`,
			isUncertain: (what: string) => `${what}, let op`,
		},
		uncertain: 'onzeker: gaat over weinig mensen',
		period: 'Periode van het cijfer',
		kind: 'Soort cijfer',
		provisional: 'Voorlopig',
		yes: 'ja',
		no: 'nee',
		table: 'Tabel',
		publisher: 'Uitgever',
		licence: 'Licentie',
		boundaries: 'Grenzen van',
		retrieved: 'Ingelezen op',
		source: ({ title, tableId, publisher, licence, boundaryYear, retrieved }: Source) =>
			`${publisher}, ${title} (${tableId}), grenzen van ${boundaryYear}, ingelezen op ${retrieved}, licentie: ${licence}`,
		download: 'Download deze tabel',
	},
	en: {
		figures: 'Figures',
		sources: 'Sources',
		beside: {
			lower: (what) => `${what}, lower bound`,
			upper: (what) => `${what}, upper bound`,
			numerator: (what) => `${what}, number`,
			denominator: (what) => `${what}, out of`,
			isUncertain: (what) => `${what}, caution`,
		},
		uncertain: 'uncertain: about few people',
		period: 'Period of the figure',
		kind: 'Kind of figure',
		provisional: 'Provisional',
		yes: 'yes',
		no: 'no',
		table: 'Table',
		publisher: 'Publisher',
		licence: 'Licence',
		boundaries: 'Boundaries of',
		retrieved: 'Imported on',
		source: ({ title, tableId, publisher, licence, boundaryYear, retrieved }) =>
			`${publisher}, ${title} (${tableId}), boundaries of ${boundaryYear}, imported on ${retrieved}, licence: ${licence}`,
		download: 'Download this table',
	},
});
