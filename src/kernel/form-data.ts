/** What a form sends, after reading: texts, lists and nested objects. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue };

/**
 * Reads a form into the shape of a command's input. `means.0.amount` nests, `themes[]` is a list; fields left empty are
 * left out, and so are files (a route that takes files reads them itself).
 */
export function readForm(form: FormData): Record<string, FormValue> {
	const result: Record<string, FormValue> = {};
	for (const [name, value] of form) {
		if (typeof value !== 'string' || value.trim() === '') continue;
		if (name.endsWith('[]')) addToList(result, name.slice(0, -2), value);
		else setAt(result, name.split('.'), value);
	}
	return result;
}

/** What was typed, flat by field name, so that a page shows it again after a refusal. */
export function typedValues(form: FormData): Record<string, string | string[]> {
	const values: Record<string, string | string[]> = {};
	for (const [name, value] of form) {
		if (typeof value !== 'string') continue;
		if (name.endsWith('[]')) {
			const list = values[name];
			values[name] = Array.isArray(list) ? [...list, value] : [value];
		} else values[name] = value;
	}
	return values;
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
/** A list is filled by number; `means.4294967294` would make one that takes minutes to walk through. */
const listIndex = /^\d{1,3}$/;
/** No field of ours lies deeper than this. */
const deepest = 10;

function setAt(target: Record<string, FormValue>, path: string[], value: FormValue): void {
	if (path.length > deepest || path.some((part) => forbidden.has(part))) return;
	let place: Record<string, FormValue> | FormValue[] = target;
	for (const [index, part] of path.entries()) {
		if (Array.isArray(place) && !listIndex.test(part)) return;
		const key = part as keyof typeof place;
		if (index === path.length - 1) {
			(place as Record<string, FormValue>)[part] = value;
			return;
		}
		if (typeof place[key] !== 'object')
			(place as Record<string, FormValue>)[part] = listIndex.test(path[index + 1] ?? '') ? [] : {};
		place = place[key] as Record<string, FormValue>;
	}
}

function addToList(target: Record<string, FormValue>, name: string, value: string): void {
	const path = name.split('.');
	const list = path.reduce<unknown>(
		(place, part) => (place as Record<string, unknown> | undefined)?.[part],
		target,
	);
	if (Array.isArray(list)) list.push(value);
	else setAt(target, path, [value]);
}
