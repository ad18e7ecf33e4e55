import http from 'node:http';
import { asOwner } from '#server/database/owner.ts';
import { newId } from '#kernel/id.ts';
import { medianMilliseconds, send } from './load.ts';
import { compared, type Result } from './result.ts';
import type { Stage } from './stage.ts';

const findings = 200;

/** The report of a full form (200 findings) as a PDF and as DOCX over HTTP, against the same report as a web page. */
export async function benchReport(stage: Stage): Promise<Result[]> {
	await fillForm(stage);
	const agent = new http.Agent({ keepAlive: true });
	const headers = { cookie: `wijkagenda=${stage.cookie}` };
	const get = async (path: string) => {
		const { status, text } = await send(stage.url, agent, { method: 'GET', path, headers });
		if (status !== 200) throw new Error(`${path}: ${status} ${text.slice(0, 200)}`);
	};
	const page = await medianMilliseconds(10, () => get('/arnhem/geitenkamp/2007/verslag'));
	const pdf = await medianMilliseconds(10, () =>
		get('/arnhem/geitenkamp/2007/verslag/verslag.pdf'),
	);
	const docx = await medianMilliseconds(10, () =>
		get('/arnhem/geitenkamp/2007/verslag/verslag.docx'),
	);
	agent.destroy();
	return [
		compared(
			'The report of a full form (200 findings) as PDF',
			pdf,
			'ms',
			{ name: 'the same report as a web page', value: page },
			'under 500 ms',
		),
		compared(
			'The report of a full form (200 findings) as DOCX',
			docx,
			'ms',
			{ name: 'the same report as a web page', value: page },
			'under 500 ms',
		),
	];
}

async function fillForm(stage: Stage): Promise<void> {
	await asOwner(stage.owner, async (tx) => {
		const trajectory = await tx
			.selectFrom('trajectory')
			.select('id')
			.where('area_slug', '=', 'geitenkamp')
			.executeTakeFirstOrThrow();
		const [{ id: evidenceId } = { id: '' }] = await tx
			.selectFrom('evidence')
			.select('id')
			.where('trajectory_id', '=', trajectory.id)
			.limit(1)
			.execute();
		const themes = [
			'huishouding',
			'opvoeding',
			'zorg-voor-gezondheid',
			'betaald-werk',
			'budgettering',
			'ontmoeting',
			'sport',
			'cultuur',
		];
		const now = new Date();
		const rows = Array.from({ length: findings }, (_, index) => ({
			municipality_id: stage.municipalityId,
			id: newId(),
			trajectory_id: trajectory.id,
			kind: index % 2 ? 'risk' : 'protective',
			text: `Bevinding ${index}: wat mensen in deze straten zien en vertellen, in twee regels tekst zoals die op het schema staat.`,
			themes: [themes[index % themes.length] as string],
			organisation_id: stage.organisationId,
			created_by: stage.membershipId,
			created_at: now,
			changed_at: now,
		}));
		await tx.insertInto('finding').values(rows).execute();
		await tx
			.insertInto('citation')
			.values(
				rows.map(({ id }) => ({
					municipality_id: stage.municipalityId,
					finding_id: id,
					evidence_id: evidenceId,
					created_at: now,
				})),
			)
			.execute();
	});
}
