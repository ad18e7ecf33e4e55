import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import { digestOf, newSecret } from '#kernel/secret.server.ts';
import type { Tx } from '#server/database/handles.ts';
import { asOwner } from '#server/database/owner.ts';
import type { Stage } from './stage.ts';

const organisations = 10;
const findings = 200;

/** A trajectory with a form of 200 findings, and people of ten organisations who take part in it. */
export interface Meeting {
	trajectoryId: string;
	/** The address of the form. */
	path: string;
	findings: string[];
	/** A session of each participant. */
	cookies: string[];
}

/** Makes one straight in the database, with this many participants. */
export function liveMeeting(stage: Stage, participants: number): Promise<Meeting> {
	return asOwner(stage.owner, async (tx) => {
		const trajectoryId = await addTrajectory(tx, stage);
		const ids = await addFindings(tx, stage, trajectoryId);
		const cookies: string[] = [];
		for (let at = 0; at < organisations; at += 1) {
			const organisationId = await addOrganisation(tx, stage, trajectoryId, at);
			for (let one = 0; one < participants / organisations; one += 1)
				cookies.push(await addPerson(tx, stage, organisationId, `${at}.${one}`));
		}
		await sql`ANALYZE finding`.execute(tx);
		return { trajectoryId, path: '/arnhem/bijeenkomst/2026/analyse', findings: ids, cookies };
	});
}

async function addTrajectory(tx: Tx, stage: Stage): Promise<string> {
	const id = newId();
	const like = await tx
		.selectFrom('trajectory')
		.selectAll()
		.where('id', '=', stage.trajectoryId)
		.executeTakeFirstOrThrow();
	const place = { area_slug: 'bijeenkomst', area_name: 'Bijeenkomst' };
	const years = { start_year: 2026, end_year: 2030, public_parts: [] };
	await tx
		.insertInto('trajectory')
		.values({ ...like, id, ...place, ...years })
		.execute();
	return id;
}

async function addFindings(tx: Tx, stage: Stage, trajectory_id: string): Promise<string[]> {
	const themes = ['ontmoeting', 'sport', 'opvoeding', 'mantelzorg', 'budgettering', 'recreatie'];
	const rows = Array.from({ length: findings }, (_, at) => ({
		municipality_id: stage.municipalityId,
		id: newId(),
		trajectory_id,
		kind: at % 2 ? 'risk' : 'protective',
		text: `Bevinding ${at}: bewoners ontmoeten elkaar bij het plein en helpen elkaar met kleine dingen.`,
		themes: [themes[at % themes.length] as string],
		organisation_id: stage.organisationId,
		created_by: stage.membershipId,
		created_at: new Date(Date.now() - (findings - at) * 1000),
		changed_at: new Date(),
	}));
	await tx.insertInto('finding').values(rows).execute();
	return rows.map(({ id }) => id);
}

async function addOrganisation(
	tx: Tx,
	{ municipalityId: municipality_id }: Stage,
	trajectory_id: string,
	number: number,
): Promise<string> {
	const id = newId();
	const created_at = new Date();
	const name = `Organisatie ${number}`;
	await tx
		.insertInto('organisation')
		.values({ municipality_id, id, name, sector: 'welfare', created_at })
		.execute();
	const participant = { id: newId(), trajectory_id, organisation_id: id, part: 'core_group' };
	await tx
		.insertInto('participant')
		.values({ municipality_id, ...participant, created_at })
		.execute();
	return id;
}

/** Somebody of an organisation, signed in; gives their cookie. */
async function addPerson(
	tx: Tx,
	{ municipalityId: municipality_id }: Stage,
	organisation_id: string,
	number: string,
): Promise<string> {
	const [personId, id, created_at] = [newId(), newId(), new Date()];
	const email = `deelnemer.${number}@bijeenkomst.invalid`;
	const like = await tx.selectFrom('membership').selectAll().limit(1).executeTakeFirstOrThrow();
	const person = await tx.selectFrom('person').selectAll().limit(1).executeTakeFirstOrThrow();
	await tx
		.insertInto('person')
		.values({ ...person, municipality_id, id: personId, email, name: `Deelnemer ${number}` })
		.execute();
	const membership = { id, organisation_id, role: 'professional', person_id: personId };
	await tx
		.insertInto('membership')
		.values({ ...like, municipality_id, ...membership })
		.execute();
	const secret = newSecret();
	await tx
		.insertInto('session')
		.values({
			...{ municipality_id, digest: digestOf(secret), membership_id: id, kind: 'browser' },
			...{ created_at, expires_at: new Date(Date.now() + 24 * 60 * 60 * 1000) },
		})
		.execute();
	return `wijkagenda=${secret}`;
}
