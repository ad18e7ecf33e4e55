import { writerOf, municipalityOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { changedMeanwhile, invalid, type FieldProblem } from '#kernel/failure.ts';
import { nothing } from '#kernel/query.server.ts';
import { loadStored } from '#features/analysis/framework.server.ts';
import type { StoredFramework } from '#features/analysis/framework.schema.ts';
import type { Tx } from '#server/database/handles.ts';
import { changeRow } from '#server/database/rows.ts';
import { mayAdaptFrameworks } from './framework.policy.ts';
import { setMappingSchema } from '#features/analysis/theme-mapping.schema.ts';
import { inverseOf } from '#features/analysis/theme-mapping.ts';

export const setMapping = command({
	name: 'themeMapping.set',
	summary: 'Says how a theme of one framework relates to a theme of another, and why.',
	http: { method: 'PUT', path: '/kaders/{frameworkId}/koppelingen' },
	input: setMappingSchema,
	subject: nothing,
	allow: mayAdaptFrameworks,
	async run({ tx, actor, clock, requestId }, input) {
		const municipalityId = municipalityOf(actor);
		await refuseUnknownThemes(tx, municipalityId, input);
		const there = await findPair(tx, municipalityId, input);
		// Two frameworks have one mapping: what was said the other way round is changed where it stands.
		const kind = there?.isReversed ? inverseOf(input.kind) : input.kind;
		const written = {
			kind,
			note: input.note,
			changed_by: writerOf(actor),
			changed_at: clock.now(),
		};
		if (there) {
			const row = { municipalityId, id: there.id, version: input.version };
			return changeRow(tx, 'theme_mapping', row, written, {
				current: () => currentPair(tx, municipalityId, input),
			});
		}
		if (input.version !== 0) throw changedMeanwhile({ version: 0 });
		await tx
			.insertInto('theme_mapping')
			.values({
				municipality_id: municipalityId,
				id: requestId,
				from_framework_id: input.frameworkId,
				to_framework_id: input.otherId,
				from_theme: input.theme,
				to_theme: input.otherTheme,
				...written,
			})
			.execute();
		return { id: requestId, version: 1 };
	},
});

interface Pair {
	frameworkId: string;
	otherId: string;
	theme: string;
	otherTheme: string;
}

async function refuseUnknownThemes(tx: Tx, municipalityId: string, pair: Pair): Promise<void> {
	const from = await loadStored(tx, municipalityId, pair.frameworkId);
	const to = await loadStored(tx, municipalityId, pair.otherId);
	const problems: FieldProblem[] = [];
	if (!hasTheme(from, pair.theme)) problems.push({ path: 'theme', code: 'unknown' });
	if (!hasTheme(to, pair.otherTheme)) problems.push({ path: 'otherTheme', code: 'unknown' });
	if (problems.length > 0) throw invalid(problems);
}

function hasTheme({ domains }: StoredFramework, id: string): boolean {
	return domains.some(({ themes }) => themes.some((theme) => theme.id === id));
}

async function findPair(tx: Tx, municipalityId: string, pair: Pair) {
	const row = await tx
		.selectFrom('theme_mapping')
		.select(['id', 'version', 'kind', 'note', 'from_framework_id'])
		.where('municipality_id', '=', municipalityId)
		.where((eb) =>
			eb.or([
				eb.and({
					from_framework_id: pair.frameworkId,
					to_framework_id: pair.otherId,
					from_theme: pair.theme,
					to_theme: pair.otherTheme,
				}),
				eb.and({
					from_framework_id: pair.otherId,
					to_framework_id: pair.frameworkId,
					from_theme: pair.otherTheme,
					to_theme: pair.theme,
				}),
			]),
		)
		.executeTakeFirst();
	return row && { ...row, isReversed: row.from_framework_id !== pair.frameworkId };
}

async function currentPair(tx: Tx, municipalityId: string, pair: Pair) {
	const row = await findPair(tx, municipalityId, pair);
	return row && { version: row.version, kind: row.kind, note: row.note };
}
