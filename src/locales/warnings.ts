import { messages } from './messages.ts';

/** Early warnings: the list, one warning, the rules. */
export const warningTexts = messages({
	nl: {
		title: 'Vroege waarschuwingen',
		lead: 'Cijfers die een reden zijn om te gaan kijken en vragen. Een waarschuwing zegt niet waardoor het komt, en is geen oordeel over een gebied of over wie er woont.',
		caution:
			'Dit is een reden om te gaan kijken en vragen. Het zegt niet waardoor het komt, en is geen oordeel over het gebied of over wie er woont.',
		areaTitle: (area: string) => `Vroege waarschuwingen over ${area}`,
		rules: 'Regels',
		rulesLink: 'Bekijk de regels',
		compute: 'Reken nu opnieuw',
		lastRun: (moment: string) => `Berekend op ${moment}.`,
		lastRunCounts: (found: number, came: number, returned: number, went: number) =>
			`${found} gevonden: ${came} nieuw, ${returned} terug omdat de cijfers veranderden, ${went} niet meer.`,
		neverRun: 'De regels zijn nog niet over uw cijfers gegaan.',
		after: 'Na elke import wordt vanzelf opnieuw gerekend.',
		none: 'Er zijn nu geen waarschuwingen',
		noneText:
			'Hier staan straks de cijfers die volgens de regels opvallen. Dat er niets staat, betekent niet dat er niets speelt: ga ook zonder cijfers kijken en praten.',
		noneHere: 'Met deze keuze staat er niets',
		noneHereText: 'Kies iets anders, of bekijk ze allemaal.',
		showAll: 'Toon alles',
		noArea: (area: string) => `Voor ${area} is geen CBS-code ingevuld`,
		noAreaText:
			'Waarschuwingen komen uit cijfers over een wijk of buurt van het CBS. Vul bij het kader de code in van het gebied dat erop lijkt.',
		filter: 'Kies waarschuwingen',
		theme: 'Thema',
		area: 'Gebied',
		rule: 'Regel',
		state: 'Stand',
		allThemes: 'Alle thema’s',
		allAreas: 'De hele gemeente',
		allRules: 'Alle regels',
		show: 'Toon',
		open: 'Nog te bekijken',
		all: 'Alles',
		states: {
			new: 'nieuw',
			returned: 'terug: cijfers veranderd',
			taken_up: 'opgepakt',
			set_aside: 'opzijgelegd',
			gone: 'niet meer gevonden',
		},
		countInArea: (count: number, independent: number) =>
			count === 1
				? '1 waarschuwing'
				: independent === count
					? `${count} waarschuwingen`
					: `${count} waarschuwingen; los van elkaar: ${independent}`,
		look: 'Bekijk en beslis',
		lookLabel: (what: string, area: string) => `Bekijk en beslis: ${what}, ${area}`,
		together: (counted: number) => `${counted} kleine tekens samen`,
		figures: 'Welke cijfers',
		how: 'Hoe zeker',
		what: 'Wat is er mee gedaan',
		nothingDone: 'Nog niets.',
		since: 'Sinds wanneer',
		foundOn: (day: string) => `Voor het eerst gevonden op ${day}.`,
		changedOn: (day: string) => `De cijfers veranderden op ${day}.`,
		goneOn: (day: string) => `Sinds ${day} geven de cijfers deze waarschuwing niet meer.`,
		byRule: 'Door de regel',
		kinds: {
			level: 'ver van wat ermee is vergeleken',
			change: 'verandering over meer jaren',
			tipping_point: 'over een omslagpunt',
			together: 'kleine tekens samen',
		},
		levelDistance: (distance: string, way: string, against: string) =>
			`Dat is ${distance} ${way} dan ${against}.`,
		higher: 'hoger',
		lower: 'lager',
		up: 'omhoog',
		down: 'omlaag',
		above: 'boven',
		below: 'onder',
		againstComparable: (areas: number) => `het midden van ${areas} vergelijkbare gebieden`,
		comparableAreas: 'vergelijkbare gebieden',
		sinceYear: (year: string) => `Zo is het sinds ${year}.`,
		sinceStart: (year: string) =>
			`Zo is het zolang deze cijfers er zijn, of vergelijkbaar zijn (${year}).`,
		onlyNow: (year: string) =>
			`Van ${year}; eerdere cijfers zijn er niet, of zijn niet te vergelijken.`,
		newNow: (year: string) => `Dat was bij de meting ervoor nog niet zo (${year}).`,
		steps: (periods: string, way: string, distance: string) =>
			`Bij elke meting ging het ${way} (${periods}): samen ${distance}.`,
		trend: (from: string, to: string, way: string, slope: string, chance: string) =>
			`Van ${from} tot ${to} gaat het ongeveer ${slope} per jaar ${way}. De kans dat zo’n rij toeval is, is ${chance}.`,
		tipping: (value: string, side: string, year: string) =>
			`Het omslagpunt is ${value}; het cijfer ligt daar sinds ${year} ${side}.`,
		saidBy: (who: string) => `Het punt is gekozen door of volgens: ${who}`,
		togetherSum: (counted: number, all: number) =>
			counted === all
				? `${all} cijfers liggen aan de ongunstige kant.`
				: `${all} cijfers liggen aan de ongunstige kant. Sommige rusten op elkaar; los van elkaar zijn het er ${counted}.`,
		beyondMargin: (distance: string, margin: string) =>
			`Het verschil (${distance}) is groter dan de marge ervan (${margin}).`,
		withoutMargin: 'Van dit cijfer is geen marge bekend: een klein verschil kan toeval zijn.',
		fewResidents: (count: string) =>
			`Er wonen ${count} mensen. In zo’n klein gebied maken een paar huishoudens al verschil.`,
		residentsUnknown: 'Hoeveel mensen er wonen, is niet bekend.',
		provisional: 'Het cijfer is voorlopig.',
		modelEstimate: 'Dit is een schatting met een model, geen telling.',
		overlaps: (names: string) =>
			`Telt niet los van: ${names}. Het ene cijfer is (mee) uit het andere gemaakt.`,
		chart: (what: string, area: string) =>
			`Het verloop van ${what} in ${area}, met waarmee het is vergeleken`,
		chartTable: 'De cijfers van dit plaatje',
		period: 'Periode',
		source: (publisher: string, table: string, year: number) =>
			`${publisher}, ${table}, grenzen van ${year}`,
		tippingPoint: 'omslagpunt',
		takeUp: 'Pak het op',
		takeUpText:
			'Begin met een vraag: wat zien bewoners en mensen die er werken? Een bevinding kan ook later.',
		asNeed: 'Maak er een kennisvraag van',
		asFinding: 'Maak er een bevinding van',
		setAside: 'Leg opzij',
		setAsideHint: 'De waarschuwing komt terug als de cijfers veranderen.',
		reason: 'Waarom?',
		reasonHint: 'Bijvoorbeeld: dit weten we al, of er is een andere verklaring.',
		takeBack: 'Haal terug',
		undo: 'Maak ongedaan',
		undoneReason: 'Het oppakken van de vroege waarschuwing is ongedaan gemaakt.',
		undoText:
			'De vraag of bevinding gaat uit het schema; de waarschuwing staat weer open. De cijfers blijven bij de bronnen.',
		question: 'Wat willen we weten?',
		questionOf: (what: string, area: string) =>
			`Wat zien bewoners en mensen die in ${area} werken van “${what}”, en wat is er aan de hand?`,
		findingText: 'De bevinding',
		findingHint:
			'Het cijfer en de vergelijking staan er al. Schrijf erbij wat u ervan vindt, of haal weg wat niet past.',
		kind: 'Soort',
		onTheme: 'Thema',
		inTrajectory: 'In welk traject',
		toTrajectory: (name: string) => `Pak het op in het traject ${name}`,
		noTrajectory:
			'Over dit gebied loopt nog geen traject. Leg de waarschuwing hier opzij met een reden, of begin een traject.',
		startTrajectory: 'Begin een traject',
		becameFinding: 'Opgepakt als bevinding',
		becameNeed: 'Opgepakt als kennisvraag',
		wasSetAside: 'Opzijgelegd',
		takenBack: (day: string) => `Ongedaan gemaakt op ${day}.`,
		aboutEarlier: 'Dit ging over eerdere cijfers.',
		outcomes: {
			open: 'de vraag staat nog open',
			answered: 'de vraag is beantwoord',
			in_form: 'staat in het schema',
			withdrawn: 'is uit het schema gehaald',
		},
		by: (who: string, day: string) => `${who}, ${day}`,
		program: 'het programma',
		spreads: (number: string) =>
			number === '1' ? '1 gewoon verschil' : `${number} gewone verschillen`,
		percentOf: (number: string) => `${number} procent`,
		pointsOf: (number: string) => `${number} (in de eenheid van het cijfer)`,
		percentagePoints: (number: string) => `${number} procentpunt`,
		points: (number: string) => (number === '1' ? '1 punt' : `${number} punten`),
	},
	en: {
		title: 'Early warnings',
		lead: 'Figures that are a reason to go and look and ask. A warning does not say what causes it, and is no verdict on an area or on who lives there.',
		caution:
			'This is a reason to go and look and ask. It does not say what causes it, and is no verdict on the area or on who lives there.',
		areaTitle: (area) => `Early warnings about ${area}`,
		rules: 'Rules',
		rulesLink: 'See the rules',
		compute: 'Compute again now',
		lastRun: (moment) => `Computed on ${moment}.`,
		lastRunCounts: (found, came, returned, went) =>
			`${found} found: ${came} new, ${returned} back because the figures changed, ${went} no longer.`,
		neverRun: 'The rules have not been carried out over your figures yet.',
		after: 'After each import they are computed again.',
		none: 'There are no warnings now',
		noneText:
			'Here will stand the figures that stand out by the rules. That there are none does not mean that nothing is going on: go and look and talk without figures too.',
		noneHere: 'Nothing for this choice',
		noneHereText: 'Choose something else, or see them all.',
		showAll: 'Show all',
		noArea: (area) => `No CBS code was entered for ${area}`,
		noAreaText:
			'Warnings come from figures about a district or neighbourhood of CBS. Enter the code of the area most like it in the policy frame.',
		filter: 'Choose warnings',
		theme: 'Theme',
		area: 'Area',
		rule: 'Rule',
		state: 'State',
		allThemes: 'All themes',
		allAreas: 'The whole municipality',
		allRules: 'All rules',
		show: 'Show',
		open: 'Still to look at',
		all: 'All',
		states: {
			new: 'new',
			returned: 'back: figures changed',
			taken_up: 'taken up',
			set_aside: 'set aside',
			gone: 'no longer found',
		},
		countInArea: (count, independent) =>
			count === 1
				? '1 warning'
				: independent === count
					? `${count} warnings`
					: `${count} warnings; independent of each other: ${independent}`,
		look: 'Look and decide',
		lookLabel: (what, area) => `Look and decide: ${what}, ${area}`,
		together: (counted) => `${counted} small signs together`,
		figures: 'Which figures',
		how: 'How certain',
		what: 'What was done with it',
		nothingDone: 'Nothing yet.',
		since: 'Since when',
		foundOn: (day) => `First found on ${day}.`,
		changedOn: (day) => `The figures changed on ${day}.`,
		goneOn: (day) => `Since ${day} the figures no longer give this warning.`,
		byRule: 'By the rule',
		kinds: {
			level: 'far from what it is compared with',
			change: 'change over several years',
			tipping_point: 'past a tipping point',
			together: 'small signs together',
		},
		levelDistance: (distance, way, against) => `That is ${distance} ${way} than ${against}.`,
		higher: 'higher',
		lower: 'lower',
		up: 'up',
		down: 'down',
		above: 'above',
		below: 'below',
		againstComparable: (areas) => `the middle of ${areas} comparable areas`,
		comparableAreas: 'comparable areas',
		sinceYear: (year) => `It has been so since ${year}.`,
		sinceStart: (year) => `It has been so for as long as there are (comparable) figures (${year}).`,
		onlyNow: (year) => `Of ${year}; there are no earlier figures, or none that compare.`,
		newNow: (year) => `At the measurement before, that was not so (${year}).`,
		steps: (periods, way, distance) =>
			`At every measurement it went ${way} (${periods}): ${distance} together.`,
		trend: (from, to, way, slope, chance) =>
			`From ${from} to ${to} it goes ${way} by about ${slope} a year. The chance that such a row is by chance is ${chance}.`,
		tipping: (value, side, year) =>
			`The tipping point is ${value}; the figure has been ${side} it since ${year}.`,
		saidBy: (who) => `The point was chosen by or after: ${who}`,
		togetherSum: (counted, all) =>
			counted === all
				? `${all} figures lie on the unfavourable side.`
				: `${all} figures lie on the unfavourable side. Some rest on each other; ${counted} are independent.`,
		beyondMargin: (distance, margin) =>
			`The difference (${distance}) is larger than its margin (${margin}).`,
		withoutMargin: 'No margin of this figure is known: a small difference may be chance.',
		fewResidents: (count) =>
			`${count} people live there. In so small an area a few households make a difference.`,
		residentsUnknown: 'How many people live there is not known.',
		provisional: 'The figure is provisional.',
		modelEstimate: 'This is an estimate with a model, not a count.',
		overlaps: (names) =>
			`Does not count apart from: ${names}. One figure is (partly) made of the other.`,
		chart: (what, area) => `The course of ${what} in ${area}, with what it is compared with`,
		chartTable: 'The figures of this picture',
		period: 'Period',
		source: (publisher, table, year) => `${publisher}, ${table}, boundaries of ${year}`,
		tippingPoint: 'tipping point',
		takeUp: 'Take it up',
		takeUpText:
			'Begin with a question: what do residents and people who work there see? A finding can come later.',
		asNeed: 'Make it a knowledge need',
		asFinding: 'Make it a finding',
		setAside: 'Set aside',
		setAsideHint: 'The warning comes back when the figures change.',
		reason: 'Why?',
		reasonHint: 'For example: we know this already, or there is another explanation.',
		takeBack: 'Take back',
		undo: 'Undo',
		undoneReason: 'Taking the early warning up was undone.',
		undoText:
			'The question or finding leaves the form; the warning is open again. The figures stay among the sources.',
		question: 'What do we want to know?',
		questionOf: (what, area) =>
			`What do residents and people who work in ${area} see of “${what}”, and what is going on?`,
		findingText: 'The finding',
		findingHint:
			'The figure and the comparison stand there already. Add what you find of it, or remove what does not fit.',
		kind: 'Kind',
		onTheme: 'Theme',
		inTrajectory: 'In which trajectory',
		toTrajectory: (name) => `Take it up in the trajectory ${name}`,
		noTrajectory:
			'There is no trajectory about this area yet. Set the warning aside here with a reason, or begin a trajectory.',
		startTrajectory: 'Begin a trajectory',
		becameFinding: 'Taken up as a finding',
		becameNeed: 'Taken up as a knowledge need',
		wasSetAside: 'Set aside',
		takenBack: (day) => `Undone on ${day}.`,
		aboutEarlier: 'This was about earlier figures.',
		outcomes: {
			open: 'the question is still open',
			answered: 'the question was answered',
			in_form: 'stands in the form',
			withdrawn: 'was taken out of the form',
		},
		by: (who, day) => `${who}, ${day}`,
		program: 'the program',
		spreads: (number) =>
			number === '1' ? '1 ordinary difference' : `${number} ordinary differences`,
		percentOf: (number) => `${number} percent`,
		pointsOf: (number) => `${number} (in the unit of the figure)`,
		percentagePoints: (number) => `${number} percentage points`,
		points: (number) => (number === '1' ? '1 point' : `${number} points`),
	},
});
