import { downloadTexts } from '#locales/figure-download.ts';
import type { Language } from '#locales/messages.ts';
import { dateOfMoment } from '#ui/format.ts';

/** Where the figures of a row come from. */
export interface FigureOrigin {
	/** The year or years it is about, as the publisher writes it. */
	period: string;
	kind: string;
	isProvisional: boolean;
	tableId: string;
	/** Of the table. */
	title: string;
	publisher: string;
	licence: string;
	boundaryYear: number;
	retrievedAt: string | Date;
}

/** The source of figures in one line. */
export function originWords(from: FigureOrigin, language: Language): string {
	const t = downloadTexts[language];
	return t.source({ ...from, retrieved: dateOfMoment(from.retrievedAt) });
}
