import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finding, need, source } from './form.test-data.ts';
import { fingerprint, FormSync, parseForm, type FormDelta, type FormState } from './form-sync.ts';
import type { FormFinding } from './form.ts';

const empty: FormState = { frameworkId: 'f', findings: [], sources: [], provisions: [], needs: [] };
const delta = (parts: Partial<FormDelta>): FormDelta => ({
	...{ findings: [], sources: [], provisions: [], needs: [] },
	...{ gone: [], requests: [] },
	...parts,
});
const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute));

describe('a form that is kept up to date', () => {
	it('puts a new entry where the server puts it: by when it was added, then by id', () => {
		const sync = new FormSync({ ...empty, findings: [finding({ id: 'b', createdAt: at(2) })] });
		const late = finding({ id: 'c', createdAt: at(3) });
		const early = finding({ id: 'z', createdAt: at(1) });
		const same = finding({ id: 'a', createdAt: at(2) });
		expect(sync.apply(delta({ findings: [late, early, same] }))).toEqual(['z', 'a', 'c']);
		expect(sync.state.findings.map(({ id }) => id)).toEqual(['z', 'a', 'b', 'c']);
	});

	it('does not go back to an earlier version, whatever comes late', () => {
		const sync = new FormSync({ ...empty, findings: [finding({ id: 'a', version: 3 })] });
		expect(sync.apply(delta({ findings: [finding({ id: 'a', version: 2 })] }))).toEqual([]);
		expect(sync.replace({ ...empty, findings: [finding({ id: 'a', version: 1 })] })).toEqual([]);
		expect(sync.state.findings[0]?.version).toBe(3);
	});

	it('takes over sources of the same version, and drops what nothing rests on any more', () => {
		const sync = new FormSync({ ...empty, findings: [finding({ id: 'a' })] });
		const cited = finding({ id: 'a', sources: ['s'] });
		expect(sync.apply(delta({ findings: [cited], sources: [source({ id: 's' })] }))).toEqual(['a']);
		expect(sync.state.sources.map(({ id }) => id)).toEqual(['s']);
		sync.apply(delta({ findings: [finding({ id: 'a' })] }));
		expect(sync.state.sources).toEqual([]);
	});

	it('forgets what is gone, of whatever kind', () => {
		const sync = new FormSync({
			...empty,
			findings: [finding({ id: 'a' })],
			needs: [need({ id: 'n' })],
		});
		expect(sync.apply(delta({ gone: ['a', 'n', 'never seen'] })).toSorted()).toEqual(['a', 'n']);
		expect(sync.state).toEqual(empty);
	});

	it('keeps the same object for what did not change, so that nothing is drawn again', () => {
		const held = finding({ id: 'a' });
		const sync = new FormSync({ ...empty, findings: [held] });
		sync.replace(parseForm(JSON.stringify({ ...empty, findings: [held, finding({ id: 'b' })] })));
		expect(sync.state.findings[0]).toBe(held);
	});
});

describe('the fingerprint of a form', () => {
	it('is the same for what came over the line as for what was sent', () => {
		const form = { ...empty, findings: [finding({ id: 'a' })], sources: [source({ id: 's' })] };
		expect(fingerprint(parseForm(JSON.stringify(form)))).toBe(fingerprint(form));
	});

	it('differs when anything differs', () => {
		const form = { ...empty, findings: [finding({ id: 'a' })] };
		const other = { ...empty, findings: [finding({ id: 'a', hiddenSources: 1 })] };
		expect(fingerprint(other)).not.toBe(fingerprint(form));
		expect(fingerprint({ ...form, frameworkId: 'g' })).not.toBe(fingerprint(form));
	});
});

/** A step of the server: an entry gets a text, or is taken away. */
type Step = { entry: number; text: string | null };
const steps = fc.array(
	fc.record({ entry: fc.nat(5), text: fc.option(fc.string({ maxLength: 3 })) }),
	{ minLength: 1, maxLength: 30 },
);

it('ends at the state of the server, however changes are gathered and snapshots come in between (property)', () => {
	fc.assert(
		fc.property(steps, fc.infiniteStream(fc.nat(3)), (list, choices) => {
			const server = new Map<string, FormFinding>();
			const versions = new Map<string, number>();
			const sync = new FormSync(empty);
			let touched = new Set<string>();
			const now = (): FormState => ({
				...empty,
				findings: [...server.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
			});
			const tell = () => {
				const ids = [...touched];
				touched = new Set();
				const findings = ids.flatMap((id) => server.get(id) ?? []);
				sync.apply(delta({ findings, gone: ids.filter((id) => !server.has(id)) }));
			};
			for (const { entry, text } of list) {
				take(server, versions, { entry, text });
				touched.add(`e${entry}`);
				const choice = choices.next().value;
				if (choice === 0) tell();
				// A snapshot of this moment, while what is gathered is still to be told.
				if (choice === 1) sync.replace(parseForm(JSON.stringify(now())));
			}
			tell();
			expect(sync.state).toEqual(now());
			expect(fingerprint(sync.state)).toBe(fingerprint(now()));
		}),
	);
});

function take(
	server: Map<string, FormFinding>,
	versions: Map<string, number>,
	{ entry, text }: Step,
): void {
	const id = `e${entry}`;
	const version = (versions.get(id) ?? 0) + 1;
	versions.set(id, version);
	if (text === null) server.delete(id);
	else server.set(id, finding({ id, text, version }));
}
