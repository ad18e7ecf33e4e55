import type { Language } from '#locales/messages.ts';
import type { TextScan } from '#ui/text-scan.ts';

/**
 * For `TextArea`'s `scan`: says what in a text would make a person recognisable, as the server will. What it takes to
 * know that comes when somebody begins to write, so that no page is heavier for it.
 */
export function personHints(language: Language): TextScan {
	return async () => (await import('./person-scan.ts')).personScan(language);
}

/** The same for notes from the neighbourhood: says as well what tells about one person. */
export function noteHints(language: Language): TextScan {
	return async () => (await import('./person-scan.ts')).noteScan(language);
}
