import {
	addFinding,
	changeFinding,
	restoreFinding,
	withdrawFinding,
} from '#features/analysis/finding.commands.server.ts';
import { analysisForm } from '#features/analysis/form.queries.server.ts';
import {
	addNeed,
	changeNeed,
	restoreNeed,
	withdrawNeed,
} from '#features/analysis/knowledge-need.commands.server.ts';
import {
	addProvision,
	changeProvision,
	restoreProvision,
	withdrawProvision,
} from '#features/analysis/provision.commands.server.ts';
import { roundToTell } from '#features/analysis/silent-round.ts';
import { listSilentRounds } from '#features/analysis/silent-round.queries.server.ts';
import { asksOf } from '#features/analysis/theme-asks.ts';
import { listThemeFigures } from '#features/analysis/theme-figures.queries.server.ts';
import { likelyTwins } from '#features/analysis/twins.ts';
import { listNewerFigures } from '#features/figures/newer-figure.queries.server.ts';
import { formAction } from '#kernel/pages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, url, depends }) => {
	depends('analysis:form');
	const { trajectory } = await parent();
	const { may, tensions, ...form } = await locals.ask(analysisForm, {
		trajectoryId: trajectory.id,
	});
	const rounds = trajectory.may.readInside
		? await locals.ask(listSilentRounds, { trajectoryId: trajectory.id })
		: null;
	// Only when they are asked for: the form itself needs none of it.
	const asked = url.searchParams.get('cijfers');
	const filter = {
		organisationId: url.searchParams.get('organisatie') || null,
		withoutSource: url.searchParams.has('zonderBron'),
	};
	return {
		form,
		/** Beside which theme (or all) figures are asked for, and those figures. */
		shown: {
			asked,
			figures: asked ? await locals.ask(listThemeFigures, { trajectoryId: trajectory.id }) : null,
		},
		asks: asksOf(tensions),
		/** Figures among the sources of which there is a newer one. */
		newer: trajectory.may.readInside
			? (await locals.ask(listNewerFigures, { trajectoryId: trajectory.id })).items
			: [],
		/** How many sets of findings may say the same; only told to whoever can group them. */
		likely: may.contribute
			? likelyTwins(form.findings.filter(({ isGroup }) => !isGroup)).length
			: 0,
		filter,
		silentRound: rounds && { round: roundToTell(rounds), now: rounds.now, mayLead: rounds.mayLead },
		may,
	};
};

export const actions = {
	add_finding: formAction(addFinding),
	change_finding: formAction(changeFinding),
	withdraw_finding: formAction(withdrawFinding),
	restore_finding: formAction(restoreFinding),
	add_provision: formAction(addProvision),
	change_provision: formAction(changeProvision),
	withdraw_provision: formAction(withdrawProvision),
	restore_provision: formAction(restoreProvision),
	add_knowledgeNeed: formAction(addNeed),
	change_knowledgeNeed: formAction(changeNeed),
	withdraw_knowledgeNeed: formAction(withdrawNeed),
	restore_knowledgeNeed: formAction(restoreNeed),
} satisfies Actions;
