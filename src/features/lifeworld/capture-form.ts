import { onOneLine } from './excerpt.ts';

/** What a form of the field app says to the page's script (`data-capture`). */
export interface CaptureForm {
	/** The kind of evidence that it becomes; its command is `<kind>.add`. */
	kind: 'observation' | 'conversation' | 'photo' | 'signal' | 'walk';
	/** The path in the API that it is sent to. */
	address: string;
	/** Where to go when it is kept. */
	after: string;
	/** Below which path it can be read once the server has it, by its id. */
	shownBelow: string;
}

/**
 * What the server would miss, said before it is put in the queue: where it was, and whether anything was noted at all.
 * `t` are the sentences.
 */
export function missingIn(
	body: Record<string, unknown>,
	kind: CaptureForm['kind'],
	t: Record<'whereMissing' | 'nothingSeen' | 'noAnswer', string>,
): { path: string; message: string }[] {
	const isThere = (name: string) => {
		const value = body[name];
		return Array.isArray(value) ? value.length > 0 : Boolean(value);
	};
	const problems: { path: string; message: string }[] = [];
	if ((kind === 'observation' || kind === 'photo') && !isThere('placeId') && !isThere('place'))
		problems.push({ path: 'place', message: t.whereMissing });
	const marks = ['who', 'busy', 'mood', 'order', 'activities', 'seen'];
	if (kind === 'observation' && !marks.some(isThere))
		problems.push({ path: 'seen', message: t.nothingSeen });
	if (kind === 'conversation' && !isThere('answers'))
		problems.push({ path: 'answers', message: t.noAnswer });
	return problems;
}

/** What a record is called in the list of what waits on the phone: the first that was said, or where it was. */
export function titleOf(
	body: Record<string, unknown>,
	placeName: string,
	fallback: string,
): string {
	const answers =
		typeof body.answers === 'object' && body.answers ? Object.values(body.answers) : [];
	const said = [body.seen, body.text, body.summary, body.attention, body.activities, ...answers];
	const found = [...said, body.place, placeName].find(
		(one): one is string => typeof one === 'string' && one.trim() !== '',
	);
	const line = onOneLine(found ?? fallback);
	return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
