import type { CustomTypesConfig } from 'pg';
import pg from 'pg';

const DATE = 1082;
const INT8 = 20;
const NUMERIC = 1700;

/**
 * How PostgreSQL's types arrive: a date as `YYYY-MM-DD` (a day has no time zone), int8 and numeric as numbers
 * (cents and hours stay far below 2^53), the rest as `pg` does it.
 */
export const columnTypes: CustomTypesConfig = {
	getTypeParser(oid: number, format?: 'text' | 'binary') {
		if (format !== 'binary') {
			if (oid === DATE) return (text: string) => text;
			if (oid === INT8 || oid === NUMERIC) return Number;
		}
		return pg.types.getTypeParser(oid, format);
	},
} as CustomTypesConfig;
