import type { FormContent, FormFinding, FormNeed, FormProvision, FormSource } from './form.ts';

/** What somebody who has the form open holds of it. */
export interface FormState extends FormContent {
	/** The framework it is written in; another one means another page. */
	frameworkId: string;
}

/** What changed: the entries as they are now for this reader, what they rest on, and what the reader does not see any more. */
export interface FormDelta extends FormContent {
	gone: string[];
	/** The requests that made these changes. */
	requests: string[];
}

interface Entry {
	id: string;
	createdAt: Date;
	version?: number;
}

/**
 * The form as one reader holds it: a snapshot, to which changes are added entry by entry. Whatever the order in which
 * they come, an entry never goes back to an earlier version. Entries that did not change stay the same objects. Pure:
 * runs in the browser, in Node and in tests.
 */
export class FormSync {
	#frameworkId: string;
	#findings: ReadonlyMap<string, FormFinding>;
	#provisions: ReadonlyMap<string, FormProvision>;
	#needs: ReadonlyMap<string, FormNeed>;
	#sources: ReadonlyMap<string, FormSource>;

	constructor(state: FormState) {
		this.#frameworkId = state.frameworkId;
		this.#findings = byId(state.findings);
		this.#provisions = byId(state.provisions);
		this.#needs = byId(state.needs);
		this.#sources = byId(state.sources);
	}

	/** What it holds now, every list in the order of the form. */
	get state(): FormState {
		return {
			frameworkId: this.#frameworkId,
			findings: [...this.#findings.values()],
			sources: [...this.#sources.values()],
			provisions: [...this.#provisions.values()],
			needs: [...this.#needs.values()],
		};
	}

	/** Takes a whole snapshot over; gives the ids of the entries that are different now. */
	replace(state: FormState): string[] {
		const before = this.#entries();
		this.#frameworkId = state.frameworkId;
		this.#findings = merged(this.#findings, state.findings);
		this.#provisions = merged(this.#provisions, state.provisions);
		this.#needs = merged(this.#needs, state.needs);
		this.#sources = merged(this.#sources, state.sources);
		this.#dropUncited();
		return changedBetween(before, this.#entries());
	}

	/** Adds what changed; gives the ids of the entries that are different now. */
	apply({ findings, provisions, needs, sources, gone }: FormDelta): string[] {
		const before = this.#entries();
		this.#findings = changed(this.#findings, findings, gone);
		this.#provisions = changed(this.#provisions, provisions, gone);
		this.#needs = changed(this.#needs, needs, gone);
		this.#sources = changed(this.#sources, sources, []);
		this.#dropUncited();
		return changedBetween(before, this.#entries());
	}

	/** A source is part of the form while a finding rests on it. */
	#dropUncited(): void {
		const cited = new Set([...this.#findings.values()].flatMap((one) => one.sources));
		const uncited = [...this.#sources.keys()].filter((id) => !cited.has(id));
		this.#sources = changed(this.#sources, [], uncited);
	}

	#entries(): Map<string, Entry> {
		return new Map<string, Entry>([...this.#findings, ...this.#provisions, ...this.#needs]);
	}
}

function byId<One extends Entry>(list: readonly One[]): Map<string, One> {
	return new Map(inOrder(list).map((one) => [one.id, one]));
}

/** The order in which the server gives them: by when they were added, and by id within one moment. */
function inOrder<One extends Entry>(list: readonly One[]): One[] {
	return list.toSorted(
		(a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1),
	);
}

/** A snapshot, in which what stayed the same stays the same object and what is held newer stays. */
function merged<One extends Entry>(
	held: ReadonlyMap<string, One>,
	list: readonly One[],
): Map<string, One> {
	return byId(list.map((one) => newest(held.get(one.id), one)));
}

function changed<One extends Entry>(
	held: ReadonlyMap<string, One>,
	list: readonly One[],
	gone: readonly string[],
): ReadonlyMap<string, One> {
	if (list.length === 0 && !gone.some((id) => held.has(id))) return held;
	const next = new Map(held);
	for (const id of gone) next.delete(id);
	for (const one of list) next.set(one.id, newest(held.get(one.id), one));
	return byId([...next.values()]);
}

function newest<One extends Entry>(held: One | undefined, one: One): One {
	if (!held) return one;
	if ((held.version ?? 0) > (one.version ?? 0)) return held;
	return JSON.stringify(held) === JSON.stringify(one) ? held : one;
}

function changedBetween(before: Map<string, Entry>, after: Map<string, Entry>): string[] {
	const different = [...after].filter(([id, one]) => before.get(id) !== one).map(([id]) => id);
	const gone = [...before.keys()].filter((id) => !after.has(id));
	return [...different, ...gone];
}

/** A state or delta as it came over the line; moments are moments again. */
export function parseForm<Form extends FormState | FormDelta>(text: string): Form {
	return JSON.parse(text, (key, value: unknown) =>
		key.endsWith('At') && typeof value === 'string' ? new Date(value) : value,
	) as Form;
}

/**
 * A short text that differs when what is held differs: both sides make it, so that a snapshot travels only when it is
 * needed. Not a secret and not a signature (cyrb53, a 53-bit hash in the public domain by bryc).
 */
export function fingerprint({ frameworkId, ...content }: FormState): string {
	const { findings, sources, provisions, needs } = content;
	const text = JSON.stringify([frameworkId, findings, sources, provisions, needs]);
	let [high, low] = [0xdeadbeef, 0x41c6ce57];
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		high = Math.imul(high ^ code, 2654435761);
		low = Math.imul(low ^ code, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return `"${(4294967296 * (2097151 & low) + (high >>> 0)).toString(36)}"`;
}
