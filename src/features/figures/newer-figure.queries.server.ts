import { sql } from 'kysely';
import * as v from 'valibot';
import type { FigureDetails } from '#features/evidence/evidence-details.schema.ts';
import { mayChangeEvidence, mayReadEvidence } from '#features/evidence/evidence.policy.ts';
import { evidenceIdSchema } from '#features/evidence/evidence.schema.ts';
import { evidenceOfKind } from '#features/evidence/record.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayRead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { figureSentences, type FigureSentences } from './figure-sentence.ts';
import { statedFigure, statedSnapshot } from './figure-snapshot.ts';
import { findFigure } from './figure-taking.server.ts';
import { newerFigures } from './newer-figure.server.ts';

export const listNewerFigures = query({
	name: 'figure.listNewer',
	summary:
		'Lists the figures among the sources of a trajectory of which there is a newer one: of a later period, or changed by the publisher.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/nieuwere-cijfers' },
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayRead('any'),
	run: async ({ reader, actor, subject }) => ({
		items: await newerFigures(reader, actor, subject.trajectoryId),
	}),
});

export const readFigureSource = query({
	name: 'figure.readSource',
	summary:
		'Gives a figure among the sources in sentences, the newer one where there is one, and what it was before it was taken over.',
	http: { method: 'GET', path: '/bronnen/{evidenceId}/cijfer' },
	input: evidenceIdSchema,
	subject: evidenceOfKind('figure'),
	allow: mayReadEvidence,
	async run({ reader, actor, subject }, { evidenceId }) {
		const details = subject.evidence.details as FigureDetails;
		const [newer] = await newerFigures(reader, actor, subject.trajectoryId, [evidenceId]);
		const place = newer && { areaCode: details.areaCode, seriesId: newer.seriesId };
		const found = place && (await findFigure(reader, actor, place));
		return {
			sentences: figureSentences(statedSnapshot(details), actor.language),
			newer:
				newer && found
					? {
							...newer,
							sentences: figureSentences(statedFigure(found, actor.language), actor.language),
							boundaryYear: found.line.boundaryYear,
						}
					: null,
			former: await formerSnapshots(reader, actor, evidenceId),
			may: { choose: mayChangeEvidence(actor, subject) === true },
		};
	},
});

/** What a source said before a newer figure was taken over; for members. */
async function formerSnapshots(
	reader: Reader,
	actor: Actor,
	evidenceId: string,
): Promise<{ version: number; sentences: FigureSentences; retrievedAt: string }[]> {
	const { rows } = await sql<{ version: number; details: FigureDetails }>`
		SELECT DISTINCT ON (k.content->'details') k.version, k.content->'details' AS details FROM kept_version AS k
		WHERE k.municipality_id = ${municipalityOf(actor)}::uuid AND k.table_name = 'evidence'
			AND k.id = ${evidenceId}::uuid AND k.content->'details' <> (SELECT e.details FROM evidence AS e
				WHERE e.municipality_id = k.municipality_id AND e.id = k.id)
		ORDER BY k.content->'details', k.version DESC`.execute(reader);
	return rows
		.toSorted((a, b) => b.version - a.version)
		.map(({ version, details }) => ({
			version,
			sentences: figureSentences(statedSnapshot(details), actor.language),
			retrievedAt: details.retrievedAt,
		}));
}
