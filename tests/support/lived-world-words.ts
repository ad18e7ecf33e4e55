/** What a made-up neighbourhood looks like; nobody said or saw any of this. */

export const places = [
	{
		name: 'Plein bij de winkels',
		kind: 'park-or-square',
		meaning: 'Het midden van de wijk: wie elkaar tegenkomt, komt elkaar hier tegen.',
		longitude: 5.9301,
		latitude: 51.9902,
	},
	{
		name: 'Speeltuin aan de rand',
		kind: 'playground',
		meaning: '',
		longitude: 5.9337,
		latitude: 51.9921,
	},
	{ name: 'Buurthuis', kind: 'community-centre', meaning: 'Koffie op dinsdag.' },
];

/** Visits over weeks, on several weekdays and times of day: enough for a picture of a place. */
export function observations() {
	const visits: [string, string, string, string, string[], number][] = [
		['2024-05-06', '10:15', 'quiet', 'pleasant', ['older-people'], 0],
		['2024-05-06', '15:40', 'busy', 'pleasant', ['children', 'families'], 0],
		['2024-05-08', '15:30', 'busy', 'neutral', ['children'], 0],
		['2024-05-10', '20:10', 'normal', 'unpleasant', ['youth'], 0],
		['2024-05-11', '14:00', 'busy', 'pleasant', ['mixed'], 0],
		['2024-05-14', '10:30', 'normal', 'pleasant', ['older-people', 'adults'], 0],
		['2024-05-17', '21:05', 'normal', 'neutral', ['youth'], 0],
		['2024-05-15', '16:00', 'busy', 'pleasant', ['children', 'families'], 1],
	];
	return visits.map(([happenedOn, happenedTime, busy, mood, who, spot], at) => ({
		spot,
		happenedOn,
		happenedTime,
		busy,
		mood,
		order: at % 3 ? 'ordinary' : 'neglected',
		who,
		activities: at % 2 ? 'Spelen, wachten op de bus' : 'Zitten en praten',
		seen: at % 2 ? 'Kinderen spelen, ouders staan: er is maar één bank.' : '',
		themes: ['ontmoeting'],
	}));
}

export const walk = {
	happenedOn: '2024-05-06',
	happenedTime: '15:00',
	route: 'Plein bij de winkels\nSpeeltuin aan de rand\nDe onderdoorgang',
	companions: { residents: 6, welfare: 2, municipality: 1 },
	attention: 'Waar kun je zitten, en waar niet?',
	summary: 'Overdag is het plein van ouderen, na drie uur van kinderen.',
	themes: ['ontmoeting', 'leefomgeving-wonen'],
};

export const vulnerable = {
	place: 'Buurthuis',
	seen: 'Mensen zonder woning slapen ’s nachts bij de achterdeur.',
	aboutVulnerable: true,
};

export const quote = 'Het plein is fijn, je komt er altijd iemand tegen.';

const answers = [
	{
		'living-here': 'Ik woon hier graag. De huizen zijn klein, de straten groen.',
		pleasant: `${quote} Alleen is er weinig licht.`,
		'less-pleasant': 'De hoek bij de garages. Daar loop ik om.',
		together: 'Men groet elkaar. Verder dan groeten gaat het meestal niet.',
	},
	{
		'living-here': 'Rustig, soms te rustig.',
		pleasant: 'De bomen, en dat alles dichtbij is.',
		together: 'Vroeger was er meer samen te doen.',
	},
];

export const conversations = [
	{ guide: 'resident', place: 'Buurthuis', answers: answers[0], channel: 'place' },
	{ guide: 'resident', place: 'Plein bij de winkels', answers: answers[1], channel: 'street' },
	{
		guide: 'passer-by',
		place: 'Plein bij de winkels',
		answers: { pleasant: 'De bakker, en de zon op het bankje.', reason: 'Boodschappen doen.' },
	},
	{
		guide: 'key-figure',
		speakerRole: 'teacher',
		answers: {
			pleasant: 'Ouders helpen graag mee als je ze vraagt.',
			'who-is-missed': 'Gezinnen die er net wonen; zij kennen de weg nog niet.',
		},
	},
	{
		guide: 'resident',
		stack: 'Koffieochtend',
		sheet: 1,
		enteredFrom: 'paper',
		place: 'Buurthuis',
		answers: { pleasant: 'De koffie, en dat er altijd iemand is.' },
	},
];

export const notes = [
	{
		text: 'Na drie keer kijken: de jongeren wachten hier op de bus, ze hangen niet rond.',
		themes: ['ontmoeting'],
		happenedOn: '2024-05-17',
	},
	{
		text: 'De koffieochtend trekt vooral mensen die er al kwamen. Nieuwe gezinnen zie ik er niet.',
		themes: ['activering'],
		happenedOn: '2024-05-14',
	},
];

const signal = { about: 'place', aboutOnePerson: 'no', heardFrom: 'seen' };

export const signals = [
	{
		...signal,
		place: 'De school',
		nature: 'problem',
		text: 'Fietsen staan voor de ingang van de school.',
		themes: ['leefomgeving-wonen'],
	},
	{ ...signal, place: 'Het bankje', nature: 'problem', text: 'De lamp bij het bankje is stuk.' },
	{
		...signal,
		about: 'pattern',
		place: '',
		nature: 'chance',
		heardFrom: 'residents',
		text: 'Op meer plekken willen bewoners samen een stukje groen onderhouden.',
		themes: ['vrijwilligerswerk'],
	},
];

export const post = {
	about: 'place',
	place: 'De onderdoorgang',
	text: 'In de onderdoorgang blijft na regen water staan.',
	aboutOnePerson: 'no',
};

export const heldMeeting = {
	heldOn: '2024-05-21',
	startsAt: '13:00',
	endsAt: '14:30',
	place: 'Buurthuis, zaal 2',
	otherPoints: 'Mededelingen\nDe zomer op het plein',
};

export const minutes = {
	othersPresent: 'Twee bewoners van de speeltuin',
	decisions: 'De koffieochtend begint voortaan een uur eerder.',
	notes: 'Het plein is het hele overleg de rode draad geweest.',
};

export const nextMeeting = { heldOn: '2099-06-18', startsAt: '13:00', place: 'Buurthuis, zaal 2' };

export const round = {
	introduction: 'Wij keken en luisterden een voorjaar lang in uw wijk.',
	introductionEn: 'We looked and listened in your neighbourhood for a spring.',
	opensOn: '2024-06-01',
};

export const sentences = [
	{
		theme: 'ontmoeting',
		text: 'Overdag is het plein van ouderen, na school van kinderen.',
		textEn: 'During the day the square belongs to older people, after school to children.',
	},
	{ theme: 'ontmoeting', text: 'Er is te weinig plek om te zitten.' },
	{ theme: 'leefomgeving-wonen', text: 'In de onderdoorgang is het ’s avonds donker.' },
];

export const reactions = [
	{ kind: 'recognise', remark: '' },
	{ kind: 'differs', remark: 'Er zijn drie banken, maar ze zijn stuk.' },
	{ kind: 'add', remark: 'De lamp aan de andere kant is ook stuk.' },
];
