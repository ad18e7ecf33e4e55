import { sql } from 'kysely';
import * as v from 'valibot';
import { stillHolding } from '#features/accounts/sessions.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import type { Actor, Member } from '#kernel/actor.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import type { FormDelta, FormState } from './form-sync.ts';
import { readForm, type EntryIds } from './form.queries.server.ts';

/** The most entries that are told one by one; with more, the whole form is read anew. */
export const mostAtOnce = 200;

const ids = () => v.optional(v.pipe(v.array(id()), v.maxLength(mostAtOnce)), []);

/** The whole form as its page begins with it, for whoever keeps it on screen. */
export const formState = query({
	name: 'analysis.formState',
	summary: 'What is written in the analysis form, for whoever keeps it on screen.',
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor, subject }): Promise<FormState> {
		const { framework: _, ...content } = await readForm(reader, actor, subject);
		return { frameworkId: subject.frameworkId, ...content };
	},
});

/** What is told to a listener. */
export interface Telling {
	delta: Omit<FormDelta, 'requests'>;
	/** Of the other listeners, those who see exactly the same and whose session still holds. */
	sameFor: Member[];
}

/**
 * Reads entries that changed, as the reader sees them now. `others` are listeners too: whoever of them sees the same is
 * named in the answer. What row-level security and visibility show depends on the organisation alone, unless a silent
 * round is open: then on the person. That is looked at after the reading: what was read before a round opened,
 * everybody could see.
 */
export function entriesFor(others: readonly Member[]) {
	return query({
		name: 'analysis.changedEntries',
		summary: 'Entries of the analysis form that changed, for whoever keeps it on screen.',
		input: v.object({
			trajectoryId: id(),
			findings: ids(),
			provisions: ids(),
			needs: ids(),
			/** Other things that changed: findings that rest on them are read again. */
			evidence: ids(),
		}),
		subject: accessOfInput,
		allow: mayReadInside,
		async run({ reader, actor, subject, clock }, input): Promise<Telling> {
			const only: EntryIds = {
				findings: await findingsShowing(reader, actor, input.findings, input.evidence),
				provisions: input.provisions,
				needs: input.needs,
			};
			const { framework: _, ...content } = await readForm(reader, actor, subject, only);
			const here = new Set(
				[...content.findings, ...content.provisions, ...content.needs].map((entry) => entry.id),
			);
			const asked = [...only.findings, ...only.provisions, ...only.needs];
			const delta = { ...content, gone: asked.filter((entry) => !here.has(entry)) };
			const alike = others.filter((one) => hasScopeOf(actor, one));
			if (alike.length === 0 || (await hasOpenRound(reader, actor, subject.trajectoryId)))
				return { delta, sameFor: [] };
			return { delta, sameFor: await stillHolding(reader, alike, clock.now()) };
		},
	});
}

export const changedEntries = entriesFor([]);

function hasScopeOf(actor: Actor, other: Member): boolean {
	return (
		actor.kind === 'member' &&
		actor.municipalityId === other.municipalityId &&
		actor.organisationId === other.organisationId
	);
}

/**
 * The findings of a form that show a change of these findings and these sources: themselves, the groups that speak for
 * them, whatever rests on the sources, and what stands opposite them.
 */
async function findingsShowing(
	reader: Reader,
	{ municipalityId }: Actor,
	findings: string[],
	evidence: string[],
): Promise<string[]> {
	if (findings.length + evidence.length === 0) return [];
	const { rows } = await sql<{ id: string }>`
		WITH changed AS (
			SELECT unnest(${findings}::uuid[]) AS id
			UNION
			SELECT finding_id FROM citation
			WHERE municipality_id = ${municipalityId}::uuid AND evidence_id = ANY (${evidence}::uuid[])
		), opposite AS (
			SELECT id FROM changed
			UNION
			SELECT w.protective_id FROM counterweight w JOIN changed ON changed.id = w.risk_id
			WHERE w.municipality_id = ${municipalityId}::uuid
			UNION
			SELECT w.risk_id FROM counterweight w JOIN changed ON changed.id = w.protective_id
			WHERE w.municipality_id = ${municipalityId}::uuid
		)
		SELECT id FROM opposite
		UNION
		SELECT f.grouped_into FROM finding f JOIN opposite ON opposite.id = f.id
		WHERE f.municipality_id = ${municipalityId}::uuid AND f.grouped_into IS NOT NULL`.execute(reader);
	return rows.map(({ id: finding }) => finding);
}

async function hasOpenRound(
	reader: Reader,
	{ municipalityId }: Actor,
	trajectoryId: string,
): Promise<boolean> {
	const row = await reader
		.selectFrom('silent_round')
		.select('id')
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where('closed_at', 'is', null)
		.executeTakeFirst();
	return row !== undefined;
}
