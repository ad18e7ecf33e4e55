import { messages } from './messages.ts';

/** Second reading: what waits, and who reads. */
export const secondReadingTexts = messages({
	nl: {
		title: 'Tweede lezer',
		lead: 'Wat over een kwetsbare groep gaat, leest eerst iemand anders dan wie het schreef. Tot die tijd ziet alleen de eigen organisatie het.',
		emptyTitle: 'Er wacht niets',
		emptyText:
			'Hier komt wat over een kwetsbare groep gaat en gedeeld moet worden, zoals mensen met een verslaving, met dementie of zonder huis. Wie schrijft, zet een vinkje; woorden in de tekst tellen ook.',
		look: 'Let op drie dingen: kan iemand zich of een ander herkennen, staat er een oordeel in, en kan een groep hier last van krijgen?',
		marked: 'Aangevinkt door wie het schreef',
		words: 'Gevonden aan woorden in de tekst',
		groups: (names: string) => `Gaat misschien over: ${names}`,
		wish: { participants: 'Bedoeld voor wie meedoet', public: 'Bedoeld voor iedereen' },
		own: 'Dit schreef u zelf. Een ander moet het lezen.',
		release: 'Vrijgeven',
		remark: 'Opmerking voor wie het schreef',
		keep: 'Vraag om aanpassing',
		keepRemark: 'Wat moet er anders, en waarom?',
		keepConfirm: 'Terug naar wie het schreef',
		released:
			'Vrijgegeven. Het is nu te zien voor wie het bedoeld was. Wie het schreef, krijgt bericht.',
		kept: 'Het blijft binnen de organisatie. Wie het schreef, krijgt bericht en ziet uw opmerking.',
		readers: 'Wie lezen mee',
		readersLead: 'Wie het traject leidt leest mee. Daarnaast:',
		noReaders: 'Er is verder niemand aangewezen.',
		name: 'Wijs een tweede lezer aan',
		nameDo: 'Aanwijzen',
		end: 'Niet meer',
		named: 'Aangewezen.',
		ended: 'Deze persoon leest niet meer mee.',
		waits: (count: number) =>
			count === 1
				? '1 bron wacht op een tweede lezer'
				: `${count} bronnen wachten op een tweede lezer`,
		keptTitle: 'De tweede lezer vraagt om een aanpassing',
		keptHow: 'Pas de tekst aan en kies daarna opnieuw wie het mag zien.',
		releasedTitle: 'Opmerking van de tweede lezer',
		waitsTitle: 'Wacht op een tweede lezer',
		waitsText:
			'Dit gaat over een kwetsbare groep. Tot iemand anders het heeft gelezen, ziet alleen uw eigen organisatie het.',
		erasedTitle: 'Deze bron is gewist',
		erasedText:
			'De tekst, vorige versies en bestanden zijn weg. Dit kan niet ongedaan worden gemaakt.',
	},
	en: {
		title: 'Second reader',
		lead: 'What is about a vulnerable group is first read by somebody other than its author. Until then only its own organisation sees it.',
		emptyTitle: 'Nothing waits',
		emptyText:
			'Here comes what is about a vulnerable group and is to be shared, such as people with an addiction, with dementia or without a home. The author ticks a box; words in the text count as well.',
		look: 'Mind three things: can anybody recognise themselves or another, does it hold a judgement, and could a group suffer from it?',
		marked: 'Ticked by its author',
		words: 'Found by words in the text',
		groups: (names) => `Perhaps about: ${names}`,
		wish: { participants: 'Meant for whoever takes part', public: 'Meant for everyone' },
		own: 'You wrote this yourself. Somebody else has to read it.',
		release: 'Release',
		remark: 'Remark for its author',
		keep: 'Ask for a change',
		keepRemark: 'What has to be different, and why?',
		keepConfirm: 'Back to whoever wrote it',
		released: 'Released. It now shows to whom it was meant for. Its author gets word.',
		kept: 'It stays within the organisation. Its author gets word and sees your remark.',
		readers: 'Who reads along',
		readersLead: 'Whoever leads the trajectory reads along. Besides:',
		noReaders: 'Nobody else was named.',
		name: 'Name a second reader',
		nameDo: 'Name',
		end: 'No longer',
		named: 'Named.',
		ended: 'This person no longer reads along.',
		waits: (count) =>
			count === 1
				? '1 source waits for a second reader'
				: `${count} sources wait for a second reader`,
		keptTitle: 'The second reader asks for a change',
		keptHow: 'Change the text and then choose again who may see it.',
		releasedTitle: 'Remark of the second reader',
		waitsTitle: 'Waits for a second reader',
		waitsText:
			'This is about a vulnerable group. Until somebody else has read it, only your own organisation sees it.',
		erasedTitle: 'This source was erased',
		erasedText: 'The text, former versions and files are gone. This cannot be undone.',
	},
});

/** Periods and what was removed. */
export const retentionTexts = messages({
	nl: {
		title: 'Bewaren en wissen',
		menu: 'Bewaren en wissen',
		lead: 'Hoe lang wat bewaard blijft, en wat er is gewist. Elke nacht wist het programma wat voorbij de termijn is.',
		periods: 'Termijnen',
		kind: 'Soort',
		period: 'Termijn',
		froms: {
			added: 'het is ingebracht',
			withdrawn: 'het is ingetrokken',
			replaced: 'er een nieuwe versie kwam',
			ended: 'ze afliepen',
			done: 'het gebeurde',
		},
		after: (period: string, what: string) => `${period} nadat ${what}`,
		months: (months: number) =>
			months % 12 === 0 ? `${months / 12} jaar` : months === 1 ? '1 maand' : `${months} maanden`,
		own: 'zelf gekozen',
		reasonIs: (reason: string) => `Reden: ${reason}`,
		fixed:
			'Verzonden post gaat na 30 dagen weg. Bevindingen, agenda, plan en besluiten wist het programma niet: dat zijn stukken van de gemeente, en daarvoor geldt de Archiefwet. Cijfers gaan niet over personen.',
		change: 'Termijn veranderen',
		which: 'Van welke soort?',
		howMany: 'Aantal maanden',
		howManyHint: 'Van 1 tot 240 (20 jaar).',
		reason: 'Waarom?',
		reasonHint: 'Bijvoorbeeld: het besluit waarin dit staat.',
		save: 'Termijn opslaan',
		warning:
			'Maakt u een termijn korter? Dan wist het programma komende nacht wat daardoor te oud is. Dat kan niet ongedaan worden gemaakt.',
		saved: 'De termijn is veranderd.',
		now: 'Nu wissen wat te oud is',
		nowQuestion: 'Wat voorbij zijn termijn is, wordt gewist en is dan voorgoed weg.',
		nowConfirm: 'Ja, wis het nu',
		done: 'Klaar. Wat er is gewist staat hieronder.',
		log: 'Wat er is gewist',
		logEmpty: 'Er is nog niets gewist.',
		logHint: 'Alleen aantallen, nooit wat er stond.',
		when: 'Wanneer',
		count: 'Aantal',
		cause: 'Waarom',
		causes: { period: 'termijn voorbij', request: 'op verzoek' },
		requestTitle: 'Iemand vraagt om iets te wissen',
		requestText:
			'Zoek de bron op en kopieer het adres of het nummer uit het adres. Wissen haalt de tekst weg met alle vorige versies en bestanden, ook uit vastgelegde verslagen. Wat op de bron rust, zegt daarna “bron ingetrokken”.',
		source: 'Adres of nummer van de bron',
		version: 'Versie',
		help: 'Waar mensen terecht kunnen',
		helpLead:
			'Gaat iets over één persoon, dan zegt het programma waar u terecht kunt. Landelijke nummers staan er al. Voeg toe wat er in uw gemeente is, zoals het wijkteam of een meldpunt.',
		helpName: 'Naam',
		helpPurpose: 'Waarvoor?',
		helpPhone: 'Telefoonnummer',
		helpAdd: 'Toevoegen',
		helpAdded: 'Toegevoegd.',
		helpRemove: 'Van de lijst halen',
		helpRemoved: 'Van de lijst gehaald.',
		helpRestore: 'Terugzetten',
		helpRestored: 'Teruggezet.',
		helpNone: 'Er is nog niets van uw gemeente toegevoegd.',
		helpGone: 'Eerder op de lijst',
	},
	en: {
		title: 'Keeping and erasing',
		menu: 'Keeping and erasing',
		lead: 'How long what is kept, and what was erased. Every night the program erases what is past its period.',
		periods: 'Periods',
		kind: 'Kind',
		period: 'Period',
		froms: {
			added: 'it was brought in',
			withdrawn: 'it was withdrawn',
			replaced: 'a new version came',
			ended: 'they ended',
			done: 'it happened',
		},
		after: (period, what) => `${period} after ${what}`,
		months: (months) =>
			months === 12
				? '1 year'
				: months % 12 === 0
					? `${months / 12} years`
					: months === 1
						? '1 month'
						: `${months} months`,
		own: 'chosen here',
		reasonIs: (reason) => `Reason: ${reason}`,
		fixed:
			'Mail that was sent goes after 30 days. Findings, agenda, plan and decisions are not erased by the program: they are records of the municipality, under the Archives Act. Figures are not about persons.',
		change: 'Change a period',
		which: 'Of which kind?',
		howMany: 'Number of months',
		howManyHint: 'From 1 to 240 (20 years).',
		reason: 'Why?',
		reasonHint: 'For instance: the decision that says so.',
		save: 'Save the period',
		warning:
			'Making a period shorter? Then the program erases next night what has become too old. That cannot be undone.',
		saved: 'The period was changed.',
		now: 'Erase now what is too old',
		nowQuestion: 'What is past its period is erased and is then gone for good.',
		nowConfirm: 'Yes, erase it now',
		done: 'Done. What was erased stands below.',
		log: 'What was erased',
		logEmpty: 'Nothing was erased yet.',
		logHint: 'Numbers only, never what it said.',
		when: 'When',
		count: 'Number',
		cause: 'Why',
		causes: { period: 'period over', request: 'on request' },
		requestTitle: 'Somebody asks to have something erased',
		requestText:
			'Find the source and copy its address, or the number in its address. Erasing removes the text with all former versions and files, from frozen reports as well. What rests on the source then says “source withdrawn”.',
		source: 'Address or number of the source',
		version: 'Version',
		help: 'Where people can turn',
		helpLead:
			'When something is about one person, the program says where to turn. National numbers are there already. Add what there is in your municipality, such as the neighbourhood team or a helpdesk.',
		helpName: 'Name',
		helpPurpose: 'What for?',
		helpPhone: 'Telephone number',
		helpAdd: 'Add',
		helpAdded: 'Added.',
		helpRemove: 'Take off the list',
		helpRemoved: 'Taken off the list.',
		helpRestore: 'Put back',
		helpRestored: 'Put back.',
		helpNone: 'Nothing of your municipality was added yet.',
		helpGone: 'On the list before',
	},
});

/** What somebody handed in. */
export const contributionTexts = messages({
	nl: {
		title: 'Mijn inbreng',
		lead: 'Alles wat u zelf inbracht, in elk traject. U kunt het terugnemen of laten wissen.',
		emptyTitle: 'U heeft nog niets ingebracht',
		emptyText:
			'Hier komt wat u in de wijk zag en hoorde, en wat u aan documenten inbracht. Begin bij Leefwereld in een traject.',
		toTrajectories: 'Naar de trajecten',
		uses: (count: number) =>
			count === 0
				? 'Nog niet gebruikt'
				: count === 1
					? 'Onder 1 bevinding'
					: `Onder ${count} bevindingen`,
		takenBack: 'Teruggenomen',
		erased: 'Gewist',
		waits: 'Wacht op tweede lezer',
		keptInside: 'Graag aanpassen',
		askedToChange: (date: string) =>
			`Een tweede lezer las dit op ${date} en vraagt u om het aan te passen. Tot die tijd ziet alleen uw eigen organisatie het.`,
		readAndShared: (date: string) => `Een tweede lezer las dit op ${date} en gaf het vrij.`,
		manage: 'Terugnemen of wissen',
		takeBack: 'Terugnemen',
		takeBackHint:
			'Wat erop rust, zegt dan “bron ingetrokken”. De tekst blijft nog bewaard; u kunt het op de pagina van de bron terugzetten.',
		reason: 'Reden',
		erase: 'Wissen',
		eraseHint:
			'De tekst, vorige versies en foto’s gaan voorgoed weg, ook uit vastgelegde verslagen. Wat erop rust, zegt dan “bron ingetrokken”.',
		sure: 'Ik weet het zeker: dit kan niet ongedaan worden gemaakt',
		eraseDo: 'Wis het voorgoed',
		wasTakenBack: 'Teruggenomen. Wat erop rust, zegt nu “bron ingetrokken”.',
		wasErased: 'Gewist. De tekst staat nergens meer.',
	},
	en: {
		title: 'My contributions',
		lead: 'Everything you brought in yourself, in every trajectory. You can take it back or have it erased.',
		emptyTitle: 'You have brought nothing in yet',
		emptyText:
			'Here comes what you saw and heard in the neighbourhood, and documents you brought in. Begin at Lived world in a trajectory.',
		toTrajectories: 'To the trajectories',
		uses: (count) =>
			count === 0 ? 'Not used yet' : count === 1 ? 'Under 1 finding' : `Under ${count} findings`,
		takenBack: 'Taken back',
		erased: 'Erased',
		waits: 'Waits for a second reader',
		keptInside: 'Please change',
		askedToChange: (date) =>
			`A second reader read this on ${date} and asks you to change it. Until then only your own organisation sees it.`,
		readAndShared: (date) => `A second reader read this on ${date} and released it.`,
		manage: 'Take back or erase',
		takeBack: 'Take back',
		takeBackHint:
			'What rests on it then says “source withdrawn”. The text is still kept; you can put it back on the page of the source.',
		reason: 'Reason',
		erase: 'Erase',
		eraseHint:
			'The text, former versions and photos go for good, from frozen reports as well. What rests on it then says “source withdrawn”.',
		sure: 'I am sure: this cannot be undone',
		eraseDo: 'Erase it for good',
		wasTakenBack: 'Taken back. What rests on it now says “source withdrawn”.',
		wasErased: 'Erased. The text stands nowhere any more.',
	},
});
