import { parseAreaCode, type AreaLevel } from '#features/areas/area-code.ts';
import { shown, type OwnLayout, type OwnValue } from './own-layout.ts';

/** An area that a file may be about. */
export interface OwnArea {
	code: string;
	name: string;
	level: AreaLevel;
}

/** What became of looking for an area: found, none, or several that it may be. */
export type FoundArea = { area: OwnArea } | { unknown: string } | { several: OwnArea[] };

/** A name or code as people wrote it, to the code of the area that they said it is. */
export type AreaChoices = Readonly<Record<string, string>>;

/**
 * A code as a file may write it, with its letters: CBS's own, one without its letters, or one of which a spreadsheet
 * took the first zeros. Null when it is no code.
 */
export function readAreaCode(raw: OwnValue | undefined): string | null {
	const text = shown(raw).toUpperCase().replace(/\s/g, '');
	const code = parseAreaCode(text);
	if (code) return code.code;
	if (!/^\d{3,8}$/.test(text)) return null;
	if (text.length >= 7) return parseAreaCode(`BU${text.padStart(8, '0')}`)?.code ?? null;
	if (text.length >= 5) return parseAreaCode(`WK${text.padStart(6, '0')}`)?.code ?? null;
	return parseAreaCode(`GM${text.padStart(4, '0')}`)?.code ?? null;
}

/** A name without what people write differently: capitals, accents, punctuation, "wijk 10" in front. */
export function bareAreaName(name: string): string {
	const plain = name
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.replace(/&/g, ' en ')
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
	const bare = plain
		.replace(/^(?:gemeente|wijk|buurt|dorp)\s+(?:\d+[a-z]?\s+)?/, '')
		.replace(/^\d{1,4}\s+(?=[a-z])/, '');
	return bare === '' ? plain : bare;
}

/** How a written area is known again among the choices that people made. */
export const choiceKey = (written: string): string =>
	written.trim().toLowerCase().replace(/\s+/g, ' ').slice(0, 120);

/** Finds the areas that a file is about among those that are known. */
export class AreaFinder {
	private readonly byCode: ReadonlyMap<string, OwnArea>;
	private readonly byName = new Map<string, OwnArea[]>();

	/** `named` are the areas that may be meant by a name: those of the own municipality. */
	constructor(known: readonly OwnArea[], named: readonly OwnArea[]) {
		this.byCode = new Map([...known, ...named].map((area) => [area.code, area]));
		for (const area of named) {
			const key = bareAreaName(area.name);
			const there = this.byName.get(key) ?? [];
			if (!there.some(({ code }) => code === area.code)) this.byName.set(key, [...there, area]);
		}
	}

	/** The area of a code or name as people wrote it; what they chose for it goes first. */
	find(
		code: OwnValue | undefined,
		name: OwnValue | undefined,
		level: OwnLayout['level'],
		choices: AreaChoices,
	): FoundArea {
		const written = shown(code) || shown(name);
		const chosen = this.byCode.get(choices[choiceKey(written)] ?? '');
		if (chosen) return { area: chosen };
		if (shown(code) !== '') {
			const area = this.byCode.get(readAreaCode(code) ?? '');
			return area ? { area } : { unknown: written };
		}
		const all = this.byName.get(bareAreaName(written)) ?? [];
		const fitting = all.filter((area) => level === null || area.level === level);
		const several = fitting.length > 0 ? fitting : all;
		if (several.length === 1) return { area: several[0]! };
		return several.length === 0 ? { unknown: written } : { several };
	}

	/** Whether a text is the name of an area. */
	knowsName(name: string): boolean {
		return this.byName.has(bareAreaName(name));
	}
}
