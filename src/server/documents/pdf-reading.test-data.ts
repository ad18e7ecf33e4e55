import { inflateSync } from 'node:zlib';

/** All objects of a PDF as text: its plain part, and what its compressed streams hold. */
export function pdfObjects(pdf: Uint8Array): string {
	const bytes = Buffer.from(pdf);
	const parts = [bytes.toString('latin1')];
	for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
		if (bytes.toString('latin1', at - 3, at) === 'end') continue;
		const start = at + (bytes[at + 6] === 13 ? 8 : 7);
		const end = bytes.indexOf('endstream', start);
		parts.push(inflated(bytes.subarray(start, end)));
	}
	return parts.join('\n');
}

function inflated(stream: Buffer): string {
	try {
		return inflateSync(stream).toString('latin1');
	} catch {
		return '';
	}
}

/** How often a structure type stands in the tag tree, such as “TH” or “H1”. */
export function tagCount(objects: string, tag: string): number {
	return objects.match(new RegExp(`/S\\s*/${tag}(?![A-Za-z0-9])`, 'g'))?.length ?? 0;
}
