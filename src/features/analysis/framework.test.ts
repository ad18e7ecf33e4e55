import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { jsonFilesIn, readJson } from '#tests/support/content.ts';
import { frameworkSchema } from './framework.schema.ts';

const read = (id: string) => v.parse(frameworkSchema, readJson(`content/frameworks/${id}.json`));
const counts = (id: string) => read(id).domains.map(({ themes }) => themes.length);

describe('the frameworks in content/', () => {
	it.each(jsonFilesIn('content/frameworks'))('%s parses, in both languages', (path) => {
		expect(v.safeParse(frameworkSchema, readJson(path)).issues).toBeUndefined();
	});

	it('have as many themes as their sources: 6 + 5 + 9 in 2013, 7 + 5 + 9 in 2010', () => {
		expect(counts('2013')).toEqual([6, 5, 9]);
		expect(counts('2010')).toEqual([7, 5, 9]);
	});

	it('have the columns of the appendix, in its order', () => {
		expect(read('2013').columns.map(({ id }) => id)).toEqual([
			'risk',
			'protective',
			'sources',
			'provision',
			'knowledge',
		]);
		expect(read('2010').columns.map(({ name }) => name.nl)).toEqual([
			'Signalen',
			'Bronnen',
			'Analyse aanbod',
			'Kennisontwikkeling (vragen en methoden)',
		]);
	});

	it('share the ids of their common themes, so that a switch of framework loses nothing', () => {
		const ids = (id: string) => read(id).domains.flatMap(({ themes }) => themes.map((t) => t.id));
		const only2010 = ids('2010').filter((id) => !ids('2013').includes(id));
		expect(only2010).toEqual(['persoonlijke-ontwikkeling']);
	});
});

describe('the framework schema', () => {
	const whole = () => structuredClone(read('2013'));

	it('refuses a text that one language lacks', () => {
		const broken = whole();
		broken.domains[0]!.themes[0]!.name.en = '';
		expect(v.safeParse(frameworkSchema, broken).success).toBe(false);
	});

	it('refuses a theme id that is used in two domains', () => {
		const broken = whole();
		broken.domains[1]!.themes[0]!.id = broken.domains[0]!.themes[0]!.id;
		expect(v.safeParse(frameworkSchema, broken).success).toBe(false);
	});

	it('refuses a finding kind without a column', () => {
		const broken = whole();
		broken.columns = broken.columns.filter(({ id }) => id !== 'risk');
		expect(v.safeParse(frameworkSchema, broken).success).toBe(false);
	});
});
