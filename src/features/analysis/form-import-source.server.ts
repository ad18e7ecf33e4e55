import { recordEvidence } from '#features/evidence/record.server.ts';
import { newId } from '#kernel/id.ts';
import { bareText } from './exchange-names.ts';
import { cite } from './cite.server.ts';
import type { ImportContext, ImportLine, LineOutcome } from './form-import-row.server.ts';

/** The longest title of a source; what is longer stands whole in its summary. */
const longestTitle = 200;

/**
 * A source that a form names: the one of that title which is there already, or a document with no more than its title,
 * for the participants to see. It is put behind the finding that it is named with, if any. `titles` are those of the
 * sources that are there; a new one is added to it.
 */
export async function takeSource(
	{ tx, actor, clock, subject }: ImportContext,
	{ text, theme }: ImportLine,
	findingId: string | null,
	titles: Map<string, string>,
): Promise<LineOutcome> {
	const title = text.replace(/\s+/g, ' ').trim();
	const there = [...titles].find(([, one]) => bareText(one) === bareText(title))?.[0];
	const evidenceId = there ?? newId();
	if (!there) {
		const isLong = title.length > longestTitle;
		await recordEvidence(tx, actor, clock, {
			id: evidenceId,
			access: subject,
			visibility: 'participants',
			title: isLong ? `${title.slice(0, longestTitle - 1).toWellFormed()}…` : title,
			place: '',
			moment: null,
			themes: theme === null ? [] : [theme],
			content: {
				kind: 'document',
				details: { author: '', year: null, reference: '', page: '', url: null, summary: isLong ? text : '' }, // prettier-ignore
			},
		});
		titles.set(evidenceId, title);
	}
	if (findingId)
		await cite({ tx, actor, clock, subject }, findingId, [{ evidenceId, note: '' }], 'lines');
	return {
		...{ table: 'evidence', id: evidenceId, version: there ? null : 1, isAdded: !there },
		...{ before: null, citedBy: findingId },
	};
}
