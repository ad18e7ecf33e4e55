import { messages } from './messages.ts';

/** Meetings of the core group: their agenda, minutes and calendar file. */
export const meetingTexts = messages({
	nl: {
		title: 'Overleg van de kerngroep',
		lead: 'De agenda maakt zichzelf: alles wat nog open staat, komt op het volgende overleg.',
		next: 'Volgende overleg',
		noneNext: 'Er is nog geen overleg gepland',
		noneNextText:
			'Wat hieronder staat, komt op de agenda zodra u een overleg plant. Er valt niets weg.',
		plan: 'Overleg plannen',
		planned: 'Gepland',
		before: 'Eerdere overleggen',
		noneBefore: 'Er is nog geen overleg geweest.',
		agenda: 'Agenda',
		agendaNow: 'Nu op de agenda',
		emptyAgenda: 'Er staat niets open',
		emptyAgendaText:
			'Zodra iemand een signaal inbrengt, staat het hier. Loop een rondje door de wijk, of vraag wat mensen opvalt.',
		waiting: (count: number) =>
			count === 1
				? '1 signaal van een bewoner wacht nog tot iemand het bekijkt.'
				: `${count} signalen van bewoners wachten nog tot iemand ze bekijkt.`,
		look: 'Bekijk ze nu',
		comingBack: 'Terugkoppelen',
		comingBackHint: 'Wie zoekt iets uit, en wat kwam eruit?',
		fresh: 'Nieuw',
		freshHint: 'Nemen we dit op? Wie zoekt het uit?',
		settled: 'Vandaag afgerond',
		settledThen: 'Afgerond',
		otherPoints: 'Andere punten',
		otherPointsHint: 'Eén punt per regel.',
		calendar: 'In uw agenda zetten',
		allCalendar: 'Alle overleggen in uw agenda',
		heldOn: 'Datum',
		startsAt: 'Begint om',
		endsAt: 'Eindigt om',
		timeHint: 'Bijvoorbeeld 9:30.',
		place: 'Plaats',
		change: 'Datum, tijd of punten wijzigen',
		save: 'Opslaan',
		saved: 'Opgeslagen.',
		states: { planned: 'Gepland', closed: 'Afgerond', dropped: 'Gaat niet door' },
		drop: 'Gaat niet door',
		dropReason: 'Waarom gaat het niet door?',
		resume: 'Gaat toch door',
		meetingOf: (date: string) => `Overleg van ${date}`,
		present: 'Aanwezig',
		presentHint: 'Welke organisaties zijn er?',
		othersPresent: 'Wie waren er nog meer?',
		othersHint: 'Rollen, geen namen. Bijvoorbeeld: twee bewoners, een stagiair.',
		decisions: 'Andere besluiten',
		decisionsHint:
			'Eén besluit per regel. Wat u bij een signaal besluit, komt vanzelf in het verslag.',
		notes: 'Aantekeningen',
		minute: 'Aanwezigheid en verslag',
		minuteSave: 'Verslag opslaan',
		close: 'Overleg afronden',
		closeText: (open: number) =>
			open === 0
				? 'Alles is besproken.'
				: open === 1
					? 'Over 1 signaal is niets gezegd. Het gaat mee naar het volgende overleg.'
					: `Over ${open} signalen is niets gezegd. Ze gaan mee naar het volgende overleg.`,
		closed: 'Het overleg is afgerond.',
		reopen: 'Toch weer openen',
		reopenText:
			'Te vroeg afgerond? Zolang het verslag niet verstuurd is, kan het overleg weer open.',
		tell: 'Verslag versturen',
		tellLead: 'Nog niet verstuurd.',
		tellCounts: (participants: number, makers: number) =>
			`${participants === 1 ? '1 deelnemer krijgt' : `${participants} deelnemers krijgen`} het verslag met de datum van het volgende overleg. ${
				makers === 1
					? '1 persoon die een signaal inbracht, hoort'
					: `${makers} mensen die een signaal inbrachten, horen`
			} wat ermee gebeurt.`,
		unwilling: (count: number) =>
			count === 1
				? '1 persoon wil geen berichten; die leest het hier.'
				: `${count} personen willen geen berichten; zij lezen het hier.`,
		unheard: 'Vertel dit zelf: wie deze signalen inbracht, is niet meer per mail te bereiken.',
		told: (date: string, count: number) =>
			`Verstuurd op ${date} aan ${count === 1 ? '1 persoon' : `${count} personen`}.`,
		tooOld: 'Dit overleg is te lang geleden om er nog een bericht over te sturen.',
		minutes: 'Verslag',
		minutesTitle: (area: string, date: string) => `Verslag kerngroep ${area}, ${date}`,
		signals: 'Signalen',
		noSignals: 'Er is geen signaal besproken.',
		hiddenSignal: 'Een signaal dat nu alleen de eigen organisatie kan lezen.',
		carriedOverCount: (count: number) =>
			count === 1
				? '1 signaal gaat mee naar het volgende overleg.'
				: `${count} signalen gaan mee naar het volgende overleg.`,
		nobodyNoted: 'niet genoteerd',
		nextIs: (text: string) => `Volgende overleg: ${text}.`,
		noNext: 'Er is nog geen volgend overleg gepland.',
		atTime: (time: string) => `${time} uur`,
		readOn: 'Lees verder:',
		withoutPlace: 'uw signaal',
		steps: {
			looking: 'Wordt uitgezocht',
			reported: 'Teruggekoppeld',
			project: 'Wordt een project',
			passed_on: 'Wordt doorgegeven',
			enough: 'Is genoeg zo',
			not_taken_up: 'Nemen we niet op',
			reopened: 'Weer geopend',
			carried_over: 'Mee naar het volgende overleg',
		},
		decide: 'Wat spreken we af?',
		decideHints: {
			looking: 'Iemand gaat het na en vertelt het de volgende keer.',
			project: 'Iemand trekt het; het kan ook in het wijkplan.',
			passed_on: 'Een ander pakt dit op. Schrijf hieronder wie, en waarom.',
			enough: 'Er is gedaan wat nodig was. Schrijf hieronder waarom.',
			not_taken_up: 'Schrijf hieronder waarom; wie het inbracht, leest dat.',
		},
		again: 'Verder uitzoeken',
		why: 'Toelichting',
		whyHint: 'Wie het signaal inbracht, leest dit ook.',
		who: 'Wie doet dit?',
		chooseWho: 'Kies een deelnemer',
		approach: 'Staat het al in het wijkplan?',
		noApproach: 'Nog niet',
		intoPlan: 'Meteen in het wijkplan zetten',
		intoPlanHint:
			'Alleen als het een project wordt. Kies een aanpak die er al is, of begin een nieuwe; die vult u later aan. Wie het wijkplan leest en hier meedoet, ziet van welk signaal de aanpak komt.',
		approachTitle: 'Nieuwe aanpak: hoe heet die?',
		agendaItem: 'Bij welk agendapunt hoort de nieuwe aanpak?',
		chooseItem: 'Kies een agendapunt',
		decideSave: 'Vastleggen',
		report: 'Terugkoppelen',
		reportText: 'Wat kwam eruit?',
		reportSave: 'Terugkoppeling opslaan',
		carriedTimes: (count: number) => `${count} keer doorgeschoven`,
		by: (organisation: string) => `Ingebracht door ${organisation}`,
		byResident: 'Ingebracht door een bewoner',
		lookedIntoBy: (who: string) => `Uitgezocht door ${who}`,
		openSignal: 'Hele verloop',
		print: 'Afdrukken',
		eventTitle: (area: string) => `Kerngroep ${area}`,
		eventText: 'Overleg van de kerngroep. De agenda staat in Wijkagenda.',
		calendarName: (area: string) => `Kerngroep ${area}`,
		fileName: (area: string) => `overleg-${area}`,
	},
	en: {
		title: 'Meetings of the core group',
		lead: 'The agenda makes itself: whatever is still open stands on the next meeting.',
		next: 'Next meeting',
		noneNext: 'No meeting is planned yet',
		noneNextText:
			'What stands below is on the agenda as soon as you plan a meeting. Nothing gets lost.',
		plan: 'Plan a meeting',
		planned: 'Planned',
		before: 'Earlier meetings',
		noneBefore: 'There has been no meeting yet.',
		agenda: 'Agenda',
		agendaNow: 'On the agenda now',
		emptyAgenda: 'Nothing is open',
		emptyAgendaText:
			'As soon as somebody hands in a signal, it stands here. Take a walk through the neighbourhood, or ask what people notice.',
		waiting: (count) =>
			count === 1
				? '1 signal of a resident is waiting for somebody to look at it.'
				: `${count} signals of residents are waiting for somebody to look at them.`,
		look: 'Look at them now',
		comingBack: 'Report back',
		comingBackHint: 'Who looks into what, and what did they find?',
		fresh: 'New',
		freshHint: 'Do we take this up? Who looks into it?',
		settled: 'Settled today',
		settledThen: 'Settled',
		otherPoints: 'Other points',
		otherPointsHint: 'One point a line.',
		calendar: 'Put it in your calendar',
		allCalendar: 'All meetings in your calendar',
		heldOn: 'Date',
		startsAt: 'Begins at',
		endsAt: 'Ends at',
		timeHint: 'For example 9:30.',
		place: 'Place',
		change: 'Change date, time or points',
		save: 'Save',
		saved: 'Saved.',
		states: { planned: 'Planned', closed: 'Closed', dropped: 'Called off' },
		drop: 'Does not take place',
		dropReason: 'Why does it not take place?',
		resume: 'Takes place after all',
		meetingOf: (date) => `Meeting of ${date}`,
		present: 'Present',
		presentHint: 'Which organisations are there?',
		othersPresent: 'Who else was there?',
		othersHint: 'Roles, no names. For example: two residents, a trainee.',
		decisions: 'Other decisions',
		decisionsHint:
			'One decision a line. What you decide about a signal gets into the minutes by itself.',
		notes: 'Notes',
		minute: 'Attendance and minutes',
		minuteSave: 'Save the minutes',
		close: 'Close the meeting',
		closeText: (open) =>
			open === 0
				? 'Everything was discussed.'
				: open === 1
					? 'Nothing was said about 1 signal. It goes to the next meeting.'
					: `Nothing was said about ${open} signals. They go to the next meeting.`,
		closed: 'The meeting is closed.',
		reopen: 'Open it again',
		reopenText:
			'Closed too early? As long as the minutes were not sent, the meeting can be opened again.',
		tell: 'Send the minutes',
		tellLead: 'Not sent yet.',
		tellCounts: (participants, makers) =>
			`${participants === 1 ? '1 participant gets' : `${participants} participants get`} the minutes with the date of the next meeting. ${
				makers === 1 ? '1 person' : `${makers} persons`
			} who handed a signal in will hear what becomes of it.`,
		unwilling: (count) =>
			count === 1
				? '1 person wants no messages and reads it here.'
				: `${count} persons want no messages and read it here.`,
		unheard:
			'Tell this yourself: whoever handed these signals in cannot be reached by mail any more.',
		told: (date, count) => `Sent on ${date} to ${count === 1 ? '1 person' : `${count} persons`}.`,
		tooOld: 'This meeting is too long ago to send a message about it.',
		minutes: 'Minutes',
		minutesTitle: (area, date) => `Minutes of the core group of ${area}, ${date}`,
		signals: 'Signals',
		noSignals: 'No signal was discussed.',
		hiddenSignal: 'A signal that only its own organisation can read now.',
		carriedOverCount: (count) =>
			count === 1
				? '1 signal goes to the next meeting.'
				: `${count} signals go to the next meeting.`,
		nobodyNoted: 'not noted',
		nextIs: (text) => `Next meeting: ${text}.`,
		noNext: 'No next meeting is planned yet.',
		atTime: (time) => time,
		readOn: 'Read on:',
		withoutPlace: 'your signal',
		steps: {
			looking: 'Is being looked into',
			reported: 'Reported back',
			project: 'Becomes a project',
			passed_on: 'Is passed on',
			enough: 'Is enough so',
			not_taken_up: 'We do not take this up',
			reopened: 'Opened again',
			carried_over: 'On to the next meeting',
		},
		decide: 'What do we agree?',
		decideHints: {
			looking: 'Somebody finds out and tells it next time.',
			project: 'Somebody leads it; it can go into the plan as well.',
			passed_on: 'Somebody else takes this on. Write below who, and why.',
			enough: 'What was needed was done. Write below why.',
			not_taken_up: 'Write below why; whoever handed it in reads that.',
		},
		again: 'Look into it further',
		why: 'Explanation',
		whyHint: 'Whoever handed the signal in reads this too.',
		who: 'Who does this?',
		chooseWho: 'Choose a participant',
		approach: 'Does it stand in the plan already?',
		noApproach: 'Not yet',
		intoPlan: 'Put it in the plan at once',
		intoPlanHint:
			'Only when it becomes a project. Choose an approach that is there, or begin a new one and fill it in later. Whoever reads the plan and takes part here sees which signal it came from.',
		approachTitle: 'New approach: what is it called?',
		agendaItem: 'Which agenda item does the new approach serve?',
		chooseItem: 'Choose an agenda item',
		decideSave: 'Record',
		report: 'Report back',
		reportText: 'What was found?',
		reportSave: 'Save the report',
		carriedTimes: (count) => `carried over ${count === 1 ? 'once' : `${count} times`}`,
		by: (organisation) => `Handed in by ${organisation}`,
		byResident: 'Handed in by a resident',
		lookedIntoBy: (who) => `Looked into by ${who}`,
		openSignal: 'Whole course',
		print: 'Print',
		eventTitle: (area) => `Core group ${area}`,
		eventText: 'Meeting of the core group. The agenda is in Wijkagenda.',
		calendarName: (area) => `Core group ${area}`,
		fileName: (area) => `meetings-${area}`,
	},
});
