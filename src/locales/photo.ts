import { messages } from './messages.ts';

/** Photos and files that go with what somebody brings in: choosing, making unrecognisable, consent. */
export const photoTexts = messages({
	nl: {
		field: 'Foto’s en bestanden',
		optional: 'niet verplicht',
		about:
			'Foto, tekening, kort filmpje (hoogstens 100 MB) of pdf. Plaats, tijd en toestel gaan uit de foto.',
		choose: 'Foto maken of kiezen',
		another: 'Nog een foto of bestand',
		reading: 'Even geduld, de foto wordt klaargemaakt…',
		problem: (name: string, problem: 'unreadable' | 'unknown_type' | 'too_large') =>
			({
				unreadable: `${name} kan niet gelezen worden. Kies een foto als JPG of PNG.`,
				unknown_type: `${name} is geen foto, filmpje of pdf die wij kennen. Kies JPG, PNG, WebP, MP4, MOV of PDF.`,
				too_large: `${name} is te groot. Een filmpje mag 100 MB zijn, een pdf 25 MB.`,
			})[problem],
		problems: {
			too_many: (most: number) => `Er passen hoogstens ${most} foto’s en bestanden bij.`,
		},
		kinds: { photo: 'Foto', drawing: 'Tekening', film: 'Filmpje', file: 'Bestand' },
		number: (kind: string, number: number) => `${kind} ${number}`,
		consent: 'Kan iemand herkend worden?',
		consentHint:
			'Bij kinderen beslissen de ouders. Vinden mensen het niet goed, of weet u het niet? Maak hen dan onherkenbaar.',
		consents: {
			nobody: 'Nee, er staat niemand op',
			unrecognisable: 'Nee, niemand is te herkennen',
			agreed: 'Ja, en zij vinden het goed dat de deelnemers dit zien',
			agreed_public: 'Ja, en zij vinden het goed dat iedereen dit ziet',
		},
		consentHints: {
			nobody: 'Ook niet achter een raam of in de verte.',
			unrecognisable: 'Van achteren, ver weg, of door u onherkenbaar gemaakt.',
			agreed: 'Ook als de bron openbaar wordt, zien alleen de deelnemers de foto.',
			agreed_public: 'Wordt de bron openbaar, dan kan iedereen de foto bekijken en bewaren.',
		},
		consentMissing: 'Beantwoord deze vraag; anders kan de foto niet mee.',
		description: 'Wat is er te zien?',
		descriptionHint: 'Voor wie de foto niet kan zien. Noem geen namen.',
		checked: 'Ik heb gekeken: er staat niemand herkenbaar op die dat niet wil',
		checkedHint:
			'Gezichten en kentekens onherkenbaar maken kan hier alleen met JavaScript. Doe het anders vooraf op uw telefoon.',
		blur: 'Gezicht of kenteken onherkenbaar maken',
		leaveOut: 'Weglaten',
		leaveOutOf: (what: string) => `${what} weglaten`,
		leftOut: (what: string) => `${what} is weggelaten.`,
		undo: 'Ongedaan maken',
		addTitle: 'Foto of bestand toevoegen',
		addLead: 'Laat plekken zien, geen mensen. Wie herkenbaar is, moet het goed vinden.',
		add: 'Toevoegen',
		cancel: 'Niet toevoegen',
		sending: (number: number, total: number) =>
			total === 1 ? 'De foto wordt verstuurd…' : `${number} van ${total} wordt verstuurd…`,
		notSent:
			'Versturen lukte niet. Wat u koos, staat er nog; probeer het opnieuw zodra u verbinding hebt.',
		refused: {
			too_large: 'Dit bestand is te groot: een foto of pdf mag 25 MB zijn, een filmpje 100 MB.',
			cut_off: 'Het bestand is niet helemaal aangekomen. Probeer het opnieuw.',
			no_files: 'Kies eerst een foto of bestand.',
		},
		added: 'Toegevoegd.',
		wasChanged: 'De wijziging is opgeslagen.',
		wasWithdrawn: 'Weggehaald. U kunt het hieronder terugzetten.',
		wasRestored: 'Teruggezet.',
		wasErased: 'Voorgoed verwijderd.',
		coming: (kind: string) =>
			`${kind} is nog onderweg: wacht op het toestel waarmee hij is gemaakt.`,
		noDescription: (kind: string) => `${kind} zonder beschrijving`,
		download: (kind: string, size: string) => `${kind} downloaden (pdf, ${size} MB)`,
		withdrawn: 'weggehaald',
		change: 'Beschrijving of toestemming wijzigen',
		takeAway: 'Weghalen',
		takeAwayReason: 'Waarom haalt u dit weg?',
		takeAwayConfirm: 'Haal weg',
		restore: 'Zet terug',
		erase: 'Voorgoed verwijderen',
		eraseQuestion:
			'Het bestand en de beschrijving worden gewist, ook voor wie het eerder zag. Dit kan niet ongedaan gemaakt worden.',
		eraseConfirm: 'Verwijder voorgoed',
		filmHint: 'In een filmpje kunt u hier niemand onherkenbaar maken. Film plekken, geen mensen.',
		editorHint:
			'Veeg over gezichten en kentekens. Wat u bedekt, is weg uit de foto zodra u bewaart.',
		editorKeys:
			'Met het toetsenbord: pijltjes verschuiven het kader, met Shift wordt het groter of kleiner, Enter bedekt, Backspace draait terug.',
		editorLabel: (title: string) => `${title}: onherkenbaar maken`,
		editorFailed: 'Deze foto kan niet geopend worden. Laat hem weg en kies hem opnieuw.',
		editorSave: 'Zo opslaan',
		editorCancel: 'Niets veranderen',
		hidden: (count: number) =>
			count === 1 ? '1 plek onherkenbaar gemaakt.' : `${count} plekken onherkenbaar gemaakt.`,
		frameAt: (x: number, y: number) => `Kader op ${x} procent van links en ${y} procent van boven.`,
	},
	en: {
		field: 'Photos and files',
		optional: 'optional',
		about:
			'Photo, drawing, short film (at most 100 MB) or PDF. Place, time and device are taken out of the photo.',
		choose: 'Take or choose a photo',
		another: 'Another photo or file',
		reading: 'One moment, the photo is being prepared…',
		problem: (name: string, problem: 'unreadable' | 'unknown_type' | 'too_large') =>
			({
				unreadable: `${name} cannot be read. Choose a photo as JPG or PNG.`,
				unknown_type: `${name} is not a photo, film or PDF that we know. Choose JPG, PNG, WebP, MP4, MOV or PDF.`,
				too_large: `${name} is too large. A film may be 100 MB, a PDF 25 MB.`,
			})[problem],
		problems: {
			too_many: (most: number) => `At most ${most} photos and files fit here.`,
		},
		kinds: { photo: 'Photo', drawing: 'Drawing', film: 'Film', file: 'File' },
		number: (kind: string, number: number) => `${kind} ${number}`,
		consent: 'Can anyone be recognised?',
		consentHint:
			'For children the parents decide. Do people not agree, or don’t you know? Then make them unrecognisable.',
		consents: {
			nobody: 'No, nobody is on it',
			unrecognisable: 'No, nobody can be recognised',
			agreed: 'Yes, and they agree that those who take part see this',
			agreed_public: 'Yes, and they agree that everyone sees this',
		},
		consentHints: {
			nobody: 'Not behind a window or far away either.',
			unrecognisable: 'From behind, far away, or made unrecognisable by you.',
			agreed: 'Even when the source becomes public, only those who take part see the photo.',
			agreed_public: 'If the source becomes public, everyone can look at the photo and keep it.',
		},
		consentMissing: 'Answer this question; otherwise the photo cannot be sent.',
		description: 'What can be seen?',
		descriptionHint: 'For who cannot see the photo. Name no names.',
		checked: 'I have looked: nobody can be recognised who does not want that',
		checkedHint:
			'Making faces and plates unrecognisable takes JavaScript here. Otherwise do it beforehand on your phone.',
		blur: 'Make a face or plate unrecognisable',
		leaveOut: 'Leave out',
		leaveOutOf: (what: string) => `Leave out ${what}`,
		leftOut: (what: string) => `${what} was left out.`,
		undo: 'Undo',
		addTitle: 'Add a photo or file',
		addLead: 'Show places, not people. Whoever can be recognised has to agree.',
		add: 'Add',
		cancel: 'Do not add',
		sending: (number: number, total: number) =>
			total === 1 ? 'The photo is being sent…' : `${number} of ${total} is being sent…`,
		notSent:
			'Sending did not work. What you chose is still there; try again once you have a connection.',
		refused: {
			too_large: 'This file is too large: a photo or PDF may have 25 MB, a film 100 MB.',
			cut_off: 'The file did not arrive as a whole. Try again.',
			no_files: 'First choose a photo or file.',
		},
		added: 'Added.',
		wasChanged: 'The change was saved.',
		wasWithdrawn: 'Taken away. You can put it back below.',
		wasRestored: 'Put back.',
		wasErased: 'Removed for good.',
		coming: (kind: string) =>
			`${kind} is still on its way: waiting for the device it was made with.`,
		noDescription: (kind: string) => `${kind} without a description`,
		download: (kind: string, size: string) => `Download ${kind.toLowerCase()} (PDF, ${size} MB)`,
		withdrawn: 'taken away',
		change: 'Change description or consent',
		takeAway: 'Take away',
		takeAwayReason: 'Why do you take this away?',
		takeAwayConfirm: 'Take away',
		restore: 'Put back',
		erase: 'Remove for good',
		eraseQuestion:
			'The file and its description are erased, also for those who saw it before. This cannot be undone.',
		eraseConfirm: 'Remove for good',
		filmHint: 'In a film you cannot make anyone unrecognisable here. Film places, not people.',
		editorHint: 'Swipe over faces and plates. What you cover is gone from the photo once you save.',
		editorKeys:
			'With the keyboard: arrows move the frame, with Shift they make it larger or smaller, Enter covers, Backspace takes back.',
		editorLabel: (title: string) => `${title}: make unrecognisable`,
		editorFailed: 'This photo cannot be opened. Leave it out and choose it again.',
		editorSave: 'Keep it like this',
		editorCancel: 'Change nothing',
		hidden: (count: number) =>
			count === 1 ? '1 spot made unrecognisable.' : `${count} spots made unrecognisable.`,
		frameAt: (x: number, y: number) =>
			`Frame at ${x} percent from the left and ${y} percent from the top.`,
	},
});
