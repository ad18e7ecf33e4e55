import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { root, sourceFiles } from './source-files.ts';

/** Whatever reads the same in both languages although it is longer than two words, with the reason. */
const sameInBoth: Record<string, string> = {};

type Texts = { [key: string]: unknown };
interface Pair {
	at: string;
	nl: unknown;
	en: unknown;
}

const modules = sourceFiles('src').filter(
	({ path: file, text }) =>
		file.endsWith('.ts') && !file.endsWith('.test.ts') && /\bmessages\(\{/.test(text),
);
const pairs = (await Promise.all(modules.map(({ path: file }) => pairsOf(file)))).flat();

async function pairsOf(file: string): Promise<Pair[]> {
	const module = (await import(pathToFileURL(path.join(root, file)).href)) as Texts;
	return Object.entries(module).flatMap(([name, value]) =>
		isTexts(value) && isTexts(value.nl) && isTexts(value.en)
			? walk(`${file} ${name}`, value.nl, value.en)
			: [],
	);
}

function isTexts(value: unknown): value is Texts {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function walk(at: string, nl: unknown, en: unknown): Pair[] {
	if (!isTexts(nl) || !isTexts(en)) return [{ at, nl, en }];
	const keys = new Set([...Object.keys(nl), ...Object.keys(en)]);
	return [...keys].flatMap((key) => walk(`${at}.${key}`, nl[key], en[key]));
}

it('every file with texts is read', () => {
	const read = new Set(pairs.map(({ at }) => at.split(' ')[0]));
	expect(modules.map((module) => module.path).filter((file) => !read.has(file))).toEqual([]);
});

it('no text is empty, in either language', () => {
	const isEmpty = (text: unknown) =>
		typeof text === 'function' ? false : typeof text !== 'string' || text.trim() === '';
	expect(pairs.filter(({ nl, en }) => isEmpty(nl) || isEmpty(en))).toEqual([]);
});

it('a text of more than two words differs between the languages', () => {
	const same = pairs
		.filter(({ nl, en }) => String(nl) === String(en) && String(nl).split(/\s+/).length > 2)
		.filter(({ nl, at }) => typeof nl !== 'function' || /[a-z]{3,} [a-z]{3,}/.test(bodyOf(nl, at)))
		.map(({ at }) => at)
		.filter((at) => !(at in sameInBoth));
	expect(same).toEqual([]);
});

/** The texts inside a function: what stands between quotes. */
function bodyOf(text: unknown, at: string): string {
	const quoted = String(text).match(/(['"`])(?:\\.|(?!\1)[^\\])*\1/g);
	return quoted?.join(' ') ?? at;
}
