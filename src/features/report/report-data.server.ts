import { agendaOf } from '#features/agenda/agenda.queries.server.ts';
import { criteriaOf } from '#features/agenda/criteria.queries.server.ts';
import { prioritiesOf } from '#features/agenda/priority.queries.server.ts';
import { weighingForAll } from '#features/agenda/weighing.server.ts';
import { citedPassages, type CitedPassage } from '#features/analysis/cited-passages.server.ts';
import { readForm } from '#features/analysis/form.queries.server.ts';
import { unchosen } from '#features/figures/newer-figure.ts';
import { newerFigures } from '#features/figures/newer-figure.server.ts';
import { openRoundOf } from '#features/analysis/silent-round.queries.server.ts';
import { sourcesInFull } from '#features/evidence/evidence-lines.server.ts';
import { planOf } from '#features/execution/plan.queries.server.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { frameOf } from '#features/trajectory/frame.queries.server.ts';
import { mayRead, mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { dayOf, type Clock } from '#kernel/clock.ts';
import type { Reader } from '#server/database/handles.ts';
import type { ReportData } from './report.ts';
import { recordsOf } from './section-records.ts';
import { writtenSections, type WrittenSection } from './written-sections.server.ts';

interface Asked {
	reader: Reader;
	actor: Actor;
	clock: Clock;
	subject: TrajectoryAccess;
}

/**
 * Everything of a trajectory that this actor may read, part by part: a part that is not for them is not even asked for.
 */
export async function reportData({ reader, actor, clock, subject }: Asked): Promise<ReportData> {
	const municipalityId = municipalityOf(actor);
	const { trajectoryId } = subject;
	const isInside = mayReadInside(actor, subject) === true;
	const sees = (part: 'frame' | 'analysis' | 'agenda' | 'plan') =>
		mayRead(part)(actor, subject) === true;
	const written = await writtenSections(reader, municipalityId, trajectoryId);
	const analysis = sees('analysis')
		? await analysisOf({ reader, actor, subject }, mentionedSources(written))
		: null;
	const shown = new Set(analysis?.form.findings.map(({ id }) => id));
	const everyItem = sees('agenda') ? await agendaOf(reader, municipalityId, trajectoryId) : [];
	const items = everyItem.filter(({ isWithdrawn }) => !isWithdrawn);
	const agenda = sees('agenda')
		? {
				// What a yearly adjustment ended stands on the agenda no more.
				items: items
					.filter(({ endedYear }) => endedYear === null)
					.map((item) => onlyShown(item, isInside ? null : shown)),
				priorities: await prioritiesOf(reader, municipalityId, trajectoryId),
			}
		: null;
	return {
		...(await placeOf(reader, municipalityId, trajectoryId)),
		day: dayOf(clock.now()),
		onlyParts: isInside ? null : subject.publicParts,
		frame: sees('frame') ? await frameOf(reader, { municipalityId, trajectoryId }) : null,
		analysis,
		criteria: sees('analysis') ? await criteriaOf(reader, municipalityId, trajectoryId) : null,
		written,
		weighing: isInside ? await weighingForAll(reader, actor, trajectoryId) : null,
		agenda,
		plan: sees('plan')
			? {
					approaches: (await planOf(reader, municipalityId, trajectoryId)).filter(
						({ isWithdrawn }) => !isWithdrawn,
					),
					items: items.map(({ id, title }) => ({ id, title })),
				}
			: null,
	};
}

/**
 * The form with its sources in full, and the sources that the written sections mention; what this actor may not see of
 * them is only counted. What is being written in a silent round is in nobody's report yet.
 */
async function analysisOf({ reader, actor, subject }: Omit<Asked, 'clock'>, mentioned: string[]) {
	const form = await readForm(reader, actor, subject);
	const round = await openRoundOf(reader, municipalityOf(actor), subject.trajectoryId);
	const isTold = ({ roundId }: { roundId: string | null }) => !round || roundId !== round.id;
	const told = {
		...form,
		findings: form.findings.filter(isTold),
		provisions: form.provisions.filter(isTold),
		needs: form.needs.filter(isTold),
	};
	const ids = [...new Set([...form.sources.map(({ id }) => id), ...mentioned])];
	const sources = await sourcesInFull(reader, actor, subject, ids);
	const figures = sources.flatMap(({ id, kind }) => (kind === 'figure' ? [id] : []));
	const newer = unchosen(await newerFigures(reader, actor, subject.trajectoryId, figures));
	const cited = await citedPassages(reader, actor, subject);
	return {
		form: told,
		quotes: cited.filter(mayBeCited),
		sources: sources.map((one) => ({ ...one, newerFigure: newer.get(one.id) ?? null })),
	};
}

/** Words are cited as long as they stand, in a source that counts, and somebody said that they may be. */
function mayBeCited({ isQuote, stands, withdrawnAt, source }: CitedPassage): boolean {
	return isQuote && stands && withdrawnAt === null && source.withdrawnAt === null;
}

/** The sources that the written sections refer to. */
function mentionedSources(written: ReadonlyMap<string, WrittenSection>): string[] {
	return [...written.values()]
		.flatMap(({ content }) => recordsOf(content))
		.flatMap(({ kind, id }) => (kind === 'evidence' ? [id] : []));
}

interface Answering {
	findings: { id: string }[];
	hiddenFindings: number;
}

/** An item with only the findings that are shown; the others are counted. */
function onlyShown<Item extends Answering>(item: Item, shown: ReadonlySet<string> | null): Item {
	if (!shown) return item;
	const findings = item.findings.filter(({ id }) => shown.has(id));
	const hidden = item.hiddenFindings + item.findings.length - findings.length;
	return { ...item, findings, hiddenFindings: hidden };
}

/** What a report says even when nothing else of it is public: where it is about, and when. */
function placeOf(reader: Reader, municipalityId: string, trajectoryId: string) {
	return reader
		.selectFrom('trajectory as t')
		.innerJoin('municipality as m', 'm.id', 't.municipality_id')
		.select(['m.name as municipalityName', 't.area_name as areaName'])
		.select(['t.start_year as startYear', 't.end_year as endYear'])
		.select('t.example_source as exampleSource')
		.where('t.municipality_id', '=', municipalityId)
		.where('t.id', '=', trajectoryId)
		.executeTakeFirstOrThrow();
}
