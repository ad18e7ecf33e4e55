import { messages } from './messages.ts';

/** Figures: the profile of an area, and the publications behind it. */
export const figureTexts = messages({
	nl: {
		missing: {
			not_published: 'niet gepubliceerd',
			unknown_or_secret: 'onbekend of geheim',
			cannot_occur: 'kan niet voorkomen',
			suppressed: 'weggelaten door de uitgever',
			too_small: 'te klein om te tonen',
			not_measured: 'niet gemeten',
		},
		missingWhy: {
			not_published: 'Deze tabel heeft dit cijfer (nog) niet.',
			unknown_or_secret:
				'Het cijfer is onbekend, te onzeker, of geheim omdat het over te weinig mensen gaat.',
			cannot_occur: 'Dit kan hier niet voorkomen.',
			suppressed: 'De uitgever heeft het cijfer weggelaten.',
			too_small:
				'Het gaat om zo weinig mensen dat het cijfer iets over hen zou verraden. Daarom tonen wij het niet.',
			not_measured: 'Dit is voor dit gebied of dit jaar niet gemeten.',
		},
		levels: {
			country: 'land',
			municipality: 'gemeente',
			district: 'wijk',
			neighbourhood: 'buurt',
		},
		many: {
			country: 'landen',
			municipality: 'gemeenten',
			district: 'wijken',
			neighbourhood: 'buurten',
		},
		profileTitle: (name: string) => `Cijfers over ${name}`,
		profileLead:
			'Wat er over dit gebied is gepubliceerd, met de gemeente en het land ernaast. Een cijfer zegt hoe vaak iets voorkomt, niet waarom.',
		holdsFor: (name: string, code: string, level: string) =>
			`De cijfers gelden voor ${name} (${level} ${code}), met de grenzen van het jaar van het cijfer als er niets anders bij staat.`,
		bar: (many: string) =>
			`De balk laat zien waar het gebied staat tussen alle ${many} van Nederland. Dik: dit gebied. Dun: de gemeente en het land.`,
		noCountry:
			'De plaats tussen alle gebieden van Nederland staat er niet bij: daarvoor moet het hele land zijn ingelezen.',
		what: 'Wat',
		place: 'Plaats in het land',
		yearAndSource: 'Jaar en bron',
		use: 'Gebruiken',
		useAsSource: 'Gebruik als bron',
		useLabel: (what: string) => `Gebruik als bron: ${what}`,
		other: 'Overig',
		explanation: 'Uitleg',
		boundaries: (year: number) => `grenzen van ${year}`,
		aboutWhom: (whom: string) => `Gaat over: ${whom.toLowerCase()}.`,
		kinds: {
			count: 'telling',
			register: 'registratie',
			survey: 'enquête',
			model_estimate: 'schatting met een model',
			forecast: 'prognose',
			experience: 'ervaring',
		},
		modelEstimate: 'Dit is een schatting met een model, geen telling.',
		earlier: 'Eerdere jaren',
		absent: (count: number) =>
			count === 1
				? 'Van 1 onderwerp is er geen cijfer'
				: `Van ${count} onderwerpen is er geen cijfer`,
		absentNames: (names: string) => `Het gaat om: ${names}.`,
		higher: (percent: string, many: string) => `hoger dan ongeveer ${percent}% van de ${many}`,
		lower: (percent: string, many: string) => `lager dan ongeveer ${percent}% van de ${many}`,
		highest: (many: string) => `bij de ${many} met de hoogste cijfers van het land`,
		lowest: (many: string) => `bij de ${many} met de laagste cijfers van het land`,
		middle: (many: string) => `rond het midden van de ${many}`,
		noPlace: 'geen plaats zonder cijfer',
		notRanked: 'niet vergeleken',
		none: '–',
		alsoSensitive: (count: number) =>
			count === 1 ? 'Toon ook 1 gevoelig cijfer' : `Toon ook ${count} gevoelige cijfers`,
		hideSensitive: 'Verberg gevoelige cijfers',
		sensitiveWhy:
			'Cijfers over herkomst, jeugdzorg en Wmo worden snel verkeerd gelezen. Gebruik ze alleen als de vraag erom gaat.',
		noFigures: 'Over dit gebied zijn nog geen cijfers ingelezen',
		noFiguresText:
			'Hier staan straks de gepubliceerde cijfers over dit gebied, zoals inwoners, inkomen en woningen. Een analist leest daarvoor een bestand van het CBS in.',
		noCode: (name: string) => `Voor ${name} is geen CBS-code ingevuld`,
		noCodeText: (name: string) =>
			`Cijfers van het CBS gaan over een gemeente, wijk of buurt. ${name} is er zo geen, of de code is nog niet ingevuld. Kies hieronder een gebied dat erop lijkt; de cijfers gelden dan voor dat gebied.`,
		otherArea: (shown: string, trajectory: string) =>
			`Deze cijfers gaan over ${shown}. Dat is niet precies ${trajectory}.`,
		enterCode: 'Vul de CBS-code in',
		chooseArea: 'Kies een gebied',
		show: 'Toon',
		wholeDistrict: (name: string) => `${name} (de hele wijk)`,
		trajectoryTitle: 'Cijfers',
		within: 'Gebieden hierin',
		above: 'Ligt in',
		publications: 'Publicaties',
		publicationsLead:
			'Uit deze tabellen komen de cijfers. Van elk cijfer blijft de bron bekend, ook als de tabel later is vervangen.',
		noPublications: 'Er zijn nog geen cijfers ingelezen',
		table: 'Tabel',
		publisher: 'Uitgever',
		licence: 'Licentie',
		period: 'Jaar',
		publishedOn: 'Gepubliceerd op',
		retrievedOn: 'Ingelezen op',
		kind: 'Soort',
		coverage: 'Dekking',
		wholeCountry: 'het hele land',
		partOfCountry: 'een deel van het land',
		replacedOn: (day: string) => `vervangen op ${day}`,
		current: 'geldt nu',
		unknownDay: 'niet bekend',
		tablePage: 'Over deze tabel',
	},
	en: {
		missing: {
			not_published: 'not published',
			unknown_or_secret: 'unknown or secret',
			cannot_occur: 'cannot occur',
			suppressed: 'left out by the publisher',
			too_small: 'too small to show',
			not_measured: 'not measured',
		},
		missingWhy: {
			not_published: 'This table does not hold this figure (yet).',
			unknown_or_secret:
				'The figure is unknown, too uncertain, or secret because it is about too few people.',
			cannot_occur: 'This cannot occur here.',
			suppressed: 'The publisher left this figure out.',
			too_small:
				'It is about so few people that the figure would give something about them away. So we do not show it.',
			not_measured: 'This was not measured for this area or this year.',
		},
		levels: {
			country: 'country',
			municipality: 'municipality',
			district: 'district',
			neighbourhood: 'neighbourhood',
		},
		many: {
			country: 'countries',
			municipality: 'municipalities',
			district: 'districts',
			neighbourhood: 'neighbourhoods',
		},
		profileTitle: (name) => `Figures about ${name}`,
		profileLead:
			'What was published about this area, with the municipality and the country beside it. A figure says how often something occurs, not why.',
		holdsFor: (name, code, level) =>
			`The figures hold for ${name} (${level} ${code}), with the boundaries of the year of the figure unless it says otherwise.`,
		bar: (many) =>
			`The bar shows where the area stands among all ${many} of the Netherlands. Thick: this area. Thin: the municipality and the country.`,
		noCountry:
			'The place among all areas of the Netherlands is not shown: for that the whole country has to be imported.',
		what: 'What',
		place: 'Place in the country',
		yearAndSource: 'Year and source',
		use: 'Use',
		useAsSource: 'Use as source',
		useLabel: (what) => `Use as source: ${what}`,
		other: 'Other',
		explanation: 'Explanation',
		boundaries: (year) => `boundaries of ${year}`,
		aboutWhom: (whom) => `About: ${whom.toLowerCase()}.`,
		kinds: {
			count: 'count',
			register: 'register',
			survey: 'survey',
			model_estimate: 'model estimate',
			forecast: 'forecast',
			experience: 'experience',
		},
		modelEstimate: 'This is a model estimate, not a count.',
		earlier: 'Earlier years',
		absent: (count) =>
			count === 1 ? 'For 1 subject there is no figure' : `For ${count} subjects there is no figure`,
		absentNames: (names) => `This is about: ${names}.`,
		higher: (percent, many) => `higher than about ${percent}% of the ${many}`,
		lower: (percent, many) => `lower than about ${percent}% of the ${many}`,
		highest: (many) => `among the highest ${many} of the country`,
		lowest: (many) => `among the lowest ${many} of the country`,
		middle: (many) => `around the middle of the ${many}`,
		noPlace: 'no place without a figure',
		notRanked: 'not compared',
		none: '–',
		alsoSensitive: (count) =>
			count === 1 ? 'Also show 1 sensitive figure' : `Also show ${count} sensitive figures`,
		hideSensitive: 'Hide sensitive figures',
		sensitiveWhy:
			'Figures about origin, youth care and social support are easily misread. Use them only when the question is about that.',
		noFigures: 'No figures were imported for this area yet',
		noFiguresText:
			'This is where the published figures about this area will be, such as residents, income and homes. An analyst imports a file of CBS for that.',
		noCode: (name) => `No CBS code was entered for ${name}`,
		noCodeText: (name) =>
			`Figures of CBS are about a municipality, district or neighbourhood. ${name} is none of these, or its code was not entered yet. Choose an area below that resembles it; the figures then hold for that area.`,
		otherArea: (shown, trajectory) =>
			`These figures are about ${shown}. That is not exactly ${trajectory}.`,
		enterCode: 'Enter the CBS code',
		chooseArea: 'Choose an area',
		show: 'Show',
		wholeDistrict: (name) => `${name} (the whole district)`,
		trajectoryTitle: 'Figures',
		within: 'Areas in it',
		above: 'Lies in',
		publications: 'Publications',
		publicationsLead:
			'The figures come from these tables. The source of every figure stays known, also when the table was replaced later.',
		noPublications: 'No figures were imported yet',
		table: 'Table',
		publisher: 'Publisher',
		licence: 'Licence',
		period: 'Year',
		publishedOn: 'Published on',
		retrievedOn: 'Imported on',
		kind: 'Kind',
		coverage: 'Coverage',
		wholeCountry: 'the whole country',
		partOfCountry: 'a part of the country',
		replacedOn: (day) => `replaced on ${day}`,
		current: 'in force',
		unknownDay: 'not known',
		tablePage: 'About this table',
	},
});
