import type { Language } from '#locales/messages.ts';
import { offlineTexts } from '#locales/offline.ts';
import type { Refusal } from './record.ts';

/** Why something was refused, in the server's own sentences: those about the fields, which say most, else the one on top. */
export function reasonOf({ code, message, fields }: Refusal, language: Language): string {
	if (code === 'file.no_consent') return offlineTexts[language].noConsent;
	const sentences = [...new Set(fields.map((field) => field.message).filter(Boolean))];
	return sentences.length > 0 ? sentences.join(' ') : message || code;
}

/** What to do about it. */
export function adviceOn({ status, code, fileId }: Refusal, language: Language): string {
	const { what } = offlineTexts[language];
	if (fileId !== null || code === 'file.no_consent') return what.photo;
	if (status === 400 || status === 413 || status === 422) return what.text;
	if (status === 403 || status === 404) return what.rights;
	return what.again;
}
