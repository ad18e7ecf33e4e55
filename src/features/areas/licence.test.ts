import { expect, it } from 'vitest';
import { licenceName } from './licence.ts';

it.each([
	['CC-BY-4.0', 'CC BY 4.0'],
	['cc by 4.0', 'CC BY 4.0'],
	['CC BY 4.0 International', 'CC BY 4.0'],
	['https://creativecommons.org/licenses/by/4.0/', 'CC BY 4.0'],
	['http://creativecommons.org/licenses/by/4.0/deed.nl', 'CC BY 4.0'],
	['CC0-1.0', 'CC0'],
	[' CC0 ', 'CC0'],
	['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0'],
	['CC BY-SA 4.0', 'CC BY-SA 4.0'],
	['CC BY-NC 4.0', 'CC BY-NC 4.0'],
	['Alleen voor de gemeente', 'Alleen voor de gemeente'],
])('the licence %j is called %j', (written, name) => {
	expect(licenceName(written)).toBe(name);
});
