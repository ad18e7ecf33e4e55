import { messages } from './messages.ts';

/** Photos and files that go with what somebody brings in: choosing, making unrecognisable, consent. */
export const photoTexts = messages({
	nl: {
		field: 'Foto’s en bestanden',
		optional: 'niet verplicht',
		about:
			'Foto, tekening, kort filmpje of pdf. Uw toestel haalt plaats en andere gegevens uit de foto voordat hij weggaat.',
		aboutWithoutScript:
			'Eén foto (JPG, PNG, WebP), filmpje (MP4, MOV, hoogstens 100 MB) of pdf. Wij halen plaats en andere gegevens uit de foto.',
		choose: 'Foto maken of kiezen',
		another: 'Nog een foto of bestand',
		reading: 'Even geduld, de foto wordt klaargemaakt…',
		loadFailed: 'Dit onderdeel kon niet laden. Kijk of u verbinding hebt en kies de foto opnieuw.',
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
		isDrawing: 'Dit is een tekening of kaart',
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
			nobody: '',
			unrecognisable: 'Van achteren, ver weg, of door u onherkenbaar gemaakt.',
			agreed: 'Ook als de bron openbaar wordt, zien alleen de deelnemers de foto.',
			agreed_public: '',
		},
		consentMissing: 'Beantwoord deze vraag; anders kan de foto niet mee.',
		description: 'Wat is er te zien?',
		descriptionHint: 'Voor wie de foto niet kan zien. Noem geen namen.',
		checked: 'Ik heb gekeken: er staat niemand herkenbaar op die dat niet wil',
		checkedHint:
			'Gezichten en kentekens onherkenbaar maken kan hier alleen met JavaScript. Doe het anders vooraf op uw telefoon.',
		blur: 'Gezicht of kenteken onherkenbaar maken',
		blurShort: 'Onherkenbaar maken',
		leaveOut: 'Weglaten',
		leaveOutOf: (what: string) => `${what} weglaten`,
		leftOut: (what: string) => `${what} is weggelaten.`,
		undo: 'Ongedaan maken',
	},
	en: {
		field: 'Photos and files',
		optional: 'optional',
		about:
			'Photo, drawing, short film or PDF. Your device takes the place and other data out of the photo before it leaves.',
		aboutWithoutScript:
			'One photo (JPG, PNG, WebP), film (MP4, MOV, at most 100 MB) or PDF. We take the place and other data out of the photo.',
		choose: 'Take or choose a photo',
		another: 'Another photo or file',
		reading: 'One moment, the photo is being prepared…',
		loadFailed: 'This part could not load. Check your connection and choose the photo again.',
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
		isDrawing: 'This is a drawing or a map',
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
			nobody: '',
			unrecognisable: 'From behind, far away, or made unrecognisable by you.',
			agreed: 'Even when the source becomes public, only those who take part see the photo.',
			agreed_public: '',
		},
		consentMissing: 'Answer this question; otherwise the photo cannot be sent.',
		description: 'What can be seen?',
		descriptionHint: 'For who cannot see the photo. Name no names.',
		checked: 'I have looked: nobody can be recognised who does not want that',
		checkedHint:
			'Making faces and plates unrecognisable takes JavaScript here. Otherwise do it beforehand on your phone.',
		blur: 'Make a face or plate unrecognisable',
		blurShort: 'Make unrecognisable',
		leaveOut: 'Leave out',
		leaveOutOf: (what: string) => `Leave out ${what}`,
		leftOut: (what: string) => `${what} was left out.`,
		undo: 'Undo',
	},
});
