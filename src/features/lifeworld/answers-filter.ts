import { parseTypedDate } from '#kernel/typed-text.ts';

/** Which answers are read side by side. */
export interface AnswersFilter {
	place: string;
	from: string | null;
	until: string | null;
}

/** Reads the filter out of an address; what is no day is left out. */
export function readAnswersFilter(params: URLSearchParams): AnswersFilter {
	const day = (name: string) => {
		const iso = parseTypedDate(params.get(name) ?? '');
		return iso?.length === 10 ? iso : null;
	};
	return {
		place: params.get('plek')?.trim().slice(0, 200) ?? '',
		from: day('van'),
		until: day('tot'),
	};
}
