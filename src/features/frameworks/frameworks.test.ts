import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { finding, formWith, framework } from '#features/analysis/form.test-data.ts';
import { frameworkSchema, type StoredFramework } from '#features/analysis/framework.schema.ts';
import { jsonFilesIn, readJson } from '#tests/support/content.ts';
import { besideEachOther } from './beside.ts';
import { asVersion, draftFrom } from './draft-content.ts';
import { differenceText } from './difference-text.ts';
import { differencesBetween } from './differences.ts';
import { shippedMappingSchema } from '#features/analysis/theme-mapping.schema.ts';
import { pairsBetween, placeBy, type OwnPair } from '#features/analysis/theme-mapping.ts';

const stored = (key: '2010' | '2013') => framework(key) as StoredFramework;
const shipped = v.parse(shippedMappingSchema, readJson('content/mappings/2010-2013.json'));
const pairs = (own: OwnPair[] = []) => pairsBetween(stored('2010'), stored('2013'), [shipped], own);
const idsOf = ({ domains }: StoredFramework) =>
	domains.flatMap(({ themes }) => themes.map(({ id }) => id));

describe('the content of frameworks', () => {
	it.each(jsonFilesIn('content/mappings'))('%s parses', (path) => {
		expect(v.safeParse(shippedMappingSchema, readJson(path)).issues).toBeUndefined();
	});

	it('the shipped mapping names every theme of both frameworks, and no other', () => {
		expect(new Set(shipped.pairs.map(({ from }) => from))).toEqual(new Set(idsOf(stored('2010'))));
		expect(new Set(shipped.pairs.map(({ to }) => to))).toEqual(new Set(idsOf(stored('2013'))));
	});

	it.each(jsonFilesIn('content/frameworks'))('%s has a set of criteria', (path) => {
		const { id, criteria = id } = v.parse(frameworkSchema, readJson(path));
		expect(jsonFilesIn('content/criteria')).toContain(`content/criteria/${criteria}.json`);
	});

	it('the professionals’ variant has the themes of 2010: its source gives no others', () => {
		const variant = v.parse(
			frameworkSchema,
			readJson('content/frameworks/2010-professionals.json'),
		);
		expect(idsOf(variant)).toEqual(idsOf(stored('2010')));
	});
});

describe('a draft', () => {
	it('that changes nothing becomes the version it began with', () => {
		expect(asVersion(draftFrom(stored('2013')), '2013', 1)).toEqual(stored('2013'));
	});

	it('borrows the Dutch text where English is missing, says so, and is empty there again in the next draft', () => {
		const draft = draftFrom(stored('2013'));
		draft.domains[0]!.themes[0]!.name = { nl: 'Thuis', en: '' };
		const version = asVersion(draft, 'ons', 1);
		expect(v.safeParse(frameworkSchema, version).success).toBe(true);
		expect(version.domains[0]?.themes[0]).toMatchObject({ name: { nl: 'Thuis', en: 'Thuis' }, lacks: ['en'] }); // prettier-ignore
		expect(draftFrom(version).domains[0]?.themes[0]?.name).toEqual({ nl: 'Thuis', en: '' });
	});
});

describe('differences', () => {
	const changed = (change: (frame: StoredFramework) => void) => {
		const after = structuredClone(stored('2013'));
		change(after);
		return differencesBetween(stored('2013'), after).map((one) => differenceText(one, 'nl'));
	};

	it('are none between a version and itself', () => {
		expect(changed(() => {})).toEqual([]);
	});

	it('are told one by one, in words', () => {
		expect(
			changed((frame) => {
				const [huishouding, opvoeding] = frame.domains[0]!.themes;
				frame.domains[0]!.themes[0] = opvoeding!;
				frame.domains[0]!.themes[1] = { ...huishouding!, hidden: true };
				frame.columns[0]!.name = { nl: 'Zorgen', en: 'Worries' };
				frame.domains[1]!.goal = { nl: 'Rondkomen', en: 'Making ends meet' };
			}),
		).toEqual([
			'Thema “Huishouding” is verborgen.',
			'De thema’s in Privédomein/persoonlijk leven staan in een andere volgorde.',
			'Leefdomein “Domein van werk, sociale zekerheid en voorzieningen” heeft een ander doel of onderschrift.',
			'Kolom “Risicofactoren” heet nu “Zorgen”.',
		]);
	});

	it('name what only one of two frameworks has', () => {
		const told = differencesBetween(stored('2010'), stored('2013'));
		expect(told.filter(({ what }) => what === 'theme_gone')).toHaveLength(1);
		expect(told.filter(({ what }) => what === 'column_added')).toHaveLength(2);
	});
});

describe('a mapping', () => {
	it('proposes equal ids as the same, and adds what the program knows of a theme that one lacks', () => {
		const odd = pairs().filter(({ kind }) => kind !== 'same');
		expect(odd.map(({ from, to }) => `${from} ${to}`)).toEqual([
			'persoonlijke-ontwikkeling opleiding',
			'persoonlijke-ontwikkeling activering',
		]);
	});

	it('sends a theme to its only same or wider counterpart, and otherwise asks', () => {
		const there = new Set(idsOf(stored('2013')));
		expect(placeBy(pairs(), 'sport', there)).toBe('sport');
		expect(placeBy(pairs(), 'persoonlijke-ontwikkeling', there)).toBeNull();
		const own = { from: 'persoonlijke-ontwikkeling', to: 'activering', note: '', version: 1 };
		const wider = pairs([{ ...own, kind: 'narrower' }]);
		expect(placeBy(wider, 'persoonlijke-ontwikkeling', there)).toBe('activering');
	});
});

describe('two analyses beside each other', () => {
	it('meet theme by theme; what has no counterpart is shown by itself', () => {
		const here = formWith({
			framework: framework('2010'),
			findings: [
				finding({ id: 'a', themes: ['persoonlijke-ontwikkeling'] }),
				finding({ id: 'b', themes: ['sport'] }),
			],
		});
		const there = formWith({
			findings: [
				finding({ id: 'c', themes: ['opleiding'] }),
				finding({ id: 'd', themes: ['sport'] }),
			],
		});
		const { both, onlyHere, onlyThere } = besideEachOther(here, there, pairs());
		const shown = both.map(({ theme, counterparts }) => [
			theme.id,
			counterparts.map((one) => `${one.kind} ${one.theme.id}: ${one.findings.length}`),
		]);
		expect(shown).toEqual([
			['persoonlijke-ontwikkeling', ['related opleiding: 1', 'related activering: 0']],
			['opleiding', ['same opleiding: 1']],
			['sport', ['same sport: 1']],
		]);
		expect([onlyHere, onlyThere]).toEqual([[], []]);
		const unmapped = besideEachOther(here, there, []);
		expect(unmapped.onlyHere.map(({ theme }) => theme.id)).toEqual(['persoonlijke-ontwikkeling', 'sport']); // prettier-ignore
		expect(unmapped.onlyThere.map(({ theme }) => theme.id)).toEqual(['opleiding', 'sport']);
	});
});
