import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits that is handed out once, in letters that survive a mail and an address. */
export function newSecret(): string {
	return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: its SHA-256. A secret of 256 bits needs no slow hash. */
export function digestOf(secret: string): Buffer {
	return createHash('sha256').update(secret).digest();
}
