import type { Stretch } from './passage.ts';

/** A stretch as a checkbox sends it: `answers.pleasant:0-34`. */
export function markValue({ part, start, end }: Stretch): string {
	return `${part}:${start}-${end}`;
}

/** The checkboxes of `SentenceChoice` as the command takes them; what is no stretch is left to the command to refuse. */
export function withMarks({ marks, ...values }: Record<string, unknown>): Record<string, unknown> {
	const list = Array.isArray(marks) ? marks : [];
	return { ...values, marks: list.map(stretchOf) };
}

function stretchOf(value: unknown): Record<string, string | undefined> {
	const found = /^(.{1,100}):(\d{1,6})-(\d{1,6})$/.exec(typeof value === 'string' ? value : '');
	return { part: found?.[1], start: found?.[2], end: found?.[3] };
}
