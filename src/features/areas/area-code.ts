/** The kinds of area that CBS numbers, from large to small. */
export type AreaLevel = 'country' | 'municipality' | 'district' | 'neighbourhood';

/** A CBS area code without padding, with its place in the hierarchy. */
export interface AreaCode {
	/** `NL`, `GM0202`, `WK020210` or `BU02021004`. */
	code: string;
	level: AreaLevel;
	/** The area that this one lies in; null for the country. */
	parentCode: string | null;
}

/** The country: `NL00` in one table of CBS and `NL01` in another, and always the same place. */
const COUNTRY_CODE = 'NL';

// Districts and neighbourhoods may hold letters since 2022.
const CODE = /^(?:NL0[01]|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$/;

/**
 * Reads a CBS area code. Padding around it (OData v3 fills codes up to 10 characters) is left out;
 * NL00 and NL01, and our own `NL`, become `NL`. Gives null when it is no such code.
 */
export function parseAreaCode(raw: string): AreaCode | null {
	const code = raw.trim();
	if (code === COUNTRY_CODE) return { code, level: 'country', parentCode: null };
	if (!CODE.test(code)) return null;
	switch (code.slice(0, 2)) {
		case 'NL':
			return parseAreaCode(COUNTRY_CODE);
		case 'GM':
			return { code, level: 'municipality', parentCode: COUNTRY_CODE };
		case 'WK':
			return { code, level: 'district', parentCode: `GM${code.slice(2, 6)}` };
		default:
			return { code, level: 'neighbourhood', parentCode: `WK${code.slice(2, 8)}` };
	}
}

/** The code of the municipality that an area lies in (or is); null for the country. */
export function municipalityOf({ code, level }: AreaCode): string | null {
	return level === 'country' ? null : `GM${code.slice(2, 6)}`;
}
