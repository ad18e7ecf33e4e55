import * as v from 'valibot';
import { profileOfArea } from '#features/figures/area-profile.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayRead } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { Failure } from '#kernel/failure.ts';
import { id } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import { themesOfCatalogue } from './figure-themes.server.ts';
import { figuresByTheme, type FiguresOfTheme } from './theme-figures.ts';

/** The figures of the area of a trajectory, by theme. */
export interface ThemeFigures {
	/** Which area they are of; null when the trajectory has no code of CBS, or nothing was imported about it. */
	area: { code: string; name: string; municipality: string | null; country: string | null } | null;
	themes: FiguresOfTheme[];
}

export const listThemeFigures = query({
	name: 'analysis.themeFigures',
	summary:
		'Gives the figures of the area of a trajectory that speak to the themes of its form, a few for each theme, what stands out first.',
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/invulschema/cijfers' },
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayRead('analysis'),
	async run({ reader, actor, subject }, { trajectoryId }): Promise<ThemeFigures> {
		const { code } = await reader
			.selectFrom('trajectory')
			.select('area_code as code')
			.where('municipality_id', '=', actor.municipalityId)
			.where('id', '=', trajectoryId)
			.executeTakeFirstOrThrow();
		if (!code) return { area: null, themes: [] };
		const profile = await profileOfArea(reader, actor, code).catch((error: unknown) => {
			if (error instanceof Failure && error.code === 'area.not_imported') return null;
			throw error;
		});
		if (!profile) return { area: null, themes: [] };
		const nameAt = (level: string) =>
			profile.above.find((one) => one.level === level)?.name ?? null;
		const themesHere = await themesOfCatalogue(reader, municipalityOf(actor), subject);
		return {
			area: {
				code,
				name: profile.area.name,
				municipality: nameAt('municipality'),
				country: nameAt('country'),
			},
			themes: figuresByTheme(profile, themesHere, actor.language),
		};
	},
});
