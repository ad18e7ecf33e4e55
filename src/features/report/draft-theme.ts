import type { FormFinding, FormNeed, FormProvision, FormRow } from '#features/analysis/form.ts';
import { sourceCount } from '#features/analysis/form.ts';
import type { SourceInFull } from '#features/evidence/evidence-lines.server.ts';
import { formatList } from '#ui/format.ts';
import { inSentence, paragraphsOf, ref, resting, themeNames, words, type DraftContent, type Drafting, type DraftSentence } from './draft-sentence.ts'; // prettier-ignore
import { figureText } from './figure-text.ts';
import type { RecordRef } from './section-content.schema.ts';

/**
 * A theme: what was brought in, kind by kind, each finding in the words of whoever brought it with its sources; the
 * figures they rest on; what provision there is, lacks and is needed; what is still to be found out. A finding that
 * stands under another theme is named after the theme's own.
 */
export function themeDraft(row: FormRow, drafting: Drafting): DraftContent {
	const form = drafting.data.analysis?.form;
	const kinds = form?.framework.findingKinds.map(({ id }) => id) ?? [];
	const own = row.findings.filter(({ themes }) => themes[0] === row.theme.id);
	const guests = row.findings.filter(({ themes }) => themes[0] !== row.theme.id);
	const content = paragraphsOf(
		[
			...kinds.flatMap((kind) =>
				own
					.filter((finding) => finding.kind === kind)
					.flatMap((one) => [
						findingSentence(one, drafting),
						...quoteSentences(one, drafting),
						...answerSentences(one, drafting),
					]),
			),
			...guests.map((one) => guestSentence(one, drafting)),
			...figureSentences([...own, ...guests], drafting),
		],
		row.provisions.flatMap((one) => provisionSentence(one, drafting)),
		row.needs.flatMap((one) => needSentence(one, drafting)),
	);
	if (content.paragraphs.length > 0) return content;
	const { t, language } = drafting;
	return paragraphsOf([resting(t.nothingAt(row.theme.name[language]), [])]);
}

/** A finding and its sources, as far as this reader sees them. */
export function findingRefs(finding: FormFinding, { data }: Drafting): RecordRef[] {
	const byId = new Map(data.analysis?.sources.map((one) => [one.id, one]));
	return [
		ref('finding', finding),
		...finding.sources.flatMap((id) => {
			const found = byId.get(id);
			return found ? [ref('evidence', found)] : [];
		}),
	];
}

function findingSentence(finding: FormFinding, drafting: Drafting): DraftSentence {
	const { t } = drafting;
	const { text, organisationName, hiddenSources } = finding;
	const support = supportOf(finding, drafting);
	return resting(
		t.finding(organisationName, kindName(finding, drafting) + support, words(text)),
		findingRefs(finding, drafting),
		hiddenSources,
	);
}

/** What people said in their own words, as far as it may be cited: by the kind of speaker, never a name. */
function quoteSentences({ id }: FormFinding, { data, t }: Drafting): DraftSentence[] {
	const byId = new Map(data.analysis?.sources.map((one) => [one.id, one]));
	return (data.analysis?.quotes ?? []).flatMap(({ findingId, evidenceId, text, speaker }) => {
		const source = byId.get(evidenceId);
		if (findingId !== id || !source) return [];
		const by = (t.speakers as Record<string, string>)[speaker ?? ''] ?? t.somebody;
		return [resting(t.quoted(by, words(text)), [ref('evidence', source)])];
	});
}

/** What the framework calls such a finding, in the middle of a sentence. */
function kindName({ kind, signalKind }: FormFinding, { data, language }: Drafting): string {
	const found = data.analysis?.form.framework.findingKinds.find(({ id }) => id === kind);
	const sub = found?.subKinds.find(({ id }) => id === signalKind);
	return inSentence((sub ?? found)?.name[language] ?? kind);
}

/** How strongly its sources carry a finding, as people judged them: the strongest counts. Nothing where nobody judged. */
function supportOf(finding: FormFinding, { t }: Drafting): string {
	if (sourceCount(finding) === 0) return t.support.none;
	const judged = Object.values(finding.strengths);
	if (judged.includes('strong')) return t.support.strong;
	if (judged.includes('partly')) return t.support.partly;
	return judged.includes('weak') ? t.support.weak : '';
}

/** Sources that say otherwise, and what stands opposite a risk: said behind the finding. */
function answerSentences(finding: FormFinding, drafting: Drafting): DraftSentence[] {
	const { t, data } = drafting;
	const about = ref('finding', finding);
	const against = findingRefs(finding, drafting).filter(
		({ kind, id }) => kind === 'evidence' && finding.strengths[id] === 'contradicts',
	);
	const opposites = finding.opposites.flatMap(({ id }) => {
		const found = data.analysis?.form.findings.find((one) => one.id === id);
		return found ? [resting(t.opposite(words(found.text)), [ref('finding', found), about])] : [];
	});
	return [
		...(against.length > 0 ? [resting(t.contradicted, [...against, about])] : []),
		...opposites,
	];
}

function guestSentence(finding: FormFinding, drafting: Drafting): DraftSentence {
	const { t, language } = drafting;
	const [standsAt = ''] = finding.themes;
	const names = formatList(themeNames(drafting, [standsAt]), language);
	return resting(t.also(words(finding.text), names), findingRefs(finding, drafting));
}

/** The figures that these findings rest on, each told once with its area, year and comparison. */
function figureSentences(findings: FormFinding[], drafting: Drafting): DraftSentence[] {
	const cited = new Set(findings.flatMap(({ sources }) => sources));
	const { data, t, language } = drafting;
	return (data.analysis?.sources ?? []).flatMap((one: SourceInFull) => {
		if (one.kind !== 'figure' || !cited.has(one.id)) return [];
		const { title, areaName, period, comparison } = one.details;
		const value = figureText(one.details, one.details, language);
		const others = comparison.map(
			(other) => `${other.areaName} ${figureText(other, one.details, language)}`,
		);
		const text =
			others.length === 0
				? t.figure(title, areaName, value, period)
				: t.figureCompared(title, areaName, value, period, others.join(', '));
		return [resting(text, [ref('evidence', one)])];
	});
}

function provisionSentence(one: FormProvision, { t }: Drafting): DraftSentence[] {
	const say = t.provision[one.standing as keyof typeof t.provision];
	return [resting(say(one.organisationName, words(one.text)), [ref('provision', one)])];
}

/** Open questions, and answers; what was dropped is not told. */
function needSentence(one: FormNeed, { t }: Drafting): DraftSentence[] {
	const refs = [ref('knowledge_need', one)];
	if (one.state === 'open') return [resting(t.openNeed(one.organisationName, words(one.question)), refs)]; // prettier-ignore
	if (one.state !== 'answered' || one.answer === '') return [];
	return [resting(t.answeredNeed(words(one.question), words(one.answer)), refs)];
}
