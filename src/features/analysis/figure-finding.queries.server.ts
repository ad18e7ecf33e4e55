import * as v from 'valibot';
import { indicatorOf } from '#features/figures/catalogue.ts';
import { figureSentences } from '#features/figures/figure-sentence.ts';
import { statedFigure } from '#features/figures/figure-snapshot.ts';
import { findFigure, sourceOfFigure } from '#features/figures/figure-taking.server.ts';
import { nameOfLine } from '#features/figures/figure-words.ts';
import { accessOfInput, loadAccess } from '#features/trajectory/access.server.ts';
import { mayContribute } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { nothing, query } from '#kernel/query.server.ts';
import { themesOfCatalogue } from './figure-themes.server.ts';
import { figureOfTrajectorySchema } from './finding.schema.ts';
import { loadFramework } from './framework.server.ts';
import { standingOf } from './tension.ts';

/** What the page needs on which a figure becomes a finding; nothing in it is decided yet. */
export const beginFigureFinding = query({
	name: 'analysis.beginFigureFinding',
	summary:
		'A figure in sentences, with what it may be a finding of: how it stands beside other areas, and the themes it speaks to.',
	input: figureOfTrajectorySchema,
	subject: accessOfInput,
	allow: mayContribute,
	async run({ reader, actor, subject }, { trajectoryId, ...place }) {
		const found = await findFigure(reader, actor, place);
		const { line, area } = found;
		const indicator = indicatorOf(line.indicator);
		const themesHere = await themesOfCatalogue(reader, municipalityOf(actor), subject);
		return {
			framework: await loadFramework(reader, actor.municipalityId, subject),
			areaCode: area.code,
			areaName: area.name,
			seriesId: line.seriesId,
			name: nameOfLine(line, actor.language),
			explanation: indicator?.explanation[actor.language] ?? null,
			sentences: figureSentences(statedFigure(found, actor.language), actor.language),
			source: { publisher: line.publisher, table: line.tableId, boundaryYear: line.boundaryYear },
			/** How it stands beside the areas around it; a proposal, never the choice of the kind. */
			standing: standingOf({
				direction: indicator?.direction ?? 'neither',
				unit: indicator?.unit.en ?? line.unit,
				measured: line.own,
				beside: [
					line.municipality ?? line.country,
					line.comparable && { value: line.comparable.middle },
				],
			}),
			themes: themesHere(indicator?.themes ?? []),
			/** The source that it already is in this trajectory. */
			evidenceId: (await sourceOfFigure(reader, actor, trajectoryId, place)) ?? null,
		};
	},
});

/** Where somebody may make a finding of a figure: a page that knows no trajectory asks for it. */
export const listFigureTrajectories = query({
	name: 'analysis.figureTrajectories',
	summary: 'Lists the trajectories that are going on and in whose form the reader may write.',
	input: v.object({}),
	subject: nothing,
	allow: (actor) => (actor.kind === 'visitor' ? 'sign_in_first' : true),
	async run({ reader, actor }) {
		const rows = await reader
			.selectFrom('trajectory')
			.select(['id', 'area_name as areaName', 'area_slug as areaSlug', 'area_code as areaCode'])
			.select(['start_year as startYear', 'end_year as endYear'])
			.where('municipality_id', '=', actor.municipalityId)
			.where('state', '<>', 'ended')
			.orderBy('start_year', 'desc')
			.orderBy('area_name')
			.execute();
		const found: typeof rows = [];
		for (const row of rows) {
			const access = await loadAccess(reader, row.id, actor);
			if (mayContribute(actor, access) === true) found.push(row);
		}
		return { items: found };
	},
});
