import { readForm } from '#kernel/form-data.ts';
import { ruleInputSchema, ruleKinds, type RuleInput, type RuleKind } from './rule.schema.ts';
import type { RuleContent } from './rule.ts';
import type { Language } from '#locales/messages.ts';
import * as v from 'valibot';

/** What the fields of the form begin with. */
export type RuleDraft = Partial<Record<string, unknown>> & { kind: RuleKind };

/** A rule that holds, as the form shows it. */
export function draftOf(content: RuleContent, language: Language): RuleDraft {
	return { ...content, name: content.name[language], why: content.why[language] };
}

/** An empty form, with what is sensible for most. */
export function emptyDraft(kind: RuleKind): RuleDraft {
	return {
		kind,
		levels: ['district', 'neighbourhood'],
		leastResidents: 200,
		way: kind === 'tipping_point' ? 'higher' : 'unfavourable',
		against: 'comparable',
		unit: kind === 'change' ? 'points' : 'spread',
		test: 'every_step',
		periods: 3,
		beyondMargin: 1,
		atLeast: 3,
		indicators: [],
	};
}

/**
 * What was filled in, when the form was sent to see what the rule would find: it stands in the address (`rule.…`), so that
 * this works without JavaScript and nothing typed is lost. Null when it was not.
 */
export function draftInAddress(
	search: URLSearchParams,
): { draft: RuleDraft; rule: RuleInput | null } | null {
	const form = new FormData();
	for (const [name, value] of search) if (name.startsWith('rule.')) form.append(name, value);
	const { rule } = readForm(form);
	if (typeof rule !== 'object' || Array.isArray(rule)) return null;
	const kind = ruleKinds.find((one) => one === rule.kind);
	if (!kind) return null;
	const parsed = v.safeParse(ruleInputSchema, rule);
	return { draft: { ...rule, kind }, rule: parsed.success ? parsed.output : null };
}
