import { messages } from './messages.ts';

/** From figure to form: a finding made of a figure, figures beside a theme, and newer figures. */
export const figureFormTexts = messages({
	nl: {
		make: 'Maak hier een bevinding van',
		makeOf: (what: string) => `Maak hier een bevinding van: ${what}`,
		title: 'Van cijfer naar bevinding',
		lead: 'Een cijfer is nog geen bevinding. Lees wat het zegt, bedenk wat het voor deze buurt betekent, en schrijf dat op.',
		figure: 'Wat het cijfer zegt',
		source: (publisher: string, table: string, year: number) =>
			`Bron: ${publisher}, tabel ${table}, grenzen van ${year}.`,
		kind: 'Wat is dit voor de buurt?',
		proposals: {
			favourable:
				'Het cijfer is hier gunstiger dan in de gebieden eromheen. Dat wijst eerder op een beschermende factor. Wat het hier is, bepaalt u.',
			unfavourable:
				'Het cijfer is hier minder gunstig dan in de gebieden eromheen. Dat wijst eerder op een risicofactor. Wat het hier is, bepaalt u.',
			alike:
				'Het cijfer verschilt weinig van dat in de gebieden eromheen. Het kan beide zijn: u bepaalt het.',
			unknown: 'Uit het cijfer zelf is niet te zien of het gunstig is. U bepaalt het.',
		},
		text: 'De bevinding',
		textHint:
			'De zin noemt het cijfer, de vergelijking en het jaar. Maak er uw eigen zin van: wat betekent dit hier, en voor wie?',
		themesFrom: 'De thema’s zijn een voorstel: daar gaat dit cijfer over.',
		already: 'Dit cijfer staat al bij de bronnen van dit traject. Het blijft één bron.',
		kept: 'Het cijfer blijft als bron bij de bevinding staan zoals het vandaag is, ook als de tabel later verandert.',
		save: 'Zet in het schema',
		whereTo: 'Naar welk traject?',
		whereLead: 'Kies het traject waarin u van dit cijfer een bevinding maakt.',
		nowhere: 'U werkt nog in geen enkel traject mee',
		nowhereText:
			'Een bevinding staat in het invulschema van een traject. Vraag de procesmanager om u als deelnemer op te nemen.',
		newer: 'Nieuwer cijfer beschikbaar',
		revised: 'De uitgever heeft dit cijfer aangepast.',
		laterYear: 'Er is een cijfer over een later jaar.',
		thisFigure: 'Dit staat hier',
		newerFigure: 'Nieuwer',
		boundariesOf: (year: number) => `Grenzen van ${year}.`,
		takeNewer: 'Neem het nieuwere over',
		keep: 'Houd dit cijfer',
		keepWhy: 'Waarom blijft dit cijfer staan?',
		keepHint:
			'Bijvoorbeeld: de bevinding gaat over dat jaar, of het gebied is sindsdien veranderd.',
		keepIt: 'Houd het zo',
		keptBy: (organisation: string) => `${organisation} hield dit cijfer:`,
		chooseAgain: 'Kies opnieuw',
		former: (count: number) =>
			count === 1 ? 'Wat hier eerder stond' : `Wat hier eerder stond (${count} keer)`,
		retrievedOn: (day: string) => `Opgehaald op ${day}.`,
		taken:
			'Het nieuwere cijfer staat er nu. Kijk of de zinnen van de bevindingen die erop rusten nog kloppen.',
		wasKept: 'Bewaard: dit cijfer blijft staan.',
		offered: 'U kunt opnieuw kiezen.',
		themeFigures: 'Cijfers',
		themeFiguresOf: (theme: string) => `Cijfers bij ${theme}`,
		hideThemeFigures: 'Verberg cijfers',
		hideThemeFiguresOf: (theme: string) => `Verberg cijfers bij ${theme}`,
		allThemes: 'Toon cijfers bij alle thema’s',
		noThemes: 'Verberg de cijfers',
		figuresAt: (theme: string) => `Cijfers bij het thema ${theme}`,
		figureColumn: 'Cijfer',
		comparable: 'Lijkt erop',
		course: 'Verloop',
		loading: 'Cijfers ophalen…',
		notLoaded: 'De cijfers konden niet worden opgehaald.',
		noArea: 'Over dit gebied zijn nog geen cijfers ingelezen.',
		toFigures: 'Naar de cijfers',
		noThemeFigures: 'Er zijn nog geen cijfers bij dit thema. Wat weet u hiervan uit de buurt?',
		allFigures: 'Alle cijfers van dit gebied',
		moreFigures: (count: number) =>
			count === 1 ? 'Nog 1 cijfer bij dit thema' : `Nog ${count} cijfers bij dit thema`,
		holdFor: (area: string) =>
			`De cijfers gaan over heel ${area}. Ze zeggen hoe vaak iets voorkomt, niet waarom.`,
		askMore: 'Maak van een cijfer een bevinding of bron om het antwoord hier te bewaren.',
	},
	en: {
		make: 'Make this a finding',
		makeOf: (what) => `Make this a finding: ${what}`,
		title: 'From figure to finding',
		lead: 'A figure is not a finding yet. Read what it says, think what it means for this neighbourhood, and write that down.',
		figure: 'What the figure says',
		source: (publisher, table, year) =>
			`Source: ${publisher}, table ${table}, boundaries of ${year}.`,
		kind: 'What is this for the neighbourhood?',
		proposals: {
			favourable:
				'The figure is more favourable here than in the areas around it. That points to a protective factor rather. What it is here is up to you.',
			unfavourable:
				'The figure is less favourable here than in the areas around it. That points to a risk factor rather. What it is here is up to you.',
			alike:
				'The figure differs little from that of the areas around it. It can be either: it is up to you.',
			unknown: 'The figure itself does not show whether it is favourable. It is up to you.',
		},
		text: 'The finding',
		textHint:
			'The sentence gives the figure, the comparison and the year. Make it your own: what does it mean here, and for whom?',
		themesFrom: 'The themes are a proposal: that is what this figure is about.',
		already: 'This figure is among the sources of this trajectory already. It stays one source.',
		kept: 'The figure stays with the finding as a source, as it is today, also when the table changes later.',
		save: 'Put into the form',
		whereTo: 'To which trajectory?',
		whereLead: 'Choose the trajectory in which you make a finding of this figure.',
		nowhere: 'You do not take part in any trajectory yet',
		nowhereText:
			'A finding stands in the analysis form of a trajectory. Ask the process manager to add you as a participant.',
		newer: 'Newer figure available',
		revised: 'The publisher changed this figure.',
		laterYear: 'There is a figure of a later year.',
		thisFigure: 'What stands here',
		newerFigure: 'Newer',
		boundariesOf: (year) => `Boundaries of ${year}.`,
		takeNewer: 'Take the newer one over',
		keep: 'Keep this figure',
		keepWhy: 'Why does this figure stay?',
		keepHint: 'For example: the finding is about that year, or the area has changed since.',
		keepIt: 'Keep it like this',
		keptBy: (organisation) => `${organisation} kept this figure:`,
		chooseAgain: 'Choose again',
		former: (count) =>
			count === 1 ? 'What stood here before' : `What stood here before (${count} times)`,
		retrievedOn: (day) => `Retrieved on ${day}.`,
		taken:
			'The newer figure is here now. See whether the sentences of the findings that rest on it still hold.',
		wasKept: 'Saved: this figure stays.',
		offered: 'You can choose again.',
		themeFigures: 'Figures',
		themeFiguresOf: (theme) => `Figures with ${theme}`,
		hideThemeFigures: 'Hide figures',
		hideThemeFiguresOf: (theme) => `Hide figures with ${theme}`,
		allThemes: 'Show figures with all themes',
		noThemes: 'Hide the figures',
		figuresAt: (theme) => `Figures with the theme ${theme}`,
		figureColumn: 'Figure',
		comparable: 'Alike',
		course: 'Course',
		loading: 'Fetching figures…',
		notLoaded: 'The figures could not be fetched.',
		noArea: 'No figures were imported for this area yet.',
		toFigures: 'To the figures',
		noThemeFigures:
			'There are no figures with this theme yet. What do you know of it from the neighbourhood?',
		allFigures: 'All figures of this area',
		moreFigures: (count) =>
			count === 1 ? '1 more figure with this theme' : `${count} more figures with this theme`,
		holdFor: (area) =>
			`The figures are about the whole of ${area}. They say how often something occurs, not why.`,
		askMore: 'Make a figure a finding or a source to keep the answer here.',
	},
});
