import type { SourceFile } from './import-source.ts';

/** A file that exists in memory only. */
export function memoryFile(name: string, content: string | Uint8Array): SourceFile {
	const bytes = typeof content === 'string' ? Buffer.from(content) : content;
	return { name, size: bytes.length, open: () => [bytes] };
}

const header =
	'ID;WijkenEnBuurten;Gemeentenaam_1;SoortRegio_2;Codering_3;AantalInwoners_5;PercentageEengezinswoning_35';

/** A small table in the manner of Kerncijfers wijken en buurten. */
export function smallCsv(...lines: string[]): string {
	return [header, ...lines].join('\r\n');
}

export const country = '0;NL00;Nederland;Land;NL00;17407585;64';
export const arnhem = '1;GM0202;Arnhem;Gemeente;GM0202;161348;48';
export const geitenkamp = '2;WK020210;Arnhem;Wijk;WK020210;3895;.';
