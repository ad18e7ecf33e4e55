import { messages } from './messages.ts';

/** The golden thread: its panel, and the page with all threads. */
export const threadTexts = messages({
	nl: {
		allTitle: 'Alle draden',
		allLead:
			'Waar de agenda op rust, welke bevindingen nergens toe leidden en wat nog geen bron heeft.',
		onAgenda: 'Waar de agendapunten op rusten',
		restsOn: 'Rust op',
		leadsTo: 'Leidt tot',
		restsOnNothing: 'Rust op geen bevinding.',
		because: (reason: string) => `Reden: ${reason}`,
		noSource: 'geen bron',
		sourcesOf: 'Bronnen',
		loose: 'Bevindingen zonder agendapunt',
		looseHint: 'Niet alles hoeft op de agenda. Zeg het wel terug aan wie het inbracht.',
		noLoose: 'Elke bevinding staat bij een agendapunt.',
		former: (title: string, reason: string) =>
			`Stond bij ‘${title}’, dat is ingetrokken. Reden: ${reason}`,
		sourceless: 'Bevindingen zonder bron',
		sourcelessHint: 'Waar weten we dit van? Ga kijken, vraag het na of zoek een cijfer.',
		noSourceless: 'Elke bevinding heeft een bron.',
		unasked: 'Aanpakken zonder agendapunt',
		emptyTitle: 'Er is nog geen draad',
		emptyText:
			'Hier ziet u straks per agendapunt op welke bevindingen en bronnen het rust, en wat ermee gebeurt.',
		emptyFirst: 'Ga eerst kijken en praten in de wijk',
		emptyRead: 'Er is nog niets te zien.',
		title: 'Gouden draad',
		lead: 'Waar dit vandaan komt, en wat ermee gebeurt.',
		evidence: 'Bron',
		findings: 'Bevinding',
		agendaItems: 'Agendapunt',
		approaches: 'Aanpak',
		results: 'Resultaat',
		here: 'U bent hier',
		withdrawn: 'ingetrokken',
		noEvidence: 'Hier is nog geen bron bij gezocht.',
		noFindings: 'Nog in geen bevinding gebruikt.',
		noFindingsBelow: 'Rust op geen bevinding.',
		noAgendaItems: 'Nog geen agendapunt.',
		noAgendaItemsBelow: 'Hoort bij geen agendapunt.',
		noApproaches: 'Nog geen aanpak.',
		beganWithSignal: 'Begon met een signaal',
		noResults: 'Nog geen resultaat.',
		noProgress: 'Nog geen bericht over de voortgang.',
		noTitle: 'Zonder titel',
		asked: (question: string) => `Antwoord op: ${question}`,
		answersThis: 'antwoord op deze vraag',
		contradictsOne: 'spreekt een van de bevindingen tegen',
		noDecision: 'nog geen besluit',
		hidden: {
			evidence: (count: number) =>
				count === 1 ? '1 bron die u niet mag zien' : `${count} bronnen die u niet mag zien`,
			findings: (count: number) =>
				count === 1
					? '1 bevinding die u niet mag zien'
					: `${count} bevindingen die u niet mag zien`,
			agendaItems: (count: number) =>
				count === 1
					? '1 agendapunt dat u niet mag zien'
					: `${count} agendapunten die u niet mag zien`,
		},
		also: (what: string) => `Rust ook op ${what}`,
		follows: (names: string) => `Volgt uit: ${names}`,
		target: (target: string) => `doel: ${target}`,
		decided: (body: string, date: string, outcome: string) => `${body}, ${date}: ${outcome}`,
		more: {
			evidence: (count: number) => (count === 1 ? 'Nog 1 bron' : `Nog ${count} bronnen`),
			findings: (count: number) => (count === 1 ? 'Nog 1 bevinding' : `Nog ${count} bevindingen`),
			agendaItems: (count: number) =>
				count === 1 ? 'Nog 1 agendapunt' : `Nog ${count} agendapunten`,
			approaches: (count: number) => (count === 1 ? 'Nog 1 aanpak' : `Nog ${count} aanpakken`),
		},
	},
	en: {
		allTitle: 'All threads',
		allLead: 'What the agenda rests on, which findings came to nothing and what has no source yet.',
		onAgenda: 'What the agenda items rest on',
		restsOn: 'Rests on',
		leadsTo: 'Leads to',
		restsOnNothing: 'Rests on no finding.',
		because: (reason) => `Reason: ${reason}`,
		noSource: 'no source',
		sourcesOf: 'Sources',
		loose: 'Findings without an agenda item',
		looseHint: 'Not everything has to be on the agenda. Do tell whoever brought it.',
		noLoose: 'Every finding stands with an agenda item.',
		former: (title, reason) => `Stood with ‘${title}’, which was withdrawn. Reason: ${reason}`,
		sourceless: 'Findings without a source',
		sourcelessHint: 'How do we know this? Go and look, ask, or find a figure.',
		noSourceless: 'Every finding has a source.',
		unasked: 'Approaches without an agenda item',
		emptyTitle: 'There is no thread yet',
		emptyText:
			'Here you will see for each agenda item on which findings and sources it rests, and what comes of it.',
		emptyFirst: 'Go out first: look and talk in the neighbourhood',
		emptyRead: 'There is nothing to see yet.',
		title: 'Golden thread',
		lead: 'Where this comes from, and what becomes of it.',
		evidence: 'Source',
		findings: 'Finding',
		agendaItems: 'Agenda item',
		approaches: 'Approach',
		results: 'Result',
		here: 'You are here',
		withdrawn: 'withdrawn',
		noEvidence: 'No source was sought for this yet.',
		noFindings: 'Not used in any finding yet.',
		noFindingsBelow: 'Rests on no finding.',
		noAgendaItems: 'No agenda item yet.',
		noAgendaItemsBelow: 'Belongs to no agenda item.',
		noApproaches: 'No approach yet.',
		beganWithSignal: 'Began with a signal',
		noResults: 'No result yet.',
		noProgress: 'No word of progress yet.',
		noTitle: 'Without title',
		asked: (question) => `Answers: ${question}`,
		answersThis: 'answers this question',
		contradictsOne: 'contradicts one of the findings',
		noDecision: 'no decision yet',
		hidden: {
			evidence: (count) =>
				count === 1 ? '1 source that you may not see' : `${count} sources that you may not see`,
			findings: (count) =>
				count === 1 ? '1 finding that you may not see' : `${count} findings that you may not see`,
			agendaItems: (count) =>
				count === 1
					? '1 agenda item that you may not see'
					: `${count} agenda items that you may not see`,
		},
		also: (what) => `Also rests on ${what}`,
		follows: (names) => `Follows from: ${names}`,
		target: (target) => `target: ${target}`,
		decided: (body, date, outcome) => `${body}, ${date}: ${outcome}`,
		more: {
			evidence: (count) => (count === 1 ? '1 more source' : `${count} more sources`),
			findings: (count) => (count === 1 ? '1 more finding' : `${count} more findings`),
			agendaItems: (count) => (count === 1 ? '1 more agenda item' : `${count} more agenda items`),
			approaches: (count) => (count === 1 ? '1 more approach' : `${count} more approaches`),
		},
	},
});
