import { newId } from '#kernel/id.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { readDraft } from './draft.queries.server.ts';
import { frameworkPaths } from './framework-paths.ts';

/** What every page about a part of a draft begins with. */
export async function draftPage(event: Pick<RequestEvent, 'locals' | 'params'>) {
	const draft = await event.locals.ask(readDraft, { draftId: event.params.draft });
	const paths = frameworkPaths(event.params.municipality ?? '');
	return {
		draft: { id: draft.id, name: draft.content.name },
		content: draft.content,
		back: paths.draft(draft.id),
		requestId: newId(),
	};
}

/** Where a part of a draft is saved to, and where its editor goes afterwards: to the part in the draft. */
export function savedPart(part: (event: RequestEvent) => Record<string, string>, anchor: string) {
	const ids = (event: RequestEvent) => ({ draftId: event.params.draft ?? '', ...part(event) });
	return {
		fixed: ids,
		next: (event: RequestEvent) => {
			const [id] = Object.values(part(event));
			const place = frameworkPaths(event.params.municipality ?? '').draft(event.params.draft ?? '');
			return `${place}?melding=opgeslagen${id && anchor ? `#${anchor}-${id}` : ''}`;
		},
	};
}
