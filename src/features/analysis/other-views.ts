import leefbaarometer from '#content/views/leefbaarometer.json' with { type: 'json' };
import positieveGezondheid from '#content/views/positieve-gezondheid.json' with { type: 'json' };
import type { Bilingual } from '#kernel/bilingual.ts';
import { rowsOf, type AnalysisForm, type FormFinding } from './form.ts';
import type { FrameworkTheme } from './framework.schema.ts';
import type { OtherView } from './other-views.schema.ts';

/** The other ways to look at findings that come with the program. */
export const otherViews: readonly OtherView[] = [positieveGezondheid, leefbaarometer];

/** A theme with what stands under it, and why it belongs where it is shown. */
export interface ViewedTheme {
	theme: FrameworkTheme;
	findings: FormFinding[];
	/** Null for a theme that the municipality placed itself, or that nobody placed yet. */
	reason: Bilingual | null;
}

export interface ViewedDimension {
	dimension: OtherView['dimensions'][number];
	themes: ViewedTheme[];
}

/** Findings grouped by another view: by dimension, and at the end those whose themes belong to none. */
export interface FormByView {
	dimensions: ViewedDimension[];
	nowhere: ViewedTheme[];
}

/** Which dimensions a theme belongs to: what the municipality says of its own themes, else what the view says. */
export function dimensionsOf(view: OtherView, theme: FrameworkTheme): string[] {
	const own = theme.views?.[view.id];
	return own ?? view.themes.find((one) => one.theme === theme.id)?.dimensions ?? [];
}

/** The findings of a form by the dimensions of another view. A finding is shown under every dimension that one of its themes belongs to. */
export function formByView(form: AnalysisForm, view: OtherView): FormByView {
	const themes = rowsOf(form)
		.filter(({ findings }) => findings.length > 0)
		.map(({ theme, findings }) => ({
			theme,
			findings,
			reason: theme.views?.[view.id]
				? null
				: (view.themes.find((one) => one.theme === theme.id)?.reason ?? null),
			dimensions: dimensionsOf(view, theme),
		}));
	const viewed = ({ theme, findings, reason }: ViewedTheme) => ({ theme, findings, reason });
	return {
		dimensions: view.dimensions.map((dimension) => ({
			dimension,
			themes: themes.filter((one) => one.dimensions.includes(dimension.id)).map(viewed),
		})),
		nowhere: themes.filter((one) => one.dimensions.length === 0).map(viewed),
	};
}
