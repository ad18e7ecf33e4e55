import { typedDate } from '#kernel/typed-text.ts';
import type { DraftValues } from './drafts.svelte.ts';
import type { FormFinding, FormNeed, FormProvision, FormRow } from './form.ts';
import type { FrameworkColumn } from './framework.schema.ts';

/** An entry of a cell, whatever its column holds, with what an editor of it begins with. */
export interface CellEntry {
	id: string;
	version: number;
	themes: readonly string[];
	values: DraftValues;
	finding?: FormFinding;
	provision?: FormProvision;
	need?: FormNeed;
}

/** What stands in the cell of a theme and a column; nothing for the column of sources, which follow from findings. */
export function entriesOf(row: FormRow, column: FrameworkColumn): CellEntry[] {
	if (column.kind === 'finding')
		return row.findings
			.filter(({ kind }) => column.findingKinds.includes(kind))
			.map((finding) => ({
				...{ id: finding.id, version: finding.version, themes: finding.themes, finding },
				values: { text: finding.text, signalKind: finding.signalKind ?? '' },
			}));
	if (column.kind === 'provision')
		return row.provisions.map((provision) => ({
			...{ id: provision.id, version: provision.version, themes: [provision.theme], provision },
			values: provisionValues(provision),
		}));
	if (column.kind === 'knowledge')
		return row.needs.map((need) => ({
			...{ id: need.id, version: need.version, themes: [need.theme], need },
			values: needValues(need),
		}));
	return [];
}

/** A line of provision as its form begins. */
export function provisionValues({
	text,
	standing,
	form,
}: Pick<FormProvision, 'text' | 'standing' | 'form'>): DraftValues {
	return { text, standing, form: form ?? '' };
}

/** A knowledge need as its form begins. */
export function needValues({
	question,
	method,
	who,
	whoOrganisationId,
	dueOn,
}: Pick<FormNeed, 'question' | 'method' | 'who' | 'whoOrganisationId' | 'dueOn'>): DraftValues {
	return {
		...{ question, method, who },
		whoOrganisationId: whoOrganisationId ?? '',
		dueOn: dueOn ? typedDate(dueOn) : '',
	};
}
