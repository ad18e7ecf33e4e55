import * as v from 'valibot';
import { frameworkChoices } from '#features/content/content.server.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { wholeNumber } from '#kernel/fields.ts';
import { anyone, onlyRoles } from '#kernel/policy.ts';
import { nothing, query } from '#kernel/query.server.ts';
import { loadPlaceAccess } from './access.server.ts';
import { mayContribute, mayLead, mayRead, mayReadInside } from './trajectory.policy.ts';

export interface TrajectoryLine {
	id: string;
	areaName: string;
	areaSlug: string;
	areaCode: string | null;
	startYear: number;
	endYear: number;
	state: string;
	isPublic: boolean;
	exampleSource: string | null;
}

const columns = [
	'id',
	'area_name as areaName',
	'area_slug as areaSlug',
	'area_code as areaCode',
	'start_year as startYear',
	'end_year as endYear',
	'state',
	'example_source as exampleSource',
] as const;

export const listTrajectories = query({
	name: 'trajectory.list',
	summary: 'Lists the trajectories of the municipality that the reader may see, newest first.',
	http: { method: 'GET', path: '/trajecten' },
	input: v.object({}),
	subject: nothing,
	// Everyone: row-level security gives the public only those of which something was made public.
	allow: anyone,
	async run({ reader, actor }): Promise<TrajectoryLine[]> {
		return reader
			.selectFrom('trajectory')
			.select(columns)
			.select((eb) => eb(eb.fn<number>('cardinality', ['public_parts']), '>', 0).as('isPublic'))
			.where('municipality_id', '=', actor.municipalityId)
			.orderBy('start_year', 'desc')
			.orderBy('area_name')
			.execute()
			.then((rows) => rows.map((row) => ({ ...row, isPublic: Boolean(row.isPublic) })));
	},
});

/** What every page of a trajectory needs: which one it is, and what the reader may do in it. */
export const findTrajectory = query({
	name: 'trajectory.find',
	summary: 'Finds a trajectory by the two parts of its address.',
	input: v.object({ areaSlug: v.string(), startYear: wholeNumber(1990, 2100) }),
	subject: loadPlaceAccess,
	allow: mayRead('any'),
	async run({ actor, subject }) {
		const { place, tasks, publicParts } = subject;
		return {
			...place,
			publicParts,
			tasks,
			may: {
				contribute: mayContribute(actor, subject) === true,
				lead: mayLead(actor, subject) === true,
				readInside: mayReadInside(actor, subject) === true,
			},
		};
	},
});

/** For the page with the form: whoever may not start a trajectory hears so before typing. */
export const mayStartTrajectory = query({
	name: 'trajectory.mayStart',
	summary: 'Whether the reader may start a trajectory, and the frameworks to begin with.',
	input: v.object({}),
	subject: nothing,
	allow: onlyRoles('process_manager'),
	run: async ({ reader, actor }) => ({
		frameworks: await frameworkChoices(reader, municipalityOf(actor)),
	}),
});
