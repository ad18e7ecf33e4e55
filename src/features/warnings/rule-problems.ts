import { indicatorOf } from '#features/figures/catalogue.ts';
import type { FieldProblem } from '#kernel/failure.ts';
import { leastForTrend, type RuleInput } from './rule.schema.ts';
import { isCount } from './signs.ts';

/** What is wrong with a rule that the shape of it cannot tell; by the fields of the form. */
export function ruleProblems(rule: RuleInput): FieldProblem[] {
	const at = (field: string) => `rule.${field}`;
	const named = rule.indicators.map((id) => ({ id, known: indicatorOf(id) }));
	const problems: FieldProblem[] = [];
	const hasTheme = rule.kind === 'together' && rule.theme !== null;
	if (named.length === 0 && !hasTheme) problems.push({ path: at('indicators'), code: 'required' });
	if (rule.kind === 'tipping_point' && named.length > 1)
		problems.push({ path: at('indicators'), code: 'one_only' });
	if (named.some(({ known }) => known?.valueType !== 'number'))
		problems.push({ path: at('indicators'), code: 'unknown' });
	const undirected = named.filter(({ known }) => known?.direction === 'neither');
	if (rule.way === 'unfavourable' && undirected.length > 0)
		problems.push(namedProblem(at('way'), 'no_direction', undirected));
	const counts = named.filter(({ id }) => isCount(id));
	if ((rule.kind === 'level' || rule.kind === 'together') && counts.length > 0)
		problems.push(namedProblem(at('indicators'), 'is_a_count', counts));
	if (rule.kind === 'change' && rule.test === 'trend' && rule.periods < leastForTrend)
		problems.push({ path: at('periods'), code: 'too_low', params: { limit: leastForTrend } });
	if (rule.kind === 'together' && !hasTheme && named.length > 0 && named.length < rule.atLeast)
		problems.push({ path: at('atLeast'), code: 'too_high', params: { limit: named.length } });
	return problems;
}

function namedProblem(
	path: string,
	code: FieldProblem['code'],
	some: readonly { id: string; known: ReturnType<typeof indicatorOf> }[],
): FieldProblem {
	return {
		path,
		code,
		params: { what: some.map(({ id, known }) => known?.name.nl ?? id).join(', ') },
	};
}
