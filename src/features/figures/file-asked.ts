import { slugOf } from '#features/trajectory/slug.ts';
import type { Language } from '#locales/messages.ts';
import type { FigureFormat } from './figure-download.ts';

/** Which file an address asks for: `?soort=xlsx`, or CSV; called after what is in it. */
export function fileAsked(
	url: URL,
	language: Language,
	parts: readonly string[],
): { format: FigureFormat; name: string; language: Language } {
	const format = url.searchParams.get('soort') === 'xlsx' ? 'xlsx' : 'csv';
	return { format, name: slugOf(parts.join(' ')), language };
}
