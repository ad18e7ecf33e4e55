import { isHttpError, redirect } from '@sveltejs/kit';
import { setOwnChoices } from '#features/publications/own-import.commands.server.ts';
import { choiceKey } from '#features/publications/own-area.ts';
import { ownImportCheck, readOwnImport } from '#features/publications/own-import.queries.server.ts';
import type { OwnProblemKind } from '#features/publications/own-problem.ts';
import { stepFor } from '#features/publications/own-steps.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** How many problems are on the page; the file to download has all. */
const SHOWN_PROBLEMS = 200;
/** How many names are asked about at once. */
const ASKED_NAMES = 40;

export const load: PageServerLoad = async ({ locals, params }) => {
	const file = await locals.ask(readOwnImport, { ownImportId: params.id });
	const check = await locals.ask(ownImportCheck, { ownImportId: params.id }).catch((failure: unknown) => {
		const step = isHttpError(failure) ? stepFor((failure.body as { code?: string }).code) : null;
		if (step) redirect(303, `/${params.municipality}/cijfers/eigen/${params.id}/${step}`);
		throw failure;
	}); // prettier-ignore
	const { problems, unsure, chosen, ...rest } = check;
	const kinds = new Map<OwnProblemKind, number>();
	for (const { kind } of problems) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
	return {
		file,
		check: {
			...rest,
			problems: problems.slice(0, SHOWN_PROBLEMS),
			total: problems.length,
			kinds: [...kinds].map(([kind, count]) => ({ kind, count })),
			unsure: unsure.slice(0, ASKED_NAMES).map((one) => ({ ...one, chosen: chosen[choiceKey(one.written)] ?? '' })), // prettier-ignore
			unsureRest: Math.max(0, unsure.length - ASKED_NAMES),
		},
		requestId: newId(),
	};
};

export const actions = {
	default: formAction(setOwnChoices, {
		fixed: ({ params }) => ({ ownImportId: params.id }),
		// Names that were chosen change what is wrong: only who leaves the rest out goes on.
		next: ({ url, params }, { leavesOut }) => {
			const base = `/${params.municipality}/cijfers/eigen/${params.id}`;
			return leavesOut ? `${base}/inlezen` : url.pathname;
		},
	}),
} satisfies Actions;
