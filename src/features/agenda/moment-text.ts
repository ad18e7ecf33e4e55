import type { Language } from '#locales/messages.ts';
import { momentTexts } from '#locales/moments.ts';
import type { MomentBody } from './moment.schema.ts';

/** With whom, in words: `Raadscommissie Samenleving`; of another body only what it is called. */
export function momentName(
	{ body, bodyNote }: { body: MomentBody; bodyNote: string },
	language: Language,
): string {
	if (body === 'other') return bodyNote;
	const name = momentTexts[language].bodies[body];
	return bodyNote ? `${name}, ${bodyNote}` : name;
}
