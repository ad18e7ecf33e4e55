import { messages } from './messages.ts';

/** Importing figures: what to hand in, how far it is, and everything that can be wrong with a file. */
export const importTexts = messages({
	nl: {
		title: 'Cijfers inlezen',
		lead: 'Lees een bestand met gepubliceerde cijfers in. Daarna laat elk profiel ze zien.',
		which: 'Welke bestanden?',
		whichExcel:
			'Het Excelbestand Kerncijfers wijken en buurten van het CBS (.xlsx), zoals het op de site staat.',
		whichTables:
			'Een tabel van StatLine als CSV, met of zonder symbolen: ook de gezondheidscijfers van het RIVM en de misdrijven van de politie, per leeftijd, soort en jaar.',
		whichLeefbaarometer: 'De scores van de Leefbaarometer 3.0 als CSV.',
		whichOwn: 'Cijfers van uzelf, zoals aantallen uit een eigen registratie? Lees die in bij',
		own: 'eigen cijfers',
		whichCsv:
			'Kerncijfers wijken en buurten als CSV, met puntkomma’s ertussen. Het mag ingepakt zijn (.gz). Eén bestand bevat het hele land.',
		whichOdata:
			'Of de antwoorden van de open data van het CBS (OData versie 3) als JSON: TypedDataSet, en zo mogelijk ook DataProperties, TableInfos en WijkenEnBuurten. Kies ze samen; de volgorde maakt niet uit.',
		whichNames:
			'In de CSV hebben wijken en buurten geen naam. Voeg WijkenEnBuurten (JSON) toe om de namen erbij te krijgen.',
		files: 'Bestanden',
		filesHint: 'Samen ten hoogste 200 MB. U kunt er meer tegelijk kiezen.',
		more: 'Zegt het bestand zelf niet over welk jaar het gaat?',
		year: 'Jaar',
		yearHint: 'Alleen nodig als het niet in het bestand of in de naam staat.',
		table: 'Tabelnummer',
		tableHint: 'Bijvoorbeeld 84799NED. Het staat op de pagina van de tabel bij het CBS.',
		start: 'Lees in',
		tooLarge: (most: string) =>
			`Samen zijn deze bestanden te groot: er past hoogstens ${most} in één keer. Kies minder bestanden, of pak ze in met gzip.`,
		recent: 'Eerder ingelezen',
		none: 'Nog niets.',
		file: 'Bestanden',
		when: 'Wanneer',
		state: 'Stand',
		states: {
			waiting: 'wacht',
			running: 'bezig',
			done: 'klaar',
			unchanged: 'was al ingelezen',
			failed: 'niet gelukt',
			cancelled: 'gestopt',
		},
		progress: (read: string, total: string) => `${read} van ${total} gelezen`,
		progressLabel: 'Voortgang van het inlezen',
		progressCount: (areas: string, figures: string) => `${areas} gebieden, ${figures} cijfers`,
		leave: 'U kunt deze pagina verlaten en later terugkomen: het inlezen gaat door.',
		doneTitle: 'De cijfers zijn ingelezen',
		doneText: (areas: string, figures: string) =>
			`${figures} cijfers over ${areas} gebieden. Elk profiel laat ze nu zien.`,
		unchangedTitle: 'Er is niets veranderd',
		unchangedText: 'Precies deze bestanden waren al ingelezen.',
		failedTitle: 'Het inlezen is niet gelukt',
		failedUnknown:
			'Het lag niet aan de bestanden, maar aan ons. Er is niets veranderd. Probeer het opnieuw; blijft het misgaan, meld het dan bij de beheerder.',
		nothingChanged: 'Er is niets veranderd: wat er al stond, staat er nog.',
		whatNow: 'Kies andere bestanden',
		toAreas: 'Naar de gebieden',
		toPublications: 'Naar de publicaties',
		notes: {
			names_missing:
				'Er zaten geen namen van wijken en buurten bij: daar staat nu de code, tenzij de naam al bekend was. Lees het bestand opnieuw in, samen met WijkenEnBuurten, om de namen te krijgen.',
			titles_missing:
				'De beschrijving van de tabel (DataProperties) zat er niet bij. Cijfers die wij niet kennen, hebben daarom de naam van hun kolom.',
			not_whole_country:
				'Niet het hele land zat erbij. De plaats tussen alle wijken of buurten van Nederland blijft daarom weg.',
		},
		fetched: {
			cancelled: (host: string) => `Het ophalen bij ${host} is gestopt.`,
			unreachable: (host: string) =>
				`${host} was niet te bereiken, ook niet na een paar keer proberen. Kijk of deze server het internet op mag, en ga daarna verder.`,
			too_slow: (host: string) =>
				`${host} gaf te lang geen antwoord. Probeer het later nog eens; wat er al was opgehaald, blijft bewaard.`,
			not_found: (host: string) =>
				`Deze tabel bestaat niet bij ${host}. Kijk het nummer na: het staat op de pagina van de tabel, bijvoorbeeld 84799NED.`,
			refused: (host: string) =>
				`${host} weigert deze vraag. Misschien is de tabel er niet meer in deze vorm; lees hem dan in als bestand.`,
			busy: (host: string) =>
				`${host} heeft het te druk en vraagt om later terug te komen. Ga over een uur verder; wat er al was opgehaald, blijft bewaard.`,
			failing: (host: string) =>
				`${host} geeft steeds een foutmelding. Probeer het later nog eens; wat er al was opgehaald, blijft bewaard.`,
			too_many_records: (host: string) =>
				`${host} geeft niet zo veel in één keer. Lees deze tabel in als bestand.`,
			cut_off: (host: string) =>
				`De antwoorden van ${host} houden steeds halverwege op. Probeer het later nog eens; wat er al was opgehaald, blijft bewaard.`,
			not_json: (host: string) =>
				`${host} gaf een webpagina in plaats van cijfers. Vaak is dat een storing of een inlogpagina van het eigen netwerk: probeer het later, of vraag het de beheerder.`,
			too_large: (host: string) =>
				`Een antwoord van ${host} is te groot om te lezen. Lees deze tabel in als bestand.`,
			elsewhere: (host: string) =>
				`${host} verwijst door naar een andere plek op internet. Dat volgen we niet. Vraag de beheerder om de instellingen na te kijken.`,
			in_circles: (host: string) =>
				`${host} stuurt ons in een kringetje rond. Probeer het later nog eens, of lees de tabel in als bestand.`,
		},
		inFile: (file: string) => `Bestand ${file}:`,
		problems: {
			truncated_gzip:
				'Het ingepakte bestand houdt halverwege op. Waarschijnlijk is het downloaden afgebroken: download het opnieuw.',
			broken_gzip: 'Het ingepakte bestand is beschadigd. Download het opnieuw.',
			unpacked_too_large: (limit: string) =>
				`Uitgepakt is dit bestand groter dan ${limit}. Zo groot is geen tabel van het CBS: kijk of u het goede bestand hebt gekozen.`,
			not_text: (byte: number) =>
				`Dit is geen leesbare tekst (vanaf byte ${byte}). Sla het bestand op als CSV in UTF-8 en probeer het opnieuw.`,
			not_json: (detail: string) =>
				`Dit is geen geldige JSON (${detail}). Waarschijnlijk is het downloaden afgebroken: download het opnieuw.`,
			line_too_long: (row: number) =>
				`Regel ${row} is veel te lang voor een tabel. Is dit het goede bestand?`,
			empty_file: 'Het bestand is leeg. Download het opnieuw.',
			contradiction: (area: string, series: string) =>
				`Eén cijfer staat er twee keer, met een andere waarde: ${series}, gebied ${area}. Haal de tabel opnieuw op; blijft het zo, meld het dan bij wie de tabel uitgeeft.`,
			wrong_columns: (missing: string) =>
				`Dit zijn niet de kolommen van Kerncijfers wijken en buurten. Er ontbreken: ${missing}. Kijk of u de goede tabel hebt gekozen en of de eerste regel de namen van de kolommen heeft.`,
			second_dimension: (columns: string) =>
				`Deze tabel is nog verder uitgesplitst (${columns}) en past hier niet. Kies de tabel Kerncijfers wijken en buurten.`,
			wrong_rows: (total: string) =>
				`In het bestand kloppen ${total} regels of cellen niet. Verbeter ze en lees het bestand opnieuw in.`,
			wrong_row:
				'In het bestand klopt één regel niet. Verbeter die en lees het bestand opnieuw in.',
			and_more: (count: string) => `En nog ${count} andere.`,
			empty: 'Het bestand is leeg. Download het opnieuw.',
			web_page:
				'Dit is een webpagina en geen bestand met cijfers. Vaak is het een foutmelding of een inlogpagina: download het bestand opnieuw.',
			zip: 'Dit is een zipbestand. Pak het uit en kies het bestand met de cijfers.',
			other_json:
				'Dit is wel JSON, maar geen antwoord dat we hier kunnen lezen. Kies TypedDataSet, DataProperties, TableInfos of WijkenEnBuurten.',
			unknown:
				'We herkennen dit bestand niet. Kies een tabel met cijfers per wijk of buurt: als CSV, als Excelbestand van het CBS of als OData-antwoord.',
			no_data:
				'Er zit geen bestand met cijfers bij. Voeg de CSV of een TypedDataSet toe; de andere bestanden beschrijven alleen de tabel.',
			several_tables: (tables: string) =>
				`Deze bestanden horen niet bij één tabel (${tables}). Lees elke tabel apart in.`,
			year_unknown:
				'Het is niet duidelijk over welk jaar dit gaat. Vul het jaar in, of voeg TableInfos toe.',
			table_unknown:
				'Het is niet duidelijk welke tabel van het CBS dit is. Vul het tabelnummer in, of voeg TableInfos toe.',
			json_too_large: (limit: string) =>
				`Dit JSON-bestand is groter dan ${limit}. Neem de tabel als CSV, die in delen gelezen wordt.`,
			files_gone: 'De bestanden zijn er niet meer. Kies ze opnieuw.',
			too_large: (limit: string) =>
				`De bestanden zijn samen groter dan ${limit}. Kies minder bestanden, of pak ze in met gzip.`,
			cut_off:
				'Het versturen is halverwege afgebroken. Er is niets bewaard; kies de bestanden opnieuw.',
			no_files: 'Kies een of meer bestanden.',
		},
		rows: {
			'too-few-columns': (row: number, found: number, expected: number) =>
				`Regel ${row}: ${found} kolommen in plaats van ${expected}.`,
			'too-many-columns': (row: number, found: number, expected: number) =>
				`Regel ${row}: ${found} kolommen in plaats van ${expected}. Staat er een puntkomma in een tekst?`,
			'unknown-area-code': (row: number, text: string) =>
				`Regel ${row}: “${text}” is geen code van een gemeente, wijk of buurt (zoals WK020210).`,
			'not-a-number': (row: number, column: string, text: string) =>
				`Regel ${row}, kolom ${column}: “${text}” is geen getal.`,
			'area-twice': (row: number, code: string, first: number) =>
				`Regel ${row}: gebied ${code} stond al op regel ${first}.`,
		},
	},
	en: {
		title: 'Import figures',
		lead: 'Import a file of published figures. After that every profile shows them.',
		which: 'Which files?',
		whichExcel: 'CBS’s Excel file Kerncijfers wijken en buurten (.xlsx), as it is on the site.',
		whichTables:
			'A table of StatLine as CSV, with or without symbols: the health figures of RIVM and the crimes of the police too, by age, type and year.',
		whichLeefbaarometer: 'The scores of the Leefbaarometer 3.0 as CSV.',
		whichOwn: 'Figures of your own, such as counts out of a register of your own? Import those at',
		own: 'own figures',
		whichCsv:
			'Kerncijfers wijken en buurten as CSV, separated by semicolons. It may be packed (.gz). One file holds the whole country.',
		whichOdata:
			'Or the answers of CBS’s open data (OData version 3) as JSON: TypedDataSet, and if possible also DataProperties, TableInfos and WijkenEnBuurten. Choose them together; the order does not matter.',
		whichNames:
			'In the CSV districts and neighbourhoods have no names. Add WijkenEnBuurten (JSON) to get them.',
		files: 'Files',
		filesHint: '200 MB at most, together. You can choose several at once.',
		more: 'Does the file itself not say which year it is about?',
		year: 'Year',
		yearHint: 'Only needed when neither the file nor its name says it.',
		table: 'Table number',
		tableHint: 'For example 84799NED. It is on the page of the table at CBS.',
		start: 'Import',
		tooLarge: (most) =>
			`Together these files are too large: at most ${most} fits at once. Choose fewer files, or pack them with gzip.`,
		recent: 'Imported before',
		none: 'Nothing yet.',
		file: 'Files',
		when: 'When',
		state: 'State',
		states: {
			waiting: 'waiting',
			running: 'under way',
			done: 'done',
			unchanged: 'was imported already',
			failed: 'failed',
			cancelled: 'stopped',
		},
		progress: (read, total) => `${read} of ${total} read`,
		progressLabel: 'Progress of the import',
		progressCount: (areas, figures) => `${areas} areas, ${figures} figures`,
		leave: 'You can leave this page and come back later: the import goes on.',
		doneTitle: 'The figures were imported',
		doneText: (areas, figures) =>
			`${figures} figures about ${areas} areas. Every profile shows them now.`,
		unchangedTitle: 'Nothing was changed',
		unchangedText: 'Exactly these files were imported already.',
		failedTitle: 'The import failed',
		failedUnknown:
			'It was not the files’ fault but ours. Nothing was changed. Try again; if it stays wrong, tell the administrator.',
		nothingChanged: 'Nothing was changed: what was there is still there.',
		whatNow: 'Choose other files',
		toAreas: 'To the areas',
		toPublications: 'To the publications',
		notes: {
			names_missing:
				'There were no names of districts and neighbourhoods: their code is shown, unless the name was known before. Import the file again together with WijkenEnBuurten to get the names.',
			titles_missing:
				'The description of the table (DataProperties) was not there. Figures that we do not know therefore have the name of their column.',
			not_whole_country:
				'This was not the whole country. The place among all districts or neighbourhoods of the Netherlands is therefore left out.',
		},
		fetched: {
			cancelled: (host) => `Fetching from ${host} was stopped.`,
			unreachable: (host) =>
				`${host} could not be reached, not even after several attempts. Check that this server may go on the internet, and then go on.`,
			too_slow: (host) =>
				`${host} did not answer for too long. Try again later; what was fetched is kept.`,
			not_found: (host) =>
				`${host} has no such table. Check the number: it is on the page of the table, for example 84799NED.`,
			refused: (host) =>
				`${host} refuses this question. Perhaps the table is no longer there in this form; import it as a file then.`,
			busy: (host) =>
				`${host} is too busy and asks to come back later. Go on in an hour; what was fetched is kept.`,
			failing: (host) =>
				`${host} keeps answering with an error. Try again later; what was fetched is kept.`,
			too_many_records: (host) =>
				`${host} does not give so much at once. Import this table as a file.`,
			cut_off: (host) =>
				`The answers of ${host} keep stopping half-way. Try again later; what was fetched is kept.`,
			not_json: (host) =>
				`${host} gave a web page instead of figures. Often that is a failure or a sign-in page of your own network: try later, or ask the administrator.`,
			too_large: (host) =>
				`An answer of ${host} is too large to read. Import this table as a file.`,
			elsewhere: (host) =>
				`${host} sends us on to another place on the internet. We do not follow. Ask the administrator to check the settings.`,
			in_circles: (host) =>
				`${host} sends us round in a circle. Try again later, or import the table as a file.`,
		},
		inFile: (file) => `File ${file}:`,
		problems: {
			truncated_gzip:
				'The packed file stops half-way. The download was probably cut off: download it again.',
			broken_gzip: 'The packed file is damaged. Download it again.',
			unpacked_too_large: (limit) =>
				`Unpacked, this file is larger than ${limit}. No table of CBS is that large: check that you chose the right file.`,
			not_text: (byte) =>
				`This is no readable text (from byte ${byte}). Save the file as CSV in UTF-8 and try again.`,
			not_json: (detail) =>
				`This is no valid JSON (${detail}). The download was probably cut off: download it again.`,
			line_too_long: (row) => `Line ${row} is far too long for a table. Is this the right file?`,
			empty_file: 'The file is empty. Download it again.',
			contradiction: (area, series) =>
				`One figure is there twice, with different values: ${series}, area ${area}. Fetch the table again; if it stays so, tell whoever publishes it.`,
			wrong_columns: (missing) =>
				`These are not the columns of Kerncijfers wijken en buurten. Missing: ${missing}. Check that you chose the right table and that the first line has the names of the columns.`,
			second_dimension: (columns) =>
				`This table is split further (${columns}) and does not fit here. Choose the table Kerncijfers wijken en buurten.`,
			wrong_rows: (total) =>
				`${total} lines or cells of the file are wrong. Correct them and import the file again.`,
			wrong_row: 'One line of the file is wrong. Correct it and import the file again.',
			and_more: (count) => `And ${count} more.`,
			empty: 'The file is empty. Download it again.',
			web_page:
				'This is a web page and no file with figures. Often it is an error or a sign-in page: download the file again.',
			zip: 'This is a zip file. Unpack it and choose the file with the figures.',
			other_json:
				'This is JSON, but no answer that can be read here. Choose TypedDataSet, DataProperties, TableInfos or WijkenEnBuurten.',
			unknown:
				'We do not recognise this file. Choose a table with figures per district or neighbourhood: as CSV, as CBS’s Excel file or as an OData answer.',
			no_data:
				'There is no file with figures. Add the CSV or a TypedDataSet; the other files only describe the table.',
			several_tables: (tables) =>
				`These files do not belong to one table (${tables}). Import each table by itself.`,
			year_unknown: 'It is not clear which year this is about. Enter the year, or add TableInfos.',
			table_unknown:
				'It is not clear which table of CBS this is. Enter the table number, or add TableInfos.',
			json_too_large: (limit) =>
				`This JSON file is larger than ${limit}. Take the table as CSV, which is read in pieces.`,
			files_gone: 'The files are not there any more. Choose them again.',
			too_large: (limit) =>
				`Together the files are larger than ${limit}. Choose fewer files, or pack them with gzip.`,
			cut_off: 'Sending was cut off half-way. Nothing was kept; choose the files again.',
			no_files: 'Choose one or more files.',
		},
		rows: {
			'too-few-columns': (row, found, expected) =>
				`Line ${row}: ${found} columns instead of ${expected}.`,
			'too-many-columns': (row, found, expected) =>
				`Line ${row}: ${found} columns instead of ${expected}. Is there a semicolon in a text?`,
			'unknown-area-code': (row, text) =>
				`Line ${row}: “${text}” is no code of a municipality, district or neighbourhood (such as WK020210).`,
			'not-a-number': (row, column, text) =>
				`Line ${row}, column ${column}: “${text}” is no number.`,
			'area-twice': (row, code, first) => `Line ${row}: area ${code} was on line ${first} already.`,
		},
	},
});
