import {
	isEmptyRow,
	rowsOf,
	sourceCount,
	type AnalysisForm,
	type FormFinding,
	type FormNeed,
	type FormRow,
} from './form.ts';

/** A finding that rests on evidence of one kind only. */
interface OneKind {
	finding: FormFinding;
	kind: string;
}

/** What a group does not know yet about its neighbourhood. */
export interface Unknowns {
	/** Themes under which nothing was written. */
	emptyThemes: FormRow[];
	withoutSource: FormFinding[];
	/** With one source or more, all of one kind, and none that this reader may not see. */
	oneKind: OneKind[];
	/** Themes with findings in which no resident was heard. */
	professionalsOnly: FormRow[];
	openNeeds: FormNeed[];
}

/**
 * What is not known yet, out of everything in the form. A resident was heard under a theme when one of its findings was
 * brought by a residents' organisation, or rests on a conversation with a resident or a meeting where residents were.
 */
export function whatWeDoNotKnow(form: AnalysisForm): Unknowns {
	const rows = rowsOf(form);
	const kindOf = new Map(form.sources.map(({ id, kind }) => [id, kind]));
	return {
		emptyThemes: rows.filter(isEmptyRow),
		withoutSource: form.findings.filter((finding) => sourceCount(finding) === 0),
		oneKind: form.findings.flatMap((finding) => {
			const kinds = new Set(finding.sources.flatMap((id) => kindOf.get(id) ?? []));
			const [kind] = kinds;
			if (kinds.size !== 1 || kind === undefined || finding.hiddenSources > 0) return [];
			return [{ finding, kind }];
		}),
		professionalsOnly: rows.filter((row) => row.findings.length > 0 && !hearsResidents(row)),
		openNeeds: form.needs
			.filter(({ state }) => state === 'open')
			.sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')),
	};
}

function hearsResidents({ findings, sources }: FormRow): boolean {
	return (
		findings.some(({ organisations }) =>
			organisations.some(({ sector }) => sector === 'residents'),
		) || sources.some(({ residentVoice }) => residentVoice)
	);
}

/** How many things are not known yet, over all lists. */
export function countUnknowns(unknowns: Unknowns): number {
	return Object.values(unknowns).reduce((sum, list) => sum + list.length, 0);
}
