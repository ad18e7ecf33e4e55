import { BoundaryError } from './boundary-problem.ts';

/** A feature of GeoJSON (RFC 7946), as it stands in the file. */
export interface RawFeature {
	/** From 1. */
	row: number;
	properties: Record<string, unknown>;
	geometry: unknown;
}

/** The most characters that one feature may have: the longest coast of the country at full detail is a tenth. */
export const LONGEST_FEATURE = 64 * 1024 * 1024;
/** What stands beside the features is read for the coordinate system only. */
const MOST_BESIDE = 64 * 1024;

/**
 * Reads the features of a FeatureCollection out of text that comes in pieces: one feature is in memory at a time,
 * however large the file is. `beside()` gives what stood outside of the features so far (`crs`, `name`).
 * Throws a `BoundaryError`.
 */
export class FeatureReader {
	private depth = 0;
	private inString = false;
	private isEscaped = false;
	private inFeatures = false;
	private word = '';
	private lastKey = '';
	private pending = '';
	private outside = '';
	private row = 0;
	private isOver = false;

	/** What stands beside the features, at most its beginning. */
	beside(): string {
		return this.outside;
	}

	/** The features that end in this piece. */
	*read(piece: string): Generator<RawFeature> {
		let begin = this.collecting ? 0 : -1;
		for (let at = 0; at < piece.length; at += 1) {
			const character = piece[at]!;
			if (this.inString) {
				this.readString(character);
				continue;
			}
			if (character === '"') {
				this.inString = true;
				this.word = '';
			} else if (character === '{' || character === '[') {
				if (this.inFeatures && this.depth === 2 && character === '{') begin = at;
				if (this.depth === 1 && character === '[' && this.lastKey === 'features')
					this.inFeatures = true;
				this.depth += 1;
			} else if (character === '}' || character === ']') {
				this.depth -= 1;
				if (this.inFeatures && this.depth === 2 && character === '}') {
					yield this.feature(this.pending + piece.slice(begin, at + 1));
					this.pending = '';
					begin = -1;
				} else if (this.inFeatures && this.depth === 1) this.inFeatures = false;
				if (this.depth === 0) this.isOver = true;
			} else if (character === ':' && this.depth === 1) this.lastKey = this.word;
			if (!this.inFeatures && this.outside.length < MOST_BESIDE) this.outside += character;
		}
		if (begin >= 0) this.keep(piece.slice(begin));
	}

	/** Call at the end. Throws `broken_off` for a file that ends half-way, `no_features` for other JSON. */
	end(): void {
		if (this.row === 0 && !/^\s*[{[]/.test(this.outside))
			throw new BoundaryError({ code: 'not_json' });
		if (!this.isOver) throw new BoundaryError({ code: 'broken_off', after: this.row });
		if (this.row === 0) throw new BoundaryError({ code: 'no_features' });
	}

	private get collecting(): boolean {
		return this.pending !== '';
	}

	private readString(character: string): void {
		if (!this.inFeatures && this.outside.length < MOST_BESIDE) this.outside += character;
		if (this.isEscaped) this.isEscaped = false;
		else if (character === '\\') this.isEscaped = true;
		else if (character === '"') this.inString = false;
		else if (this.depth === 1) this.word += character;
	}

	private keep(text: string): void {
		this.pending += text;
		if (this.pending.length > LONGEST_FEATURE)
			throw new BoundaryError({
				code: 'feature_too_large',
				row: this.row + 1,
				limit: LONGEST_FEATURE,
			});
	}

	private feature(text: string): RawFeature {
		let feature: { properties?: unknown; geometry?: unknown };
		try {
			feature = JSON.parse(text) as typeof feature;
		} catch (error) {
			throw new BoundaryError({ code: 'broken_off', after: this.row }, { cause: error });
		}
		this.row += 1;
		const { properties, geometry } = feature;
		const named = typeof properties === 'object' && properties !== null ? properties : {};
		return { row: this.row, properties: named as Record<string, unknown>, geometry };
	}
}
