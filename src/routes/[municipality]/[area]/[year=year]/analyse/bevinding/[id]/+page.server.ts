import {
	addCitation,
	changeCitation,
	removeCitation,
} from '#features/analysis/citation.commands.server.ts';
import {
	addCounterweight,
	removeCounterweight,
} from '#features/analysis/counterweight.commands.server.ts';
import {
	addGroup,
	joinGroup,
	leaveGroup,
} from '#features/analysis/finding-group.commands.server.ts';
import { findingPage } from '#features/analysis/finding-page.queries.server.ts';
import {
	addQuestion,
	answerQuestion,
	passQuestion,
	reopenQuestion,
} from '#features/analysis/finding-question.commands.server.ts';
import {
	changeFinding,
	moveFinding,
	restoreFinding,
	withdrawFinding,
} from '#features/analysis/finding.commands.server.ts';
import { citePassage, removePassage } from '#features/analysis/passage-finding.commands.server.ts';
import { withKind } from '#features/analysis/finding-place.ts';
import { withThemes } from '#features/analysis/theme-list.ts';
import { listNewerFigures } from '#features/figures/newer-figure.queries.server.ts';
import { recognitionOfFinding } from '#features/recognition/reaction.queries.server.ts';
import { readThread } from '#features/thread/thread.queries.server.ts';
import { newId } from '#kernel/id.ts';
import { formAction } from '#kernel/pages.server.ts';
import { togetherTexts } from '#locales/analysis-together.ts';
import { findingTexts } from '#locales/analysis-finding.ts';
import { passageTexts } from '#locales/passages.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, params, locals, url, depends }) => {
	depends('analysis:finding');
	const { trajectory, language } = await parent();
	const search = url.searchParams.get('zoek') ?? '';
	const found = await locals.ask(findingPage, { findingId: params.id, search });
	const { items: newer } = await locals.ask(listNewerFigures, { trajectoryId: trajectory.id });
	const thread = await locals.ask(readThread, {
		trajectoryId: trajectory.id,
		kind: 'finding',
		id: params.id,
	});
	const recognition = trajectory.may.readInside
		? await locals.ask(recognitionOfFinding, { findingId: params.id })
		: null;
	const t = findingTexts[language];
	const together = togetherTexts[language];
	const notices: Record<string, string> = {
		toegevoegd: t.noticeAdded,
		cijfer: t.noticeFromFigure,
		opgeslagen: t.noticeSaved,
		verplaatst: t.noticeMoved,
		ingetrokken: t.noticeWithdrawn,
		teruggezet: t.noticeRestored,
		bron: t.noticeAttached,
		bronweg: t.noticeDetached,
		woorden: passageTexts[language].noticeAttached,
		woordenweg: passageTexts[language].noticeDetached,
		beoordeeld: together.noticeJudged,
		tegenover: together.noticeOpposed,
		tegenoverweg: together.noticeUnopposed,
		gevraagd: together.noticeAsked,
		beantwoord: together.noticeQuestionAnswered,
		heropend: together.noticeQuestionOpen,
		uitzoeken: together.noticePassed,
		gegroepeerd: together.noticeGrouped,
		erbij: together.noticeJoined,
		eruit: together.noticeLeft,
	};
	return {
		...found,
		trajectory,
		thread,
		newer,
		recognition,
		search,
		notice: notices[url.searchParams.get('melding') ?? ''] ?? null,
		requestIds: {
			change: newId(),
			move: newId(),
			withdraw: newId(),
			restore: newId(),
			cite: newId(),
			words: newId(),
			oppose: newId(),
			ask: newId(),
			pass: newId(),
			group: newId(),
			join: newId(),
		},
	};
};

const next = (notice: string) => (event: RequestEvent) => `${event.url.pathname}?melding=${notice}`;

export const actions = {
	change: formAction(changeFinding, {
		input: (values) => withKind(withThemes(values)),
		next: next('opgeslagen'),
	}),
	move: formAction(moveFinding, { input: withKind, next: next('verplaatst') }),
	withdraw: formAction(withdrawFinding, { next: next('ingetrokken') }),
	restore: formAction(restoreFinding, { next: next('teruggezet') }),
	cite: formAction(addCitation, { next: next('bron') }),
	uncite: formAction(removeCitation, { next: next('bronweg') }),
	citeWords: formAction(citePassage, { next: next('woorden') }),
	unciteWords: formAction(removePassage, { next: next('woordenweg') }),
	judge: formAction(changeCitation, { next: next('beoordeeld') }),
	oppose: formAction(addCounterweight, { next: next('tegenover') }),
	unoppose: formAction(removeCounterweight, { next: next('tegenoverweg') }),
	ask: formAction(addQuestion, { next: next('gevraagd') }),
	answer: formAction(answerQuestion, { next: next('beantwoord') }),
	reopen: formAction(reopenQuestion, { next: next('heropend') }),
	pass: formAction(passQuestion, { next: next('uitzoeken') }),
	group: formAction(addGroup, {
		next: (event, { id }) => `${event.url.pathname.replace(/[^/]+$/, id)}?melding=gegroepeerd`,
	}),
	join: formAction(joinGroup, { next: next('erbij') }),
	leave: formAction(leaveGroup, { next: next('eruit') }),
} satisfies Actions;
