import { addRule } from '#features/warnings/rule.commands.server.ts';
import { draftInAddress, emptyDraft } from '#features/warnings/rule-form.ts';
import { listRules, previewRule } from '#features/warnings/rule.queries.server.ts';
import { ruleKinds } from '#features/warnings/rule.schema.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { may } = await locals.ask(listRules, {});
	const asked = draftInAddress(url.searchParams);
	const kind = ruleKinds.find((one) => one === url.searchParams.get('soort')) ?? 'level';
	return {
		may,
		draft: asked?.draft ?? emptyDraft(kind),
		preview: asked?.rule ? await locals.ask(previewRule, { rule: asked.rule }) : null,
		requestId: newId(),
	};
};

export const actions = {
	add: formAction(addRule, {
		next: ({ params }, { key }) => `/${params.municipality}/cijfers/waarschuwingen/regels/${key}`,
	}),
} satisfies Actions;
