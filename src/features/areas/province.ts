import content from '#content/provinces.json' with { type: 'json' };

/** The provinces by name, from north to south. */
export const provinces: readonly string[] = content.provinces.map(({ name }) => name);

const byMunicipality = new Map(
	content.provinces.flatMap(({ name, municipalities }) =>
		municipalities.map((code) => [code, name] as const),
	),
);

/** The province of a municipality, or of a wijk or buurt of it; null for the country and for municipalities of other years. */
export function provinceOf(code: string): string | null {
	return byMunicipality.get(`GM${code.slice(2, 6)}`) ?? null;
}
