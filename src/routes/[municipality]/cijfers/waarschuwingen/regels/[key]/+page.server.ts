import {
	changeRule,
	resetRule,
	restoreRule,
	switchRule,
	withdrawRule,
} from '#features/warnings/rule.commands.server.ts';
import { draftInAddress, draftOf } from '#features/warnings/rule-form.ts';
import { previewRule, readRule } from '#features/warnings/rule.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const rule = await locals.ask(readRule, { ruleKey: params.key });
	const asked = draftInAddress(url.searchParams);
	return {
		rule,
		draft: asked?.draft ?? draftOf(rule.content, locals.language),
		preview:
			asked?.rule && rule.may.manage ? await locals.ask(previewRule, { rule: asked.rule }) : null,
		requestId: newId(),
	};
};

const fixed = ({ params }: { params: Partial<Record<string, string>> }) => ({
	ruleKey: params.key,
});
/** What was tried out in the address is kept now, or put aside. */
const next = ({ url }: { url: URL }) => url.pathname;

export const actions = {
	change: formAction(changeRule, { fixed, next }),
	switch: formAction(switchRule, { fixed, next }),
	reset: formAction(resetRule, { fixed, next }),
	withdraw: formAction(withdrawRule, { fixed, next }),
	restore: formAction(restoreRule, { fixed, next }),
} satisfies Actions;
