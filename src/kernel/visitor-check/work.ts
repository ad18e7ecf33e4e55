import { sha256 } from '@noble/hashes/sha2.js';

/**
 * Proof of work, after C. Dwork and M. Naor, Pricing via Processing or Combatting Junk Mail (CRYPTO 1992) and A. Back,
 * Hashcash (2002): for each of some small puzzles a number is found with which a hash begins with so many zero bits.
 * Many small ones instead of a large one, so that the time it takes is nearly the same each time. The server and the
 * browser share this file.
 */
export const puzzles = 16;

const letters = new TextEncoder();

/** Whether `nonce` solves puzzle `index` of a challenge: SHA-256 of the three begins with `bits` zero bits. */
export function solves(challenge: string, index: number, nonce: string, bits: number): boolean {
	return leadingZeros(sha256(letters.encode(`${challenge}:${index}:${nonce}`))) >= bits;
}

/** Solves every puzzle of a challenge; takes about 16 × 2^bits hashes. */
export function solve(challenge: string, bits: number): string {
	const nonces = Array.from({ length: puzzles }, (_, index) => {
		let nonce = 0;
		while (!solves(challenge, index, nonce.toString(36), bits)) nonce++;
		return nonce.toString(36);
	});
	return nonces.join('.');
}

/** Whether a solution solves every puzzle of a challenge. */
export function isSolved(challenge: string, bits: number, solution: string): boolean {
	const nonces = solution.split('.');
	return (
		nonces.length === puzzles &&
		nonces.every(
			(nonce, index) => /^[0-9a-z]{1,12}$/.test(nonce) && solves(challenge, index, nonce, bits),
		)
	);
}

function leadingZeros(bytes: Uint8Array): number {
	const first = bytes.findIndex((byte) => byte !== 0);
	return first === -1 ? bytes.length * 8 : first * 8 + Math.clz32(bytes[first] ?? 0) - 24;
}
