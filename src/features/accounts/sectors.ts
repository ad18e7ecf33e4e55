import sectorsFile from '#content/sectors.json' with { type: 'json' };
import type { Language } from '#locales/messages.ts';

/** The sectors as choices of a form. */
export function sectorChoices(language: Language): { value: string; label: string }[] {
	return sectorsFile.sectors.map(({ id, name }) => ({ value: id, label: name[language] }));
}

/** The name of a sector. */
export function sectorName(id: string, language: Language): string {
	return sectorsFile.sectors.find((sector) => sector.id === id)?.name[language] ?? id;
}
