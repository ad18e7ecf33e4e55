import { messages, type Language } from './messages.ts';
import { attachmentFailures } from './failures-of-attachments.ts';
import { figureFailures } from './failures-of-figures.ts';
import { signalFailures } from './failures-of-signals.ts';
import { visitorFailures } from './failures-of-visitors.ts';
import { personalData } from './personal-data.ts';

type Params = Record<string, string | number>;

/** What an expected failure says to people; programs get its name as well. */
export const failureTexts = messages({
	nl: {
		...figureFailures.nl,
		...visitorFailures.nl,
		...signalFailures.nl,
		...attachmentFailures.nl,
		'input.invalid': 'Er klopt iets niet. Kijk bij de velden hieronder.',
		not_found: 'Dit bestaat niet, of u mag het niet zien.',
		sign_in_first: 'Log eerst in.',
		role_not_allowed: 'Met uw rol kan dit niet. Vraag het de procesmanager of beheerder.',
		changed_meanwhile:
			'Iemand anders heeft dit intussen veranderd. Hieronder staan beide teksten; maak er samen één van.',
		request_reused:
			'Dit verzoek is al eerder met een andere inhoud verstuurd. Laad de pagina opnieuw.',
		too_many_requests:
			'Dit is te vaak achter elkaar geprobeerd. Wacht een kwartier en probeer het opnieuw.',
		'session.ended': 'U bent uitgelogd. Log opnieuw in; wat u typte staat er nog.',
		'sign_in_link.spent': 'Deze link is al gebruikt of te oud. Vraag een nieuwe aan.',
		only_with_example: 'Dit kan alleen waar de voorbeeldgegevens staan.',
		only_in_browser: 'Dit kan alleen in de browser, niet met een toegangstoken.',
		'membership.own': 'Uw eigen rol of toegang verandert u niet zelf. Vraag het een ander.',
		'membership.administrator_only': 'Alleen een beheerder kan beheerders toevoegen of veranderen.',
		'membership.last_administrator':
			'Dit is de laatste beheerder. Maak eerst iemand anders beheerder.',
		'membership.ended': 'Dit lidmaatschap is al beëindigd.',
		'organisation.has_members':
			'Bij deze organisatie zijn nog mensen actief. Beëindig eerst hun toegang.',
		'trajectory.not_participating':
			'Uw organisatie doet niet mee aan dit traject. De procesmanager kan u toevoegen.',
		'trajectory.not_leading':
			'Alleen de trekker van dit traject of een procesmanager kan dit doen.',
		'trajectory.not_public': 'Dit deel van het traject is niet openbaar.',
		'report_comment.settled':
			'Met deze opmerking is intussen al iets gedaan. Laad de pagina opnieuw om te zien wat.',
		'report_comment.sentence_gone':
			'Deze zin staat niet meer zo in de tekst. Verwerk het voorstel zelf, of neem het niet over.',
		'report_comment.is_suggestion': 'Dit is een voorstel: neem het over, of neem het niet over.',
		'report_comment.no_suggestion': 'Bij deze opmerking staat geen voorstel om over te nemen.',
		'report_comment.accepted':
			'Dit voorstel is overgenomen. Wilt u het anders, wijzig dan de tekst zelf.',
		'report_section.written':
			'Aan dit onderdeel is al geschreven. Laad de pagina opnieuw om die tekst te zien.',
		'logbook.too_many_marks':
			'In één aantekening staan ten hoogste vijftig markeringen. Haal er eerst een weg, of verdeel de tekst over meer aantekeningen.',
		'logbook.shared':
			'Deze aantekening is gedeeld. Wijzig haar bij de bron, of trek de bron daar in.',
		'framework.shipped':
			'Dit kader hoort bij het programma en blijft zoals het is. Maak er een eigen kader van.',
		'framework.published': 'Dit ontwerp is al een versie geworden. Begin een nieuw ontwerp.',
		'framework.has_draft': 'Er is al een ander ontwerp van dit kader. Werk daarin verder.',
		'framework.last_part':
			'Dit kan niet verborgen worden: er moet een thema, een kolom voor bevindingen en de kolom met bronnen blijven.',
		'framework.same': 'Het traject heeft dit kader al.',
		'scoring.closed':
			'De weging is gesloten. Wie leidt, kan haar weer openen. Wat u invulde staat er nog.',
		'scoring.open': 'De weging is al open.',
		'residents_party.describe_first':
			'Schrijf eerst op hoe de cijfers van bewoners zijn verzameld.',
		'appraisal.entered_by_colleague':
			'Een collega heeft dit al ingevuld. Laad de pagina opnieuw om te zien wat er staat.',
		'discussion.recorded_already': 'Dit verschil staat al als besproken genoteerd.',
		'priority.decided':
			'Hierover is al een besluit genomen. Wie het ermee eens was, verandert niet meer.',
		'questions.skipped': 'De drie vragen zijn al overgeslagen.',
		'evidence.not_own': 'Alleen de organisatie die deze bron inbracht, kan dit doen.',
		'secondReading.own_work':
			'Dit schreef u zelf. Een ander moet het lezen voordat het verder gaat.',
		'erased.already': 'Dit is al gewist.',
		withdrawn: 'Dit is intussen ingetrokken.',
		'formImport.gone': 'Er is geen bestand meegekomen. Kies het bestand opnieuw.',
		'formImport.unreadable':
			'Dit bestand kan niet worden gelezen. Sla het op als rekenblad (.xlsx), Word-bestand (.docx) of CSV en probeer het opnieuw.',
		'formImport.too_large':
			'Dit bestand is te groot, of wordt te groot bij het uitpakken. Haal afbeeldingen eruit en probeer het opnieuw.',
		'formImport.too_many_cells':
			'In dit bestand staat veel meer dan in een invulschema past. Controleer of u het goede bestand koos.',
		'formImport.too_much_work':
			'Dit bestand vraagt te veel om te lezen. Sla het opnieuw op, of kopieer de tekst naar een nieuw leeg schema.',
		'formImport.no_form':
			'In dit bestand is geen invulschema gevonden: er is geen tabel met de kolommen van het schema. Download een schema en zet de tekst daarin over.',
		'formImport.known':
			'Dit bestand is al ingelezen, door iemand anders, in een stille ronde. Na de ronde ziet u het staan.',
		'formImport.decided': 'Over deze regel is al besloten.',
		'decision.too_old_to_tell':
			'Dit besluit is te lang geleden om er nog bericht over te sturen. Er is niets verstuurd.',
		'adjustment.carried_out':
			'Deze bijstelling is al doorgevoerd. Begin een nieuwe voor een later jaar.',
		'adjustment.not_complete':
			'Nog niet bij elk agendapunt is gekozen of het blijft, verandert of eindigt. Er is niets veranderd.',
		'finding.silent_round':
			'Er is een stille ronde bezig. Groeperen kan zodra de ronde voorbij is.',
		'finding_question.passed_on': 'Deze vraag staat al bij wat nog uitgezocht wordt.',
		'tension.answered': 'Iemand anders heeft hier intussen op geantwoord. Laad de pagina opnieuw.',
		'silentRound.already_open': 'Er loopt al een stille ronde. Sluit die eerst.',
		'silentRound.closed': 'Deze stille ronde is al gesloten; alles staat al in het schema.',
		request_too_large: 'Dit is te groot om in één keer te versturen.',
		'request.not_json': 'De inhoud is geen JSON-object.',
		'request.broken_off': 'De verbinding viel weg voordat alles er was. Verstuur het opnieuw.',
		'request.not_form': 'Het formulier kwam niet goed aan. Ga terug en verstuur het opnieuw.',
		'documents.busy':
			'Er worden nu te veel verslagen tegelijk gemaakt. Probeer het over een minuut opnieuw.',
		method_not_allowed: 'Dit kan hier niet met deze methode.',
		unexpected:
			'Er ging iets mis bij ons. Probeer het opnieuw; blijft het misgaan, geef dan dit nummer door.',
	},
	en: {
		...figureFailures.en,
		...visitorFailures.en,
		...signalFailures.en,
		...attachmentFailures.en,
		'input.invalid': 'Something is not right. See the fields below.',
		not_found: 'This does not exist, or you may not see it.',
		sign_in_first: 'Sign in first.',
		role_not_allowed: 'Your role cannot do this. Ask the process manager or administrator.',
		changed_meanwhile:
			'Somebody else changed this meanwhile. Both texts are below; make them into one.',
		request_reused: 'This request was sent before with other content. Reload the page.',
		too_many_requests:
			'This was tried too often in a row. Wait a quarter of an hour and try again.',
		'session.ended': 'You were signed out. Sign in again; what you typed is still there.',
		'sign_in_link.spent': 'This link was used already or is too old. Ask for a new one.',
		only_with_example: 'This is only possible where the example is.',
		only_in_browser: 'This is only possible in the browser, not with an access token.',
		'membership.own': 'You do not change your own role or access. Ask somebody else.',
		'membership.administrator_only': 'Only an administrator can add or change administrators.',
		'membership.last_administrator':
			'This is the last administrator. Make somebody else administrator first.',
		'membership.ended': 'This membership has ended already.',
		'organisation.has_members':
			'People are still active for this organisation. End their access first.',
		'trajectory.not_participating':
			'Your organisation does not take part in this trajectory. The process manager can add you.',
		'trajectory.not_leading': 'Only the lead of this trajectory or a process manager can do this.',
		'trajectory.not_public': 'This part of the trajectory is not public.',
		'report_comment.settled':
			'Something was done with this comment meanwhile. Reload the page to see what.',
		'report_comment.sentence_gone':
			'This sentence no longer stands in the text like this. Work the suggestion in yourself, or do not take it over.',
		'report_comment.is_suggestion': 'This is a suggestion: take it over, or do not.',
		'report_comment.no_suggestion': 'This comment holds no suggestion to take over.',
		'report_comment.accepted':
			'This suggestion was taken over. If you want it otherwise, change the text itself.',
		'report_section.written':
			'Somebody wrote in this section already. Reload the page to see that text.',
		'logbook.too_many_marks':
			'A note has fifty marks at most. Take one away first, or divide the text over more notes.',
		'logbook.shared':
			'This note was shared. Change it at the source, or withdraw the source there.',
		'framework.shipped':
			'This framework comes with the program and stays as it is. Make one of your own out of it.',
		'framework.published': 'This draft has become a version already. Begin a new draft.',
		'framework.has_draft': 'There is another draft of this framework already. Go on in that one.',
		'framework.last_part':
			'This cannot be hidden: a theme, a column of findings and the column of sources have to stay.',
		'framework.same': 'The trajectory has this framework already.',
		'scoring.closed':
			'The scoring is closed. Whoever leads can open it again. What you filled in is still there.',
		'scoring.open': 'The scoring is open already.',
		'residents_party.describe_first': 'First write down how the residents’ scores were gathered.',
		'appraisal.entered_by_colleague':
			'A colleague filled this in already. Reload the page to see what stands there.',
		'discussion.recorded_already': 'This difference was ticked as talked about already.',
		'priority.decided': 'There is a decision on this already. Who agreed does not change any more.',
		'questions.skipped': 'The three questions were skipped already.',
		'evidence.not_own': 'Only the organisation that brought this source in can do this.',
		'secondReading.own_work':
			'You wrote this yourself. Somebody else has to read it before it goes further.',
		'erased.already': 'This has been erased already.',
		withdrawn: 'This was withdrawn meanwhile.',
		'formImport.gone': 'No file came along. Choose the file again.',
		'formImport.unreadable':
			'This file cannot be read. Save it as a spreadsheet (.xlsx), a Word file (.docx) or CSV and try again.',
		'formImport.too_large':
			'This file is too large, or becomes too large when it is unpacked. Take out pictures and try again.',
		'formImport.too_many_cells':
			'This file holds far more than fits in an analysis form. Check whether you chose the right file.',
		'formImport.too_much_work':
			'This file asks too much to be read. Save it anew, or copy the text to a new empty form.',
		'formImport.no_form':
			'No analysis form was found in this file: there is no table with the columns of the form. Download a form and put the text in it.',
		'formImport.known':
			'This file was read in already, by somebody else, in a silent round. You will see it after the round.',
		'formImport.decided': 'This line was decided about already.',
		'decision.too_old_to_tell':
			'This decision was too long ago to send messages about it. Nothing was sent.',
		'adjustment.carried_out':
			'This adjustment was carried out already. Start one for a later year.',
		'adjustment.not_complete':
			'Not every agenda item has a choice yet: kept, changed or ended. Nothing was changed.',
		'finding.silent_round':
			'A silent round is going on. Grouping is possible as soon as the round is over.',
		'finding_question.passed_on': 'This question is among what is to be found out already.',
		'tension.answered': 'Somebody else answered this meanwhile. Reload the page.',
		'silentRound.already_open': 'A silent round is under way. Close it first.',
		'silentRound.closed': 'This silent round is closed already; everything stands in the form.',
		request_too_large: 'This is too large to send at once.',
		'request.not_json': 'The content is not a JSON object.',
		'request.broken_off': 'The connection was lost before all of it had come. Send it again.',
		'request.not_form': 'The form did not arrive well. Go back and send it again.',
		'documents.busy': 'Too many reports are being made at once. Try again in a minute.',
		method_not_allowed: 'This method is not possible here.',
		unexpected:
			'Something went wrong on our side. Try again; if it stays wrong, pass this number on.',
	},
});

export type FailureCode = keyof (typeof failureTexts)['nl'];

/** The kinds in a row (`email,phone`) in words. */
function named(kinds: string | number | undefined, language: Language): string {
	const words = String(kinds).split(',');
	const names: Record<string, string> = personalData[language];
	return words.map((kind) => names[kind] ?? kind).join(', ');
}

/** What a problem with one field says beside it. */
export const fieldTexts = messages({
	nl: {
		required: () => 'Vul dit in.',
		two_findings: () => 'Kies ten minste twee bevindingen.',
		is_group: () =>
			'Dit is zelf een groep. Voeg de andere bevindingen toe op de pagina van die groep.',
		in_group: () => 'Deze bevinding staat al in een groep. Haal haar daar eerst uit.',
		other_kind: () => 'Een groep bestaat uit bevindingen van dezelfde soort.',
		same_side: () =>
			'Kies een bevinding van de andere kant: tegenover een risico staat iets dat beschermt.',
		choose: () => 'Kies een van de mogelijkheden.',
		too_long: (p: Params) => `Maak dit korter: hooguit ${p.limit} tekens.`,
		too_many: (p: Params) => `Kies er hooguit ${p.limit}.`,
		too_short: (p: Params) => `Maak dit langer: minstens ${p.limit} tekens.`,
		too_high: (p: Params) => `Vul een getal in van hooguit ${p.limit}.`,
		too_low: (p: Params) => `Vul een getal in van minstens ${p.limit}.`,
		not_a_number: () => 'Vul een getal in, bijvoorbeeld 12 of 12,5.',
		one_only: () => 'Kies er één: een omslagpunt geldt voor één cijfer.',
		no_direction: (p: Params) =>
			`Van sommige cijfers is niet gezegd welke kant ongunstig is (${p.what}). Kies ‘hoger’ of ‘lager’.`,
		is_a_count: (p: Params) =>
			`Een aantal zegt vooral hoe groot een gebied is (${p.what}). Kies een aandeel, een score of een bedrag.`,
		not_a_date: () => 'Vul een datum in die bestaat, bijvoorbeeld 31-12-2026.',
		check_photo: () => 'Kijk of iemand herkend kan worden die dat niet wil, en vink dit aan.',
		nothing_seen: () => 'Schrijf op wat u zag, of kies hierboven iets.',
		both_degrees: () => 'Geef lengte en breedte allebei, of geen van beide.',
		too_many_stops: () => 'Zet ten hoogste 30 plekken op één route.',
		no_answer: () => 'Vul bij ten minste één vraag een antwoord in.',
		no_sentence: () => 'Kies ten minste één zin.',
		no_meaning: () =>
			'Zeg wat deze woorden betekenen: kies een thema, risico of bescherming, of maak er een citaat van.',
		sheet_entered: () =>
			'Dit blad is al ingevoerd. Klopt het nummer? Kies anders het nummer van het volgende blad.',
		not_a_time: () => 'Vul een tijd in zoals 14:30.',
		not_a_web_address: () => 'Vul een webadres in dat begint met https:// of http://.',
		future_date: () => 'Deze datum ligt in de toekomst. Vul in wanneer het was.',
		same_date: () => 'Dit is de datum die het al had. Vul de nieuwe datum in, of laat het leeg.',
		end_before_start: () => 'Het einde ligt voor het begin.',
		one_approach: () => 'Kies een aanpak die er al is, of begin een nieuwe: een van beide.',
		no_decision: () => 'Kies bij minstens één agendapunt wat er is besloten.',
		not_an_email: () => 'Vul een e-mailadres in, bijvoorbeeld naam@organisatie.nl.',
		not_a_period: () => 'Vul een jaar in, of een jaar en een maand: 2024 of 2024-03.',
		no_period_said: () =>
			'Van welk jaar zijn deze cijfers? Vul het hier in, of wijs bij de kolommen een periode aan.',
		no_area_column: () => 'Wijs de kolom aan waarin het gebied staat: de code, of anders de naam.',
		no_number_column: () => 'Wijs ten minste één kolom met getallen of percentages aan.',
		role_twice: () => 'Dit mag maar één kolom zijn. Laat de andere weg of kies iets anders.',
		measure_twice: () =>
			'Een andere kolom heeft dezelfde naam en periode. Geef deze een eigen naam of een andere periode.',
		base_missing: () =>
			'Bij een percentage of score uit eigen telling hoort het aantal waarover het gaat. Wijs die kolom aan bij Kolommen, of kies dat het cijfer elders is gepubliceerd.',
		not_a_code: () => 'Dit is geen CBS-code. Een wijk heeft een code zoals WK020210.',
		not_a_table: () =>
			'Dit is geen tabelnummer van het CBS. Een tabel heeft een nummer zoals 84799NED.',
		unknown_area: () =>
			'Dit gebied kennen we niet. Controleer de code of importeer eerst de cijfers.',
		unknown_theme: () => 'Dit thema hoort niet bij het kader van dit traject.',
		unknown_mark: (p: Params) =>
			`Deze verwijzing kennen we hier niet: ${p.what}. Kies er een uit de lijst hieronder, of haal hem weg.`,
		unknown: () => 'Dit kennen we niet. Kies iets uit de lijst.',
		taken: () => 'Dit bestaat al. Kies iets anders.',
		nothing_public: () =>
			'Van dit traject is niets openbaar. Maak eerst een deel openbaar bij Kader, of kies wie meedoet.',
		all_zero: () => 'Geef minstens één criterium meer gewicht dan 0.',
		chosen_anew: () => 'Deze bevinding is intussen opnieuw als speerpunt gekozen.',
		no_agenda_item: () => 'Kies minstens één agendapunt waar deze aanpak voor is.',
		not_an_amount: () =>
			'Vul een bedrag of aantal in, bijvoorbeeld 1250 of 1250,50. Weet u het nog niet? Laat het leeg.',
		amount_too_high: () => 'Dit is meer dan we kunnen bewaren. Vul hooguit 10 miljoen in.',
		no_finding: () =>
			'Kies een bevinding waarop dit agendapunt een antwoord is, of schrijf hier waarom er geen is.',
		identifies_person: (p: Params) =>
			`Hierin staat iets dat een persoon herkenbaar maakt (${named(p.what, 'nl')}). Schrijf het op zonder die gegevens: het gaat om plekken en patronen, niet om personen.`,
		about_one_person: (p: Params) =>
			p.what
				? `Dit gaat over één persoon of gezin (${named(p.what, 'nl')}). Dat bewaren we niet. Schrijf op wat vaker voorkomt of wat er met de plek is. Zijn er zorgen om iemand? Kijk bij ‘Wat als het over één persoon gaat?’.`
				: 'Dat bewaren we niet. Schrijf op wat vaker voorkomt of wat er met de plek is. Zijn er zorgen om iemand? Kijk hieronder waar u terecht kunt.',
		no_reaction: () => 'Kies bij minstens één zin wat u ervan vindt.',
		nothing_added: () => 'Schrijf op wat u wilt aanvullen, of kies iets anders.',
		answer_question: () => 'Beantwoord deze vraag. Zo weten we dat u geen robot bent.',
		wrong_answer: () => 'Dit antwoord klopt niet. Lees de vraag nog eens.',
		confirm_erasing: () =>
			'Zet een vinkje als u het zeker weet. Wissen kan niet ongedaan worden gemaakt.',
		not_a_phone: () => 'Vul een telefoonnummer in, bijvoorbeeld 14 026 of 0800-2000.',
		invalid: () => 'Dit kunnen we niet lezen. Controleer wat u invulde.',
	},
	en: {
		required: () => 'Fill this in.',
		two_findings: () => 'Choose at least two findings.',
		is_group: () => 'This is a group itself. Add the other findings on the page of that group.',
		in_group: () => 'This finding stands in a group already. Take it out of that one first.',
		other_kind: () => 'A group consists of findings of the same kind.',
		same_side: () =>
			'Choose a finding of the other side: opposite a risk stands something that protects.',
		choose: () => 'Choose one of the options.',
		too_long: (p: Params) => `Make this shorter: ${p.limit} characters at most.`,
		too_many: (p) => `Choose ${p.limit} at most.`,
		too_short: (p: Params) => `Make this longer: ${p.limit} characters at least.`,
		too_high: (p: Params) => `Enter a number of ${p.limit} at most.`,
		too_low: (p: Params) => `Enter a number of ${p.limit} at least.`,
		not_a_number: () => 'Enter a number, for example 12 or 12.5.',
		one_only: () => 'Choose one: a tipping point holds for one figure.',
		no_direction: (p: Params) =>
			`Of some figures it is not said which side is unfavourable (${p.what}). Choose ‘higher’ or ‘lower’.`,
		is_a_count: (p: Params) =>
			`A count says first of all how large an area is (${p.what}). Choose a share, a score or an amount.`,
		not_a_date: () => 'Enter a date that exists, for example 31-12-2026.',
		check_photo: () =>
			'Look whether anyone can be recognised who does not want that, and tick this.',
		nothing_seen: () => 'Write down what you saw, or choose something above.',
		both_degrees: () => 'Give both longitude and latitude, or neither.',
		too_many_stops: () => 'Put at most 30 places on one route.',
		no_answer: () => 'Fill in an answer to at least one question.',
		no_sentence: () => 'Choose at least one sentence.',
		no_meaning: () =>
			'Say what these words mean: choose a theme, risk or protection, or make them a quote.',
		sheet_entered: () =>
			'This sheet was entered already. Is the number right? Otherwise choose the number of the next sheet.',
		not_a_time: () => 'Enter a time such as 14:30.',
		not_a_web_address: () => 'Enter a web address that starts with https:// or http://.',
		future_date: () => 'This date lies in the future. Enter when it was.',
		same_date: () => 'This is the date it had already. Enter the new date, or leave it empty.',
		end_before_start: () => 'The end lies before the start.',
		one_approach: () => 'Choose an approach that is there, or begin a new one: one of the two.',
		no_decision: () => 'Choose for at least one agenda item what was decided.',
		not_an_email: () => 'Enter an e-mail address, for example name@organisation.nl.',
		not_a_period: () => 'Enter a year, or a year and a month: 2024 or 2024-03.',
		no_period_said: () =>
			'Of which year are these figures? Enter it here, or point out a period among the columns.',
		no_area_column: () => 'Point out the column that has the area: its code, or else its name.',
		no_number_column: () => 'Point out at least one column with numbers or percentages.',
		role_twice: () => 'Only one column can be this. Leave the other out or choose something else.',
		measure_twice: () =>
			'Another column has the same name and period. Give this one a name of its own or another period.',
		base_missing: () =>
			'A percentage or score of an own count needs the number that it is about. Point out that column under Columns, or choose that the figure was published elsewhere.',
		not_a_code: () => 'This is not a CBS code. A district has a code such as WK020210.',
		not_a_table: () => 'This is not a table number of CBS. A table has a number such as 84799NED.',
		unknown_area: () => 'We do not know this area. Check the code, or import the figures first.',
		unknown_theme: () => 'This theme is not part of the framework of this trajectory.',
		unknown_mark: (p: Params) =>
			`This reference is not known here: ${p.what}. Choose one from the list below, or take it out.`,
		unknown: () => 'We do not know this. Choose something from the list.',
		taken: () => 'This exists already. Choose something else.',
		nothing_public: () =>
			'Nothing of this trajectory is public. First make a part public under Frame, or choose those who take part.',
		all_zero: () => 'Give at least one criterion more weight than 0.',
		chosen_anew: () => 'This finding was chosen as a priority anew meanwhile.',
		no_agenda_item: () => 'Choose at least one agenda item that this approach serves.',
		not_an_amount: () =>
			'Enter an amount or number, for example 1250 or 1250.50. Not known yet? Leave it empty.',
		amount_too_high: () => 'This is more than we can keep. Enter 10 million at most.',
		no_finding: () =>
			'Choose a finding that this agenda item answers, or write here why there is none.',
		identifies_person: (p: Params) =>
			`This holds something that identifies a person (${named(p.what, 'en')}). Write it without: it is about places and patterns, not about persons.`,
		about_one_person: (p: Params) =>
			p.what
				? `This is about one person or family (${named(p.what, 'en')}). We do not keep that. Write down what happens more often, or how the place is. Worried about somebody? Look under ‘What if it is about one person?’.`
				: 'We do not keep that. Write down what happens more often, or how the place is. Worried about somebody? See below where to turn.',
		no_reaction: () => 'Choose at least for one sentence what you think of it.',
		nothing_added: () => 'Write down what you want to add, or choose something else.',
		answer_question: () => 'Answer this question. Then we know that you are not a robot.',
		wrong_answer: () => 'This answer is not right. Read the question again.',
		confirm_erasing: () => 'Tick this if you are sure. Erasing cannot be undone.',
		not_a_phone: () => 'Fill in a telephone number, such as 14 026 or 0800-2000.',
		invalid: () => 'We cannot read this. Check what you entered.',
	},
});

export type FieldCode = keyof (typeof fieldTexts)['nl'];
