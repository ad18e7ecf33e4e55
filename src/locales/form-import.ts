import { messages } from './messages.ts';

/** An analysis form that came back as a file: reading it in, and deciding line by line. */
export const importFormTexts = messages({
	nl: {
		title: 'Ingevuld schema inlezen',
		lead: 'Een partner vulde het schema in op papier of in een rekenblad. Lees het hier in; er verandert niets voordat u het goedkeurt.',
		file: 'Het bestand',
		fileHint: (most: string) => `Rekenblad (.xlsx), Word (.docx) of CSV, hoogstens ${most}.`,
		tooLarge: (most: string) => `Dit bestand is te groot: hier past hoogstens ${most}.`,
		cutOff: 'Het bestand is niet helemaal aangekomen. Probeer het opnieuw.',
		noFile: 'Kies eerst een bestand.',
		organisation: 'Wie vulde het in?',
		organisationHint: 'De organisatie die meedoet aan dit traject. Wat nieuw is komt op haar naam.',
		read: 'Inlezen',
		before: 'Eerder ingelezen',
		none: 'Er is nog niets ingelezen. Geef eerst een schema mee aan een partner.',
		download: 'Schema meegeven',
		columns: {
			when: 'Ingelezen op',
			file: 'Bestand',
			organisation: 'Ingevuld door',
			open: 'Nog te beslissen',
		},
		reviewTitle: 'Wat staat erin?',
		filledBy: 'Ingevuld door',
		uploadedBy: 'Ingelezen door',
		sentAt: 'Meegegeven op',
		sentUnknown: 'niet bekend',
		unchanged: 'Onveranderd terug',
		foreign:
			'Dit bestand hoort bij een ander traject. De codes erin zeggen hier niets: kijk goed of het hier thuishoort.',
		known: 'Dit bestand was al ingelezen. U ziet wat er nog te beslissen is.',
		byPlace: (heading: string, column: string) =>
			`De kolom “${heading}” is gelezen als ${column}, omdat zij op die plek staat.`,
		columnUnknown: (heading: string) =>
			`De kolom “${heading}” hoort niet bij het schema. Wat erin staat vindt u bij de regels zonder plek.`,
		nothing: 'Er staat niets nieuws in dit bestand.',
		allDone: 'Over alle regels is beslist.',
		showAll: 'Toon ook waarover is beslist',
		showOpen: 'Toon wat nog te beslissen is',
		lines: 'Regels uit het bestand',
		approve: 'Neem aangevinkte regels over',
		leave: 'Laat aangevinkte regels liggen',
		approveAll: 'Neem alles over wat geen keuze vraagt',
		resume: 'Toch beslissen',
		undo: 'Overnemen terugdraaien',
		undoQuestion:
			'Wat nieuw was wordt ingetrokken en wat veranderd is komt terug zoals het was. Wat iemand daarna wijzigde blijft staan.',
		undoConfirm: 'Ja, draai terug',
		done: (approved: number) =>
			approved === 1 ? '1 regel overgenomen.' : `${approved} regels overgenomen.`,
		waiting: (count: number) =>
			count === 1
				? '1 regel wacht: iemand veranderde de tekst in het schema, of de regel hoort bij een andere. Kijk er nog eens naar.'
				: `${count} regels wachten: iemand veranderde de tekst in het schema, of zij horen bij een andere regel. Kijk er nog eens naar.`,
		undone: (undone: number, kept: number) =>
			kept === 0
				? `Teruggedraaid: ${undone} regels staan weer open.`
				: `Teruggedraaid: ${undone} regels staan weer open. ${kept} bleven staan, omdat iemand ze daarna wijzigde.`,
		kinds: {
			new: 'Nieuw',
			changed: 'Gewijzigd',
			moved: 'Verplaatst',
			removed: 'Weggehaald',
			unplaced: 'Zonder plek',
			source: 'Bron genoemd',
		},
		states: { open: 'te beslissen', approved: 'overgenomen', left: 'blijft liggen' },
		place: (theme: string, column: string) => `${theme} · ${column}`,
		inFile: 'In het bestand',
		inForm: 'Nu in het schema',
		whenSent: 'Toen het schema werd meegegeven',
		conflict:
			'Iemand veranderde dit intussen in het schema. Vink het alleen aan als de tekst uit het bestand die van nu mag vervangen.',
		removedNote: 'Staat niet meer in het bestand. Vink aan als het uit het schema mag.',
		goneNote: 'Is intussen ingetrokken.',
		placing: 'Geef het een plek',
		placeAs: 'Wat is het?',
		placeText: 'Tekst',
		placeIt: 'Plaats',
		change: 'Tekst of plek aanpassen',
		problems: {
			theme: (heading: string) =>
				heading
					? `Het thema “${heading}” staat niet in het schema.`
					: 'Er staat geen thema voor deze regel.',
			column: (heading: string) =>
				heading
					? `Staat in de kolom “${heading}”, die niet bij het schema hoort.`
					: 'Staat buiten de kolommen van het schema.',
			outside: 'Staat buiten de tabel.',
			kind: 'Zeg nog wat voor signaal het is.',
			too_long: 'Dit is te lang voor één regel. Maak er korte bevindingen van.',
			withdrawn: 'Dit was ingetrokken, en kwam met een andere tekst terug.',
			person: (what: string) =>
				`Hier stond een ${what}. Dat bewaren we niet. Schrijf het anders op, zonder dat iemand te herkennen is.`,
		},
		sourceOf: 'Komt als document achter de bevinding:',
		sourceLoose: 'Wordt een document in Leefwereld, zonder bevinding erbij.',
		sourceParent: 'Komt mee met de regel hierboven waar het bij staat.',
	},
	en: {
		title: 'Read in a filled-in form',
		lead: 'A partner filled in the form on paper or in a spreadsheet. Read it in here; nothing changes before you approve it.',
		file: 'The file',
		fileHint: (most) => `Spreadsheet (.xlsx), Word (.docx) or CSV, at most ${most}.`,
		tooLarge: (most) => `This file is too large: at most ${most} fits here.`,
		cutOff: 'The file did not arrive whole. Try again.',
		noFile: 'Choose a file first.',
		organisation: 'Who filled it in?',
		organisationHint:
			'The organisation that takes part in this trajectory. What is new goes in its name.',
		read: 'Read in',
		before: 'Read in before',
		none: 'Nothing was read in yet. First give a form to a partner.',
		download: 'Give a form to someone',
		columns: {
			when: 'Read in on',
			file: 'File',
			organisation: 'Filled in by',
			open: 'Still to decide',
		},
		reviewTitle: 'What is in it?',
		filledBy: 'Filled in by',
		uploadedBy: 'Read in by',
		sentAt: 'Given on',
		sentUnknown: 'not known',
		unchanged: 'Came back unchanged',
		foreign:
			'This file belongs to another trajectory. Its codes say nothing here: look well whether it belongs here.',
		known: 'This file was read in before. You see what is still to be decided.',
		byPlace: (heading, column) =>
			`The column “${heading}” was read as ${column}, because it stands in that place.`,
		columnUnknown: (heading) =>
			`The column “${heading}” is not part of the form. What is in it stands among the lines without a place.`,
		nothing: 'There is nothing new in this file.',
		allDone: 'All lines have been decided about.',
		showAll: 'Also show what was decided',
		showOpen: 'Show what is still to be decided',
		lines: 'Lines of the file',
		approve: 'Take in the ticked lines',
		leave: 'Leave the ticked lines',
		approveAll: 'Take in all that asks for no choice',
		resume: 'Decide after all',
		undo: 'Undo what was taken in',
		undoQuestion:
			'What was new is withdrawn and what was changed becomes as it was. What somebody changed since stays.',
		undoConfirm: 'Yes, undo',
		done: (approved) => (approved === 1 ? '1 line taken in.' : `${approved} lines taken in.`),
		waiting: (count) =>
			count === 1
				? '1 line waits: somebody changed the text in the form, or the line belongs to another. Look at it again.'
				: `${count} lines wait: somebody changed the text in the form, or they belong to another line. Look at them again.`,
		undone: (undone, kept) =>
			kept === 0
				? `Undone: ${undone} lines are open again.`
				: `Undone: ${undone} lines are open again. ${kept} stayed, because somebody changed them since.`,
		kinds: {
			new: 'New',
			changed: 'Changed',
			moved: 'Moved',
			removed: 'Taken out',
			unplaced: 'Without a place',
			source: 'Source named',
		},
		states: { open: 'to decide', approved: 'taken in', left: 'left' },
		place: (theme, column) => `${theme} · ${column}`,
		inFile: 'In the file',
		inForm: 'In the form now',
		whenSent: 'When the form went out',
		conflict:
			'Somebody changed this in the form meanwhile. Tick it only if the text of the file may replace what stands there now.',
		removedNote: 'Is not in the file any more. Tick it if it may go from the form.',
		goneNote: 'Has been withdrawn meanwhile.',
		placing: 'Give it a place',
		placeAs: 'What is it?',
		placeText: 'Text',
		placeIt: 'Place',
		change: 'Change text or place',
		problems: {
			theme: (heading) =>
				heading
					? `The theme “${heading}” is not in the form.`
					: 'There is no theme in front of this line.',
			column: (heading) =>
				heading
					? `Stands in the column “${heading}”, which is not part of the form.`
					: 'Stands outside the columns of the form.',
			outside: 'Stands outside the table.',
			kind: 'Say what kind of signal it is.',
			too_long: 'This is too long for one line. Make short findings of it.',
			withdrawn: 'This was withdrawn, and came back with another text.',
			person: (what) =>
				`Here stood a ${what}. We do not keep that. Word it otherwise, so that nobody can be recognised.`,
		},
		sourceOf: 'Goes as a document behind the finding:',
		sourceLoose: 'Becomes a document in Lived world, without a finding.',
		sourceParent: 'Comes along with the line above that it stands with.',
	},
});
