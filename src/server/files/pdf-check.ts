import { FileError } from './file-error.ts';

/**
 * Refuses what only begins like a PDF: it ends as one too (ISO 32000-1, 7.5.5), and nothing follows that could be read as
 * another kind of file. What is in it is not looked at: it is never opened here, and given out as a download only.
 */
export function checkPdf(bytes: Uint8Array): void {
	const tail = new TextDecoder('latin1').decode(bytes.subarray(-1024));
	const end = tail.lastIndexOf('%%EOF');
	if (end === -1 || tail.slice(end + 5).trim() !== '') throw new FileError('unreadable');
}
