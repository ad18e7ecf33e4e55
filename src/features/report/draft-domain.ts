import { sourceCount, type FormFinding, type FormRow } from '#features/analysis/form.ts';
import type { FrameworkDomain } from '#features/analysis/framework.schema.ts';
import { findingKinds } from '#features/analysis/kinds.ts';
import { formatCount, formatList } from '#ui/format.ts';
import { paragraphsOf, resting, themeNames, words, type DraftContent, type Drafting, type DraftSentence } from './draft-sentence.ts'; // prettier-ignore
import { findingRefs } from './draft-theme.ts';

/** A finding is told in a domain's summary when at least so many sources carry it. */
const wellFounded = 2;

/**
 * The summarising analysis of a domain: how much was brought in by whom, where most of it stands, what rests on most
 * sources, and what plays a part under several themes.
 */
export function domainDraft(
	domain: FrameworkDomain,
	rows: readonly FormRow[],
	drafting: Drafting,
): DraftContent {
	const { t } = drafting;
	const findings = findingsOf(domain, rows);
	if (findings.length === 0) return paragraphsOf([resting(t.nothingInDomain, [])]);
	return paragraphsOf(
		[
			countSentence(findings, drafting),
			mostSentence(domain, findings, drafting),
			...mostSourcesSentence(findings, drafting),
		],
		acrossSentences(findings, drafting),
	);
}

/** The findings that stand in a domain: a finding stands under its first theme. */
function findingsOf(domain: FrameworkDomain, rows: readonly FormRow[]): FormFinding[] {
	const themes = new Set(domain.themes.map(({ id }) => id));
	const standing = rows.flatMap((row) => row.findings);
	return [...new Set(standing)].filter(({ themes: [first = ''] }) => themes.has(first));
}

function countSentence(findings: readonly FormFinding[], drafting: Drafting): DraftSentence {
	const { t, language } = drafting;
	const kinds = findingKinds.flatMap((id) => {
		const count = findings.filter(({ kind }) => kind === id).length;
		return count > 0 ? [formatCount(count, language, t.kinds[id])] : [];
	});
	const organisations = new Set(findings.map(({ organisationName }) => organisationName));
	return resting(t.counts(formatList(kinds, language), formatList([...organisations], language)), []); // prettier-ignore
}

function mostSentence(
	domain: FrameworkDomain,
	findings: readonly FormFinding[],
	drafting: Drafting,
): DraftSentence {
	const { t, language } = drafting;
	const counts = domain.themes.map(({ id }) => ({
		id,
		count: findings.filter(({ themes }) => themes[0] === id).length,
	}));
	const most = Math.max(...counts.map(({ count }) => count));
	const ids = counts.filter(({ count }) => count === most).map(({ id }) => id);
	return resting(t.most(formatList(themeNames(drafting, ids), language), most), []);
}

/** The finding that most sources carry; none where several carry as much, or too little. */
function mostSourcesSentence(
	findings: readonly FormFinding[],
	drafting: Drafting,
): DraftSentence[] {
	const [first, second] = findings.toSorted((one, other) => sourceCount(other) - sourceCount(one));
	if (!first || sourceCount(first) < wellFounded) return [];
	if (second && sourceCount(second) === sourceCount(first)) return [];
	const text = drafting.t.mostSources(words(first.text), sourceCount(first));
	return [resting(text, findingRefs(first, drafting), first.hiddenSources)];
}

function acrossSentences(findings: readonly FormFinding[], drafting: Drafting): DraftSentence[] {
	const { t, language } = drafting;
	return findings
		.filter(({ themes }) => themes.length > 1)
		.map((finding) => {
			const names = formatList(themeNames(drafting, finding.themes), language);
			return resting(t.across(words(finding.text), names), findingRefs(finding, drafting));
		});
}
