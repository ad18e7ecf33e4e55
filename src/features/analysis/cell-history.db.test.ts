import { beforeAll, expect, it } from 'vitest';
import type { Member } from '#kernel/actor.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import { cellHistory } from './cell-history.queries.server.ts';
import { eventsOf, puttingBack } from './cell-history.ts';
import {
	addFinding,
	changeFinding,
	moveFinding,
	restoreFinding,
	withdrawFinding,
} from './finding.commands.server.ts';
import { addProvision, changeProvision } from './provision.commands.server.ts';
import { openSilentRound } from './silent-round.commands.server.ts';

let world: World;
let manager: Member;
let worker: Member;
beforeAll(async () => {
	world = await testWorld();
	({ process_manager: manager, professional: worker } = world.home.members);
});

const historyOf = (theme: string, column: string, actor = manager) =>
	world.kernel.ask(actor, cellHistory, { trajectoryId: world.home.trajectoryId, theme, column });

it('tells of each entry what happened to it while it stood in the cell, and which organisation did it', async () => {
	const { trajectoryId } = world.home;
	const content = { kind: 'risk', themes: ['sport'] };
	const { id: findingId } = await world.kernel.run(worker, addFinding, {
		...{ ...content, trajectoryId, text: 'Eerst.' },
	});
	await world.kernel.run(manager, changeFinding, {
		...{ ...content, findingId, version: 1, text: 'Daarna.' },
	});
	await world.kernel.run(manager, withdrawFinding, { findingId, version: 2, reason: 'Dubbel' });
	await world.kernel.run(worker, restoreFinding, { findingId, version: 3 });
	await world.kernel.run(worker, moveFinding, {
		...{ findingId, version: 4, kind: 'risk', theme: 'cultuur' },
	});
	const [entry] = (await historyOf('sport', 'risk')).entries;
	const events = eventsOf(entry as NonNullable<typeof entry>);
	expect(events.map(({ kind }) => kind)).toEqual([
		...['movedAway', 'restored', 'withdrawn', 'changed', 'added'],
	]);
	expect(events.map(({ version }) => version.organisationName?.split(' ')[0])).toEqual([
		...['Welzijn', 'Welzijn', 'Gemeente', 'Gemeente', 'Welzijn'],
	]);
	expect(events[3]).toMatchObject({ before: 'Eerst.', version: { text: 'Daarna.' } });
	const there = (await historyOf('cultuur', 'risk')).entries;
	expect(eventsOf(there[0] as NonNullable<typeof entry>).map(({ kind }) => kind)).toEqual([
		'movedHere',
	]);
	expect((await historyOf('cultuur', 'protective')).entries).toEqual([]);
});

it('puts a former text back under the version of now, and leaves the entry where it stands', async () => {
	const { trajectoryId } = world.home;
	const row = { theme: 'recreatie', standing: 'missing', form: null };
	const { id: provisionId } = await world.kernel.run(worker, addProvision, {
		...{ ...row, trajectoryId, text: 'Een zaal.' },
	});
	await world.kernel.run(manager, changeProvision, {
		...{ ...row, provisionId, version: 1, text: 'Twee zalen.' },
	});
	const entry = (await historyOf('recreatie', 'provision')).entries[0];
	if (!entry) throw new Error('There is no history.');
	expect(entry.versions.map((one) => one.organisationName?.split(' ')[0])).toEqual([
		...['Welzijn', 'Gemeente'],
	]);
	const [first, last] = entry.versions;
	expect(last && puttingBack(entry, last)).toBeNull();
	const fields = Object.fromEntries((first && puttingBack(entry, first)) ?? []);
	expect(fields).toMatchObject({
		provisionId,
		version: '2',
		text: 'Een zaal.',
		theme: 'recreatie',
	});
	await world.kernel.run(manager, changeProvision, { ...fields, form: null, version: 2 });
	const after = (await historyOf('recreatie', 'provision')).entries[0];
	expect(after?.versions.at(-1)).toMatchObject({ text: 'Een zaal.', version: 3 });
});

it('keeps silent what a silent round keeps silent', async () => {
	const { trajectoryId } = world.home;
	await world.kernel.run(manager, openSilentRound, { trajectoryId });
	await world.kernel.run(worker, addFinding, {
		...{ trajectoryId, kind: 'risk', themes: ['mantelzorg'], text: 'Stil.' },
	});
	expect((await historyOf('mantelzorg', 'risk')).entries).toEqual([]);
	expect((await historyOf('mantelzorg', 'risk', worker)).entries).toHaveLength(1);
});
