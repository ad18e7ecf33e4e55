import type { Pool } from 'pg';
import { afterAll } from 'vitest';
import { createMunicipality } from '#features/accounts/municipality.create.server.ts';
import { addMembership } from '#features/accounts/person.server.ts';
import { roles, type Role } from '#features/accounts/role.schema.ts';
import type { SectorId } from '#features/accounts/sector.schema.ts';
import { startTrajectory } from '#features/trajectory/trajectory.commands.server.ts';
import type { Member, System, Visitor } from '#kernel/actor.ts';
import { fixedClock, type Clock } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import { createKernel, type Change, type Kernel } from '#kernel/kernel.server.ts';
import { readConfig } from '#server/config.ts';
import { asOwner } from '#server/database/owner.ts';
import { createPool } from '#server/database/pool.ts';
import { setRuntime } from '#server/runtime.ts';
import { testDatabase, type TestDatabase } from './database.ts';

/** One municipality of the test world, with somebody in every role. */
export interface TestMunicipality {
	id: string;
	slug: string;
	name: string;
	/** The municipality's own, and a partner each for the professional and the resident representative. */
	organisations: Record<'municipality' | 'welfare' | 'residents', string>;
	members: Record<Role, Member>;
	/** The program itself, in this municipality. */
	system: System;
	/** Somebody without a session, on this municipality's pages. */
	visitor: Visitor;
	/** A trajectory for 'Geitenkamp' (2024-2028, framework 2013), in which all three organisations take part. */
	trajectoryId: string;
}

export interface World {
	database: TestDatabase;
	kernel: Kernel;
	clock: Clock;
	/** What was told to live readers, in order. */
	changes: Change[];
	home: TestMunicipality;
	/** Another municipality with the same: nothing of it may ever show at home. */
	elsewhere: TestMunicipality;
	/** Adds somebody to a municipality of the world. */
	addMember(to: TestMunicipality, role: Role, organisationId: string): Promise<Member>;
}

/** The moment at which every test takes place, unless it brings a clock of its own. */
export const testMoment = '2026-03-02T09:00:00Z';

const organisationNames = {
	municipality: 'Gemeente',
	welfare: 'Welzijn',
	residents: 'Bewonersplatform',
} as const satisfies Partial<Record<SectorId, string>>;

const sectorOfRole: Record<Role, keyof typeof organisationNames> = {
	administrator: 'municipality',
	process_manager: 'municipality',
	analyst: 'municipality',
	professional: 'welfare',
	resident_representative: 'residents',
	decision_maker: 'municipality',
	reader: 'municipality',
};

/**
 * A database of its own for a test file, with two municipalities that have the same in them: organisations, a member
 * per role, a trajectory in which all organisations take part. Dropped after the file's last test.
 * @example const world = await testWorld(); await world.kernel.run(world.home.members.analyst, addThing, {…});
 */
export async function testWorld(clock: Clock = fixedClock(testMoment)): Promise<World> {
	const database = await testDatabase();
	const pool = createPool(database.app, 4);
	afterAll(async () => {
		await pool.end();
		await database.drop();
	});
	setRuntime({ config: readConfig({}), database });
	return worldIn(database, pool, clock, [
		['Arnhem', 'arnhem', 'GM0202'],
		['Leiden', 'leiden', 'GM0546'],
	]);
}

/** Name, part of the address and CBS code of a municipality. */
type Town = [name: string, slug: string, code: string];

/** Makes the same in a database that is there already, such as that of a running program. */
export async function worldIn(
	database: TestDatabase,
	pool: Pool,
	clock: Clock,
	towns: [home: Town, elsewhere: Town],
): Promise<World> {
	const changes: Change[] = [];
	const kernel = createKernel({ pool, clock, publish: (change) => void changes.push(change) });

	async function addMember(
		to: { id: string; slug: string; name: string },
		role: Role,
		organisationId: string,
	): Promise<Member> {
		const id = newId();
		const name = `Test ${role}`;
		const { personId } = await asOwner(database.owner, (tx) =>
			addMembership(tx, to.id, {
				id,
				email: `${role}.${id}@${to.slug}.invalid`,
				name,
				language: 'nl',
				organisationId,
				role,
				invitedBy: null,
				acceptedAt: clock.now(),
				createdAt: clock.now(),
			}),
		);
		return {
			kind: 'member',
			municipalityId: to.id,
			municipalitySlug: to.slug,
			municipalityName: to.name,
			membershipId: id,
			personId,
			organisationId,
			organisationName: `${organisationNames[sectorOfRole[role]]} ${to.name}`,
			role,
			name,
			language: 'nl',
			via: 'browser',
			session: null,
		};
	}

	async function makeMunicipality(name: string, slug: string, code: string) {
		const made = await createMunicipality(database.owner, clock, { name, slug, code });
		const id = made.municipalityId;
		const organisations = {
			municipality: made.organisationId,
			welfare: await addOrganisation(database, clock, id, name, 'welfare'),
			residents: await addOrganisation(database, clock, id, name, 'residents'),
		};
		const members = {} as Record<Role, Member>;
		for (const role of roles)
			members[role] = await addMember({ id, slug, name }, role, organisations[sectorOfRole[role]]);
		const system: System = { kind: 'system', municipalityId: id, language: 'nl' };
		const visitor: Visitor = {
			kind: 'visitor',
			municipalityId: id,
			language: 'nl',
			address: '192.0.2.1',
		};
		const { id: trajectoryId } = await kernel.run(members.process_manager, startTrajectory, {
			areaName: 'Geitenkamp',
			startYear: 2024,
			endYear: 2028,
		});
		await takePart(database, clock, id, trajectoryId, organisations);
		return { id, slug, name, organisations, members, system, visitor, trajectoryId };
	}

	const home = await makeMunicipality(...towns[0]);
	const elsewhere = await makeMunicipality(...towns[1]);
	return { database, kernel, clock, changes, home, elsewhere, addMember };
}

async function addOrganisation(
	database: TestDatabase,
	clock: Clock,
	municipality_id: string,
	municipality: string,
	sector: keyof typeof organisationNames,
): Promise<string> {
	const id = newId();
	await asOwner(database.owner, (tx) =>
		tx
			.insertInto('organisation')
			.values({
				municipality_id,
				id,
				name: `${organisationNames[sector]} ${municipality}`,
				sector,
				created_at: clock.now(),
			})
			.execute(),
	);
	return id;
}

async function takePart(
	database: TestDatabase,
	clock: Clock,
	municipality_id: string,
	trajectory_id: string,
	organisations: TestMunicipality['organisations'],
): Promise<void> {
	await asOwner(database.owner, (tx) =>
		tx
			.insertInto('participant')
			.values(
				Object.values(organisations).map((organisation_id) => ({
					municipality_id,
					id: newId(),
					trajectory_id,
					organisation_id,
					part: 'core_group',
					created_at: clock.now(),
				})),
			)
			.execute(),
	);
}
