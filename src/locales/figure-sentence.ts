import { messages } from './messages.ts';

/** Parts of whole sentences about a figure; `in` below is a place with its preposition (`in Arnhem`, `op Texel`). */
export const sentenceTexts = messages({
	nl: {
		inPeriod: (period: string, rest: string) => `In ${period} ${rest}`,
		span: (from: string, until: string) => `de jaren ${from} tot en met ${until}`,
		quarters: {
			'1': 'het eerste kwartaal',
			'2': 'het tweede kwartaal',
			'3': 'het derde kwartaal',
			'4': 'het vierde kwartaal',
		},
		quarterOf: (quarter: string, year: string) => `${quarter} van ${year}`,
		general: (what: string) => `was het cijfer voor ‘${what}’ {in} {value}`,
		forecast: (what: string, where: string, period: string, value: string) =>
			`Voor ‘${what}’ ${where} is de verwachting voor ${period}: ${value}`,
		noFigure: (what: string, where: string, period: string) =>
			`Over ‘${what}’ is er ${where} voor ${period} geen cijfer`,
		estimated: (value: string) => `naar schatting ${value}`,
		about: (value: string) => `ongeveer ${value}`,
		residents: 'de inwoners',
		those: (whom: string) => `de ${whom}`,
		was: (where: string, value: string) => `${where} was dat ${value}`,
		is: (where: string, value: string) => `${where} is dat ${value}`,
		ofWhole: (whole: string, value: string) => `${whole} ging het om ${value}`,
		inWhole: (where: string) => where.replace(/^(in|op) (?!de |het )/, '$1 heel '),
		alone: (where: string, value: string) => `${where} ${value}`,
		noneFor: (where: string) => `${where} is er geen cijfer`,
		mostLike: (count: number, many: string) => `de ${count} ${many} die er het meest op lijken`,
		middle: 'Van de gebieden die erop lijken is de middelste waarde genomen.',
		margin: (lower: string, upper: string) => `De marge loopt van ${lower} tot ${upper}.`,
		countedOut: (numerator: string, denominator: string) =>
			`Dat zijn er ${numerator} van de ${denominator}.`,
		noMargin: 'Er is geen marge bij gegeven; een klein verschil zegt dan weinig.',
		within: (names: string, many: boolean) =>
			many
				? `De verschillen met ${names} vallen binnen de marge en tellen dus niet als verschil.`
				: `Het verschil met ${names} valt binnen de marge en telt dus niet als verschil.`,
		beyond: (names: string, many: boolean) =>
			many
				? `De verschillen met ${names} zijn groter dan de marge.`
				: `Het verschil met ${names} is groter dan de marge.`,
		earlier: (period: string, value: string) => `In ${period} was dat ${value}`,
		before: (period: string, value: string) => `in ${period} ${value}`,
		changeWithin: (period: string) => `De verandering sinds ${period} valt binnen de marge.`,
		changeBeyond: (period: string) => `De verandering sinds ${period} is groter dan de marge.`,
		/** Why earlier years cannot be compared; `period` is the first that can. */
		breaks: {
			boundary: (period: string, _codes: string) =>
				`Vóór ${period} liep de grens anders; die jaren zijn hiermee niet te vergelijken.`,
			code: (period: string, _codes: string) =>
				`Vóór ${period} bestond dit gebied niet onder deze code; eerdere cijfers zijn er niet bij gezet.`,
			split: (period: string, codes: string) =>
				`Vóór ${period} was dit een deel van ${codes}; eerdere cijfers gaan over dat geheel.`,
			merged: (period: string, codes: string) =>
				`Vóór ${period} waren dit ${codes}; hun cijfers zijn niet op te tellen.`,
			measured: (period: string, _codes: string) =>
				`Vóór ${period} werd het anders gemeten; die jaren zijn hiermee niet te vergelijken.`,
		},
		sources: {
			survey: 'Dit komt uit een enquête.',
			model_estimate: 'Dit is een schatting met een model, geen telling.',
			forecast: 'Dit is een prognose: wat er komt als het gaat zoals nu verwacht wordt.',
			experience: 'Dit is wat mensen zelf zeggen te ervaren.',
		},
		provisional: 'Het cijfer is voorlopig.',
		smallBase: 'Het gaat over weinig mensen: lees dit als een aanwijzing.',
		aboutWhom: (whom: string) => `Het gaat over ${whom}.`,
		spoken: {
			km: 'kilometer',
			ha: 'hectare',
			'kWh per jaar': 'kilowattuur per jaar',
			'm³ per jaar': 'kubieke meter per jaar',
		},
	},
	en: {
		inPeriod: (period, rest) => `In ${period}, ${rest}`,
		span: (from, until) => `the years ${from} to ${until}`,
		quarters: {
			'1': 'the first quarter',
			'2': 'the second quarter',
			'3': 'the third quarter',
			'4': 'the fourth quarter',
		},
		quarterOf: (quarter, year) => `${quarter} of ${year}`,
		general: (what) => `the figure for ‘${what}’ {in} was {value}`,
		forecast: (what, where, period, value) =>
			`The forecast of ‘${what}’ ${where} for ${period} is ${value}`,
		noFigure: (what, where, period) => `There is no figure for ‘${what}’ ${where} for ${period}`,
		estimated: (value) => `an estimated ${value}`,
		about: (value) => `about ${value}`,
		residents: 'residents',
		those: (whom) => whom,
		was: (where, value) => `${where} it was ${value}`,
		is: (where, value) => `${where} it is ${value}`,
		ofWhole: (whole, value) => `${whole} it was ${value}`,
		inWhole: (where) => where.replace(/^(in|on) /, '$1 the whole of '),
		alone: (where, value) => `${where} ${value}`,
		noneFor: (where) => `${where} there is no figure`,
		mostLike: (count, many) => `the ${count} ${many} most like it`,
		middle: 'Of the areas that are like it the middle value was taken.',
		margin: (lower, upper) => `The margin runs from ${lower} to ${upper}.`,
		countedOut: (numerator, denominator) => `That is ${numerator} out of ${denominator}.`,
		noMargin: 'No margin was given; a small difference then says little.',
		within: (names, many) =>
			many
				? `The differences from ${names} are within the margin, so they do not count as differences.`
				: `The difference from ${names} is within the margin, so it does not count as a difference.`,
		beyond: (names, many) =>
			many
				? `The differences from ${names} are larger than the margin.`
				: `The difference from ${names} is larger than the margin.`,
		earlier: (period, value) => `In ${period} it was ${value}`,
		before: (period, value) => `in ${period} ${value}`,
		changeWithin: (period) => `The change since ${period} is within the margin.`,
		changeBeyond: (period) => `The change since ${period} is larger than the margin.`,
		breaks: {
			boundary: (period) =>
				`Before ${period} the boundary was different; those years cannot be compared with this one.`,
			code: (period) =>
				`Before ${period} this area did not exist under this code; earlier figures were not put beside it.`,
			split: (period, codes) =>
				`Before ${period} this was a part of ${codes}; earlier figures are about that whole.`,
			merged: (period, codes) =>
				`Before ${period} this was ${codes}; their figures cannot be added up.`,
			measured: (period) =>
				`Before ${period} it was measured in another way; those years cannot be compared with this one.`,
		},
		sources: {
			survey: 'This comes from a survey.',
			model_estimate: 'This is a model estimate, not a count.',
			forecast: 'This is a forecast: what will come if things go as is expected now.',
			experience: 'This is what people themselves say they experience.',
		},
		provisional: 'The figure is provisional.',
		smallBase: 'It is about few people: read this as an indication.',
		aboutWhom: (whom) => `It is about ${whom}.`,
		spoken: {
			km: 'kilometres',
			ha: 'hectares',
			'kWh per jaar': 'kilowatt-hours a year',
			'm³ per jaar': 'cubic metres a year',
		},
	},
});
