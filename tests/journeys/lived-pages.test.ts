import { expect, it } from 'vitest';
import type { Role } from '#features/accounts/role.schema.ts';
import { fillLivedWorld, type LivedWorld } from '#tests/support/lived-world.ts';
import { walksByTab } from './support/keys.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory, programOf } from './support/prepared.ts';
import { allWays, desk, phone, type Way } from './support/way.ts';

/** Every page of the lived world below a trajectory where nothing stands yet. */
const empty = [
	'veld',
	'veld/plekken',
	'veld/postbak',
	'leefwereld',
	'leefwereld?zoek=plein',
	'leefwereld?zoek=plein&volgorde=nieuwste',
	'leefwereld?beeld=kaart',
	'leefwereld/logboek',
	'leefwereld/gemarkeerd',
	'leefwereld/vragen',
	'leefwereld/papier',
	'leefwereld/stapel',
	'signalen',
	'signalen/patronen',
	'signalen/bewoners',
	'overleg',
	'overleg/nieuw',
	'herkenbaar',
	'herkenbaar/beheer',
	'herkenbaar/reacties',
	'herkenbaar/regels',
	'tweede-lezer',
];

/** The same pages, and all that hang below them, when there is something to show. */
const full = (world: LivedWorld) => [
	...empty,
	'veld/waarneming',
	'veld/gesprek',
	'veld/gesprek?met=resident',
	'veld/gesprek?met=key-figure',
	'veld/foto',
	'veld/signaal',
	'veld/wijkschouw',
	`veld/plekken/${world.placeId}`,
	'leefwereld/document',
	'leefwereld/bijeenkomst',
	'leefwereld/vragen/pleasant',
	'leefwereld/papier/resident',
	'leefwereld/stapel?met=resident&stapel=Koffieochtend&plek=Buurthuis&datum=2024-05-14',
	`bron/${world.observationId}`,
	`bron/${world.conversationId}`,
	`bron/${world.conversationId}/markeren`,
	`bron/${world.conversationId}/markeren/${world.passageId}`,
	`bron/${world.conversationId}/foto`,
	`bron/${world.conversationId}/wijzigen`,
	`bron/${world.observationId}/wijzigen`,
	`bron/${world.walkId}/wijzigen`,
	`bron/${world.signalId}/wijzigen`,
	`veld?schouw=${world.walkId}`,
	`analyse/uit-passage?passage=${world.passageId}`,
	`bron/${world.walkId}`,
	`bron/${world.sharedNoteId}`,
	`signalen/${world.signalId}`,
	`signalen/${world.settledSignalId}`,
	'signalen?toon=afgerond',
	'signalen/melden',
	`overleg/${world.heldMeetingId}`,
	`overleg/${world.nextMeetingId}`,
	'herkenbaar/beheer/zin',
	`herkenbaar/beheer/zin?zin=${world.sentenceId}`,
	'herkenbaar/reacties?welke=gelezen',
	'herkenbaar/poster',
];

/** What only whoever wrote it sees, and what is of a municipality. */
const ofProfessional = (world: LivedWorld) => [
	`leefwereld/logboek/${world.noteId}`,
	`bron/${world.waitingId}`,
];
const ofMunicipality = (world: LivedWorld): [Role, string][] => [
	['administrator', '/arnhem/bewaren'],
	['professional', '/arnhem/mijn-inbreng'],
	['process_manager', '/arnhem/gesprekswijzers'],
	['process_manager', `/arnhem/gesprekswijzers/${world.guideId}`],
	['professional', '/arnhem/zoeken'],
	['professional', '/arnhem/zoeken?zoek=plein'],
	['professional', '/veld'],
	['professional', '/veld/zonder-netwerk'],
];
const ofResidents = (home: string, world: LivedWorld) => [
	`${home}/signalen/melden`,
	`${home}/signalen/volgen/${world.follow}`,
	`${home}/herkenbaar`,
	`${home}/herkenbaar/regels`,
	`/arnhem/reactie/${world.reactionSecret}`,
	`${home}/signalen/adres/${'x'.repeat(43)}`,
];

/** Each page is looked at in two widths, whatever the screen; the keyboard goes over half of them on a phone. */
const ways = allWays(desk).map(([name, way]): [string, Way] => {
	const width = (way.language === 'nl') === way.scripts ? phone : desk;
	return [`${name}, at ${width} pixels`, { ...way, width }];
});

it.each(ways)(
	'every page of the lived world is whole, accessible and in reach of a keyboard, empty and full, %s',
	{ timeout: 900_000 },
	async (_name, way) => {
		const { home, api, trajectoryId } = await prepareTrajectory();
		const manager = await person('process_manager', way);
		// Looked at to the end, so that one run tells of every page that is not right.
		const wrong: string[] = [];
		const look = async (someone: Person, page: string, what: string) => {
			try {
				const answer = await someone.page.goto(page);
				expect(answer?.status(), page).toBe(200);
				await someone.sees(/./, what);
				await walksByTab(someone);
			} catch (error) {
				wrong.push(`${page} (${what}): ${String(error)}`);
			}
		};
		for (const page of empty) await look(manager, `${home}/${page}`, 'empty');

		const by = { manager: api, professional: await programOf('professional') };
		const world = await fillLivedWorld(by, trajectoryId);
		for (const [at, page] of full(world).entries())
			await look(manager, `${home}/${page}`, `full ${at}`);
		const of = new Map<Role, Person>([['process_manager', manager]]);
		const inRole = async (role: Role) => {
			const someone = of.get(role) ?? (await person(role, way));
			of.set(role, someone);
			return someone;
		};
		for (const page of ofProfessional(world))
			await look(await inRole('professional'), `${home}/${page}`, 'full');
		for (const [role, page] of ofMunicipality(world)) await look(await inRole(role), page, 'full');
		const resident = await person(null, way);
		for (const page of ofResidents(home, world)) await look(resident, page, 'resident');
		expect(wrong).toEqual([]);
	},
);
