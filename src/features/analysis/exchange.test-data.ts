import { contentOf, type FileContent } from '#server/documents/file-content.ts';
import { compileDocx } from '#server/documents/docx-file.ts';
import { exchangeCsv } from './exchange-csv.ts';
import { exchangeDocument } from './exchange-document.ts';
import { KnownEntries, type KnownEntry } from './exchange-known.ts';
import { bareText } from './exchange-names.ts';
import { matchForm, type Matched, type MatchAgainst } from './exchange-match.ts';
import { outgoingForm, type ExchangeChoice } from './exchange-out.ts';
import { ColumnSlots } from './exchange-place.ts';
import { readForm } from './exchange-read.ts';
import { findingSlot } from './exchange-slots.ts';
import { exchangeXlsx } from './exchange-xlsx.ts';
import type { AnalysisForm } from './form.ts';
import { themesOf } from './place.ts';

export const trajectory = { id: '01900000-0000-7000-8000-00000000000a', areaName: 'Geitenkamp' };
/** When forms of these tests go out: after their entries were written. */
export const sentAt = new Date('2026-03-05T12:00:00Z');

/** The nth id of these tests; as with real ones, the end of it differs. */
export function idOf(number: number): string {
	return `01900000-0000-7000-8000-${((number * 2_654_435_761) % 2 ** 32).toString(16).padStart(12, '0')}`;
}

/** A form as a file of this kind. */
export async function sent(
	form: AnalysisForm,
	format: FileContent['format'],
	choice: Partial<ExchangeChoice> = {},
): Promise<Uint8Array> {
	const out = outgoingForm(form, trajectory, { isFilled: true, language: 'nl', at: sentAt, ...choice }); // prettier-ignore
	if (format === 'xlsx') return exchangeXlsx(out);
	return format === 'csv' ? exchangeCsv(out) : compileDocx(exchangeDocument(out));
}

/** Every entry of a form as it is known when a file comes back. */
export function knownOf(form: AnalysisForm): KnownEntry[] {
	const titles = new Map(form.sources.map(({ id, title }) => [id, title]));
	const rest = { isWithdrawn: false, isGrouped: false, isOfRound: false, former: [], sources: [] };
	return [
		...form.findings.map((one): KnownEntry => ({
			...rest,
			...{ table: 'finding', id: one.id, version: one.version, text: one.text },
			...{ themeId: one.themes[0] ?? '', slot: findingSlot(one), createdAt: one.createdAt },
			sources: one.sources.flatMap((id) => titles.get(id) ?? []),
		})),
		...form.provisions.map((one): KnownEntry => ({
			...rest,
			...{ table: 'provision', id: one.id, version: one.version, text: one.text },
			...{ themeId: one.theme, slot: `provision.${one.standing}`, createdAt: one.createdAt },
		})),
		...form.needs.map((one): KnownEntry => ({
			...rest,
			...{ table: 'knowledge_need', id: one.id, version: one.version, text: one.question },
			...{ themeId: one.theme, slot: 'knowledge', createdAt: one.createdAt },
		})),
	];
}

/** What a file is compared with: this form, as it is now. */
export function againstForm(form: AnalysisForm, entries = knownOf(form)): MatchAgainst {
	const domains = new Map(themesOf(form.framework).map(({ id, domainId }) => [id, domainId]));
	return {
		trajectoryId: trajectory.id,
		entries: new KnownEntries(entries),
		slots: new ColumnSlots(form.framework),
		domainOf: (theme) => domains.get(theme) ?? null,
		taken: new Set(),
		sourceTitles: new Set(form.sources.map(({ title }) => bareText(title))),
	};
}

/** What comes of a file when it is compared with this form. */
export function compared(
	bytes: Uint8Array,
	form: AnalysisForm,
	against: Partial<MatchAgainst> = {},
): Matched {
	const read = readForm(contentOf(bytes), form.framework);
	return matchForm(read, { ...againstForm(form), ...against });
}

/** Proposals as short lines, for tests to compare: kind, theme, kind of entry, text, and what it was. */
export function summary({ proposals }: Matched): string[] {
	return proposals.map(({ kind, themeId, slot, text, entry, why, heading }) =>
		[
			kind,
			...[themeId ?? (heading || '?'), slot ?? why ?? (kind === 'source' ? 'bron' : '?')],
			text,
			...(entry && kind !== 'removed' ? [`was: ${entry.text}`] : []),
		].join(' | '),
	);
}
