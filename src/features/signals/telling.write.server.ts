import { sql } from 'kysely';
import { expiresAfter, putInOutbox } from '#features/accounts/mail-outbox.server.ts';
import { iCalendar } from '#features/agenda/icalendar.ts';
import { excerpt } from '#features/lifeworld/excerpt.ts';
import { homeAddress, type HomeAddress } from '#features/trajectory/home-address.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import { digestOf, newSecret } from '#kernel/secret.server.ts';
import { meetingTexts } from '#locales/core-meetings.ts';
import { asLanguage, type Language } from '#locales/messages.ts';
import { signalMailTexts } from '#locales/signal-mails.ts';
import type { Reader, Tx } from '#server/database/handles.ts';
import { formatDate } from '#ui/format.ts';
import { outcomes } from './course.ts';
import { eventOfMeeting } from './meeting-calendar.ts';
import { meetingLines, organisationsAt, type MeetingLine } from './meetings.server.ts';
import { minutesText, stepText, type MinutesParts } from './minutes.ts';
import { signalLines, type SignalLine } from './signal-lines.server.ts';
import { stepsOf, type StepLine } from './steps.server.ts';
import type { Listener, News } from './telling.server.ts';

/** What there is to tell of one meeting. */
interface ToTell {
	municipalityId: string;
	home: HomeAddress;
	meeting: MeetingLine;
	minutes: MinutesParts;
	next: MeetingLine | null;
	news: readonly News[];
	steps: readonly StepLine[];
	lines: ReadonlyMap<string, SignalLine>;
	at: Date;
}

export async function whatToTell(
	tx: Tx,
	actor: Actor,
	{ trajectoryId }: { trajectoryId: string },
	meeting: MeetingLine,
	news: readonly News[],
	at: Date,
): Promise<ToTell> {
	const municipalityId = municipalityOf(actor);
	const home = await homeAddress(tx, municipalityId, trajectoryId);
	const steps = await stepsOf(tx, municipalityId, { coreMeetingId: meeting.id });
	const lines = new Map(
		(await signalLines(tx, municipalityId, trajectoryId).execute()).map((line) => [line.id, line]),
	);
	const organisations = await organisationsAt(tx, municipalityId, meeting.id);
	const next = await nextMeeting(tx, municipalityId, trajectoryId, at);
	const minutes = {
		...{ areaName: home.areaName, heldOn: meeting.heldOn, place: meeting.place },
		...{ decisions: meeting.decisions, notes: meeting.notes, othersPresent: meeting.othersPresent },
		organisations: organisations.map(({ name }) => name),
		signals: spokenOf(steps, lines),
		carriedOver: steps.filter(({ kind }) => kind === 'carried_over').length,
		next,
		url: `${home.url}/overleg/${meeting.id}`,
	};
	return { municipalityId, home, meeting, minutes, next, news, steps, lines, at };
}

async function nextMeeting(reader: Reader, municipalityId: string, trajectoryId: string, at: Date) {
	const next = await meetingLines(reader, municipalityId)
		.clearOrderBy()
		.where('trajectory_id', '=', trajectoryId)
		.where('state', '=', 'planned')
		.where('held_on', '>=', dayOf(at))
		.orderBy('held_on')
		.limit(1)
		.executeTakeFirst();
	return next ?? null;
}

/** The signals that a meeting said something of. What only its own organisation may read is not told to others. */
export function spokenOf(steps: readonly StepLine[], lines: ReadonlyMap<string, SignalLine>) {
	const said = steps.filter(({ kind }) => kind !== 'carried_over');
	return [...Map.groupBy(said, ({ signalId }) => signalId)].map(([id, own]) => {
		const line = lines.get(id);
		const isShared = line !== undefined && line.visibility !== 'organisation';
		return { text: isShared ? line.text : null, place: isShared ? line.place : '', steps: own };
	});
}

/** One mail for each person: what became of their signals, and the minutes for the core group. */
export async function tellMembers(
	tx: Tx,
	told: ToTell,
	listeners: readonly Listener[],
): Promise<{ participants: number; makers: number }> {
	for (const listener of listeners) {
		const language = asLanguage(listener.language);
		const t = signalMailTexts[language];
		const own = told.news.filter(({ signalId }) => listener.signalIds.includes(signalId));
		const date = formatDate(told.meeting.heldOn, language);
		await putInOutbox(tx, {
			...{ municipalityId: told.municipalityId, recipient: listener.email, at: told.at },
			subject: listener.getsMinutes
				? t.minutesSubject(told.home.areaName, date)
				: t.newsSubject(told.home.areaName),
			body: t.toMember({
				areaName: told.home.areaName,
				date,
				news: own.map((one) => newsText(told, one, language)),
				minutes: listener.getsMinutes ? minutesText(told.minutes, language) : '',
				account: told.home.account,
			}),
			calendar: listener.getsMinutes ? calendarOf(told, language) : '',
		});
	}
	const participants = listeners.filter(({ getsMinutes }) => getsMinutes).length;
	return { participants, makers: listeners.length - participants };
}

/** What became of one signal: its own words, what was decided and why, and where one reads on. */
function newsText({ lines, steps, home }: ToTell, news: News, language: Language) {
	const line = lines.get(news.signalId);
	const step = steps.findLast(
		({ signalId, kind }) => signalId === news.signalId && kind === news.kind,
	);
	return {
		about: line?.place || meetingTexts[language].withoutPlace,
		text: excerpt(line?.text ?? '', 120),
		what: stepText(
			{ kind: news.kind, text: news.text, participantName: step?.participantName ?? null },
			language,
		),
		address: `${home.url}/signalen/${news.signalId}`,
	};
}

/** The next meeting, for whoever was there; '' when none is planned. */
function calendarOf({ next, home, at }: ToTell, language: Language): string {
	if (next === null) return '';
	const place = { areaName: home.areaName, url: `${home.url}/overleg`, language };
	const name = meetingTexts[language].calendarName(home.areaName);
	return iCalendar(name, [eventOfMeeting(next, place)], at);
}

/** Mails to residents who left an address for just this. With an outcome the address goes. Gives how many. */
export async function tellResidents(tx: Tx, told: ToTell): Promise<number> {
	let count = 0;
	for (const news of told.news) {
		const { signalId } = news;
		const language = await languageOfPost(tx, told.municipalityId, signalId);
		if (language === null) continue;
		const text = newsText(told, news, asLanguage(language));
		const isLast = outcomes.some((one) => one === news.kind);
		if (await mailResident(tx, told, { signalId, language, ...text, isLast })) count += 1;
	}
	return count;
}

/** The language that a signal was handed in in without an account; null for a member's. */
async function languageOfPost(reader: Reader, municipalityId: string, id: string) {
	const row = await reader
		.selectFrom('signal_post')
		.select('language')
		.where('municipality_id', '=', municipalityId)
		.where('id', '=', id)
		.executeTakeFirst();
	return row?.language ?? null;
}

interface ResidentNews {
	signalId: string;
	language: string;
	about: string;
	text: string;
	what: string;
	isLast: boolean;
}

/** One mail to a resident. The address itself never comes here. Gives whether there was one. */
export async function mailResident(
	tx: Tx,
	{ home, at }: { home: HomeAddress; at: Date },
	{ signalId, language, about, text, what, isLast }: ResidentNews,
): Promise<boolean> {
	const t = signalMailTexts[asLanguage(language)];
	const secret = newSecret();
	const body = t.toResident({
		...{ areaName: home.areaName, about, text, what, isLast },
		stop: `${home.url}/signalen/adres/${secret}`,
	});
	const { rows } = await sql<{
		sent: boolean;
	}>`SELECT mail_signal_news(${signalId}, ${digestOf(secret)}, ${newId()},
		${t.newsSubject(home.areaName)}, ${body}, ${at}, ${expiresAfter(at)}, ${isLast}) AS sent`.execute(
		tx,
	);
	return rows[0]?.sent ?? false;
}
