import { messages } from './messages.ts';

/** The home page of a trajectory. */
export const overviewTexts = messages({
	nl: {
		lead: 'Wat we weten, wat we afspraken en wat nu helpt.',
		publicLead:
			'Wat er in deze wijk speelt en wat de partijen samen doen. U leest wat openbaar is gemaakt.',
		addObservation: 'Noteer wat u ziet',
		addConversation: 'Noteer een gesprek',
		now: 'Wat nu?',
		nowHint: 'Voorstellen, geen opdrachten. U kiest zelf wat nu past.',
		nothingNow: 'Er is nu niets dat opvalt. Ga gerust nog eens kijken en praten in de wijk.',
		more: (count: number) => (count === 1 ? 'Nog 1 voorstel' : `Nog ${count} voorstellen`),
		atTable: 'Aan tafel',
		changeTable: 'Deelnemers bekijken',
		moments: 'Momenten',
		noMoments: 'Er is nog geen planning.',
		changeMoments: 'Planning bekijken',
		doneOn: 'klaar',
		known: 'Wat we al weten',
		risks: { one: 'risicofactor', other: 'risicofactoren' },
		protective: { one: 'beschermende factor', other: 'beschermende factoren' },
		signals: { one: 'signaal', other: 'signalen' },
		withoutSource: (count: number) => `${count} zonder bron`,
		from: (list: string) => `Uit ${list}.`,
		nothingKnown: 'Nog niets. Dat geeft niet: ga eerst kijken en luisteren.',
		kinds: {
			figure: { one: 'cijfer', other: 'cijfers' },
			observation: { one: 'waarneming', other: 'waarnemingen' },
			conversation: { one: 'gesprek', other: 'gesprekken' },
			document: { one: 'document', other: 'documenten' },
			meeting: { one: 'bijeenkomst', other: 'bijeenkomsten' },
			photo: { one: 'foto', other: 'foto’s' },
			walk: { one: 'wijkschouw', other: 'wijkschouwen' },
			signal: { one: 'signaal', other: 'signalen' },
			logbook: { one: 'logboekaantekening', other: 'logboekaantekeningen' },
			reaction: { one: 'reactie van een bewoner', other: 'reacties van bewoners' },
		},
		agendaCount: { one: 'agendapunt', other: 'agendapunten' },
		approachCount: { one: 'aanpak', other: 'aanpakken' },
		withPeople: 'Met de wijk',
		field: 'Op straat',
		fieldHint: 'Leg op uw telefoon vast wat u ziet en hoort, ook zonder netwerk.',
		signalList: 'Signalen',
		signalListHint: 'Wat mensen opvalt, en wat de kerngroep ermee doet.',
		meetings: 'Overleg van de kerngroep',
		meetingsHint: 'De agenda met signalen, en wat is afgesproken.',
		recognised: 'Wat bewoners herkennen',
		recognisedHint: 'Korte zinnen waar bewoners op reageren, en uw antwoord.',
		whole: 'Het geheel',
		report: 'Verslag',
		reportHint: 'Alles als één document, ook als PDF en Word.',
		threads: 'Alle draden',
		threadsHint: 'Van bron tot resultaat, en waar de draad nog los is.',
		goals: 'Waar dit om gaat',
		noGoals: 'De doelen zijn nog niet opgeschreven.',
		read: 'Lees verder',
		parts: {
			frame: 'Kader: doelen, deelnemers en planning',
			analysis: 'Analyse: wat er speelt, met de bronnen',
			agenda: 'Agenda: wat de partijen oppakken, en de besluiten',
			plan: 'Uitvoering: wie wat doet, en hoe het gaat',
			recognition: 'Herkent u dit? Zeg wat u vindt van wat we hoorden en zagen',
			signals: 'Een signaal doorgeven',
			threads: 'Gouden draad: waar de agenda op rust',
			report: 'Verslag: alles als één document',
		},
		what: 'Bewoners en organisaties zoeken samen uit wat er in de wijk speelt, wat het belangrijkst is en wat zij eraan doen. Hier kunt u dat volgen.',
		paused: 'Dit traject staat stil',
		ended: 'Dit traject is afgerond',
		step: {
			go_out: {
				text: 'Ga eerst de wijk in: kijk rond en praat met mensen.',
				more: 'Begin met wat er is en wat prettig is. Een formulier kan later.',
				link: 'Leg vast wat u zag of hoorde',
			},
			moment_soon: {
				text: (name: string, when: string) => `‘${name}’ loopt ${when} af.`,
				link: 'Bekijk de planning',
			},
			moment_passed: {
				text: (name: string, when: string) => `‘${name}’ zou ${when} klaar zijn.`,
				more: 'Is het klaar, of wordt het later? Allebei mag.',
				link: 'Werk de planning bij',
			},
			politics_soon: {
				text: (name: string, when: string) => `‘${name}’ is ${when}.`,
				more: 'Ligt het voorstel klaar?',
				link: 'Bekijk de kalender',
			},
			politics_passed: {
				text: (name: string, when: string) => `‘${name}’ was ${when}.`,
				more: 'Wat kwam eruit?',
				link: 'Werk de kalender bij',
			},
			untold: {
				text: 'Er is besloten. Wie iets inbracht, weet dat nog niet.',
				link: 'Laat het weten',
			},
			party_missing: {
				text: (names: string) => `Nog niet aan tafel: ${names}.`,
				link: 'Nodig iemand uit',
			},
			professionals_only: {
				text: (names: string) => `Over ${names} spraken we alleen met professionals.`,
				more: 'Wat zeggen bewoners zelf?',
				link: 'Leg een gesprek vast',
			},
			empty_themes: {
				text: (count: number, names: string) =>
					count === 1
						? `Eén thema is nog leeg: ${names}.`
						: `${count} thema’s zijn nog leeg: ${names}.`,
				link: 'Bekijk wat we niet weten',
			},
			needs_ours: {
				text: (count: number, first: string, late: number) =>
					[
						count === 1
							? `Uw organisatie zoekt dit uit: ${first}`
							: `Uw organisatie zoekt ${count} dingen uit. Het eerste: ${first}`,
						late > 0 ? `De afgesproken dag is${count > 1 ? ` bij ${late}` : ''} voorbij.` : '',
					]
						.filter(Boolean)
						.join(' '),
				link: 'Naar wat wij uitzoeken',
			},
			needs_due: {
				text: (count: number, first: string) =>
					count === 1
						? `Een vraag wacht op antwoord: ${first}`
						: `${count} vragen wachten op antwoord. De eerste: ${first}`,
				link: 'Naar de open vragen',
			},
			without_source: {
				text: (count: number) =>
					count === 1
						? '1 bevinding heeft nog geen bron.'
						: `${count} bevindingen hebben nog geen bron.`,
				more: 'Waar weten we dit van?',
				link: 'Zoek er een bron bij',
			},
			warnings: {
				text: (count: number) =>
					count === 1
						? 'Er is 1 vroege waarschuwing over dit gebied.'
						: `Er zijn ${count} vroege waarschuwingen over dit gebied.`,
				more: 'Cijfers die een reden zijn om te gaan kijken en vragen.',
				link: 'Bekijk ze',
			},
			not_weighed: {
				text: (count: number) =>
					count === 1
						? '1 bevinding is nog niet gewogen.'
						: `${count} bevindingen zijn nog niet gewogen.`,
				link: 'Naar de weging',
			},
			without_decision: {
				text: (count: number, names: string) =>
					count === 1
						? `Over één agendapunt is nog niets besloten: ${names}.`
						: `Over ${count} agendapunten is nog niets besloten: ${names}.`,
				link: 'Naar de agenda',
			},
			without_approach: {
				text: (count: number, names: string) =>
					count === 1
						? `Eén agendapunt heeft nog geen aanpak: ${names}.`
						: `${count} agendapunten hebben nog geen aanpak: ${names}.`,
				link: 'Naar het plan',
			},
			no_progress: {
				text: (count: number, names: string) =>
					count === 1
						? `Van één aanpak hoorden we lang niets: ${names}.`
						: `Van ${count} aanpakken hoorden we lang niets: ${names}.`,
				more: 'Ga kijken hoe het gaat.',
				link: 'Naar het plan',
			},
		},
		others: (count: number) => (count === 1 ? '1 ander' : `${count} andere`),
	},
	en: {
		lead: 'What we know, what we agreed and what would help now.',
		publicLead:
			'What goes on in this neighbourhood and what the parties do together. You read what was made public.',
		addObservation: 'Note what you see',
		addConversation: 'Note a conversation',
		now: 'What now?',
		nowHint: 'Suggestions, not orders. You choose what suits you now.',
		nothingNow: 'Nothing stands out now. Do go and have another look round and talk to people.',
		more: (count) => (count === 1 ? '1 more suggestion' : `${count} more suggestions`),
		atTable: 'At the table',
		changeTable: 'See the participants',
		moments: 'Moments',
		noMoments: 'There is no planning yet.',
		changeMoments: 'See the planning',
		doneOn: 'done',
		known: 'What we already know',
		risks: { one: 'risk factor', other: 'risk factors' },
		protective: { one: 'protective factor', other: 'protective factors' },
		signals: { one: 'signal', other: 'signals' },
		withoutSource: (count) => `${count} without a source`,
		from: (list) => `From ${list}.`,
		nothingKnown: 'Nothing yet. That is fine: look and listen first.',
		kinds: {
			figure: { one: 'figure', other: 'figures' },
			observation: { one: 'observation', other: 'observations' },
			conversation: { one: 'conversation', other: 'conversations' },
			document: { one: 'document', other: 'documents' },
			meeting: { one: 'meeting', other: 'meetings' },
			photo: { one: 'photo', other: 'photos' },
			walk: { one: 'neighbourhood walk', other: 'neighbourhood walks' },
			signal: { one: 'signal', other: 'signals' },
			logbook: { one: 'logbook note', other: 'logbook notes' },
			reaction: { one: 'reaction of a resident', other: 'reactions of residents' },
		},
		agendaCount: { one: 'agenda item', other: 'agenda items' },
		approachCount: { one: 'approach', other: 'approaches' },
		withPeople: 'With the neighbourhood',
		field: 'In the street',
		fieldHint: 'Note on your phone what you see and hear, also without a network.',
		signalList: 'Signals',
		signalListHint: 'What people notice, and what the core group does with it.',
		meetings: 'Meetings of the core group',
		meetingsHint: 'The agenda with signals, and what was agreed.',
		recognised: 'What residents recognise',
		recognisedHint: 'Short sentences that residents react to, and your answer.',
		whole: 'The whole',
		report: 'Report',
		reportHint: 'Everything as one document, also as PDF and Word.',
		threads: 'All threads',
		threadsHint: 'From source to result, and where the thread is still loose.',
		goals: 'What this is about',
		noGoals: 'The goals were not written down yet.',
		read: 'Read on',
		parts: {
			frame: 'Frame: goals, participants and planning',
			analysis: 'Analysis: what goes on, with the sources',
			agenda: 'Agenda: what the parties take up, and the decisions',
			plan: 'Execution: who does what, and how it goes',
			recognition: 'Do you recognise this? Say what you think of what we heard and saw',
			signals: 'Pass on a signal',
			threads: 'Golden thread: what the agenda rests on',
			report: 'Report: everything as one document',
		},
		what: 'Residents and organisations find out together what goes on in the neighbourhood, what matters most and what they will do about it. You can follow it here.',
		paused: 'This trajectory is on pause',
		ended: 'This trajectory has ended',
		step: {
			go_out: {
				text: 'Go into the neighbourhood first: look round and talk to people.',
				more: 'Begin with what is there and what is pleasant. A form can wait.',
				link: 'Record what you saw or heard',
			},
			moment_soon: {
				text: (name, when) => `‘${name}’ ends ${when}.`,
				link: 'See the planning',
			},
			moment_passed: {
				text: (name, when) => `‘${name}’ was due ${when}.`,
				more: 'Is it done, or will it be later? Either is fine.',
				link: 'Update the planning',
			},
			politics_soon: {
				text: (name, when) => `‘${name}’ is ${when}.`,
				more: 'Is the proposal ready?',
				link: 'See the calendar',
			},
			politics_passed: {
				text: (name, when) => `‘${name}’ was ${when}.`,
				more: 'What came of it?',
				link: 'Update the calendar',
			},
			untold: {
				text: 'There is a decision. Those who contributed do not know yet.',
				link: 'Tell them',
			},
			party_missing: {
				text: (names) => `Not at the table yet: ${names}.`,
				link: 'Invite somebody',
			},
			professionals_only: {
				text: (names) => `About ${names} we have only heard from professionals.`,
				more: 'What do residents say themselves?',
				link: 'Record a conversation',
			},
			empty_themes: {
				text: (count, names) =>
					count === 1
						? `One theme is still empty: ${names}.`
						: `${count} themes are still empty: ${names}.`,
				link: 'See what we do not know',
			},
			needs_ours: {
				text: (count, first, late) =>
					[
						count === 1
							? `Your organisation finds this out: ${first}`
							: `Your organisation finds out ${count} things. The first: ${first}`,
						late > 0 ? `The agreed day has passed${count > 1 ? ` for ${late}` : ''}.` : '',
					]
						.filter(Boolean)
						.join(' '),
				link: 'To what we find out',
			},
			needs_due: {
				text: (count, first) =>
					count === 1
						? `A question is waiting for an answer: ${first}`
						: `${count} questions are waiting for an answer. The first: ${first}`,
				link: 'To the open questions',
			},
			without_source: {
				text: (count) =>
					count === 1 ? '1 finding has no source yet.' : `${count} findings have no source yet.`,
				more: 'How do we know this?',
				link: 'Find a source for it',
			},
			warnings: {
				text: (count) =>
					count === 1
						? 'There is 1 early warning about this area.'
						: `There are ${count} early warnings about this area.`,
				more: 'Figures that are a reason to go and look and ask.',
				link: 'See them',
			},
			not_weighed: {
				text: (count) =>
					count === 1
						? '1 finding was not weighed yet.'
						: `${count} findings were not weighed yet.`,
				link: 'To the weighing',
			},
			without_decision: {
				text: (count, names) =>
					count === 1
						? `Nothing was decided about one agenda item yet: ${names}.`
						: `Nothing was decided about ${count} agenda items yet: ${names}.`,
				link: 'To the agenda',
			},
			without_approach: {
				text: (count, names) =>
					count === 1
						? `One agenda item has no approach yet: ${names}.`
						: `${count} agenda items have no approach yet: ${names}.`,
				link: 'To the plan',
			},
			no_progress: {
				text: (count, names) =>
					count === 1
						? `One approach has had no news for a long time: ${names}.`
						: `${count} approaches have had no news for a long time: ${names}.`,
				more: 'Go and see how it is going.',
				link: 'To the plan',
			},
		},
		others: (count) => (count === 1 ? '1 other' : `${count} others`),
	},
});
