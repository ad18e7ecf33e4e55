/** One measured figure, beside its yardstick of the same run. */
export interface Result {
	name: string;
	value: number;
	unit: string;
	/** What it is measured against, in words with its own figure; '' when there is nothing to compare with. */
	yardstick: string;
	/** value / yardstick, or null when there is none. */
	ratio: number | null;
	/** What we want, in words. */
	aim: string;
}

/** A figure and its yardstick in the same unit, with their ratio. */
export function compared(
	name: string,
	value: number,
	unit: string,
	yardstick: { name: string; value: number },
	aim: string,
): Result {
	return {
		name,
		value: round(value),
		unit,
		yardstick: `${yardstick.name}: ${round(yardstick.value)} ${unit}`,
		ratio: yardstick.value > 0 ? Math.round((value / yardstick.value) * 100) / 100 : null,
		aim,
	};
}

/** A figure with nothing beside it. */
export function single(name: string, value: number, unit: string, aim: string): Result {
	return { name, value: round(value), unit, yardstick: '', ratio: null, aim };
}

/** Three figures that count, no more. */
function round(value: number): number {
	return Number(value.toPrecision(3));
}

/** One result as the lines that a person reads. */
export function asText({ name, value, unit, yardstick, ratio, aim }: Result): string {
	const lines = [`${name}: ${value} ${unit}`];
	if (yardstick)
		lines.push(`  yardstick  ${yardstick}${ratio === null ? '' : ` (ratio ${ratio})`}`);
	if (aim) lines.push(`  aim        ${aim}`);
	return lines.join('\n');
}
