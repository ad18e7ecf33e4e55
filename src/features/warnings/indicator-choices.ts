import { catalogue } from '#features/figures/catalogue.ts';
import type { Language } from '#locales/messages.ts';
import type { RuleKind } from './rule.schema.ts';
import { isCount } from './signs.ts';

export interface IndicatorGroup {
	id: string;
	label: string;
	choices: { value: string; label: string }[];
}

/** The indicators that a rule of this kind can look at, by category; the sensitive ones apart, for they have to be named. */
export function indicatorChoices(
	kind: RuleKind,
	language: Language,
): { groups: IndicatorGroup[]; sensitive: IndicatorGroup['choices'] } {
	const comparesAreas = kind === 'level' || kind === 'together';
	const offered = catalogue.indicators
		.filter(({ valueType }) => valueType === 'number')
		.filter(({ id }) => !comparesAreas || !isCount(id));
	const choice = ({ id, name }: (typeof offered)[number]) => ({ value: id, label: name[language] });
	const isSensitive = ({ sensitivity }: (typeof offered)[number]) => sensitivity === 'sensitive';
	const groups = catalogue.categories.map(({ id, name }) => ({
		id,
		label: name[language],
		choices: offered.filter((one) => one.category === id && !isSensitive(one)).map(choice),
	}));
	return {
		groups: groups.filter(({ choices }) => choices.length > 0),
		sensitive: offered.filter(isSensitive).map(choice),
	};
}
