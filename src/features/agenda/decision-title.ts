import { agendaTexts } from '#locales/agenda.ts';
import type { Language } from '#locales/messages.ts';
import type { Body, Outcome } from './decision.schema.ts';

/** A decision in a few words: `Gemeenteraad: aangenomen`. */
export function decisionTitle(
	{ body, outcome }: { body: string; outcome: string },
	language: Language,
): string {
	const t = agendaTexts[language];
	return `${t[body as Body]}: ${t[outcome as Outcome].toLowerCase()}`;
}
