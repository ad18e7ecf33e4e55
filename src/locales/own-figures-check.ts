import { messages } from './messages.ts';

/** An own file of figures: every row checked, what will be shown of it, and what became of it. */
export const ownCheckTexts = messages({
	nl: {
		checkTitle: 'Klopt elke regel?',
		checked: (rows: string, figures: string, areas: string) =>
			`${rows} regels bekeken: ${figures} cijfers over ${areas} gebieden.`,
		allRight: 'Alle regels kloppen.',
		missingIn: (count: string) =>
			`${count} cijfers zijn in het bestand leeg of onbekend. Ze worden ook zo getoond.`,
		notes: (count: number, rows: string) =>
			count === 1
				? `Eén regel zonder cijfers hebben we overgeslagen: ${rows}.`
				: `${count} regels zonder cijfers hebben we overgeslagen: ${rows}.`,
		wrong: (count: string, problems: string) =>
			`${count} regels hebben een fout (${problems} fouten).`,
		byKind: 'Wat er mis is',
		problemList: 'De fouten per regel',
		problemRow: 'Regel',
		problemColumn: 'Kolom',
		problemText: 'Er staat',
		problemWhat: 'Wat er mis is',
		firstOf: (shown: string, total: string) =>
			`Dit zijn de eerste ${shown} van ${total} fouten. Het overzicht om te downloaden heeft ze allemaal.`,
		download: 'Download alle fouten (CSV)',
		problems: {
			no_area: 'Er staat geen gebied.',
			unknown_area: 'Dit gebied kennen we niet.',
			several_areas: 'Deze naam past bij meer dan één gebied. Kies hieronder welk.',
			not_a_period: 'Dit is geen jaar of jaar en maand.',
			no_period: 'Er staat geen jaar.',
			no_indicator: 'Er staat niet welk cijfer het is.',
			not_a_number: 'Dit is geen getal.',
			formula: 'Dit is een formule. Bewaar het bestand met de uitkomsten.',
			negative: 'Een aantal kan niet onder nul zijn.',
			not_whole: 'Een aantal moet een heel getal zijn.',
			too_large: 'Dit getal is te groot voor een aantal.',
			not_a_percentage: 'Een percentage ligt tussen 0 en 100.',
			no_base: 'Het aantal mensen waarover dit gaat ontbreekt.',
			part_too_large: 'Het deel is groter dan het geheel.',
			does_not_agree: 'Het percentage past niet bij de aantallen erachter.',
			same_twice: 'Dit gebied staat er al met ditzelfde cijfer.',
		},
		firstRow: (row: number) => `Het stond ook op regel ${row}.`,
		unsureTitle: 'Welk gebied is dit?',
		unsureLead:
			'Kies het gebied, of laat het leeg; dan blijft het een fout. We onthouden het voor volgend jaar.',
		unsureLabel: (written: string, rows: number) =>
			rows === 1 ? `‘${written}’ (1 regel)` : `‘${written}’ (${rows} regels)`,
		unsureRest: (count: number) => `Nog ${count} andere namen volgen als u deze hebt opgeslagen.`,
		unsureEmpty: 'weet ik niet',
		couldBe: 'Past bij de naam',
		allAreas: 'Alle gebieden',
		whatNow: 'Hoe verder',
		leaveOut: (count: string) => `Laat de ${count} regels met een fout weg en lees de rest in`,
		leaveOutHint:
			'Of verbeter het bestand en kies het opnieuw; wat u bij Kolommen en Betekenis koos, staat er dan weer.',
		mend: 'Kies een verbeterd bestand',

		previewTitle: 'Dit wordt ervan getoond',
		shown: 'Worden getoond',
		asTooSmall: 'Weggelaten: te klein',
		toProtectOthers: 'Weggelaten om een ander te beschermen',
		missing: 'Leeg of onbekend in het bestand',
		leftOut: 'Regels weggelaten om een fout',
		protection: 'Hoe we beschermen',
		protectionText:
			'Aantallen mensen onder de 10 laten we weg, ook 0; andere ronden we af op 5. Zou een weggelaten aantal uit te rekenen zijn uit een totaal en de andere aantallen, dan laten we er nog een weg. De echte aantallen bewaren we apart; geen enkele pagina laat ze zien.',
		exposedTitle: (count: number, shown: string) =>
			count === 1
				? 'Eén klein aantal is niet meer te beschermen'
				: `${shown} kleine aantallen zijn niet meer te beschermen`,
		exposedMeaning:
			'We laten ze weg. Maar wie ook een eerder bestand van deze soort zag, kan ze uitrekenen uit wat daar stond.',
		exposedBefore:
			'Lees het bestand liever niet zo in. Laat deze regels weg en het totaal waar ze bij horen, of neem gebieden of groepen samen. Kies het bestand daarna opnieuw.',
		exposedAfter:
			'Trek deze cijfers liever in. Laat de regels met deze aantallen weg en het totaal waar ze bij horen, of neem gebieden of groepen samen, en kies het bestand opnieuw.',
		exposedWhich: 'Welke aantallen',
		series: 'Bekijk',
		seriesShow: 'Toon',
		area: 'Gebied',
		tooSmall: 'te klein',
		uncertain: 'onzeker',
		emptyFigure: 'leeg',
		unknownFigure: 'onbekend',
		replaces: 'Komt dit in de plaats van een eerder bestand?',
		replacesNone: 'Nee, het staat naast wat er al is',
		replacesHint: 'Kies dit als u een verbeterd bestand inleest. Het oude blijft leesbaar.',
		publicationLine: (title: string, period: string, on: string) =>
			`${title}, ${period} (ingelezen ${on})`,
		wrongFirst: 'Er zijn nog regels met een fout. Ga terug naar Controle.',
		toCheck: 'Terug naar Controle',
		carryOut: 'Lees in',

		doneNotice: 'De cijfers zijn ingelezen.',
		withdrawnNotice: 'De cijfers zijn ingetrokken. Wat ervoor stond, staat er weer.',
		asideNotice: 'Het bestand is weggelegd en de regels zijn verwijderd.',
		restoredNotice: 'De cijfers staan er weer.',
		visibilityNotice: 'Het is opnieuw beschermd voor wie het nu mag zien.',
		continue: 'Ga verder waar u was',
		putAside: 'Leg weg',
		putAsideQuestion:
			'De regels van dit bestand worden verwijderd. Wat u koos blijft bewaard voor een volgend bestand.',
		putAsideYes: 'Ja, leg weg',
		facts: 'Wat er is ingelezen',
		fileName: 'Bestand',
		rowsRead: 'Regels',
		rowsWith: (rows: string, leftOut: string) =>
			`${rows}, waarvan ${leftOut} weggelaten om een fout`,
		importedAt: 'Ingelezen',
		publicationLink: 'Bekijk bij de publicaties',
		changeVisibility: 'Wie mag het zien',
		changeVisibilityHint: 'De cijfers gaan dan opnieuw door de bescherming.',
		change: 'Verander',
		withdraw: 'Trek in',
		withdrawQuestion:
			'De cijfers verdwijnen uit profielen en kaarten. Stond er eerder een ander bestand, dan staat dat er weer. U kunt dit terugdraaien.',
		withdrawReason: 'Waarom',
		withdrawYes: 'Ja, trek in',
		restore: 'Zet terug',
		versions: 'Alle bestanden van deze soort',
		replacedText:
			'Een nieuwer bestand heeft de plaats hiervan ingenomen. De cijfers blijven leesbaar waar ze als bron zijn gebruikt.',
		withdrawnText: (reason: string) =>
			reason ? `Ingetrokken: ${reason}` : 'Deze cijfers zijn ingetrokken.',
	},
	en: {
		checkTitle: 'Is every row right?',
		checked: (rows, figures, areas) =>
			`${rows} rows looked at: ${figures} figures about ${areas} areas.`,
		allRight: 'All rows are right.',
		missingIn: (count) =>
			`${count} figures are empty or unknown in the file. They are shown like that too.`,
		notes: (count, rows) =>
			count === 1
				? `We passed over one row without figures: ${rows}.`
				: `We passed over ${count} rows without figures: ${rows}.`,
		wrong: (count, problems) => `${count} rows have a mistake (${problems} mistakes).`,
		byKind: 'What is wrong',
		problemList: 'The mistakes by row',
		problemRow: 'Row',
		problemColumn: 'Column',
		problemText: 'It says',
		problemWhat: 'What is wrong',
		firstOf: (shown, total) =>
			`These are the first ${shown} of ${total} mistakes. The list to download has them all.`,
		download: 'Download all mistakes (CSV)',
		problems: {
			no_area: 'There is no area.',
			unknown_area: 'We do not know this area.',
			several_areas: 'This name fits more than one area. Choose which one below.',
			not_a_period: 'This is not a year, or a year and month.',
			no_period: 'There is no year.',
			no_indicator: 'It does not say which figure it is.',
			not_a_number: 'This is not a number.',
			formula: 'This is a formula. Save the file with the outcomes.',
			negative: 'A count cannot be under zero.',
			not_whole: 'A count has to be a whole number.',
			too_large: 'This number is too large for a count.',
			not_a_percentage: 'A percentage lies between 0 and 100.',
			no_base: 'The number of people that this is about is missing.',
			part_too_large: 'The part is larger than the whole.',
			does_not_agree: 'The percentage does not fit the counts behind it.',
			same_twice: 'This area is there already with this same figure.',
		},
		firstRow: (row) => `It was on row ${row} too.`,
		unsureTitle: 'Which area is this?',
		unsureLead:
			'Choose the area, or leave it empty; then it stays a mistake. We remember it for next year.',
		unsureLabel: (written, rows) =>
			rows === 1 ? `‘${written}’ (1 row)` : `‘${written}’ (${rows} rows)`,
		unsureRest: (count) => `Another ${count} names follow once you have saved these.`,
		unsureEmpty: 'I do not know',
		couldBe: 'Fits the name',
		allAreas: 'All areas',
		whatNow: 'How to go on',
		leaveOut: (count) => `Leave out the ${count} rows with a mistake and import the rest`,
		leaveOutHint:
			'Or mend the file and choose it again; what you chose under Columns and Meaning will be there again.',
		mend: 'Choose a mended file',

		previewTitle: 'This will be shown of it',
		shown: 'Will be shown',
		asTooSmall: 'Left out: too small',
		toProtectOthers: 'Left out to protect another',
		missing: 'Empty or unknown in the file',
		leftOut: 'Rows left out for a mistake',
		protection: 'How we protect',
		protectionText:
			'Counts of people under 10 are left out, 0 too; others are rounded to 5. If a count that was left out could be worked out from a total and the other counts, we leave out another one as well. The real counts are kept apart; no page shows them.',
		exposedTitle: (count, shown) =>
			count === 1
				? 'One small count can no longer be protected'
				: `${shown} small counts can no longer be protected`,
		exposedMeaning:
			'We leave them out. But whoever saw an earlier file of this kind too can work them out from what was in it.',
		exposedBefore:
			'Better not import the file like this. Leave out these rows and the total they belong to, or join areas or groups. Then choose the file again.',
		exposedAfter:
			'Better withdraw these figures. Leave out the rows with these counts and the total they belong to, or join areas or groups, and choose the file again.',
		exposedWhich: 'Which counts',
		series: 'Look at',
		seriesShow: 'Show',
		area: 'Area',
		tooSmall: 'too small',
		uncertain: 'uncertain',
		emptyFigure: 'empty',
		unknownFigure: 'unknown',
		replaces: 'Does this take the place of an earlier file?',
		replacesNone: 'No, it stands beside what is there',
		replacesHint: 'Choose this when you import a corrected file. The old one stays readable.',
		publicationLine: (title, period, on) => `${title}, ${period} (imported ${on})`,
		wrongFirst: 'There are still rows with a mistake. Go back to Check.',
		toCheck: 'Back to Check',
		carryOut: 'Import',

		doneNotice: 'The figures were imported.',
		withdrawnNotice: 'The figures were withdrawn. What stood before stands again.',
		asideNotice: 'The file was put aside and its rows were removed.',
		restoredNotice: 'The figures stand again.',
		visibilityNotice: 'It was protected anew for who may see it now.',
		continue: 'Go on where you were',
		putAside: 'Put aside',
		putAsideQuestion:
			'The rows of this file will be removed. What you chose is kept for a next file.',
		putAsideYes: 'Yes, put aside',
		facts: 'What was imported',
		fileName: 'File',
		rowsRead: 'Rows',
		rowsWith: (rows, leftOut) => `${rows}, of which ${leftOut} left out for a mistake`,
		importedAt: 'Imported',
		publicationLink: 'See it among the publications',
		changeVisibility: 'Who may see it',
		changeVisibilityHint: 'The figures then pass the protection again.',
		change: 'Change',
		withdraw: 'Withdraw',
		withdrawQuestion:
			'The figures disappear from profiles and maps. If another file stood there before, it stands again. You can undo this.',
		withdrawReason: 'Why',
		withdrawYes: 'Yes, withdraw',
		restore: 'Put back',
		versions: 'All files of this kind',
		replacedText:
			'A newer file has taken the place of this one. The figures stay readable where they were used as a source.',
		withdrawnText: (reason) => (reason ? `Withdrawn: ${reason}` : 'These figures were withdrawn.'),
	},
});
