import { takeOver, withMark } from './take-over.ts';

/**
 * What the editor's form sends, as the command takes it: its hidden marks read, and what a button beside the text adds
 * to it — a sentence taken over, a mark put back — so that everything typed is saved along.
 */
export function sectionInput({ marks, take, mark, text, ...values }: Record<string, unknown>) {
	let written = typeof text === 'string' ? text : '';
	const taken = typeof take === 'string' ? parsed(take) : null;
	if (isProposal(taken)) written = takeOver(written, taken);
	if (typeof mark === 'string') written = withMark(written, mark);
	return { ...values, text: written, marks: typeof marks === 'string' ? parsed(marks) : {} };
}

/** JSON that a form sent, or what says to the schema that it is none. */
export function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return null;
	}
}

function isProposal(value: unknown): value is { before: string | null; now: string } {
	if (typeof value !== 'object' || value === null || !('now' in value)) return false;
	return typeof value.now === 'string';
}
