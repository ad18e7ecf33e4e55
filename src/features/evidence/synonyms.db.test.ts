import { describe, expect, it } from 'vitest';
import { testWorld } from '#tests/support/world.ts';
import { addEvidence } from './evidence.commands.server.ts';
import { listEvidence } from './evidence.queries.server.ts';

const { kernel, home } = await testWorld();
const { professional } = home.members;
const { trajectoryId } = home;

/** What somebody looks for, and what somebody else wrote about the same. */
const pairs: [string, string][] = [
	['hangjeugd', 'Elke avond staan er jongeren op straat bij de snackbar.'],
	['jongeren op straat', 'De hangjongeren op het plein zijn rustig.'],
	['tieners', 'De jeugd wil een eigen ruimte.'],
	['kinderen', 'De kids rennen naar het hek.'],
	['senioren', 'Ouderen drinken koffie in de hal.'],
	['bejaarden', 'Hier wonen veel 65-plussers.'],
	['zwerfafval', 'Overal ligt rommel in de struiken.'],
	['troep', 'Na de markt blijft zwerfvuil achter.'],
	['grofvuil', 'Er staat al weken huisraad op straat.'],
	['hondenpoep', 'Bewoners ergeren zich aan poep op de stoep.'],
	['speeltuin', 'De speelplek is te klein voor alle kinderen.'],
	['buurthuis', 'In het wijkcentrum is elke dinsdag soep.'],
	['dorpshuis', 'Het buurtcentrum sluit om tien uur.'],
	['winkels', 'Het winkelcentrum staat half leeg.'],
	['hardrijden', 'In de laan wordt te hard gereden door scooters.'],
	['parkeerdruk', 'Er is parkeeroverlast bij de moskee.'],
	['geluidsoverlast', 'De buren hebben last van herrie uit de garage.'],
	['lawaai', 'Het geluid van de weg is dag en nacht te horen.'],
	['hinder', 'Er is overlast bij de flat.'],
	['drugs', 'Bij de garageboxen zien mensen dealers.'],
	['alcohol', 'Er wordt veel drank genuttigd in het park.'],
	['inbraak', 'In maart is er drie keer ingebroken in de schuurtjes.'],
	['vandalisme', 'De bushokjes zijn vernield.'],
	['onveilig', 'Vrouwen voelen zich niet veilig in de tunnel.'],
	['bang', 'Na tienen is het hier onveilig, zeggen bewoners.'],
	['eenzaam', 'Eenzaamheid onder weduwnaars neemt toe.'],
	['buurtgenoten', 'De buren kennen elkaar bij naam.'],
	['vrijwilligers', 'Een vrijwilliger schenkt de koffie.'],
	['armoede', 'Gezinnen hebben weinig geld voor sport.'],
	['schulden', 'Veel huishoudens kunnen moeilijk rondkomen.'],
	['werkloosheid', 'Een op de tien zit zonder baan.'],
	['schimmel', 'De slaapkamers hebben vochtproblemen.'],
	['zitplek', 'Op het bankje zit altijd iemand.'],
	['bank', 'Er mist een zitbank bij de halte.'],
	['verlichting', 'De lantaarnpaal bij het pad doet het niet.'],
	['plantsoen', 'Het groen wordt slecht bijgehouden.'],
	['stoep', 'Het trottoir is te smal voor een rollator.'],
	['burenruzie', 'Er is een conflict over de schutting.'],
	['mantelzorg', 'Een mantelzorger vertelt dat ze moe is.'],
	['laaggeletterd', 'Taalproblemen maken brieven lastig.'],
	['jeugdhonk', 'Het jongerencentrum is dicht in de zomer.'],
	['stankoverlast', 'Het stinkt bij de containers.'],
];

describe('other ways to say the same', () => {
	it('are enough to find what somebody else wrote', async () => {
		const ids = new Map<string, unknown>();
		for (const [at, [, summary]] of pairs.entries()) {
			const { id } = await kernel.run(professional, addEvidence, {
				kind: 'document' as const,
				trajectoryId,
				title: `Stuk ${at}`,
				details: { summary },
			});
			ids.set(summary, id);
		}
		const missed: string[] = [];
		for (const [search, summary] of pairs) {
			const { items, search: notes } = await kernel.ask(professional, listEvidence, {
				trajectoryId,
				search,
			});
			if (!items.some(({ id }) => id === ids.get(summary))) missed.push(`${search}: ${summary}`);
			expect(notes?.instead, search).toEqual([]);
		}
		expect(pairs.length).toBeGreaterThanOrEqual(40);
		expect(missed).toEqual([]);
	});
});
