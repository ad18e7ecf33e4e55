import type { Agreement } from '#features/agenda/agreement.queries.server.ts';
import type { Language } from '#locales/messages.ts';
import { reportTexts } from '#locales/report.ts';

/** Who agrees that something comes first, who does not and who was not there: a sentence each, none as long as nobody was asked. */
export function agreementSentences(agreements: readonly Agreement[], language: Language): string[] {
	const t = reportTexts[language];
	const of = (wanted: string) =>
		agreements
			.filter(({ answer }) => answer === wanted)
			.map(({ name }) => name || t.residentsParty)
			.join(', ');
	const parts = [
		of('agrees') && t.agreed(of('agrees')),
		of('disagrees') && t.disagreed(of('disagrees')),
		of('absent') && t.absent(of('absent')),
	];
	return parts.filter(Boolean);
}
