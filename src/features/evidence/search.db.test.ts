import { describe, expect, it } from 'vitest';
import {
	addEvidence,
	changeEvidence,
	setVisibility,
	withdrawEvidence,
} from './evidence.commands.server.ts';
import { evidenceChoices, listEvidence } from './evidence.queries.server.ts';
import { addObservation } from '#features/lifeworld/observation.commands.server.ts';
import { testWorld } from '#tests/support/world.ts';

const { kernel, home, elsewhere } = await testWorld();
const { professional, resident_representative: resident, process_manager: manager } = home.members;
const { trajectoryId } = home;

async function told(title: string, summary = '', by = professional): Promise<string> {
	const input = { kind: 'document' as const, trajectoryId, title, details: { summary } };
	const { id } = await kernel.run(by, addEvidence, input);
	return id as string;
}
const find = async (search: string, who = professional) => {
	const { items, search: made } = await kernel.ask(who, listEvidence, { trajectoryId, search });
	return { titles: items.map(({ title }) => title).toSorted(), made };
};

await told('Avond op het plein', 'Rond het bankje staan jongeren op straat te praten.');
await told('Speeltuinen in de wijk', 'De speeltuin is kapot en er ligt zwerfvuil.');
await told('Fietsenstalling', 'Café De Hoek wil meer plek.');

describe('searching', () => {
	it('finds words in any form, whatever capitals and accents', async () => {
		expect((await find('PLEINEN')).titles).toEqual(['Avond op het plein']);
		expect((await find('speeltuinen kapotte')).titles).toEqual(['Speeltuinen in de wijk']);
		expect((await find('cafe')).titles).toEqual(['Fietsenstalling']);
	});

	it('wants every word, and finds longer words that begin with one', async () => {
		expect((await find('plein zwerfvuil')).titles).toEqual([]);
		expect((await find('fiets')).titles).toEqual(['Fietsenstalling']);
	});

	it('knows other ways to say the same', async () => {
		expect((await find('hangjeugd')).titles).toEqual(['Avond op het plein']);
		expect((await find('troep')).titles).toEqual(['Speeltuinen in de wijk']);
	});

	it('finds what is nearest when nobody wrote a word, and says so', async () => {
		const { titles, made } = await find('fietsnstalling');
		expect(titles).toEqual(['Fietsenstalling']);
		expect(made?.instead).toEqual([{ typed: 'fietsnstalling', found: ['fietsenstall'] }]);
		expect((await find('bankje')).made?.instead).toEqual([]);
	});

	it('tells words that are too ordinary from words that are not there', async () => {
		expect((await find('de het een')).made?.isTooOrdinary).toBe(true);
		const { titles, made } = await find('xylofoon');
		expect(titles).toEqual([]);
		expect(made?.isTooOrdinary).toBe(false);
	});

	it('follows what changes, is withdrawn, and is not part of what was', async () => {
		const id = await told('Tijdelijk', 'Over de kermis.');
		const changed = { evidenceId: id, version: 1, kind: 'document' as const, title: 'Tijdelijk' };
		await kernel.run(professional, changeEvidence, {
			...changed,
			details: { summary: 'Over de markt.' },
		});
		expect((await find('kermis')).titles).toEqual([]);
		expect((await find('markt')).titles).toEqual(['Tijdelijk']);
		await kernel.run(professional, withdrawEvidence, {
			evidenceId: id,
			version: 2,
			reason: 'Klopt niet.',
		});
		expect((await find('markt')).titles).toEqual([]);
	});

	it('never tells a word of a source that is hidden, also not as what was perhaps meant', async () => {
		const id = await told('Besloten', 'Over de zonnewijzer.');
		await kernel.run(professional, setVisibility, {
			evidenceId: id,
			version: 1,
			visibility: 'organisation',
		});
		expect((await find('zonnewijzer')).titles).toEqual(['Besloten']);
		for (const who of [manager, resident]) {
			expect((await find('zonnewijzer', who)).titles).toEqual([]);
			const { titles, made } = await find('zonnewijzr', who);
			expect(titles).toEqual([]);
			expect(made?.instead).toEqual([]);
		}
		const other = kernel.ask(elsewhere.members.professional, listEvidence, {
			trajectoryId,
			search: 'plein',
		});
		await expect(other).rejects.toMatchObject({ code: 'not_found' });
	});

	it('takes signs of the search language for what they are: no words', async () => {
		for (const typed of ["' OR 1=1 --", '%', '& | ! :*', '\\']) await find(typed);
		expect((await find('plein & !bankje')).titles).toEqual(['Avond op het plein']);
	});

	it('knows a typing mistake in the first letter', async () => {
		for (const typed of [
			'pietsenstalling',
			'ietsenstalling',
			'ifetsenstalling',
			'ffietsenstalling',
		])
			expect((await find(typed)).titles, typed).toEqual(['Fietsenstalling']);
	});
});

describe('the order of what was found', () => {
	const inOrder = async (search: string, order?: 'best' | 'newest') => {
		const { items } = await kernel.ask(professional, listEvidence, { trajectoryId, search, order });
		return items.map(({ title }) => title);
	};

	it('is the best match first: in the title, then said more than once, then once; the newest first when asked for', async () => {
		await told('Over het dierenparkje');
		await told('Veel gezegd', 'Een dierenparkje! Iedereen wil naar het dierenparkje.');
		await told('Terloops', 'Bij het dierenparkje.');
		await told('Langer woord', 'De dierenparkjesbeheerder was er.');
		const best = ['Over het dierenparkje', 'Veel gezegd', 'Terloops', 'Langer woord'];
		expect(await inOrder('dierenparkje')).toEqual(best);
		expect(await inOrder('dierenparkje', 'newest')).toEqual(best.toReversed());
	});

	it('goes on from page to page, and counts them all', async () => {
		for (let at = 0; at < 23; at += 1) await told(`Knikkeren ${at}`);
		const page = (number: number, order: 'best' | 'newest') =>
			kernel.ask(professional, listEvidence, { trajectoryId, search: 'knikkeren', page: number, order }); // prettier-ignore
		for (const order of ['best', 'newest'] as const) {
			const [first, second, third] = [
				await page(1, order),
				await page(2, order),
				await page(3, order),
			];
			const ids = [...first.items, ...second.items].map(({ id }) => id);
			expect([first.items.length, new Set(ids).size, third.items.length]).toEqual([20, 23, 0]);
			expect([first.total, third.total, first.hasMore]).toEqual([23, 23, false]);
		}
	});
});

describe('where the words stand', () => {
	it('is marked in the title and in a stretch of the text, whatever their form', async () => {
		const before = 'Er is hier van alles te doen. '.repeat(12);
		await told('De skatebaan', `${before}Op de Skatebanen staan vaak kinderen te kijken.`);
		const { items } = await kernel.ask(professional, listEvidence, {
			trajectoryId,
			search: 'skatebaan',
		});
		const marked = items[0]?.marked;
		const foundIn = (pieces: { text: string; isFound: boolean }[] = []) =>
			pieces.filter(({ isFound }) => isFound).map(({ text }) => text);
		expect(foundIn(marked?.title)).toEqual(['skatebaan']);
		expect(foundIn(marked?.excerpt)).toEqual(['Skatebanen']);
		const text = marked?.excerpt.map((piece) => piece.text).join('') ?? '';
		expect(text.startsWith('… ') && text.endsWith('te kijken.')).toBe(true);
	});

	it('is told of nothing when nothing is looked for', async () => {
		const { items } = await kernel.ask(professional, listEvidence, { trajectoryId });
		expect(items.every(({ marked }) => marked === null)).toBe(true);
	});
});

describe('what was chosen in a form', () => {
	it('is found by the words of the form, and not by its codes', async () => {
		const { id } = await kernel.run(professional, addObservation, {
			trajectoryId,
			place: 'Hofje',
			busy: 'quiet',
			who: ['older-people'],
			order: 'neglected',
			placeKind: 'park-or-square',
		} as never);
		const finds = async (search: string) => {
			const { items } = await kernel.ask(professional, listEvidence, { trajectoryId, search });
			return items.find((item) => item.id === id)?.marked;
		};
		for (const words of ['rustig', 'ouderen', 'verwaarloosd', 'park', 'Quiet', 'rustig hofje'])
			expect(await finds(words), words).toBeDefined();
		expect((await finds('rustig'))?.chosen).toMatchObject([{ nl: 'Rustig', en: 'Quiet' }]);
		for (const words of ['neglected park-or-square busy', 'druk', 'jongeren hofje'])
			expect(await finds(words), words).toBeUndefined();
	});
});

describe('the choices of the filter', () => {
	it('name who brought in what the reader may see, and nobody else', async () => {
		const { organisations, places } = await kernel.ask(manager, evidenceChoices, { trajectoryId });
		const names = organisations.map(({ id }) => id);
		expect(names).toContain(professional.organisationId);
		expect(new Set(names).size).toBe(names.length);
		expect(places).toContain('Hofje');
	});

	it('leave out an organisation of which everything is its own', async () => {
		const { id: own } = await kernel.run(resident, addEvidence, {
			kind: 'document', trajectoryId, title: 'Alleen voor ons', visibility: 'organisation',
		} as never); // prettier-ignore
		const of = async (who: typeof manager) =>
			(await kernel.ask(who, evidenceChoices, { trajectoryId })).organisations.map(({ id }) => id);
		expect(own).toBeTruthy();
		expect(await of(resident)).toContain(resident.organisationId);
		expect(await of(manager)).not.toContain(resident.organisationId);
	});
});
