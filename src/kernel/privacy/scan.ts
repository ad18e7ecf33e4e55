import { findAddresses } from './address.ts';
import { findBirthDates } from './birth-date.ts';
import { findBsn } from './bsn.ts';
import { findEmails } from './email.ts';
import type { Hit } from './hit.ts';
import { findIbans } from './iban.ts';
import { findLicencePlates } from './licence-plate.ts';
import { findPhones } from './phone.ts';

/**
 * Every place in a free text that points to a person, in order of appearance: citizen service
 * number, address, telephone, e-mail, bank account, date of birth, licence plate. An empty list
 * means that nothing was recognised, not that nothing is there: names, for one, are not looked for.
 *
 * Runs in the browser and on the server alike, goes through the text a fixed number of times, and
 * never throws. `today` decides which dates can be someone's birth.
 */
export function scanText(text: string, today: Date = new Date()): Hit[] {
	const hits = [
		...findBsn(text),
		...findAddresses(text),
		...findPhones(text),
		...findEmails(text),
		...findIbans(text),
		...findBirthDates(text, today),
		...findLicencePlates(text),
	];
	return withoutParts(hits.sort((a, b) => a.start - b.start || b.end - a.end));
}

/**
 * Leaves out what is only part of something larger: the digits of a bank account can look like a
 * telephone number, those of a telephone number grouped like a BSN. Nine digits in one piece that
 * pass for a BSN always stay. Takes hits in order of start, the longest first.
 */
function withoutParts(hits: readonly Hit[]): Hit[] {
	let covered = 0;
	return hits.filter((hit) => {
		const inOnePiece = hit.kind === 'bsn' && hit.end - hit.start === 9;
		if (!inOnePiece && hit.end <= covered) return false;
		if (hit.kind === 'email' || hit.kind === 'iban' || hit.kind === 'phone') {
			covered = Math.max(covered, hit.end);
		}
		return true;
	});
}
