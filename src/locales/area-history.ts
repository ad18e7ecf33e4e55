import { messages } from './messages.ts';

/** What became of the codes of an area, and why figures of different years are about different places. */
export const areaHistoryTexts = messages({
	nl: {
		/** Short, beside a figure: why it cannot be put behind the one before it. */
		breaks: {
			boundary: (year: string, _codes: string) => `breuk: de grens veranderde in ${year}`,
			code: (year: string, _codes: string) =>
				`breuk: de code is nieuw in ${year}, en niet bekend is wat hij was`,
			split: (year: string, codes: string) =>
				`breuk: in ${year} is ${codes} verdeeld; dit is er een deel van`,
			merged: (year: string, codes: string) =>
				`breuk: in ${year} samengevoegd uit ${codes}; dit cijfer is niet op te tellen`,
		},
		/** Short, under a small line. */
		shortBreaks: {
			boundary: (year: string) => `${year}: andere grens`,
			code: (year: string) => `${year}: nieuwe code`,
			split: (year: string) => `${year}: gesplitst`,
			merged: (year: string) => `${year}: samengevoegd`,
		},
		formerly: (code: string) => `toen ${code}`,
		sumOf: (codes: string) => `opgeteld: ${codes}`,
		columnFormer: 'Gepubliceerd onder',
		was: (until: string) => `Tot en met ${until} was dit `,
		wereTogether: (until: string) => `Tot en met ${until} waren dit `,
		wasPartOf: (until: string) => `Tot en met ${until} hoorde dit bij `,
		otherBoundary: (year: string) =>
			`In ${year} veranderde de grens: cijfers van daarvoor gaan over een ander gebied.`,
		newCode: (year: string) =>
			`Deze code is nieuw in ${year}. Wat hij daarvoor was, is niet bekend; een bestand met codewijzigingen vult dat aan.`,
		tookIn: (year: string) => `In ${year} kwam hier bij: `,
		gaveAway: (year: string) => `In ${year} ging een deel naar `,
		and: ' en ',
		became: (year: string) => `Vanaf ${year} is dit `,
		dividedOver: (year: string) => `Vanaf ${year} is dit verdeeld over `,
	},
	en: {
		breaks: {
			boundary: (year) => `break: the boundary changed in ${year}`,
			code: (year) => `break: the code is new in ${year}, and what it was is not known`,
			split: (year, codes) => `break: in ${year} ${codes} was divided; this is a part of it`,
			merged: (year, codes) =>
				`break: merged in ${year} out of ${codes}; this figure cannot be added up`,
		},
		shortBreaks: {
			boundary: (year) => `${year}: other boundary`,
			code: (year) => `${year}: new code`,
			split: (year) => `${year}: divided`,
			merged: (year) => `${year}: merged`,
		},
		formerly: (code) => `then ${code}`,
		sumOf: (codes) => `added up: ${codes}`,
		columnFormer: 'Published under',
		was: (until) => `Until ${until} this was `,
		wereTogether: (until) => `Until ${until} this was `,
		wasPartOf: (until) => `Until ${until} this belonged to `,
		otherBoundary: (year) =>
			`In ${year} the boundary changed: figures from before are about another area.`,
		newCode: (year) =>
			`This code is new in ${year}. What it was before is not known; a file of changes of codes tells that.`,
		tookIn: (year) => `In ${year} this took in `,
		gaveAway: (year) => `In ${year} a part went to `,
		and: ' and ',
		became: (year) => `From ${year} on this is `,
		dividedOver: (year) => `From ${year} on this is divided over `,
	},
});
