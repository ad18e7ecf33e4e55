import frameworkFile from '#content/frameworks/2013.json' with { type: 'json' };
import guideFile from '#content/guides.json' with { type: 'json' };
import phaseFile from '#content/phases.json' with { type: 'json' };
import preconditionFile from '#content/preconditions.json' with { type: 'json' };
import { analysisTexts } from '#locales/analysis.ts';
import { findingTexts } from '#locales/analysis-finding.ts';
import { evidenceTexts } from '#locales/evidence.ts';
import { figureTexts } from '#locales/figures.ts';
import { frameTexts } from '#locales/frame.ts';
import { homeTexts } from '#locales/home.ts';
import { lifeworldTexts } from '#locales/lifeworld.ts';
import { opensSaved, savesInField } from './in-field.ts';
import type { Person } from './person.ts';

/** The first steps of a trajectory, as somebody takes them: frame, figures, lived world, analysis. */

/** Starts a trajectory for a part of the Geitenkamp; gives the path of its home page. */
export async function startTrajectory(someone: Person, areaName: string): Promise<string> {
	const t = someone.words(frameTexts);
	await someone.goes('/arnhem');
	await someone.sees(someone.words(homeTexts).trajectories('Arnhem'));
	await someone.follows(t.start);
	await someone.sees(t.start);
	await someone.fills(t.areaName, areaName);
	await someone.fills(t.areaCode, 'WK020210');
	await someone.presses(t.begin);
	await someone.sees(t.title);
	return someone.place.replace(/\/kader$/, '');
}

export async function layDownFrame(someone: Person, home: string): Promise<void> {
	const t = someone.words(frameTexts);
	await someone.goes(`${home}/kader`);
	await someone.follows(t.changeFrame);
	await someone.sees(t.changeFrame);
	await someone.fills(t.goals, 'Meer mensen ontmoeten elkaar buiten.');
	await someone.fills(t.cooperation, 'De gemeente leidt; besluiten nemen we samen.');
	await someone.presses(t.save);
	await someone.sees(t.title);
	await someone.reads('Meer mensen ontmoeten elkaar buiten.');

	await someone.follows(t.changeParticipants);
	await someone.sees(t.participants);
	await someone.in(t.addParticipant).selects(t.organisation, 'Welzijnsorganisatie');
	await someone.in(t.addParticipant).ticks(t.group, t.groups.core_group);
	await someone.in(t.addParticipant).ticks(t.mandate, t.yesNo.yes);
	await someone.in(t.addParticipant).presses(t.addParticipant);
	await someone.page.getByRole('heading', { name: 'Welzijnsorganisatie' }).waitFor();
	await someone.sees(t.participants);

	await arrangePrecondition(someone, home);
	await useSuggestedPlanning(someone, home);
}

async function arrangePrecondition(someone: Person, home: string): Promise<void> {
	const t = someone.words(frameTexts);
	const name = preconditionFile.preconditions[0]?.name[someone.way.language] ?? '';
	await someone.goes(`${home}/kader/voorwaarden`);
	await someone.sees(t.preconditions);
	await someone.opens(t.change);
	await someone.in(name).ticks(t.state, t.preconditionStates.arranged);
	await someone.in(name).fills(t.owner, 'Afdelingshoofd welzijn');
	await someone.in(name).presses(t.save);
	// The badge in the heading says that it was saved; whoever leaves sooner takes the request along.
	const arranged = `${name} ${t.preconditionStates.arranged}`;
	await someone.page.getByRole('heading', { name: arranged }).waitFor();
	await someone.goes(`${home}/kader`);
	await someone.reads(t.preconditionsArranged(1, preconditionFile.preconditions.length));
}

async function useSuggestedPlanning(someone: Person, home: string): Promise<void> {
	const t = someone.words(frameTexts);
	await someone.goes(`${home}/kader/planning`);
	await someone.sees(t.planning);
	await someone.fills(t.firstDay, '1-2-2027');
	await someone.presses(t.useSuggestion);
	await someone.reads(phaseFile.phases[0]?.name[someone.way.language] ?? '');
	await someone.sees(t.planning);
}

/** Puts the number of inhabitants behind a new finding; gives the text of the finding. */
export async function findingFromFigure(someone: Person, home: string): Promise<string> {
	const t = someone.words(figureTexts);
	await someone.goes(`${home}/cijfers`);
	await someone.sees(t.profileTitle('Geitenkamp'));
	const use = someone.page.getByRole('button', { name: t.useLabel('') });
	await use.first().click();
	return addFinding(someone, 'risk', 'Er zijn weinig plekken voor zoveel mensen.');
}

/** From "what do you want to add", with a source in hand, to a finding that rests on it. */
export async function addFinding(
	someone: Person,
	column: 'risk' | 'protective',
	text: string,
): Promise<string> {
	const t = someone.words(analysisTexts);
	await someone.sees(t.addTitle);
	await someone.follows(columnName(someone, column));
	await someone.sees(t.addFindingTitle);
	await someone.fills(t.text, text);
	await someone.selects(t.mainTheme, themeName(someone));
	await someone.presses(t.save);
	// The finding stands there with its source, without any further step.
	await someone.page.waitForURL(/bevinding/);
	await someone.reads(text);
	await someone.sees(/./);
	const sources = someone.page.locator('#bronnen');
	await sources.getByRole('link').first().waitFor();
	const none = someone.words(findingTexts).noSources;
	if ((await sources.getByText(none).count()) > 0)
		throw new Error('The source was not taken over.');
	return text;
}

export async function observe(someone: Person, home: string, seen: string): Promise<void> {
	const t = someone.words(lifeworldTexts);
	await someone.goes(`${home}/leefwereld`);
	await someone.sees(t.title);
	await someone.follows(t.observation);
	await someone.sees(t.addObservation);
	await someone.fills(t.where, 'Het plein bij de winkels');
	await someone.ticks(t.who, named(someone, guideFile.observation.who[0]));
	await someone.ticks(t.busy, named(someone, guideFile.observation.busy[0]));
	await someone.fills(t.seen, seen);
	await savesInField(someone);
	await opensSaved(someone, seen);
}

export async function talk(someone: Person, home: string): Promise<void> {
	const t = someone.words(lifeworldTexts);
	const guide = guideFile.guides.find(({ id }) => id === 'resident');
	await someone.goes(`${home}/leefwereld`);
	await someone.follows(t.conversation);
	await someone.sees(t.addConversation);
	await someone.follows(
		named(
			someone,
			guideFile.speakers.find(({ id }) => id === 'resident'),
		),
	);
	await someone.sees(guide?.name[someone.way.language] ?? '');
	const question = guide?.questions[0]?.question[someone.way.language] ?? '';
	const answer = 'Fijn, maar er is geen plek om te zitten.';
	await someone.fills(question, answer);
	await savesInField(someone);
	await opensSaved(someone, answer);
}

/** Takes what is on the page as the source of a finding. */
export async function citeInFinding(
	someone: Person,
	column: 'risk' | 'protective',
	text: string,
): Promise<string> {
	await someone.follows(someone.words(evidenceTexts).cite);
	return addFinding(someone, column, text);
}

export async function addProvisionAndNeed(someone: Person, home: string): Promise<void> {
	const t = someone.words(analysisTexts);
	await someone.goes(`${home}/analyse/toevoegen`);
	await someone.follows(columnName(someone, 'provision'));
	await someone.sees(t.addProvisionTitle);
	await someone.fills(t.provisionText, 'Er staat geen enkele bank op het plein.');
	await someone.selects(t.standing, t.standings.missing);
	await someone.selects(t.mainTheme, themeName(someone));
	await someone.presses(t.save);
	await someone.sees(t.title);
	await someone.goes(`${home}/analyse/toevoegen`);
	await someone.follows(columnName(someone, 'knowledge'));
	await someone.sees(t.addNeedTitle);
	await someone.fills(t.question, 'Wie zou er willen zitten, en wanneer?');
	await someone.fills(t.method, 'Een middag meelopen.');
	await someone.selects(t.mainTheme, themeName(someone));
	await someone.presses(t.save);
	await someone.sees(t.title);
	await someone.reads('Wie zou er willen zitten, en wanneer?');
}

function columnName(someone: Person, column: string): string {
	return named(
		someone,
		frameworkFile.columns.find(({ id }) => id === column),
	);
}

function themeName(someone: Person): string {
	return named(someone, frameworkFile.domains[1]?.themes[0]);
}

function named(someone: Person, thing: { name: { nl: string; en: string } } | undefined): string {
	if (!thing) throw new Error('The content has changed: this is no longer there.');
	return thing.name[someone.way.language];
}
