import { beforeAll, describe, expect, it } from 'vitest';
import { queries } from '#features/registry.server.ts';
import {
	addObservation,
	changeObservation,
} from '#features/lifeworld/observation.commands.server.ts';
import type { Member } from '#kernel/actor.ts';
import { Failure } from '#kernel/failure.ts';
import type { AnyQuery } from '#kernel/query.server.ts';
import { inputOf } from '#tests/support/endpoint-input.ts';
import { fill } from '#tests/support/filled-world.ts';
import { testWorld } from '#tests/support/world.ts';
import { setVisibility } from './evidence.commands.server.ts';
import { readEvidence } from './evidence.queries.server.ts';
import { keepEvidenceInside, nameSecondReader, releaseEvidence } from './second-reading.commands.server.ts'; // prettier-ignore
import { listSecondReading } from './second-reading.queries.server.ts';

const world = await fill(await testWorld());
const { home } = world.filled;
const { kernel } = world;
const { professional, process_manager, resident_representative } = home.members;
const { trajectoryId } = home;
const secret = 'Onder de brug slapen verslaafden, zegt men; waterpasgeheim.';

let colleague: Member;
beforeAll(async () => {
	colleague = await world.addMember(home, 'professional', home.organisations.welfare);
});

async function handIn(input: object = {}): Promise<string> {
	const { id } = await kernel.run(professional, addObservation, {
		trajectoryId,
		place: 'Brug',
		seen: secret,
		visibility: 'public',
		...input,
	});
	return id;
}

const read = (who: Member, evidenceId: string) => kernel.ask(who, readEvidence, { evidenceId });
const codeOf = (doing: Promise<unknown>) =>
	doing.then(
		() => 'done',
		(failure: unknown) => (failure as Failure).code,
	);

describe('a note about a vulnerable group', () => {
	it('stays within the organisation of its author until a second reader released it', async () => {
		const evidenceId = await handIn();
		expect(await read(colleague, evidenceId)).toMatchObject({
			visibility: 'organisation',
			wishedVisibility: 'public',
		});
		expect(await codeOf(read(process_manager, evidenceId))).toBe('not_found');
		expect(await codeOf(read(resident_representative, evidenceId))).toBe('not_found');
		const { waiting } = await kernel.ask(process_manager, listSecondReading, { trajectoryId });
		expect(waiting.find(({ id }) => id === evidenceId)).toMatchObject({
			isMarked: false,
			groups: [expect.objectContaining({ id: 'addiction' })],
		});
		await kernel.run(process_manager, releaseEvidence, { evidenceId, version: 1 });
		expect(await read(resident_representative, evidenceId)).toMatchObject({
			visibility: 'public',
			wishedVisibility: null,
		});
	});

	it('cannot be shown to others by its author, by whatever way', async () => {
		const evidenceId = await handIn({ visibility: 'organisation' });
		await kernel.run(professional, setVisibility, { evidenceId, version: 1, visibility: 'public' });
		expect(await codeOf(read(process_manager, evidenceId))).toBe('not_found');
		await kernel.run(professional, changeObservation, {
			evidenceId,
			version: 2,
			place: 'Brug',
			seen: `${secret} Nog steeds.`,
		});
		expect(await codeOf(read(process_manager, evidenceId))).toBe('not_found');
	});

	it('is not released by the person who wrote it, also not as a named second reader', async () => {
		const evidenceId = await handIn();
		const name = (membershipId: string) =>
			kernel.run(process_manager, nameSecondReader, { trajectoryId, membershipId });
		await name(professional.membershipId);
		await name(colleague.membershipId);
		const release = { evidenceId, version: 1 };
		expect(await codeOf(kernel.run(professional, releaseEvidence, release))).toBe(
			'secondReading.own_work',
		);
		expect(await codeOf(kernel.run(resident_representative, releaseEvidence, release))).toBe(
			'trajectory.not_leading',
		);
		expect(await codeOf(kernel.run(colleague, releaseEvidence, release))).toBe('done');
	});

	it('stays inside when the second reader says so, until it is asked for anew', async () => {
		const evidenceId = await handIn();
		const remark = 'Schrijf op zonder de plek.';
		await kernel.run(process_manager, keepEvidenceInside, { evidenceId, version: 1, remark });
		const kept = await read(professional, evidenceId);
		expect(kept).toMatchObject({ visibility: 'organisation', wishedVisibility: null });
		expect(kept.second).toMatchObject({ decision: 'kept', remark });
		await kernel.run(professional, setVisibility, {
			evidenceId,
			version: kept.version,
			visibility: 'participants',
		});
		expect(await codeOf(read(process_manager, evidenceId))).toBe('not_found');
		const { waiting } = await kernel.ask(process_manager, listSecondReading, { trajectoryId });
		expect(waiting.map(({ id }) => id)).toContain(evidenceId);
	});

	it('is read again when its author changes it after it was released', async () => {
		const evidenceId = await handIn();
		await kernel.run(process_manager, releaseEvidence, { evidenceId, version: 1 });
		await kernel.run(professional, changeObservation, {
			evidenceId,
			version: 2,
			place: 'Brug',
			seen: `${secret} En meer dan eerst.`,
		});
		expect(await codeOf(read(process_manager, evidenceId))).toBe('not_found');
	});

	it('marked by its author waits as well, whatever its words', async () => {
		const marked = await handIn({ seen: 'Het plein is leeg.', aboutVulnerable: true });
		const plain = await handIn({ seen: 'Het plein is leeg.' });
		expect(await codeOf(read(process_manager, marked))).toBe('not_found');
		expect(await codeOf(read(process_manager, plain))).toBe('done');
	});
});

describe('no query shows what waits to anyone of another organisation', () => {
	const all = (queries as readonly AnyQuery[]).map((query) => [query.name, query] as const);
	const others = (): [string, Member | typeof home.visitor][] => [
		['visitor', home.visitor],
		...Object.entries(home.members).filter(([role]) => role !== 'professional'),
	];

	const towns = [[home.open, `${home.mark}open`], [home.closed, home.closedMark]] as const; // prettier-ignore

	it.each(all)('%s', async (name, query) => {
		for (const [rows, mark] of towns) {
			const input = inputOf(query, { ...rows, evidence: rows.waiting as string });
			for (const [who, actor] of others()) {
				if (name === 'secondReading.list' && who === 'process_manager') continue;
				const answer = await kernel.ask(actor, query as never, input).catch((failure: unknown) => {
					if (failure instanceof Failure) return failure.code;
					throw failure;
				});
				expect(JSON.stringify(answer) ?? '').not.toContain(`${mark} waiting`);
			}
		}
	});
});
