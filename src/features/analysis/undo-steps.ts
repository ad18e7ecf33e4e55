import { idFields, type Thing } from './entry-content.ts';
import type { Fields, Sending } from './sending.ts';

/** Something that was done to one entry. Without content it is not there: not added yet, or withdrawn. */
export interface Step {
	what: 'add' | 'change' | 'move' | 'withdraw';
	thing: Thing;
	id: string;
	/** What the entry says, to name the step by. */
	text: string;
	before: Fields | null;
	after: Fields | null;
	/** The version of the entry since it was done, or undone, last. */
	version: number;
}

/** What brings the entry of a step back to how it was (`undo`), or to how the step left it (`redo`). */
export function sendingOf(step: Step, way: 'undo' | 'redo', reason: string): Sending {
	const [now, wanted] = way === 'undo' ? [step.after, step.before] : [step.before, step.after];
	const which: Fields = [
		[idFields[step.thing], step.id],
		['version', String(step.version)],
	];
	if (wanted === null)
		return { action: `?/withdraw_${step.thing}`, fields: [...which, ['reason', reason]] };
	if (now === null) return { action: `?/restore_${step.thing}`, fields: which };
	return { action: `?/change_${step.thing}`, fields: [...which, ...wanted] };
}
