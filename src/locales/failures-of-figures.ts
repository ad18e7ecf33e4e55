import { messages } from './messages.ts';

/** What expected failures about areas, figures and warnings say to people. */
export const figureFailures = messages({
	nl: {
		'ownImport.gone': 'Er is geen bestand meegekomen. Kies het bestand opnieuw.',
		'ownImport.unreadable':
			'Dit bestand kunnen we niet lezen. Bewaar het als Excel-werkmap (.xlsx) of als CSV en kies het opnieuw.',
		'ownImport.too_large':
			'Dit bestand is te groot, of pakt uit tot te veel. Een eigen bestand heeft hoogstens 10 MB.',
		'ownImport.too_many_cells':
			'Dit bestand heeft te veel regels of kolommen. Een eigen bestand heeft hoogstens 50.000 regels en 200 kolommen; deel het op, bijvoorbeeld per jaar.',
		'ownImport.too_much_work':
			'Dit bestand lezen duurt te lang. Bewaar alleen het blad met de cijfers en kies het opnieuw.',
		'ownImport.empty': 'In dit bestand staat niets. Kies het bestand met de cijfers.',
		'ownImport.persons':
			'In dit bestand staan gegevens van personen, zoals nummers of adressen. Lees alleen aantallen per gebied in; er is niets bewaard.',
		'ownImport.no_areas':
			'Er zijn nog geen wijken en buurten bekend om de cijfers aan te hangen. Lees eerst de kerncijfers van het CBS in.',
		'ownImport.not_yours':
			'Iemand anders bracht dit bestand en is ermee bezig. Alleen die persoon ziet wat erin staat.',
		'ownImport.not_open': 'Dit bestand is al ingelezen of weggelegd.',
		'ownImport.file_gone': 'De regels van dit bestand zijn er niet meer. Kies het bestand opnieuw.',
		'ownImport.columns_first': 'Zeg eerst wat elke kolom is.',
		'ownImport.meaning_first': 'Zeg eerst wat de cijfers betekenen.',
		'ownImport.too_many_measures':
			'Dit zijn meer dan 150 verschillende cijfers. Kijk of de juiste kolom de indicator is, of deel het bestand op.',
		'ownImport.too_many_figures':
			'Dit zijn meer dan 60.000 cijfers in één keer. Laat kolommen weg, of deel het bestand op, bijvoorbeeld per jaar.',
		'ownImport.wrong_rows':
			'Er zijn nog regels met een fout. Verbeter het bestand, of kies ervoor om die regels weg te laten.',
		'ownImport.nothing_left': 'Er blijft geen enkel cijfer over om in te lezen.',
		'ownImport.not_imported': 'Dit bestand is niet ingelezen.',
		'ownImport.stands': 'Deze cijfers staan er al.',
		'ownImport.same_figures':
			'Precies deze cijfers staan er al. Er is niets veranderd; u kunt dit bestand wegleggen.',
		'ownImport.place_taken':
			'Een ander bestand heeft intussen de plaats hiervan ingenomen. Trek dat eerst in.',
		'warning_rule.own': 'Dit is een eigen regel; er is geen meegeleverde om naar terug te gaan.',
		'warning_rule.shipped': 'Deze regel hoort bij het programma. Zet hem uit als u hem niet wilt.',
		'warning.answered': 'Met deze waarschuwing is al iets gedaan. Kijk hieronder wat.',
		'warning.gone': 'De cijfers geven deze waarschuwing niet meer. Er hoeft niets mee.',
		'warning.not_set_aside': 'Deze waarschuwing ligt niet opzij.',
		'warning.not_taken_up': 'Deze waarschuwing is in dit traject niet opgepakt.',
		'figure.not_newest':
			'Dit is niet (meer) het nieuwste cijfer. Laad de pagina opnieuw en kijk wat er nu staat.',
		'figure.choice_made': 'Over dit nieuwere cijfer is al gekozen. Laad de pagina opnieuw.',
		'area.not_imported':
			'Van dit gebied zijn geen cijfers ingelezen. Controleer de code, of lees eerst de cijfers in.',
		'boundaries.files_gone':
			'De bestanden zijn er niet meer. Kies ze opnieuw en verstuur ze nog een keer.',
		'figures.files_needed': 'De bestanden zijn er niet meer. Lees ze opnieuw in.',
		'figures.not_fetched':
			'Deze cijfers worden op de achtergrond opgehaald. Kijk op de pagina van het ophalen hoe ver het is.',
		'figures.import_cancelled': 'Het inlezen is gestopt. Er is niets veranderd.',
		'figures.import_refused':
			'Deze bestanden zijn niet ingelezen. Er is niets veranderd. Hieronder staat wat er niet klopt.',
	},
	en: {
		'ownImport.gone': 'No file came along. Choose the file again.',
		'ownImport.unreadable':
			'We cannot read this file. Save it as an Excel workbook (.xlsx) or as CSV and choose it again.',
		'ownImport.too_large':
			'This file is too large, or unpacks to too much. An own file has 10 MB at most.',
		'ownImport.too_many_cells':
			'This file has too many rows or columns. An own file has 50,000 rows and 200 columns at most; split it, for example by year.',
		'ownImport.too_much_work':
			'Reading this file takes too long. Save only the sheet with the figures and choose it again.',
		'ownImport.empty': 'There is nothing in this file. Choose the file with the figures.',
		'ownImport.persons':
			'This file holds data of persons, such as numbers or addresses. Import only counts per area; nothing was kept.',
		'ownImport.no_areas':
			'No districts and neighbourhoods are known yet to tie the figures to. Import the key figures of CBS first.',
		'ownImport.not_yours':
			'Somebody else brought this file and is working on it. Only that person sees what is in it.',
		'ownImport.not_open': 'This file was imported or put aside already.',
		'ownImport.file_gone': 'The rows of this file are not there any more. Choose the file again.',
		'ownImport.columns_first': 'First say what each column is.',
		'ownImport.meaning_first': 'First say what the figures mean.',
		'ownImport.too_many_measures':
			'These are more than 150 different figures. See whether the right column is the indicator, or split the file.',
		'ownImport.too_many_figures':
			'These are more than 60,000 figures at once. Leave columns out, or split the file, for example by year.',
		'ownImport.wrong_rows':
			'There are still rows with a mistake. Mend the file, or choose to leave those rows out.',
		'ownImport.nothing_left': 'Not a single figure is left to import.',
		'ownImport.not_imported': 'This file was not imported.',
		'ownImport.stands': 'These figures stand already.',
		'ownImport.same_figures':
			'Exactly these figures stand already. Nothing was changed; you can put this file aside.',
		'ownImport.place_taken':
			'Another file has taken the place of this one since. Withdraw that one first.',
		'warning_rule.own': 'This rule is your own; there is no shipped one to go back to.',
		'warning_rule.shipped': 'This rule came with the program. Switch it off instead.',
		'warning.answered': 'Somebody did something with this warning already. Look below what it was.',
		'warning.gone': 'The figures no longer give this warning. There is nothing to do with it.',
		'warning.not_set_aside': 'This warning is not set aside.',
		'warning.not_taken_up': 'This warning was not taken up in this trajectory.',
		'figure.not_newest':
			'This is not the newest figure (any more). Reload the page and see what is there now.',
		'figure.choice_made': 'A choice about this newer figure was made already. Reload the page.',
		'area.not_imported':
			'No figures were imported for this area. Check the code, or import the figures first.',
		'boundaries.files_gone': 'The files are gone. Choose them again and send them once more.',
		'figures.files_needed': 'The files are not there any more. Import them again.',
		'figures.not_fetched':
			'These figures are fetched in the background. See on the page of the fetch how far it is.',
		'figures.import_cancelled': 'The import was stopped. Nothing was changed.',
		'figures.import_refused':
			'These files were not imported. Nothing was changed. What is wrong is told below.',
	},
});
