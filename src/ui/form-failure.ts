/** What a form field sent: one text, or the texts of a group. Files are never sent back. */
type FormValue = string | readonly string[];

/**
 * One thing that is wrong; `path` is the field's name with dots (`means.0.amount`), '' for the whole. `code` names
 * the problem, for a form that shows more than the sentence.
 */
export type FormError = { path: string; message: string; code?: string };

/** What an action returns with `fail(400, …)`: which form, what was typed, and all errors at once. */
export type FormFailure = {
	command: string;
	/** The name of the failure. */
	code?: string;
	values: Record<string, FormValue>;
	errors: readonly FormError[];
	message?: string;
	/** What the sender needs to go on, such as what somebody else wrote meanwhile (`{ current }`). */
	data?: unknown;
};

/**
 * The failure that belongs to one form of a page, or undefined. `result` is the page's `form` prop;
 * `key` tells apart several forms with the same command (it was sent as `formKey`).
 */
export function failureOf(
	result: Partial<FormFailure> | null | undefined,
	command: string,
	key?: string,
): FormFailure | undefined {
	if (!result || result.command !== command || !result.values || !result.errors) return undefined;
	if (key !== undefined && result.values.formKey !== key) return undefined;
	return { ...result, command, values: result.values, errors: result.errors };
}

/** The first message about a field, or about a part of it (`themes.0` belongs to `themes`). */
export function errorAt(failure: FormFailure | undefined, name: string): string | undefined {
	const mine = ({ path }: FormError) => path === name || path.startsWith(`${name}.`);
	return failure?.errors.find(mine)?.message;
}

/** The text to show in a field: what was typed wins over what is stored. */
export function textAt(failure: FormFailure | undefined, name: string, stored: string): string {
	const typed = failure?.values[name];
	return typed === undefined ? stored : typeof typed === 'string' ? typed : (typed[0] ?? '');
}

/**
 * The chosen values of a group or a checkbox. A browser sends nothing for an empty choice, so after
 * a failure a missing name means that nothing was chosen.
 */
export function choicesAt(
	failure: FormFailure | undefined,
	name: string,
	stored: readonly string[],
): readonly string[] {
	if (!failure) return stored;
	const typed = failure.values[name] ?? failure.values[`${name}[]`] ?? [];
	return typeof typed === 'string' ? [typed] : typed;
}

/** What stands there now, when the form was refused because somebody else changed it meanwhile. */
export function currentOf(failure: FormFailure | undefined): Record<string, unknown> | undefined {
	const data = failure?.data;
	if (typeof data !== 'object' || data === null || !('current' in data)) return undefined;
	const { current } = data;
	return typeof current === 'object' && current !== null
		? (current as Record<string, unknown>)
		: undefined;
}

/**
 * The version that a form sends: the one that was read, or after "somebody changed this meanwhile" the one that the
 * refusal showed, because the sender has seen it now.
 */
export function versionAfter(failure: FormFailure | undefined, read: number): number {
	const version = currentOf(failure)?.version;
	return typeof version === 'number' ? version : read;
}
