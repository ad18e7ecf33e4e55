import { messages } from './messages.ts';

/** The analysis form on paper and in a spreadsheet: what goes out, and what comes back. */
export const exchangeTexts = messages({
	nl: {
		fileName: (area: string, year: number, filled: boolean) =>
			`invulschema-${area}-${year}${filled ? '' : '-leeg'}`,
		sheetTitle: 'Invulschema wijkanalyse',
		guideSheet: 'Uitleg',
		area: 'Wijk/gebied',
		domain: 'Leefdomein',
		code: 'Code',
		formCode: 'Code van dit schema',
		howTo: 'Zo vult u dit in',
		guide: {
			write:
				'Schrijf per vak op wat u ziet, hoort en weet. Eén zin per regel is genoeg. U hoeft niet alles in te vullen.',
			rows: 'In een rekenblad staat elke bevinding op een eigen rij. Komt u rijen tekort? Voeg er een toe en zet het thema er weer voor.',
			lines: 'In Word zet u elke bevinding op een eigen regel binnen het vak.',
			persons:
				'Schrijf over de wijk, nooit over herkenbare personen: geen namen, adressen of telefoonnummers.',
			change:
				'Klopt een tekst niet? Verbeter hem gewoon. Hoort iets bij een ander thema of in een andere kolom? Verplaats het, met de code erbij.',
			codes:
				'Laat de codes staan (zoals B-7k3fq2.1): daaraan herkent Wijkagenda de regel als het schema terugkomt.',
			sources:
				'Bij Bronnen schrijft u waar u het van weet: een onderzoek, een verslag, een bijeenkomst.',
			provision: 'Bij het aanbod helpt het als u begint met Is er al:, Ontbreekt: of Is nodig:.',
			back: 'Klaar? Stuur het bestand terug naar wie het u gaf. Er verandert pas iets in het schema als de groep het heeft bekeken en goedgekeurd.',
		},
		columnsTitle: 'De kolommen',
		themesTitle: 'De thema’s',
		title: 'Op papier en in een rekenblad',
		downloadTitle: 'Invulschema meegeven',
		downloadLead:
			'Geef het schema mee aan een partner die niet inlogt. Wat ingevuld terugkomt, leest u hier weer in.',
		content: 'Wat staat erin?',
		contents: { filled: 'Wat er nu is ingevuld', empty: 'Niets: een leeg schema' },
		language: 'In welke taal?',
		languages: { nl: 'Nederlands', en: 'Engels' },
		asXlsx: 'Rekenblad (XLSX)',
		asDocx: 'Word (DOCX)',
		asCsv: 'Gegevens (CSV)',
		goUpload: 'Een ingevuld schema inlezen',
	},
	en: {
		fileName: (area, year, filled) => `analysis-form-${area}-${year}${filled ? '' : '-empty'}`,
		sheetTitle: 'Neighbourhood analysis form',
		guideSheet: 'How to',
		area: 'Neighbourhood/area',
		domain: 'Domain',
		code: 'Code',
		formCode: 'Code of this form',
		howTo: 'How to fill this in',
		guide: {
			write:
				'Write in each cell what you see, hear and know. One sentence a line is enough. You do not have to fill in everything.',
			rows: 'In a spreadsheet each finding stands on a row of its own. Short of rows? Insert one and put the theme in front of it again.',
			lines: 'In Word, put each finding on a line of its own within the cell.',
			persons:
				'Write about the neighbourhood, never about recognisable persons: no names, addresses or phone numbers.',
			change:
				'Is a text wrong? Just correct it. Does something belong to another theme or column? Move it, together with its code.',
			codes:
				'Leave the codes (such as B-7k3fq2.1): by these Wijkagenda recognises the line when the form comes back.',
			sources: 'Under Sources you write how you know: a study, a report, a meeting.',
			provision: 'Under provision it helps to begin with Is there:, Is missing: or Is needed:.',
			back: 'Ready? Send the file back to whoever gave it to you. Nothing in the form changes before the group has looked at it and agreed.',
		},
		columnsTitle: 'The columns',
		themesTitle: 'The themes',
		title: 'On paper and in a spreadsheet',
		downloadTitle: 'Give the form to someone',
		downloadLead:
			'Give the form to a partner who does not sign in. What comes back filled in is read here again.',
		content: 'What is in it?',
		contents: { filled: 'What is filled in now', empty: 'Nothing: an empty form' },
		language: 'In which language?',
		languages: { nl: 'Dutch', en: 'English' },
		asXlsx: 'Spreadsheet (XLSX)',
		asDocx: 'Word (DOCX)',
		asCsv: 'Data (CSV)',
		goUpload: 'Read in a form that was filled in',
	},
});
