import * as v from 'valibot';
import { sql } from 'kysely';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayContribute, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { warningOfInput } from '#features/warnings/warning.commands.server.ts';
import { refuseOtherArea } from '#features/warnings/warning.queries.server.ts';
import { trajectoryWarningSchema } from '#features/warnings/warning.schema.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import { themesOfCatalogue } from './figure-themes.server.ts';
import { loadFramework } from './framework.server.ts';

/** What became of the warnings that were taken up in a trajectory. */
export interface WarningOutcome {
	id: string;
	kind: 'finding' | 'knowledge_need';
	text: string;
	state: 'open' | 'answered' | 'in_form' | 'withdrawn';
}

export const listWarningOutcomes = query({
	name: 'warning.outcomes',
	summary:
		'What became of the warnings that were taken up in a trajectory: findings and questions.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/waarschuwingsuitkomsten' },
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor }, { trajectoryId }): Promise<WarningOutcome[]> {
		const municipalityId = municipalityOf(actor);
		const { rows } = await sql<WarningOutcome>`
			SELECT f.id, 'finding' AS kind, f.text,
				CASE WHEN f.withdrawn_at IS NULL THEN 'in_form' ELSE 'withdrawn' END AS state
			FROM warning_answer AS a
			JOIN finding AS f ON f.municipality_id = a.municipality_id AND f.id = a.became_id
			WHERE a.municipality_id = ${municipalityId}::uuid AND a.trajectory_id = ${trajectoryId}::uuid
				AND a.kind = 'finding'
			UNION ALL
			SELECT n.id, 'knowledge_need', n.question,
				CASE WHEN n.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN n.state = 'open' THEN 'open'
					ELSE 'answered' END
			FROM warning_answer AS a
			JOIN knowledge_need AS n ON n.municipality_id = a.municipality_id AND n.id = a.became_id
			WHERE a.municipality_id = ${municipalityId}::uuid AND a.trajectory_id = ${trajectoryId}::uuid
				AND a.kind = 'knowledge_need'`.execute(reader);
		return rows;
	},
});

/** What the page needs on which a warning is taken up; nothing in it is decided yet. */
export const beginTakingUp = query({
	name: 'warning.beginTakeUp',
	summary: 'The form of the trajectory, and the themes of it that a warning speaks to.',
	input: trajectoryWarningSchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ reader, actor, subject }, { trajectoryId, warningId }) {
		await refuseOtherArea(reader, actor, trajectoryId, warningId);
		const { themes } = await warningOfInput(reader, { warningId }, actor);
		const here = await themesOfCatalogue(reader, municipalityOf(actor), subject);
		return {
			framework: await loadFramework(reader, actor.municipalityId, subject),
			themes: here(themes),
		};
	},
});
