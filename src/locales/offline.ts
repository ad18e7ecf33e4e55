import { messages } from './messages.ts';

/** What the phone says about what it keeps and sends. */
export const offlineTexts = messages({
	nl: {
		title: 'Wat op deze telefoon wacht',
		lead: 'Alles wat u op straat invult, staat eerst hier. Het gaat pas van de telefoon af als de gemeente alles heeft, ook elke foto.',
		needsScript:
			'Deze lijst heeft JavaScript nodig. Zonder JavaScript gaat een formulier meteen naar de gemeente en wacht hier niets.',
		cannotKeep:
			'Deze browser kan niets bewaren. Wat u opslaat, gaat meteen naar de gemeente; daar is netwerk voor nodig.',
		backToField: 'Iets nieuws vastleggen',
		restored: 'Dit vulde u eerder in; het is nog niet opgeslagen.',
		startOver: 'Leeg beginnen',
		putBack: 'Toch terugzetten',
		startedOver: 'Het formulier is leeg.',
		required: 'Vul dit in.',
		chooseOne: 'Maak een keuze.',
		wrong: (count: number) =>
			count === 1
				? 'Er is 1 ding dat niet klopt. Kijk hierboven.'
				: `Er zijn ${count} dingen die niet kloppen. Kijk hierboven.`,
		noRoom:
			'De telefoon is vol: dit kon er niet meer bij. Het staat nog op het scherm. Verstuur eerst wat er wacht, of maak ruimte op de telefoon, en sla dan opnieuw op.',
		noRoomForPhotos: (count: number) =>
			count === 1
				? 'De tekst is opgeslagen, maar 1 foto past niet meer op de telefoon. Laat dit scherm open, maak ruimte en druk op “Foto opnieuw opslaan”.'
				: `De tekst is opgeslagen, maar ${count} foto’s passen niet meer op de telefoon. Laat dit scherm open, maak ruimte en druk op “Foto opnieuw opslaan”.`,
		keepPhotosAgain: 'Foto opnieuw opslaan',
		saved: (title: string) => `Opgeslagen op deze telefoon: ${title}.`,
		savedWithoutApp: (title: string) =>
			`Opgeslagen op deze telefoon: ${title}. Er is nu geen netwerk, en de app staat nog niet op deze telefoon. Kom terug als er netwerk is, dan wordt het verstuurd.`,
		nothingWaits: 'Er wacht niets op deze telefoon.',
		allReceived: 'Alles is ontvangen.',
		waitingCount: (count: number) =>
			count === 1 ? '1 stuk wacht op deze telefoon' : `${count} stukken wachten op deze telefoon`,
		oldest: (age: string) => `het oudste ${age}`,
		refusedCount: (count: number) =>
			count === 1 ? '1 stuk is geweigerd' : `${count} stukken zijn geweigerd`,
		offline: 'Geen netwerk',
		offlineLong: 'Geen netwerk. U kunt gewoon doorgaan: alles blijft op deze telefoon.',
		look: 'Bekijk',
		signInFirst: (name: string) =>
			`U bent niet meer ingelogd. Alles is bewaard. Log weer in als ${name}, dan gaat het verder.`,
		signIn: 'Inloggen',
		ofOthers: (count: number) =>
			count === 1
				? 'Er wacht ook 1 stuk van iemand anders. Het blijft bewaard tot diegene hier inlogt.'
				: `Er wachten ook ${count} stukken van anderen. Ze blijven bewaard tot zij hier inloggen.`,
		newVersion: 'Er is een nieuwe versie van de app. Wat u invulde, blijft staan.',
		refresh: 'Nu vernieuwen',
		notKeptForSure:
			'De browser belooft niet dat hij alles bewaart als de telefoon vol raakt. Zet de app op uw beginscherm, of verstuur vaker.',
		almostFull: (share: string) =>
			`De ruimte voor deze app is voor ${share} gebruikt. Verstuur wat er wacht, het liefst via wifi.`,
		sendNow: 'Nu versturen',
		export: 'Opslaan als bestand',
		exportHint:
			'Een bestand met alles wat hier wacht, ook de foto’s. Handig als versturen niet lukt. Let op: wie het bestand heeft, kan alles lezen.',
		writtenAt: (at: string) => `geschreven ${at}`,
		photos: (count: number) => (count === 1 ? '1 foto of bestand' : `${count} foto’s of bestanden`),
		photosDone: (done: number, all: number) => `${done} van ${all} foto’s of bestanden ontvangen`,
		states: {
			waiting: 'Op deze telefoon',
			sending: 'Wordt verzonden',
			received: 'Ontvangen',
			refused: 'Geweigerd',
			removed: 'Weggegooid',
		},
		receivedAt: (time: string) => `Ontvangen om ${time}`,
		receivedOn: (moment: string) => `Ontvangen op ${moment}`,
		refusedBecause: (reason: string) => `Geweigerd omdat: ${reason}`,
		what: {
			text: 'Kies “Wijzigen”, verbeter de tekst en sla opnieuw op.',
			photo: 'Haal deze foto of dit bestand weg; de rest gaat dan door.',
			rights:
				'U mag dit hier niet (meer) toevoegen. Vraag het de procesmanager, of sla het op als bestand.',
			again: 'Probeer het opnieuw, of sla het op als bestand en vraag de beheerder.',
		},
		noConsent: 'Bij een foto staat nog niet of mensen herkenbaar zijn.',
		unsure: 'Misschien is dit al aangekomen. De telefoon vraagt het na zodra er netwerk is.',
		change: 'Wijzigen',
		remove: 'Weggooien',
		undo: 'Terugzetten',
		again: 'Opnieuw proberen',
		removePhoto: 'Foto weghalen',
		fresh: 'Formulier is al in gebruik: sla eerst op wat daar staat.',
		drafts: 'Nog niet opgeslagen',
		draftLine: (at: string) => `begonnen of gewijzigd ${at}`,
		goOn: 'Verder invullen',
		kinds: {
			observation: 'Waarneming',
			conversation: 'Gesprek',
			photo: 'Foto',
			signal: 'Signaal',
			walk: 'Wijkschouw',
			logbook: 'Logboek',
			other: 'Stuk',
		},
		justNow: 'zojuist',
		minutesAgo: (count: number) => (count === 1 ? '1 minuut geleden' : `${count} minuten geleden`),
		hoursAgo: (count: number) => `${count} uur geleden`,
		daysAgo: (count: number) => (count === 1 ? '1 dag geleden' : `${count} dagen geleden`),
		chooseTrajectory: 'Waar bent u?',
		chooseTrajectoryLead: 'Kies het gebied waar u iets vastlegt.',
		noTrajectories:
			'U doet nog nergens aan mee. Vraag de procesmanager om uw organisatie toe te voegen.',
		install: 'Zet de app op uw beginscherm',
		installHint:
			'Dan opent hij zonder netwerk binnen een seconde. Op een iPhone: tik op Deel en kies “Zet op beginscherm”.',
		noNetworkTitle: 'Geen netwerk',
		noNetworkLead:
			'Deze bladzijde staat niet op de telefoon. Vastleggen op straat kan wel; dat wordt later verstuurd.',
		noNetworkKept: 'Dit werkt zonder netwerk',
	},
	en: {
		title: 'What waits on this phone',
		lead: 'Everything you fill in outdoors stands here first. It leaves the phone only when the municipality has all of it, every photo included.',
		needsScript:
			'This list needs JavaScript. Without JavaScript a form goes to the municipality at once and nothing waits here.',
		cannotKeep:
			'This browser cannot keep anything. What you save goes to the municipality at once; that takes a network.',
		backToField: 'Record something new',
		restored: 'You filled this in earlier; it is not saved yet.',
		startOver: 'Start empty',
		putBack: 'Put it back',
		startedOver: 'The form is empty.',
		required: 'Fill this in.',
		chooseOne: 'Make a choice.',
		wrong: (count) =>
			count === 1
				? 'There is 1 thing to correct. Look above.'
				: `There are ${count} things to correct. Look above.`,
		noRoom:
			'The phone is full: this did not fit any more. It is still on the screen. First send what waits, or make room on the phone, and then save again.',
		noRoomForPhotos: (count) =>
			count === 1
				? 'The text is kept, but 1 photo does not fit on the phone any more. Leave this screen open, make room and press “Keep the photo again”.'
				: `The text is kept, but ${count} photos do not fit on the phone any more. Leave this screen open, make room and press “Keep the photo again”.`,
		keepPhotosAgain: 'Keep the photo again',
		saved: (title) => `Kept on this phone: ${title}.`,
		savedWithoutApp: (title) =>
			`Kept on this phone: ${title}. There is no network now, and the app is not on this phone yet. Come back when there is a network, then it is sent.`,
		nothingWaits: 'Nothing waits on this phone.',
		allReceived: 'Everything was received.',
		waitingCount: (count) =>
			count === 1 ? '1 item waits on this phone' : `${count} items wait on this phone`,
		oldest: (age) => `the oldest ${age}`,
		refusedCount: (count) => (count === 1 ? '1 item was refused' : `${count} items were refused`),
		offline: 'No network',
		offlineLong: 'No network. You can simply go on: everything stays on this phone.',
		look: 'Look',
		signInFirst: (name) =>
			`You are signed out. Everything is kept. Sign in again as ${name}, and it goes on.`,
		signIn: 'Sign in',
		ofOthers: (count) =>
			count === 1
				? '1 item of somebody else waits here too. It is kept until they sign in here.'
				: `${count} items of others wait here too. They are kept until they sign in here.`,
		newVersion: 'There is a new version of the app. What you filled in stays.',
		refresh: 'Refresh now',
		notKeptForSure:
			'The browser does not promise to keep everything when the phone fills up. Put the app on your home screen, or send more often.',
		almostFull: (share) =>
			`${share} of the room for this app is used. Send what waits, preferably over wifi.`,
		sendNow: 'Send now',
		export: 'Save as a file',
		exportHint:
			'A file with everything that waits here, photos included. For when sending does not work. Mind: whoever has the file can read all of it.',
		writtenAt: (at) => `written ${at}`,
		photos: (count) => (count === 1 ? '1 photo or file' : `${count} photos or files`),
		photosDone: (done, all) => `${done} of ${all} photos or files received`,
		states: {
			waiting: 'On this phone',
			sending: 'Being sent',
			received: 'Received',
			refused: 'Refused',
			removed: 'Thrown away',
		},
		receivedAt: (time) => `Received at ${time}`,
		receivedOn: (moment) => `Received on ${moment}`,
		refusedBecause: (reason) => `Refused because: ${reason}`,
		what: {
			text: 'Choose “Change”, correct the text and save again.',
			photo: 'Take this photo or file away; the rest then goes on.',
			rights:
				'You may not add this here (any more). Ask the process manager, or save it as a file.',
			again: 'Try again, or save it as a file and ask the administrator.',
		},
		noConsent: 'A photo does not say yet whether people can be recognised.',
		unsure: 'This may have arrived already. The phone asks as soon as there is a network.',
		change: 'Change',
		remove: 'Throw away',
		undo: 'Put back',
		again: 'Try again',
		removePhoto: 'Take the photo away',
		fresh: 'The form is in use: first save what stands there.',
		drafts: 'Not saved yet',
		draftLine: (at) => `begun or changed ${at}`,
		goOn: 'Go on',
		kinds: {
			observation: 'Observation',
			conversation: 'Conversation',
			photo: 'Photo',
			signal: 'Signal',
			walk: 'Neighbourhood walk',
			logbook: 'Logbook',
			other: 'Item',
		},
		justNow: 'just now',
		minutesAgo: (count) => (count === 1 ? '1 minute ago' : `${count} minutes ago`),
		hoursAgo: (count) => (count === 1 ? '1 hour ago' : `${count} hours ago`),
		daysAgo: (count) => (count === 1 ? '1 day ago' : `${count} days ago`),
		chooseTrajectory: 'Where are you?',
		chooseTrajectoryLead: 'Choose the area you record something in.',
		noTrajectories:
			'You do not take part anywhere yet. Ask the process manager to add your organisation.',
		install: 'Put the app on your home screen',
		installHint:
			'Then it opens within a second without a network. On an iPhone: tap Share and choose “Add to Home Screen”.',
		noNetworkTitle: 'No network',
		noNetworkLead: 'This page is not on the phone. Recording outdoors does work; it is sent later.',
		noNetworkKept: 'This works without a network',
	},
});
