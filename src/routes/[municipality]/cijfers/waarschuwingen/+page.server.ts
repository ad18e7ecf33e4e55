import { ownAreas } from '#features/areas/area.queries.server.ts';
import { themeGroupsOf2013 } from '#features/warnings/theme-choices.ts';
import { computeOwnWarnings } from '#features/warnings/warning.commands.server.ts';
import { listRules } from '#features/warnings/rule.queries.server.ts';
import { listWarnings } from '#features/warnings/warning.queries.server.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const chosen = (name: string) => url.searchParams.get(name) || undefined;
	const filter = {
		theme: chosen('thema'),
		areaCode: chosen('gebied'),
		ruleKey: chosen('regel'),
		state: chosen('stand') ?? 'open',
	};
	const [warnings, { rules }, tree] = await Promise.all([
		locals.ask(listWarnings, { ...filter, page: chosen('pagina') ?? 1 }),
		locals.ask(listRules, {}),
		locals.ask(ownAreas, {}),
	]);
	return {
		warnings,
		filter,
		rules: rules.map(({ key, content }) => ({ key, name: content.name })),
		themes: themeGroupsOf2013,
		areas: tree.districts.map(({ code, name, neighbourhoods }) => ({
			code,
			name,
			neighbourhoods: neighbourhoods.map((one) => ({ value: one.code, label: one.name })),
		})),
	};
};

export const actions = { compute: formAction(computeOwnWarnings) } satisfies Actions;
