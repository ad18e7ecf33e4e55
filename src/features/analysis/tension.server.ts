import type { FigureDetails } from '#features/evidence/evidence-details.schema.ts';
import { linesIn } from '#features/evidence/evidence-lines.server.ts';
import { indicatorOf } from '#features/figures/catalogue.ts';
import { unfolded } from '#features/figures/figure-snapshot.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import type { Reader } from '#server/database/handles.ts';
import { themesOfCatalogue } from './figure-themes.server.ts';
import { rowsOf, type AnalysisForm } from './form.ts';
import {
	standingOf,
	tensionsIn,
	type Tension,
	type TensionDirection,
	type ThemeFigure,
} from './tension.ts';

/** What people said about a tension. */
export interface TensionAnswer {
	id: string;
	theme: string;
	direction: TensionDirection;
	/** Explained, set aside with a reason, or asked: then it is among what is to be found out. */
	outcome: 'explained' | 'dismissed' | 'asked';
	text: string;
	needId: string | null;
	organisationName: string;
	createdAt: Date;
	version: number;
}

/** A tension with what people said about it; null while nobody did. */
export interface AskedTension extends Tension {
	answer: TensionAnswer | null;
}

/** The tensions of a form, for those inside; a hidden or withdrawn figure says nothing. */
export async function tensionsOf(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
	form: AnalysisForm,
): Promise<AskedTension[]> {
	const figures = await themeFigures(reader, actor, access);
	const tensions = tensionsIn(rowsOf(form), figures);
	if (tensions.length === 0) return [];
	const answers = await answersOf(reader, municipalityOf(actor), access.trajectoryId);
	return tensions.map((tension) => ({
		...tension,
		answer:
			answers.find(
				({ theme, direction }) => theme === tension.theme && direction === tension.direction,
			) ?? null,
	}));
}

async function themeFigures(
	reader: Reader,
	actor: Actor,
	access: TrajectoryAccess,
): Promise<ThemeFigure[]> {
	const rows = await linesIn(reader, actor, access, { kind: ['figure'] })
		.select((eb) => eb.ref('evidence.details').$castTo<FigureDetails>().as('details'))
		.orderBy('evidence.created_at')
		.execute();
	if (rows.length === 0) return [];
	const themesHere = await themesOfCatalogue(reader, municipalityOf(actor), access);
	return rows.map(({ id: source, title, themes, details }) => {
		const indicator = indicatorOf(details.indicator ?? null);
		const { direction = 'neither', unit, themes: speaksTo = [] } = indicator ?? {};
		return {
			...{ id: source, title, themes: [...themes, ...themesHere(speaksTo)] },
			standing: standingOf({
				direction,
				unit: unit?.en ?? '',
				measured: unfolded(details),
				beside: besideOf(details),
			}),
		};
	});
}

/** The nearest area around it that has a value, and comparable areas where the snapshot knows them. */
function besideOf({ comparison }: FigureDetails) {
	const isLike = ({ level }: FigureDetails['comparison'][number]) => level === 'comparable';
	const around = comparison.find((one) => one.value !== null && !isLike(one));
	return [...(around ? [around] : []), ...comparison.filter(isLike)].map(unfolded);
}

/** What people said about the tensions of a trajectory, also where figures and stories agree by now. */
export async function answersOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
): Promise<TensionAnswer[]> {
	return reader
		.selectFrom('tension_answer as a')
		.innerJoin('organisation as o', (join) =>
			join
				.onRef('o.municipality_id', '=', 'a.municipality_id')
				.onRef('o.id', '=', 'a.organisation_id'),
		)
		.select(['a.id', 'a.theme', 'a.text', 'a.need_id as needId', 'o.name as organisationName'])
		.select(['a.created_at as createdAt', 'a.version'])
		.select((eb) => [
			eb.ref('a.direction').$castTo<TensionDirection>().as('direction'),
			eb.ref('a.outcome').$castTo<TensionAnswer['outcome']>().as('outcome'),
		])
		.where('a.municipality_id', '=', municipalityId)
		.where('a.trajectory_id', '=', trajectoryId)
		.where('a.withdrawn_at', 'is', null)
		.orderBy('a.created_at')
		.orderBy('a.id')
		.execute();
}
