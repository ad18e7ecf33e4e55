import { expect, it } from 'vitest';
import type { Role } from '#features/accounts/role.schema.ts';
import { fillLivedWorld, type LivedWorld } from '#tests/support/lived-world.ts';
import { person, type Person } from './support/person.ts';
import { prepareTrajectory, programOf } from './support/prepared.ts';
import { allWays, desk } from './support/way.ts';

/** Every page of the lived world below a trajectory where nothing stands yet. */
const empty = [
	'veld',
	'veld/plekken',
	'veld/postbak',
	'leefwereld',
	'leefwereld?zoek=plein',
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
const ofMunicipality: [Role, string][] = [
	['administrator', '/arnhem/bewaren'],
	['professional', '/arnhem/mijn-inbreng'],
	['process_manager', '/arnhem/gesprekswijzers'],
	['professional', '/veld'],
	['professional', '/veld/zonder-netwerk'],
];

it.each(allWays(desk))(
	'every page of the lived world is whole and accessible, empty and full, %s',
	{ timeout: 300_000 },
	async (_name, way) => {
		const { home, api, trajectoryId } = await prepareTrajectory();
		const manager = await person('process_manager', way);
		const look = async (someone: Person, page: string, what: string) => {
			const answer = await someone.page.goto(page);
			expect(answer?.status(), page).toBe(200);
			await someone.sees(/./, what);
		};
		for (const page of empty) await look(manager, `${home}/${page}`, 'empty');

		const by = { manager: api, professional: await programOf('professional') };
		const world = await fillLivedWorld(by, trajectoryId);
		for (const [at, page] of full(world).entries())
			await look(manager, `${home}/${page}`, `full ${at}`);
		const professional = await person('professional', way);
		for (const page of ofProfessional(world)) await look(professional, `${home}/${page}`, 'full');
		for (const [role, page] of ofMunicipality)
			await look(role === 'professional' ? professional : await person(role, way), page, 'full');

		const resident = await person(null, way);
		for (const page of [
			`${home}/signalen/melden`,
			`${home}/signalen/volgen/${world.follow}`,
			`${home}/herkenbaar`,
			`${home}/herkenbaar/regels`,
			`/arnhem/reactie/${world.reactionSecret}`,
			`${home}/signalen/adres/${'x'.repeat(43)}`,
		])
			await look(resident, page, 'resident');
	},
);
