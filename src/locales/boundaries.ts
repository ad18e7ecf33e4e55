import { messages } from './messages.ts';

/** Boundaries of areas and changes of codes: bringing them in, and everything that can be wrong with a file. */
export const boundaryTexts = messages({
	nl: {
		title: 'Grenzen van gebieden',
		lead: 'Grenzen tekenen de kaarten. Ze brengen ook de namen van wijken en buurten mee.',
		known: 'Welke grenzen er zijn',
		knownNone:
			'Er zijn nog geen grenzen. Haal ze hieronder op bij PDOK, of lees een bestand in. Daarna heeft elk cijfer een kaart.',
		year: 'Jaar',
		level: 'Soort gebied',
		levels: { municipality: 'gemeenten', district: 'wijken', neighbourhood: 'buurten' },
		areas: 'Aantal',
		origin: 'Herkomst',
		unknownOrigin: 'niet opgegeven',
		fetch: 'Ophalen bij PDOK',
		fetchText:
			'PDOK geeft de grenzen van het CBS en het Kadaster uit, per jaar. Het hele land komt in één keer; dat duurt voor buurten enkele minuten.',
		fetchYear: 'Grenzen van het jaar',
		fetchStart: 'Haal op',
		upload: 'Een bestand inlezen',
		kind: 'Wat staat erin?',
		kinds: { shapes: 'Grenzen (GeoJSON)', changes: 'Wijzigingen van codes (CSV of XLSX)' },
		kindHints: {
			shapes:
				'Met een code van het CBS bij elk gebied. In graden (WGS84) of in het stelsel van de Rijksdriehoeksmeting.',
			changes:
				'Kolommen voor de oude code, de nieuwe code en het jaar; een kolom met het aandeel mag. Zo lopen cijfers door als een code verandert.',
		},
		files: 'Bestand',
		filesHint: 'Ten hoogste 200 MB. Inpakken met gzip (.gz) mag.',
		fileYear: 'Jaar van de grenzen',
		fileYearHint: 'Alleen nodig als het niet in het bestand of in de naam staat.',
		publisher: 'Wie heeft het gemaakt?',
		publisherHint: 'Bijvoorbeeld CBS en Kadaster. Dit staat bij elke kaart.',
		licence: 'Licentie',
		start: 'Lees in',
		recent: 'Eerder ingelezen of opgehaald',
		none: 'Nog niets.',
		when: 'Wanneer',
		what: 'Wat',
		state: 'Stand',
		states: { waiting: 'wacht', running: 'bezig', done: 'klaar', failed: 'niet gelukt' },
		withdrawn: 'teruggenomen',
		fetched: (level: string, year: string) => `PDOK, ${level} ${year}`,
		progress: (count: string) => `${count} gebieden opgehaald`,
		progressLabel: 'Voortgang',
		leave: 'U kunt deze pagina verlaten en later terugkomen: het gaat door.',
		doneTitle: { shapes: 'De grenzen zijn er', changes: 'De wijzigingen zijn ingelezen' },
		doneShapes: (count: string, year: string) => `${count} gebieden, met de grenzen van ${year}.`,
		doneChanges: (count: string) =>
			`${count} wijzigingen. Reeksen lopen nu door waar een gebied alleen een andere code kreeg of werd samengevoegd.`,
		failedTitle: 'Het is niet gelukt',
		failedUnknown:
			'Het lag niet aan het bestand, maar aan ons. Er is niets veranderd. Probeer het opnieuw; blijft het misgaan, meld het dan bij de beheerder.',
		nothingChanged: 'Er is niets veranderd: wat er al stond, staat er nog.',
		back: 'Terug naar de grenzen',
		toAreas: 'Naar de gebieden',
		takeBack: 'Neem terug',
		takeBackQuestion:
			'Deze wijzigingen gelden dan niet meer; reeksen breken weer af waar codes veranderen. Het bestand opnieuw inlezen kan altijd.',
		takeBackConfirm: 'Ja, neem terug',
		unusable: (areas: string) =>
			`Van deze gebieden is de grens niet te tekenen; ze staan niet op de kaart: ${areas}.`,
		withoutCode: (count: string) =>
			`${count} vormen hebben geen code van het CBS. Die zijn overgeslagen.`,
		tooLarge: (limit: string) => `Dit bestand is te groot: er past hoogstens ${limit}.`,
		cutOff: 'Het bestand kwam niet helemaal over. Verstuur het nog een keer.',
		noFiles: 'Kies een bestand.',
		problems: {
			files_gone: 'Het bestand is er niet meer. Kies het opnieuw.',
			not_json:
				'Dit is geen GeoJSON. Misschien is het een ingepakt bestand, een shapefile, of een webpagina die in plaats van het bestand kwam. Download de grenzen als GeoJSON.',
			no_features: 'In dit bestand staat geen lijst met gebieden (features).',
			broken_off: (after: string) =>
				`Het bestand breekt af na ${after} gebieden. Download het opnieuw.`,
			feature_too_large: (row: string) =>
				`Gebied ${row} in het bestand is te groot om te lezen. Neem een bestand met minder detail.`,
			too_many_points: (limit: string) =>
				`De grenzen hebben samen meer dan ${limit} punten. Neem een bestand met minder detail, of lees gemeenten, wijken en buurten apart in.`,
			too_much_work:
				'Het bestand vraagt te veel tijd of geheugen. Neem een bestand met minder detail, of knip het in delen.',
			no_codes: (names: string) =>
				`Bij de gebieden staat geen code van het CBS. De kenmerken in het bestand heten: ${names}. Geef het kenmerk met de code de naam buurtcode, wijkcode of gemeentecode.`,
			outside: (row: string, place: string) =>
				`Gebied ${row} in het bestand ligt niet in Nederland (${place}). Zijn de coördinaten in graden (WGS84) of in het stelsel van de Rijksdriehoeksmeting?`,
			swapped: (row: string) =>
				`Bij gebied ${row} in het bestand staat de breedtegraad vóór de lengtegraad. GeoJSON wil eerst de lengte (ongeveer 5), dan de breedte (ongeveer 52).`,
			no_year: 'Van welk jaar zijn deze gegevens? Vul het jaar in en verstuur het bestand opnieuw.',
			nothing_usable: 'In dit bestand staat niets wat te gebruiken is.',
			no_code_columns: (names: string) =>
				`Er zijn geen kolommen voor de oude en de nieuwe code. ${names === '' ? 'Lees een CSV of XLSX in.' : `De kolommen heten: ${names}.`} Noem ze “oude code” en “nieuwe code”.`,
			wrong_changes: (total: string) => `In ${total} regels klopt iets niet:`,
			row: (row: string, what: string) => `Regel ${row}: ${what}`,
			moreRows: (count: string) => `En nog ${count} andere.`,
		},
		rowProblems: {
			not_a_code: (text: string) => `“${text}” is geen code van een gemeente, wijk of buurt.`,
			other_level: (text: string) =>
				`de oude en de nieuwe code zijn niet van dezelfde soort (${text}).`,
			not_a_year: (text: string) => `“${text}” is geen jaar.`,
			not_a_share: (text: string) =>
				`“${text}” is geen aandeel. Schrijf een getal boven 0 en tot en met 1, of een percentage.`,
			twice: (text: string) => `deze wijziging staat er al (${text}).`,
			too_much: (text: string) => `de aandelen van ${text} zijn samen meer dan 1.`,
		},
		fetching: (host: string, why: string) => `Ophalen bij ${host} lukte niet: ${why}`,
		fetchProblems: {
			unreachable: 'er kwam geen verbinding. Probeer het later nog eens.',
			too_slow: 'er kwam te lang niets. Probeer het later nog eens.',
			not_found: 'de grenzen van dat jaar zijn er niet. Kies een ander jaar.',
			busy: 'het is daar te druk. Probeer het later nog eens.',
			failing: 'de bron werkt nu niet. Probeer het later nog eens.',
			cut_off: 'het antwoord brak steeds af. Probeer het later nog eens.',
			other: 'de bron gaf een antwoord dat wij niet kunnen gebruiken.',
		},
	},
	en: {
		title: 'Boundaries of areas',
		lead: 'Boundaries draw the maps. They also bring the names of districts and neighbourhoods.',
		known: 'Which boundaries there are',
		knownNone:
			'There are no boundaries yet. Fetch them from PDOK below, or import a file. After that every figure has a map.',
		year: 'Year',
		level: 'Kind of area',
		levels: {
			municipality: 'municipalities',
			district: 'districts',
			neighbourhood: 'neighbourhoods',
		},
		areas: 'Number',
		origin: 'Origin',
		unknownOrigin: 'not given',
		fetch: 'Fetch from PDOK',
		fetchText:
			'PDOK publishes the boundaries of CBS and Kadaster, per year. The whole country comes at once; for neighbourhoods that takes some minutes.',
		fetchYear: 'Boundaries of the year',
		fetchStart: 'Fetch',
		upload: 'Import a file',
		kind: 'What is in it?',
		kinds: { shapes: 'Boundaries (GeoJSON)', changes: 'Changes of codes (CSV or XLSX)' },
		kindHints: {
			shapes: 'With a code of CBS at each area. In degrees (WGS84) or in the Dutch grid (RD New).',
			changes:
				'Columns for the old code, the new code and the year; a column with the share is welcome. That way figures go on when a code changes.',
		},
		files: 'File',
		filesHint: 'At most 200 MB. It may be packed with gzip (.gz).',
		fileYear: 'Year of the boundaries',
		fileYearHint: 'Only needed when it is not in the file or its name.',
		publisher: 'Who made it?',
		publisherHint: 'For example CBS and Kadaster. It stands beside every map.',
		licence: 'Licence',
		start: 'Import',
		recent: 'Imported or fetched before',
		none: 'Nothing yet.',
		when: 'When',
		what: 'What',
		state: 'State',
		states: { waiting: 'waiting', running: 'busy', done: 'done', failed: 'failed' },
		withdrawn: 'taken back',
		fetched: (level, year) => `PDOK, ${level} ${year}`,
		progress: (count) => `${count} areas fetched`,
		progressLabel: 'Progress',
		leave: 'You may leave this page and come back later: it goes on.',
		doneTitle: { shapes: 'The boundaries are there', changes: 'The changes were imported' },
		doneShapes: (count, year) => `${count} areas, with the boundaries of ${year}.`,
		doneChanges: (count) =>
			`${count} changes. Series now go on where an area only got another code or was merged.`,
		failedTitle: 'It did not work',
		failedUnknown:
			'It was not the file but us. Nothing was changed. Try again; when it keeps failing, tell the administrator.',
		nothingChanged: 'Nothing was changed: what was there is still there.',
		back: 'Back to the boundaries',
		toAreas: 'To the areas',
		takeBack: 'Take back',
		takeBackQuestion:
			'These changes then hold no longer; series break off again where codes change. The file can always be imported again.',
		takeBackConfirm: 'Yes, take back',
		unusable: (areas) =>
			`The boundary of these areas cannot be drawn; they are not on the map: ${areas}.`,
		withoutCode: (count) => `${count} shapes have no code of CBS. They were skipped.`,
		tooLarge: (limit) => `This file is too large: at most ${limit} fits.`,
		cutOff: 'The file did not arrive completely. Send it once more.',
		noFiles: 'Choose a file.',
		problems: {
			files_gone: 'The file is gone. Choose it again.',
			not_json:
				'This is no GeoJSON. Perhaps it is a packed file, a shapefile, or a web page that came instead of the file. Download the boundaries as GeoJSON.',
			no_features: 'There is no list of areas (features) in this file.',
			broken_off: (after) => `The file breaks off after ${after} areas. Download it again.`,
			feature_too_large: (row) =>
				`Area ${row} in the file is too large to read. Take a file with less detail.`,
			too_many_points: (limit) =>
				`The boundaries have more than ${limit} points together. Take a file with less detail, or import municipalities, districts and neighbourhoods apart.`,
			too_much_work:
				'The file asks for too much time or memory. Take a file with less detail, or cut it in parts.',
			no_codes: (names) =>
				`There is no code of CBS at the areas. The properties in the file are called: ${names}. Call the one with the code buurtcode, wijkcode or gemeentecode.`,
			outside: (row, place) =>
				`Area ${row} in the file does not lie in the Netherlands (${place}). Are the coordinates in degrees (WGS84) or in the Dutch grid (RD New)?`,
			swapped: (row) =>
				`At area ${row} in the file latitude stands before longitude. GeoJSON wants longitude first (about 5), then latitude (about 52).`,
			no_year: 'Of which year are these data? Fill in the year and send the file again.',
			nothing_usable: 'There is nothing in this file that can be used.',
			no_code_columns: (names) =>
				`There are no columns for the old and the new code. ${names === '' ? 'Import a CSV or XLSX.' : `The columns are called: ${names}.`} Call them “old code” and “new code”.`,
			wrong_changes: (total) => `Something is wrong in ${total} rows:`,
			row: (row, what) => `Row ${row}: ${what}`,
			moreRows: (count) => `And ${count} others.`,
		},
		rowProblems: {
			not_a_code: (text) => `“${text}” is no code of a municipality, district or neighbourhood.`,
			other_level: (text) => `the old and the new code are not of the same kind (${text}).`,
			not_a_year: (text) => `“${text}” is no year.`,
			not_a_share: (text) =>
				`“${text}” is no share. Write a number above 0 and up to 1, or a percentage.`,
			twice: (text) => `this change is there already (${text}).`,
			too_much: (text) => `the shares of ${text} are more than 1 together.`,
		},
		fetching: (host, why) => `Fetching from ${host} did not work: ${why}`,
		fetchProblems: {
			unreachable: 'there was no connection. Try again later.',
			too_slow: 'nothing came for too long. Try again later.',
			not_found: 'the boundaries of that year are not there. Choose another year.',
			busy: 'it is too busy there. Try again later.',
			failing: 'the source does not work at the moment. Try again later.',
			cut_off: 'the answer kept breaking off. Try again later.',
			other: 'the source gave an answer that we cannot use.',
		},
	},
});
