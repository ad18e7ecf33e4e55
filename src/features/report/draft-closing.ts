import type { FormRow } from '#features/analysis/form.ts';
import { wordFor } from '#locales/messages.ts';
import { reportTexts } from '#locales/report.ts';
import { paragraphsOf, ref, phrase, resting, words, type DraftContent, type Drafting, type DraftSentence } from './draft-sentence.ts'; // prettier-ignore
import { agreementSentences } from './report-agreement.ts';
import { findingRefs } from './draft-theme.ts';

/** What people put first, with who chose it, why, and who agreed. */
export function prioritiesDraft(drafting: Drafting): DraftContent {
	const { data, t, language } = drafting;
	const priorities = data.agenda?.priorities ?? [];
	if (priorities.length === 0) return paragraphsOf([resting(t.noPriorities, [])]);
	const { choosers } = reportTexts[language];
	return paragraphsOf(
		...priorities.map((priority) => {
			const { chosenBy, chosenByNote, reason, findingId } = priority;
			const finding = data.analysis?.form.findings.find(({ id }) => id === findingId);
			const who = chosenBy === 'other' && chosenByNote ? chosenByNote : wordFor(choosers, chosenBy);
			const text = finding ? finding.text : t.hiddenFinding;
			const agreed = agreementSentences(priority.agreements, language);
			return [
				resting(
					reason ? t.priority(phrase(text), who, words(reason)) : t.priorityBare(words(text), who),
					[ref('priority', priority), ...(finding ? findingRefs(finding, drafting) : [])],
					finding?.hiddenSources,
				),
				...agreed.map((one) => resting(words(one), [ref('priority', priority)])),
			];
		}),
	);
}

/** What is missing and what is needed in the provision, and which questions are open: domain by domain. */
export function gapsDraft(rows: readonly FormRow[], drafting: Drafting): DraftContent {
	const domains = [...Map.groupBy(rows, ({ domainId }) => domainId).values()];
	const content = paragraphsOf(
		...domains.map((own) => own.flatMap((row) => gapSentences(row, drafting))),
	);
	if (content.paragraphs.length > 0) return content;
	return paragraphsOf([resting(drafting.t.noGaps, [])]);
}

function gapSentences(row: FormRow, { t, language }: Drafting): DraftSentence[] {
	const theme = row.theme.name[language];
	const lacking = (standing: 'missing' | 'needed') =>
		row.provisions
			.filter((one) => one.standing === standing)
			.map((one) =>
				resting(t.provisionAt[standing](theme, one.organisationName, words(one.text)), [
					ref('provision', one),
				]),
			);
	const open = row.needs
		.filter(({ state }) => state === 'open')
		.map((one) => resting(t.needAt(theme, words(one.question)), [ref('knowledge_need', one)]));
	return [...lacking('missing'), ...lacking('needed'), ...open];
}

/** What partners agreed to take up: the items of the agenda, with the findings they answer. */
export function recommendationsDraft(drafting: Drafting): DraftContent {
	const { data, t } = drafting;
	const items = data.agenda?.items ?? [];
	if (items.length === 0) return paragraphsOf([resting(t.noItems, [])]);
	const findings = new Map(data.analysis?.form.findings.map((one) => [one.id, one]));
	return paragraphsOf(
		...items.map((item) => {
			const answered = item.findings.flatMap(({ id }) => findings.get(id) ?? []);
			const text = item.text
				? t.itemWith(phrase(item.title), words(item.text))
				: t.item(words(item.title));
			return [
				resting(text, [ref('agenda_item', item), ...answered.map((one) => ref('finding', one))]),
			];
		}),
	);
}
