import { messages } from './messages.ts';

/** What frameworks are used for beside each other: mappings, going over to another, two analyses, other views. */
export const frameworkUseTexts = messages({
	nl: {
		mapTitle: 'Thema’s koppelen',
		mapLead:
			'Zo hangen de thema’s van twee kaders samen. Daarlangs leest u twee analyses naast elkaar, en stapt een traject over.',
		mapFrom: 'Kader',
		mapTo: 'Naast kader',
		mapChoose: 'Toon de koppeling',
		relation: 'Verband',
		kinds: {
			same: 'hetzelfde als',
			broader: 'ruimer dan',
			narrower: 'deel van',
			related: 'verwant aan',
		},
		noRelation: 'heeft niets te maken met',
		by: {
			equal: 'zelfde thema in beide kaders',
			shipped: 'meegeleverd',
			people: 'door de gemeente gekoppeld',
		},
		noCounterpart: 'Geen tegenhanger',
		note: 'Toelichting',
		addPair: 'Koppel een thema',
		changePair: 'Koppeling wijzigen',
		otherTheme: 'Thema in het andere kader',
		theme: 'Thema',

		moveTitle: 'Ander kader',
		moveLead:
			'Een traject houdt de versie waarmee het begon. Overstappen kan als u dat wilt; u ziet eerst wat er gebeurt, en u kunt terug.',
		moveNow: (name: string, version: number) => `Dit traject gebruikt ${name}, versie ${version}.`,
		moveTo: 'Overstappen naar',
		movePreview: 'Bekijk wat er gebeurt',
		moveThemes: 'Waar alles komt te staan',
		moveStays: (count: number) =>
			count === 1 ? '1 thema blijft waar het is.' : `${count} thema’s blijven waar ze zijn.`,
		moveEntries: (count: number) => (count === 1 ? '1 regel' : `${count} regels`),
		movePlace: (theme: string, entries: string) => `${theme} (${entries}) komt te staan onder`,
		moveNowhere: 'Laat staan onder “Niet in dit kader”',
		moveNowhereLead:
			'Wat geen plek heeft, verdwijnt niet: het staat onderaan het invulschema, onder “Niet in dit kader”, met zijn oude thema erbij.',
		moveLostKinds: (kinds: string) =>
			`Het andere kader heeft geen kolom voor: ${kinds}. Die bevindingen houden hun soort en staan in een eigen kolom. U kunt ze daarna één voor één anders indelen.`,
		moveCriteria:
			'De criteria waarmee u weegt, veranderen niet mee: wat al gewogen is, blijft gelden.',
		moveIt: 'Stap over',
		moveEmpty: 'Er is nog niets ingevuld; er hoeft niets te verhuizen.',
		moved: 'Het traject gebruikt nu het andere kader.',
		movedBack: 'Het traject gebruikt weer het vorige kader.',
		moveBack: 'Terug naar het vorige kader',
		moveBackLead: (name: string, when: string) =>
			`Op ${when} stapte dit traject over van ${name}. Terug kan: wat verhuisde gaat terug naar zijn plek, wat er sindsdien bij kwam blijft staan.`,
		moveBackQuestion:
			'Alles wat bij het overstappen verhuisde, gaat terug naar het thema waar het stond.',
		moveBackConfirm: 'Ja, terug',

		besideTitle: 'Twee analyses naast elkaar',
		besideLead:
			'Per thema wat hier staat en wat in het andere traject staat, langs de koppeling van de twee kaders.',
		besideChoose: 'Naast welk traject?',
		besideShow: 'Leg naast elkaar',
		besideNone:
			'Er is geen ander traject dat u mag lezen. Zodra er een tweede is, leest u de analyses hier naast elkaar.',
		besideNothing: 'Niets onder dit thema',
		besideOnlyHere: 'Alleen in dit traject',
		besideOnlyThere: 'Alleen in het andere traject',
		besideBothEmpty: 'In beide nog leeg',
		besideMapping: 'Zo zijn de thema’s gekoppeld',
		besideSame: (name: string) => `Beide trajecten gebruiken ${name}.`,
		besideDifferent: (here: string, there: string) =>
			`Dit traject gebruikt ${here}, het andere ${there}.`,

		viewBy: 'Bekijk volgens',
		viewFramework: 'Het kader',
		viewTitle: (name: string) => `Volgens ${name}`,
		viewNowhere: 'Hoort nergens bij',
		viewNowhereLead: 'Bevindingen onder thema’s die in deze indeling geen plek hebben.',
		viewEmpty: 'Nog niets.',
		viewWhy: 'Waarom staat dit hier?',
		viewOwn: 'Zo ingedeeld door de gemeente.',
		viewUnknown: 'Over dit thema zegt de indeling niets.',
		viewNone: 'Er zijn nog geen bevindingen om anders in te delen.',
	},
	en: {
		mapTitle: 'Map themes',
		mapLead:
			'How the themes of two frameworks relate. Along this you read two analyses side by side, and a trajectory goes over.',
		mapFrom: 'Framework',
		mapTo: 'Beside framework',
		mapChoose: 'Show the mapping',
		relation: 'Relation',
		kinds: {
			same: 'the same as',
			broader: 'broader than',
			narrower: 'part of',
			related: 'related to',
		},
		noRelation: 'has nothing to do with',
		by: {
			equal: 'the same theme in both frameworks',
			shipped: 'with the program',
			people: 'mapped by the municipality',
		},
		noCounterpart: 'No counterpart',
		note: 'Explanation',
		addPair: 'Map a theme',
		changePair: 'Change the mapping',
		otherTheme: 'Theme in the other framework',
		theme: 'Theme',

		moveTitle: 'Another framework',
		moveLead:
			'A trajectory keeps the version it began with. It can go over if you want; you see first what happens, and you can go back.',
		moveNow: (name, version) => `This trajectory uses ${name}, version ${version}.`,
		moveTo: 'Go over to',
		movePreview: 'See what happens',
		moveThemes: 'Where everything goes',
		moveStays: (count) =>
			count === 1 ? '1 theme stays where it is.' : `${count} themes stay where they are.`,
		moveEntries: (count) => (count === 1 ? '1 line' : `${count} lines`),
		movePlace: (theme, entries) => `${theme} (${entries}) goes under`,
		moveNowhere: 'Leave it under “Not in this framework”',
		moveNowhereLead:
			'What has no place does not disappear: it stands at the bottom of the form, under “Not in this framework”, with its old theme.',
		moveLostKinds: (kinds) =>
			`The other framework has no column for: ${kinds}. Those findings keep their kind and stand in a column of their own. You can place them otherwise one by one afterwards.`,
		moveCriteria: 'The criteria you weigh by do not change along: what was weighed stays valid.',
		moveIt: 'Go over',
		moveEmpty: 'Nothing was filled in yet; nothing has to move.',
		moved: 'The trajectory uses the other framework now.',
		movedBack: 'The trajectory uses the former framework again.',
		moveBack: 'Back to the former framework',
		moveBackLead: (name, when) =>
			`On ${when} this trajectory went over from ${name}. It can go back: what moved returns to its place, what was added since stays.`,
		moveBackQuestion: 'Everything that moved when going over returns to the theme where it stood.',
		moveBackConfirm: 'Yes, back',

		besideTitle: 'Two analyses side by side',
		besideLead:
			'By theme what stands here and what stands in the other trajectory, along the mapping of the two frameworks.',
		besideChoose: 'Beside which trajectory?',
		besideShow: 'Lay side by side',
		besideNone:
			'There is no other trajectory that you may read. As soon as there is one, you read the analyses side by side here.',
		besideNothing: 'Nothing under this theme',
		besideOnlyHere: 'In this trajectory only',
		besideOnlyThere: 'In the other trajectory only',
		besideBothEmpty: 'Empty in both so far',
		besideMapping: 'How the themes were mapped',
		besideSame: (name) => `Both trajectories use ${name}.`,
		besideDifferent: (here, there) => `This trajectory uses ${here}, the other one ${there}.`,

		viewBy: 'View by',
		viewFramework: 'The framework',
		viewTitle: (name) => `By ${name}`,
		viewNowhere: 'Belongs nowhere',
		viewNowhereLead: 'Findings under themes that have no place in this view.',
		viewEmpty: 'Nothing yet.',
		viewWhy: 'Why does this stand here?',
		viewOwn: 'Placed here by the municipality.',
		viewUnknown: 'The view says nothing about this theme.',
		viewNone: 'There are no findings yet to group otherwise.',
	},
});
