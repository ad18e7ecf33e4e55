import { FileReadError } from '../documents/file-read-error.ts';
import { readXml } from '../documents/xml-read.ts';
import { unpack } from '../documents/zip.ts';
import { readSheet, type SheetContext } from './xlsx-read-sheet.ts';
import { dateStyles } from './xlsx-styles.ts';
import { xlsxUnescape } from './xlsx-text.ts';
import type { Sheet } from './sheet.ts';

/** How much one workbook may hold. */
export interface SheetLimits {
	cells: number;
	columns: number;
}

const LIMITS: SheetLimits = { cells: 2_000_000, columns: 1000 };

/**
 * The sheets of an XLSX file, in their order, with values as they were saved: formulas as their last result, nothing
 * is calculated, no macro is looked at.
 * @throws FileReadError
 */
export function readXlsx(bytes: Uint8Array, limits: SheetLimits = LIMITS): Sheet[] {
	const parts = unpack(bytes, (name) => /\.(xml|rels)$/i.test(name));
	const workbookAt = targetOf(parts, '', '/officeDocument')[0] ?? 'xl/workbook.xml';
	const workbook = parts.get(workbookAt);
	if (!workbook) throw new FileReadError('unreadable', 'no workbook');
	const { sheets, since1904 } = readWorkbook(workbook);
	const links = relationships(parts, workbookAt);
	const styles = targetOf(parts, workbookAt, '/styles')[0];
	const strings = targetOf(parts, workbookAt, '/sharedStrings')[0];
	const context: SheetContext = {
		strings: readStrings(strings === undefined ? undefined : parts.get(strings)),
		dates: dateStyles(styles === undefined ? undefined : parts.get(styles)),
		since1904,
		limits,
		cellsLeft: limits.cells,
	};
	return sheets.flatMap(({ name, link, isHidden }) => {
		const target = links.find(({ id }) => id === link)?.target;
		const content = target === undefined ? undefined : parts.get(target);
		return content ? [{ name, isHidden, ...readSheet(content, context) }] : [];
	});
}

function readWorkbook(bytes: Uint8Array) {
	const sheets: { name: string; link: string; isHidden: boolean }[] = [];
	let since1904 = false;
	readXml(bytes, {
		open(tag, attributes) {
			if (tag === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
			if (tag !== 'sheet') return;
			const link = Object.entries(attributes).find(([name]) => /:id$/.test(name))?.[1] ?? '';
			const isHidden = (attributes.state ?? 'visible') !== 'visible';
			sheets.push({ name: xlsxUnescape(attributes.name ?? ''), link, isHidden });
		},
	});
	return { sheets, since1904 };
}

/** Every shared string; runs of one string are put together, how it is pronounced is left out. */
function readStrings(bytes: Uint8Array | undefined): string[] {
	const strings: string[] = [];
	if (!bytes) return strings;
	let current = '';
	let inText = false;
	let inPhonetic = false;
	readXml(bytes, {
		open(name) {
			if (name === 'si') current = '';
			if (name === 'rPh') inPhonetic = true;
			if (name === 't') inText = true;
		},
		text(text) {
			if (inText && !inPhonetic) current += text;
		},
		close(name) {
			if (name === 't') inText = false;
			if (name === 'rPh') inPhonetic = false;
			if (name === 'si') strings.push(xlsxUnescape(current));
		},
	});
	return strings;
}

interface Relationship {
	id: string;
	type: string;
	target: string;
}

/** Where the relationships of a part lead to (ECMA-376 part 2, §6.5), as names of parts. */
function relationships(parts: Map<string, Uint8Array>, of: string): Relationship[] {
	const slash = of.lastIndexOf('/') + 1;
	const folder = of.slice(0, slash);
	const bytes = parts.get(`${folder}_rels/${of.slice(slash)}.rels`);
	const found: Relationship[] = [];
	if (!bytes) return found;
	readXml(bytes, {
		open(name, { Id = '', Type = '', Target = '', TargetMode }) {
			if (name !== 'Relationship' || TargetMode === 'External') return;
			found.push({ id: Id, type: Type, target: resolve(folder, Target) });
		},
	});
	return found;
}

function targetOf(parts: Map<string, Uint8Array>, of: string, type: string): string[] {
	return relationships(parts, of)
		.filter((one) => one.type.endsWith(type))
		.map(({ target }) => target);
}

function resolve(folder: string, target: string): string {
	return new URL(target, `http://package/${folder}`).pathname.slice(1);
}
