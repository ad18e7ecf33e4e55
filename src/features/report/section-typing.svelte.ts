import { parsed } from './section-input.ts';
import type { Marks } from './section-marks.ts';

/** A text that somebody typed and did not save: with the marks it uses and the version it was begun on. */
export interface SectionTyping {
	text: string;
	marks: Marks;
	version: number;
}

/**
 * What is being typed in one section, kept in this tab of the browser until it is saved: closing a laptop or losing the
 * connection loses nothing. Without storage it lives as long as the page.
 */
export class TypingStore {
	#key: string;
	kept = $state.raw<SectionTyping | null>(null);

	constructor(trajectoryId: string, key: string) {
		this.#key = `wijkagenda:verslag:${trajectoryId}:${key}`;
	}

	/** Reads what was typed before. */
	load(): void {
		const found = parsed(read(this.#key) ?? 'null');
		if (isTyping(found)) this.kept = found;
	}

	keep(typing: SectionTyping): void {
		this.kept = typing;
		try {
			sessionStorage.setItem(this.#key, JSON.stringify(typing));
		} catch {
			// A browser that stores nothing: what was typed is still on the screen.
		}
	}

	drop(): void {
		this.kept = null;
		try {
			sessionStorage.removeItem(this.#key);
		} catch {
			// As above.
		}
	}
}

function read(key: string): string | null {
	try {
		return sessionStorage.getItem(key);
	} catch {
		return null;
	}
}

function isTyping(value: unknown): value is SectionTyping {
	return (
		typeof value === 'object' &&
		value !== null &&
		'text' in value &&
		typeof value.text === 'string' &&
		'marks' in value &&
		'version' in value
	);
}
