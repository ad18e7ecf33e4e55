import { messages } from './messages.ts';

/** Reading figures: where an area stands, what stands out, how it goes over the years. */
export const readingTexts = messages({
	nl: {
		placeHigher: (part: string, whole: string, many: string) =>
			`hoger dan in ${part} van de ${whole} ${many}`,
		placeLower: (part: string, whole: string, many: string) =>
			`lager dan in ${part} van de ${whole} ${many}`,
		placeHighest: (many: string) => `bij de 1% hoogste van de ${many}`,
		placeLowest: (many: string) => `bij de 1% laagste van de ${many}`,
		placeMiddle: (many: string) => `rond het midden van de ${many}`,
		isFavourable: 'gunstig',
		isUnfavourable: 'ongunstig',
		margin: (lower: string, upper: string) => `marge ${lower} tot ${upper}`,
		provisional: 'voorlopig',
		uncertain: 'onzeker: weinig mensen',
		estimate: 'schatting',
		trend: 'Verloop',
		trendOf: (what: string) => `Kaart, volgorde en verloop: ${what}`,
		trendLink: 'Kaart, volgorde en verloop',
		comparable: (many: string) => `Vergelijkbare ${many}`,
		comparableMiddle: (count: number) => `van ${count}`,
		comparableRead: 'Van die gebieden staat steeds het middelste cijfer in de tabel.',
		shareOf: (whole: string) => `deel van: ${whole} (aantal eronder)`,
		shareIn: (place: string) => `${place}, deel in %`,
		comparableLine: (count: number, many: string) =>
			`Vergelijkbaar zijn de ${count} ${many} die het meest op dit gebied lijken:`,
		comparableHow: 'Hoe ze gevonden zijn, en andere kiezen',
		noComparable: (many: string) =>
			`Vergelijkbare ${many} zijn niet te vinden: daarvoor zijn te weinig kenmerken van dit gebied ingelezen.`,
		outTitle: 'Wat het eerst opvalt',
		outHow: 'Hoe dit is gekozen',
		outHowText: (many: string) =>
			`Uit alle cijfers die geen losse aantallen zijn en niet gevoelig liggen. Eerst de cijfers die het verst van het midden van de vergelijkbare ${many} liggen, dan die waarbij bijna alle ${many} van Nederland lager of hoger zijn, dan die het meest veranderden en anders dan Nederland. Ten hoogste twee per onderwerp. Het is een begin van een gesprek, geen oordeel: wat er achter zit, weten de mensen in de buurt.`,
		outComparable: (value: string, middle: string, many: string) =>
			`${value}; bij de middelste van de vergelijkbare ${many} ${middle}`,
		outCountry: (value: string, place: string) => `${value}; ${place}`,
		outChange: (first: string, firstYear: string, last: string, lastYear: string) =>
			`van ${first} (${firstYear}) naar ${last} (${lastYear})`,
		outChangeCountry: (first: string, last: string) => `; in Nederland van ${first} naar ${last}`,
		nothingOut: (many: string) =>
			`Er springt niets uit: de cijfers liggen dicht bij die van vergelijkbare ${many} en van Nederland.`,
		subject: 'Onderwerp',
		country: 'Nederland',
		moreFound: 'Er zijn er meer: vul meer van de naam in.',
		unit: 'Eenheid',
		placeColumn: (many: string) => `Plaats tussen alle ${many} (0 laagste, 100 hoogste)`,
		inYear: (name: string, period: string) => `${name} ${period}`,
		compareLink: 'Vergelijk met andere gebieden',
		download: 'Download',
		downloadLabel: (what: string, format: string) => `Download ${what} als ${format}`,

		// Page of an indicator
		whatItIs: 'Wat het is',
		unknownIndicator:
			'De uitgever geeft dit cijfer onder deze naam. Een uitleg in gewone woorden is er nog niet.',
		moreIsFavourable: 'Meer is hier gunstig.',
		moreIsUnfavourable: 'Meer is hier ongunstig.',
		moreIsNeither: 'Meer of minder is hier op zichzelf niet gunstig of ongunstig.',
		isCode: 'Dit is een indeling, geen hoeveelheid: er is geen hoger of lager.',
		choose: 'Wat deze pagina toont',
		area: 'Gebied',
		year: 'Jaar',
		level: 'Vergelijk',
		scope: 'Waar',
		scopeNames: {
			municipality: (name: string) => `in ${name}`,
			country: 'in heel Nederland',
		},
		show: 'Toon',
		otherSources: 'Ook gepubliceerd door:',
		otherSource: (publisher: string, year: string) => `${publisher} (${year})`,
		sourceDiffers: 'Uitgevers meten op verschillende manieren; zet hun cijfers niet door elkaar.',
		rankTitle: (many: string, place: string) => `Volgorde van de ${many} ${place}`,
		rankLead: 'Van het hoogste naar het laagste cijfer. Gelijke cijfers delen een plaats.',
		code: 'Code',
		breakColumn: 'Breuk',
		rank: 'Plaats',
		shared: 'gedeeld',
		value: 'Cijfer',
		selected: 'gekozen gebied',
		missingTitle: (count: number) =>
			count === 1 ? '1 gebied heeft geen cijfer' : `${count} gebieden hebben geen cijfer`,
		missingLine: (reason: string, names: string) => `${reason}: ${names}.`,
		missingCount: (reason: string, count: string) => `${reason}: ${count} gebieden.`,
		trendTitle: 'Verloop over de jaren',
		trendTable: 'De cijfers achter de lijnen',
		trendLabel: (what: string, names: string) =>
			`Lijnen over de jaren van ${what}, voor ${names}. De tabel eronder geeft dezelfde cijfers.`,
		trendTooFew: 'Er is één jaar ingelezen; een verloop is er pas bij twee of meer.',
		tableBoundaries: (year: number) => `grenzen van ${year}`,
		sources: 'Bronnen',
		noSeries: 'Van dit onderwerp zijn geen cijfers ingelezen',
		noSeriesText:
			'De pagina wordt gevuld zodra een tabel met dit cijfer is ingelezen. Bij Cijfers staat welke tabellen er zijn.',
		noneHere:
			'Voor deze keuze zijn er geen gebieden met dit cijfer. Kies een ander jaar of niveau.',
		noSuchArea: (typed: string) =>
			`“${typed}” is niet gevonden. Vul een code of de hele naam van een gebied in.`,
		notAtLevel: (level: string, lowest: string) =>
			`Dit cijfer wordt niet per ${level} getoond, alleen tot en met ${lowest}.`,

		// Comparing
		compareTitle: 'Gebieden vergelijken',
		compareLead: 'Zet gebieden naast elkaar, met Nederland ernaast.',
		compareEmpty: 'Kies het eerste gebied',
		compareEmptyText:
			'Zoek hieronder een gemeente, wijk of buurt. Daarna kun je er meer naast zetten, tot zes.',
		compareFull: 'Er staan zes gebieden naast elkaar. Haal er een weg om een ander toe te voegen.',
		compareOne: 'Voeg een tweede gebied toe om te vergelijken.',
		add: 'Voeg een gebied toe',
		remove: (name: string) => `Haal ${name} weg`,
		removeShort: 'Weg',
		unknownArea: (code: string) => `${code} is niet ingelezen en staat er daarom niet bij.`,
		addedChoices: (typed: string) => `Welk gebied bedoel je met “${typed}”?`,
		beyondMargin: 'verschil groter dan de marges',
		withinMargin: 'verschil binnen de marges: kan toeval zijn',
		marginNote: (name: string) =>
			`Bij cijfers met een marge staat of het verschil met ${name} groter is dan de marges samen. Staat er niets, dan geeft de uitgever geen marge.`,

		// Comparable areas
		likeTitle: (name: string, many: string) => `Welke ${many} lijken op ${name}?`,
		likeLead:
			'Een cijfer zegt meer naast dat van plekken die erop lijken: even stedelijk, met zulke huizen en zulke huishoudens.',
		likeMethod: 'Hoe ze gevonden worden',
		likeMethodSteps: (many: string) =>
			`Van elk kenmerk kijken we hoe ver twee ${many} uit elkaar liggen. Eén stap is een gewoon verschil: zo ver als ${many} in Nederland meestal uiteenlopen. Een paar uitschieters tellen daarbij nauwelijks mee.`,
		likeMethodDistance:
			'De afstand is het gemiddelde verschil over alle kenmerken (grote verschillen tellen zwaarder). 0 is in alles gelijk; onder de 0,5 lijkt een gebied er sterk op, boven de 1 niet meer.',
		likeMethodChoice:
			'De kenmerken zeggen wat voor plek het is en wie er wonen. Inkomen, gezondheid en veiligheid zitten er niet bij: juist daarvan wil je zien of het hier anders is.',
		likeMethodMissing:
			'Ontbreekt een kenmerk, dan wordt er niets ingevuld. Twee gebieden moeten wel drie kwart van de kenmerken allebei hebben. Gebieden met minder dan 100 inwoners doen niet mee.',
		likeSource:
			'Methode: gestandaardiseerde afstand (Kaufman en Rousseeuw, Finding Groups in Data, 1990), met mediaan en kwartielafstand als maat (Rousseeuw en Croux, 1993).',
		likeBasis: (title: string, table: string, period: string, compared: string, many: string) =>
			`Kenmerken uit ${title} (${table}), ${period}. Er deden ${compared} ${many} mee.`,
		likePartial:
			'Deze tabel dekt niet het hele land: er kan een beter lijkend gebied zijn dat niet is ingelezen.',
		likeLeftOut: 'Niet meegeteld, omdat de tabel ze van te weinig gebieden heeft:',
		likeLeast: (least: number, used: number) =>
			`Twee gebieden moeten ${least} van de ${used} kenmerken allebei hebben.`,
		distance: 'Afstand',
		unknownValue: 'onbekend',
		common: (shared: number, used: number) => `op ${shared} van de ${used} kenmerken`,
		likeChoose: 'Pas aan waarop wordt vergeleken',
		characteristics: 'Kenmerken',
		count: 'Hoeveel gebieden',
		place: 'Waar ze liggen',
		places: {
			country: 'in heel Nederland',
			province: 'in dezelfde provincie',
			municipality: 'in dezelfde gemeente',
			elsewhere: 'buiten de eigen gemeente',
		},
		apply: 'Zoek opnieuw',
		backToDefault: 'Terug naar de gewone keuze',
		likeNone: 'Er zijn geen vergelijkbare gebieden gevonden',
		likeNoneText:
			'Van dit gebied zijn te weinig kenmerken bekend, of geen tabel heeft ze. Lees de Kerncijfers wijken en buurten van heel Nederland in, of kies andere kenmerken.',
		likeNoneFound:
			'Met deze keuze is er geen gebied dat genoeg kenmerken gemeen heeft. Zoek ruimer of kies andere kenmerken.',
		likeCompare: 'Zet de eerste vijf naast elkaar',
		likeNoProvince: 'Van deze gemeente is de provincie niet bekend; zoek in heel Nederland.',
	},
	en: {
		placeHigher: (part, whole, many) => `higher than in ${part} of every ${whole} ${many}`,
		placeLower: (part, whole, many) => `lower than in ${part} of every ${whole} ${many}`,
		placeHighest: (many) => `among the highest 1% of ${many}`,
		placeLowest: (many) => `among the lowest 1% of ${many}`,
		placeMiddle: (many) => `around the middle of the ${many}`,
		isFavourable: 'favourable',
		isUnfavourable: 'unfavourable',
		margin: (lower, upper) => `margin ${lower} to ${upper}`,
		provisional: 'provisional',
		uncertain: 'uncertain: few people',
		estimate: 'estimate',
		trend: 'Over time',
		trendOf: (what) => `Map, ranking and course over time: ${what}`,
		trendLink: 'Map, ranking and course over time',
		comparable: (many) => `Comparable ${many}`,
		comparableMiddle: (count) => `of ${count}`,
		comparableRead: 'The table always shows the middle one of the figures of those areas.',
		shareOf: (whole) => `share of: ${whole} (number below)`,
		shareIn: (place) => `${place}, share in %`,
		comparableLine: (count, many) =>
			`Comparable are the ${count} ${many} that are most like this area:`,
		comparableHow: 'How they were found, and choosing others',
		noComparable: (many) =>
			`Comparable ${many} cannot be found: too few characteristics of this area were imported.`,
		outTitle: 'What stands out first',
		outHow: 'How this was chosen',
		outHowText: (many) =>
			`From all figures that are not plain counts and not sensitive. First the figures furthest from the middle of the comparable ${many}, then those where nearly all ${many} of the Netherlands are lower or higher, then those that changed most and in another way than the Netherlands. Two per subject at most. It begins a conversation and is no verdict: what lies behind it, people in the neighbourhood know.`,
		outComparable: (value, middle, many) =>
			`${value}; in the middle one of comparable ${many} ${middle}`,
		outCountry: (value, place) => `${value}; ${place}`,
		outChange: (first, firstYear, last, lastYear) =>
			`from ${first} (${firstYear}) to ${last} (${lastYear})`,
		outChangeCountry: (first, last) => `; in the Netherlands from ${first} to ${last}`,
		nothingOut: (many) =>
			`Nothing stands out: the figures are close to those of comparable ${many} and of the Netherlands.`,
		subject: 'Subject',
		country: 'Netherlands',
		moreFound: 'There are more: enter more of the name.',
		unit: 'Unit',
		placeColumn: (many) => `Place among all ${many} (0 lowest, 100 highest)`,
		inYear: (name, period) => `${name} ${period}`,
		compareLink: 'Compare with other areas',
		download: 'Download',
		downloadLabel: (what, format) => `Download ${what} as ${format}`,

		whatItIs: 'What it is',
		unknownIndicator:
			'The publisher gives this figure under this name. There is no explanation in plain words yet.',
		moreIsFavourable: 'More is favourable here.',
		moreIsUnfavourable: 'More is unfavourable here.',
		moreIsNeither: 'More or less is in itself neither favourable nor unfavourable here.',
		isCode: 'This is a class and no quantity: there is no higher or lower.',
		choose: 'What this page shows',
		area: 'Area',
		year: 'Year',
		level: 'Compare',
		scope: 'Where',
		scopeNames: {
			municipality: (name) => `in ${name}`,
			country: 'in all of the Netherlands',
		},
		show: 'Show',
		otherSources: 'Also published by:',
		otherSource: (publisher, year) => `${publisher} (${year})`,
		sourceDiffers: 'Publishers measure in different ways; do not mix their figures.',
		rankTitle: (many, place) => `Ranking of the ${many} ${place}`,
		rankLead: 'From the highest to the lowest figure. Equal figures share a place.',
		code: 'Code',
		breakColumn: 'Break',
		rank: 'Place',
		shared: 'shared',
		value: 'Figure',
		selected: 'chosen area',
		missingTitle: (count) =>
			count === 1 ? '1 area has no figure' : `${count} areas have no figure`,
		missingLine: (reason, names) => `${reason}: ${names}.`,
		missingCount: (reason, count) => `${reason}: ${count} areas.`,
		trendTitle: 'Over the years',
		trendTable: 'The figures behind the lines',
		trendLabel: (what, names) =>
			`Lines over the years of ${what}, for ${names}. The table below gives the same figures.`,
		trendTooFew: 'One year was imported; a course over time needs two or more.',
		tableBoundaries: (year) => `boundaries of ${year}`,
		sources: 'Sources',
		noSeries: 'No figures on this subject were imported',
		noSeriesText:
			'This page is filled as soon as a table with this figure is imported. Figures says which tables there are.',
		noneHere: 'There are no areas with this figure for this choice. Choose another year or level.',
		noSuchArea: (typed) => `“${typed}” was not found. Enter a code or the whole name of an area.`,
		notAtLevel: (level, lowest) => `This figure is not shown by ${level}, only down to ${lowest}.`,

		compareTitle: 'Comparing areas',
		compareLead: 'Put areas side by side, with the Netherlands beside them.',
		compareEmpty: 'Choose the first area',
		compareEmptyText:
			'Search a municipality, district or neighbourhood below. After that you can put more beside it, up to six.',
		compareFull: 'Six areas stand side by side. Take one away to add another.',
		compareOne: 'Add a second area to compare.',
		add: 'Add an area',
		remove: (name) => `Remove ${name}`,
		removeShort: 'Remove',
		unknownArea: (code) => `${code} was not imported and is therefore left out.`,
		addedChoices: (typed) => `Which area do you mean by “${typed}”?`,
		beyondMargin: 'difference larger than the margins',
		withinMargin: 'difference within the margins: may be chance',
		marginNote: (name) =>
			`Where figures have a margin, it says whether the difference with ${name} is larger than the margins together. Where nothing is said, the publisher gives no margin.`,

		likeTitle: (name, many) => `Which ${many} are like ${name}?`,
		likeLead:
			'A figure says more beside that of places that are like it: as urban, with such homes and such households.',
		likeMethod: 'How they are found',
		likeMethodSteps: (many) =>
			`For each characteristic we look how far two ${many} lie apart. One step is an ordinary difference: as far as ${many} in the Netherlands usually differ. A few extremes hardly count in that.`,
		likeMethodDistance:
			'The distance is the average difference over all characteristics (large differences weigh more). 0 is the same in everything; under 0.5 an area is much like it, over 1 no longer.',
		likeMethodChoice:
			'The characteristics say what kind of place it is and who live there. Income, health and safety are not among them: of those one wants to see whether it is different here.',
		likeMethodMissing:
			'Where a characteristic is missing, nothing is filled in. Two areas do have to have three quarters of the characteristics both. Areas with fewer than 100 residents do not take part.',
		likeSource:
			'Method: standardised distance (Kaufman and Rousseeuw, Finding Groups in Data, 1990), measured by median and interquartile range (Rousseeuw and Croux, 1993).',
		likeBasis: (title, table, period, compared, many) =>
			`Characteristics from ${title} (${table}), ${period}. ${compared} ${many} took part.`,
		likePartial:
			'This table does not cover the whole country: an area that is more alike may not have been imported.',
		likeLeftOut: 'Not counted, because the table has them for too few areas:',
		likeLeast: (least, used) =>
			`Two areas have to have ${least} of the ${used} characteristics both.`,
		distance: 'Distance',
		unknownValue: 'unknown',
		common: (shared, used) => `by ${shared} of the ${used} characteristics`,
		likeChoose: 'Change what is compared by',
		characteristics: 'Characteristics',
		count: 'How many areas',
		place: 'Where they lie',
		places: {
			country: 'in all of the Netherlands',
			province: 'in the same province',
			municipality: 'in the same municipality',
			elsewhere: 'outside the own municipality',
		},
		apply: 'Search again',
		backToDefault: 'Back to the ordinary choice',
		likeNone: 'No comparable areas were found',
		likeNoneText:
			'Too few characteristics of this area are known, or no table has them. Import the Key figures for wijken and buurten of the whole country, or choose other characteristics.',
		likeNoneFound:
			'With this choice no area has enough characteristics in common. Search wider or choose other characteristics.',
		likeCompare: 'Put the first five side by side',
		likeNoProvince: 'The province of this municipality is not known; search in the whole country.',
	},
});
