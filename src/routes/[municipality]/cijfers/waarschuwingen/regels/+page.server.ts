import { switchRule } from '#features/warnings/rule.commands.server.ts';
import { listRules } from '#features/warnings/rule.queries.server.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => locals.ask(listRules, {});

export const actions = { switch: formAction(switchRule) } satisfies Actions;
