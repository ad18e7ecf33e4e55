import { putInOutbox } from '#features/accounts/mail-outbox.server.ts';
import type { TrajectoryAccess } from '#features/trajectory/access.server.ts';
import { homeAddress, type HomeAddress } from '#features/trajectory/home-address.server.ts';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { mailTexts } from '#locales/mails.ts';
import { asLanguage, wordFor } from '#locales/messages.ts';
import { words } from '#locales/words.ts';
import type { Tx } from '#server/database/handles.ts';
import { formatDate } from '#ui/format.ts';
import type { Decision } from './agenda-item.queries.server.ts';
import type { Recipient, Telling } from './recipients.ts';

/** What was decided about an item, with its title. */
export type Told = Decision & { title: string };

export interface TellingPlace {
	actor: Actor;
	access: TrajectoryAccess;
	sessionId: string;
	decisions: readonly Told[];
	at: Date;
}

/**
 * Writes down that the decisions of a session are told, once: the mails go into the outbox in the same transaction, one for
 * each person. Gives false, and does nothing, when they were told before.
 */
export async function tellOnce(tx: Tx, place: TellingPlace, telling: Telling): Promise<boolean> {
	const { actor, access, sessionId, at } = place;
	const municipality_id = municipalityOf(actor);
	const counts = { sent: true, told: telling.recipients.length, unwilling: telling.unwilling };
	const first = await tx
		.insertInto('decision_telling')
		.values({
			municipality_id,
			id: sessionId,
			trajectory_id: access.trajectoryId,
			...counts,
			created_by: writerOf(actor),
			created_at: at,
		})
		.onConflict((conflict) =>
			conflict
				.columns(['municipality_id', 'id'])
				.doUpdateSet({ ...counts, created_at: at, created_by: writerOf(actor) })
				.where('decision_telling.sent', '=', false),
		)
		.returning('id')
		.executeTakeFirst();
	if (!first) return false;
	await writeNotices(tx, place, telling);
	const address = await homeAddress(tx, municipality_id, access.trajectoryId);
	for (const recipient of telling.recipients) await postMail(tx, place, recipient, address);
	return true;
}

/** Writes down that nobody is told; where they were told already it stays so. */
export async function doNotTell(tx: Tx, place: TellingPlace): Promise<void> {
	await tx
		.insertInto('decision_telling')
		.values({
			municipality_id: municipalityOf(place.actor),
			id: place.sessionId,
			trajectory_id: place.access.trajectoryId,
			sent: false,
			created_by: writerOf(place.actor),
			created_at: place.at,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

async function writeNotices(
	tx: Tx,
	{ actor, access, sessionId, at }: TellingPlace,
	{ recipients, unreached }: Telling,
): Promise<void> {
	const base = () => ({
		municipality_id: municipalityOf(actor),
		id: newId(),
		trajectory_id: access.trajectoryId,
		telling_id: sessionId,
		created_at: at,
	});
	const rows = [
		...recipients.map(({ personId }) => ({ ...base(), person_id: personId })),
		...unreached.map(({ evidenceId, why }) => ({
			...base(),
			evidence_id: evidenceId,
			unreached: why,
		})),
	];
	if (rows.length > 0) await tx.insertInto('decision_notice').values(rows).execute();
}

async function postMail(
	tx: Tx,
	{ actor, decisions, at }: TellingPlace,
	recipient: Recipient,
	address: HomeAddress,
): Promise<void> {
	const language = asLanguage(recipient.language);
	const t = mailTexts[language];
	const { body, outcome } = words[language];
	const own = decisions.filter(({ agendaItemId }) => recipient.agendaItemIds.has(agendaItemId));
	await putInOutbox(tx, {
		...{ municipalityId: municipalityOf(actor), recipient: recipient.email, at },
		subject: t.decisionSubject(address.areaName),
		body: t.decision({
			areaName: address.areaName,
			body: wordFor(body, own[0]?.body ?? ''),
			date: formatDate(own[0]?.decidedOn ?? '', language),
			evidence: recipient.made.evidence.size,
			findings: recipient.made.finding.size,
			solutions: recipient.made.solution.size,
			items: own.map((decision) => ({
				title: decision.title,
				outcome: wordFor(outcome, decision.outcome),
				reason: decision.reason,
				amendedText: decision.amendedText,
				address: `${address.url}/agenda/punt/${decision.agendaItemId}`,
			})),
			account: address.account,
		}),
	});
}
