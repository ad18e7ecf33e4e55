import { beforeAll, describe, expect, test } from 'vitest';
import { addFinding } from '#features/analysis/finding.commands.server.ts';
import { analysisForm } from '#features/analysis/form.queries.server.ts';
import { rowsOf } from '#features/analysis/form.ts';
import { startTrajectory } from '#features/trajectory/trajectory.commands.server.ts';
import { testWorld, type World } from '#tests/support/world.ts';
import {
	beginDraft,
	changeDraft,
	publishDraft,
	restoreDraft,
	revertDraft,
	withdrawDraft,
} from './draft.commands.server.ts';
import {
	addColumn,
	addTheme,
	changeColumn,
	changeTheme,
	hidePart,
	orderPart,
} from './draft-parts.commands.server.ts';
import { draftHistory, readDraft } from './draft.queries.server.ts';
import { listFrameworks, readFramework } from './framework.queries.server.ts';
import { setMapping } from './mapping.commands.server.ts';
import { readMapping } from './mapping.queries.server.ts';
import {
	closeSilentRound,
	openSilentRound,
} from '#features/analysis/silent-round.commands.server.ts';
import { moveBack, moveTrajectory } from './move.commands.server.ts';
import { movePreview } from './move.queries.server.ts';

let world: World;
beforeAll(async () => {
	world = await testWorld();
});

const manager = () => world.home.members.process_manager;
const run: World['kernel']['run'] = (...parts) => world.kernel.run(...parts);
const ask: World['kernel']['ask'] = (...parts) => world.kernel.ask(...parts);

async function idOf(key: string): Promise<string> {
	const { shown } = await ask(manager(), readFramework, { key });
	return shown.id;
}

async function newDraft(name: string): Promise<string> {
	const { id } = await run(manager(), beginDraft, { frameworkId: await idOf('2013'), name });
	return id;
}

const read = (draftId: string) => ask(manager(), readDraft, { draftId });
const garden = {
	nameNl: 'Moestuinen',
	nameEn: '',
	explanationNl: 'Waar bewoners samen tuinieren.',
	explanationEn: '',
};

async function start(areaName: string, framework: string): Promise<string> {
	const input = { areaName, startYear: 2026, endYear: 2030, framework };
	const { id } = await run(manager(), startTrajectory, input);
	return id;
}

const write = (trajectoryId: string, theme: string, more: object = {}) =>
	run(manager(), addFinding, {
		...{ trajectoryId, kind: 'risk', text: `Iets over ${theme}`, themes: [theme] },
		...more,
	});

const formOf = (trajectoryId: string) => ask(manager(), analysisForm, { trajectoryId });
const filledThemes = async (trajectoryId: string) =>
	rowsOf(await formOf(trajectoryId))
		.filter(({ findings }) => findings.length > 0)
		.map(({ theme, domainId }) => `${domainId}/${theme.id}`);

describe('a draft', () => {
	test('is copied from a shipped framework, adapted, and published as version 1', async () => {
		const draftId = await newDraft('Ons kader');
		await run(manager(), addTheme, { draftId, domain: 'III', ...garden });
		await run(manager(), hidePart, { draftId, part: 'theme', id: 'sport', hidden: true });
		await run(manager(), changeColumn, {
			draftId,
			column: 'risk',
			version: 1,
			nameNl: 'Zorgen',
			nameEn: 'Worries',
			explanationNl: 'Waar maken mensen zich zorgen over?',
			explanationEn: 'What do people worry about?',
		});
		const draft = await read(draftId);
		expect(draft.missingEnglish).toEqual(['Ons kader', 'Moestuinen']);
		expect(draft.differences.map(({ what }) => what)).toEqual([
			'frame_renamed',
			'hidden',
			'theme_added',
			'renamed',
			'explained',
		]);
		const published = await run(manager(), publishDraft, { draftId, version: draft.version });
		expect(published).toMatchObject({ key: 'ons-kader', version: 1 });
		const { framework } = await ask(manager(), readFramework, { key: 'ons-kader' });
		const theme = framework.domains[2]?.themes.at(-1);
		expect(theme).toMatchObject({ id: 'moestuinen', name: { nl: 'Moestuinen', en: 'Moestuinen' }, lacks: ['en'] }); // prettier-ignore
		expect(framework.basedOn).toEqual({ key: '2013', version: 1 });
	});

	test('a published version never changes; its trajectories keep it when the next one comes', async () => {
		const draftId = await newDraft('Blijft');
		await run(manager(), publishDraft, { draftId, version: 1 });
		await expect(
			run(manager(), addTheme, { draftId, domain: 'I', ...garden }),
		).rejects.toMatchObject({ code: 'framework.published' });
		const first = await start('Versie een', 'blijft');
		const { id: next } = await run(manager(), beginDraft, { frameworkId: await idOf('blijft') });
		// Whoever prepares the next version as well comes to the same draft.
		const again = await run(manager(), beginDraft, { frameworkId: await idOf('blijft') });
		expect(again.id).toBe(next);
		await run(manager(), addTheme, { draftId: next, domain: 'I', ...garden });
		await run(manager(), publishDraft, { draftId: next, version: 2 });
		const second = await start('Versie twee', 'blijft');
		expect((await formOf(first)).framework.version).toBe(1);
		expect((await formOf(second)).framework.version).toBe(2);
		const { frameworks } = await ask(manager(), listFrameworks, {});
		const line = frameworks.find(({ key }) => key === 'blijft');
		expect(line?.versions.map(({ uses }) => uses.map(({ areaName }) => areaName))).toEqual([
			['Versie twee'],
			['Versie een'],
		]);
	});

	test('a shipped framework stays as it is', async () => {
		await expect(
			run(manager(), beginDraft, { frameworkId: await idOf('2010') }),
		).rejects.toMatchObject({ code: 'framework.shipped' });
	});

	test('two editors of different parts both get through; of one part the second sees the first', async () => {
		const draftId = await newDraft('Samen');
		const change = (theme: string, nameNl: string) =>
			run(manager(), changeTheme, { ...garden, draftId, theme, version: 1, domain: 'III', nameNl });
		await change('sport', 'Sport en spel');
		await change('cultuur', 'Cultuur en geloof');
		await expect(change('sport', 'Bewegen')).rejects.toMatchObject({
			code: 'changed_meanwhile',
			data: { current: { nameNl: 'Sport en spel', version: 2 } },
		});
	});

	test('goes back to any former state, and forward again', async () => {
		const draftId = await newDraft('Terug');
		const themes = async () =>
			(await read(draftId)).content.domains[0]?.themes.map(({ id }) => id) ?? [];
		const before = await themes();
		await run(manager(), orderPart, { draftId, part: 'theme', id: before[1] ?? '', to: 'up' });
		const swapped = await themes();
		expect(swapped).toEqual([before[1], before[0], ...before.slice(2)]);
		await run(manager(), revertDraft, { draftId, version: 2, to: 1 });
		expect(await themes()).toEqual(before);
		await run(manager(), revertDraft, { draftId, version: 3, to: 2 });
		expect(await themes()).toEqual(swapped);
		const { versions } = await ask(manager(), draftHistory, { draftId });
		expect(versions.map(({ version }) => version)).toEqual([4, 3, 2, 1]);
		expect(versions[2]?.differences).toMatchObject([{ what: 'themes_ordered' }]);
	});

	test('who had a part open from before it was put back is told that it changed', async () => {
		const draftId = await newDraft('Oud open');
		await run(manager(), hidePart, { draftId, part: 'theme', id: 'sport', hidden: true });
		await run(manager(), revertDraft, { draftId, version: 2, to: 1 });
		await expect(
			run(manager(), changeTheme, { ...garden, draftId, theme: 'sport', version: 1, domain: 'I' }),
		).rejects.toMatchObject({ code: 'changed_meanwhile' });
	});

	test('keeps a theme, a column of findings and the sources', async () => {
		const draftId = await newDraft('Leeg');
		const hide = (id: string) =>
			run(manager(), hidePart, { draftId, part: 'column', id, hidden: true });
		await hide('provision');
		await hide('risk');
		await expect(hide('protective')).rejects.toMatchObject({ code: 'framework.last_part' });
		await expect(hide('sources')).rejects.toMatchObject({ code: 'framework.last_part' });
	});

	test('takes a column for a kind of finding it has none for, with its kinds', async () => {
		const draftId = await newDraft('Ook signalen');
		expect((await read(draftId)).addable.map(({ id }) => id)).toEqual(['signals']);
		await run(manager(), addColumn, { draftId, column: 'signals' });
		const { content, addable } = await read(draftId);
		expect(content.columns.map(({ id }) => id).slice(0, 3)).toEqual(['risk', 'protective', 'signals']); // prettier-ignore
		expect(content.findingKinds.map(({ id }) => id)).toEqual(['risk', 'protective', 'signal']);
		expect(addable).toEqual([]);
		await run(manager(), publishDraft, { draftId, version: 2 });
	});

	test('two themes of one name are refused beside the field', async () => {
		const draftId = await newDraft('Dubbel');
		await expect(
			run(manager(), addTheme, { draftId, domain: 'I', ...garden, nameNl: 'sport' }),
		).rejects.toMatchObject({ problems: [{ path: 'nameNl', code: 'taken' }] });
	});

	test('is set aside and taken up again', async () => {
		const draftId = await newDraft('Later');
		await run(manager(), withdrawDraft, { draftId, version: 1 });
		const change = { draftId, version: 1, nameNl: 'Toch', nameEn: '' };
		await expect(run(manager(), changeDraft, change)).rejects.toMatchObject({ code: 'withdrawn' });
		await run(manager(), restoreDraft, { draftId, version: 2 });
		await run(manager(), changeDraft, change);
		expect((await read(draftId)).content.name.nl).toBe('Toch');
	});

	test('is not there for another municipality, and not for who may not', async () => {
		const draftId = await newDraft('Van ons');
		const stranger = world.elsewhere.members.process_manager;
		await expect(ask(stranger, readDraft, { draftId })).rejects.toMatchObject({
			code: 'not_found',
		});
		await expect(
			run(stranger, addTheme, { draftId, domain: 'I', ...garden }),
		).rejects.toMatchObject({ code: 'not_found' });
		await expect(
			run(world.home.members.professional, beginDraft, { frameworkId: draftId, name: 'X' }),
		).rejects.toMatchObject({ code: 'role_not_allowed' });
	});
});

describe('the professionals’ variant', () => {
	test('starts a trajectory with signals, and the criteria of 2010', async () => {
		const trajectoryId = await start('Beroepen', '2010-professionals');
		await write(trajectoryId, 'opvoeding', { kind: 'signal', signalKind: 'question' });
		expect(await filledThemes(trajectoryId)).toEqual(['I/opvoeding']);
	});

	test('a framework that is not there is refused beside the field', async () => {
		await expect(start('Nergens', 'bestaat-niet')).rejects.toMatchObject({
			problems: [{ path: 'framework', code: 'unknown' }],
		});
	});
});

describe('going over to another framework', () => {
	test('says first what would happen', async () => {
		const trajectoryId = await start('Vooraf', '2010');
		await write(trajectoryId, 'sport', { kind: 'signal', signalKind: 'chance' });
		await write(trajectoryId, 'persoonlijke-ontwikkeling', { kind: 'signal', signalKind: 'need' });
		const frameworkId = await idOf('2013');
		const { preview } = await ask(manager(), movePreview, { trajectoryId, frameworkId });
		expect(preview?.themes.map(({ id, place }) => [id, place])).toEqual([
			['persoonlijke-ontwikkeling', null],
			['sport', 'sport'],
		]);
		expect(preview?.themes[0]?.counterparts.map(({ to, kind }) => [to, kind])).toEqual([
			['opleiding', 'related'],
			['activering', 'related'],
		]);
		expect(preview?.lostKinds).toEqual([{ nl: 'Signaal', en: 'Signal' }]);
	});

	test('puts what is said elsewhere; the rest stays under “Niet in dit kader”; and back again', async () => {
		const trajectoryId = await start('Over', '2010');
		const signal = { kind: 'signal', signalKind: 'need' };
		await write(trajectoryId, 'sport', signal);
		await write(trajectoryId, 'persoonlijke-ontwikkeling', signal);
		const before = await filledThemes(trajectoryId);
		const frameworkId = await idOf('2013');
		await run(manager(), moveTrajectory, { trajectoryId, version: 1, frameworkId });
		expect(await filledThemes(trajectoryId)).toEqual(['III/sport', 'outside/persoonlijke-ontwikkeling']); // prettier-ignore
		await run(manager(), moveBack, { trajectoryId, version: 2 });
		expect(await filledThemes(trajectoryId)).toEqual(before);

		const places = [{ from: 'persoonlijke-ontwikkeling', to: 'opleiding' }];
		await run(manager(), moveTrajectory, { trajectoryId, version: 3, frameworkId, places });
		expect(await filledThemes(trajectoryId)).toEqual(['II/opleiding', 'III/sport']);
		await write(trajectoryId, 'ontmoeting', { kind: 'protective' });
		await run(manager(), moveBack, { trajectoryId, version: 4 });
		expect(await filledThemes(trajectoryId)).toEqual([before[0], 'III/ontmoeting', before[1]]);
		await expect(run(manager(), moveBack, { trajectoryId, version: 5 })).rejects.toMatchObject({
			code: 'not_found',
		});
	});

	test('waits until a silent round is closed, because nobody sees yet what is written in it', async () => {
		const trajectoryId = await start('Stil', '2010');
		const { id: silentRoundId } = await run(manager(), openSilentRound, { trajectoryId });
		const move = { trajectoryId, version: 1, frameworkId: await idOf('2013') };
		await expect(run(manager(), moveTrajectory, move)).rejects.toMatchObject({
			code: 'silentRound.already_open',
		});
		await run(manager(), closeSilentRound, { silentRoundId });
		await run(manager(), moveTrajectory, move);
	});

	test('refuses a theme that the other framework does not have, and the framework it has already', async () => {
		const trajectoryId = await start('Fout', '2013');
		const frameworkId = await idOf('2010');
		const places = [{ from: 'sport', to: 'verzonnen' }];
		await expect(
			run(manager(), moveTrajectory, { trajectoryId, version: 1, frameworkId, places }),
		).rejects.toMatchObject({ problems: [{ path: 'places.0.to', code: 'unknown' }] });
		await expect(
			run(manager(), moveTrajectory, { trajectoryId, version: 1, frameworkId: await idOf('2013') }),
		).rejects.toMatchObject({ code: 'framework.same' });
	});
});

describe('mappings', () => {
	const pair = async () => ({ frameworkId: await idOf('2010'), otherId: await idOf('2013') });
	const pairsOf = async (reverse = false) => {
		const { frameworkId, otherId } = await pair();
		const input = reverse
			? { frameworkId: otherId, otherId: frameworkId }
			: { frameworkId, otherId };
		const { pairs } = await ask(manager(), readMapping, input);
		return pairs;
	};

	test('people’s own counts above what the program proposes, from either side', async () => {
		const said = { ...(await pair()), theme: 'sport', otherTheme: 'recreatie', version: 0 };
		await run(manager(), setMapping, { ...said, kind: 'narrower', note: 'Sport is recreatie.' });
		expect((await pairsOf()).filter(({ from }) => from === 'sport').map(({ to, kind, by }) => [to, kind, by])).toEqual([['sport', 'same', 'equal'], ['recreatie', 'narrower', 'people']]); // prettier-ignore
		const turned = (await pairsOf(true)).find(({ from, to }) => from === 'recreatie' && to === 'sport'); // prettier-ignore
		expect(turned).toMatchObject({ kind: 'broader', note: 'Sport is recreatie.', version: 1 });
		await run(manager(), setMapping, { ...said, kind: 'none', version: 1 });
		expect((await pairsOf()).filter(({ from }) => from === 'sport')).toHaveLength(1);
	});

	test('a second writer on one pair is told', async () => {
		const said = { ...(await pair()), theme: 'cultuur', otherTheme: 'sport', version: 0 };
		await run(manager(), setMapping, { ...said, kind: 'related' });
		await expect(run(manager(), setMapping, { ...said, kind: 'none' })).rejects.toMatchObject({
			code: 'changed_meanwhile',
		});
	});
});
