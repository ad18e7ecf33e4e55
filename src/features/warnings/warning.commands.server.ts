import * as v from 'valibot';
import { municipalityOf, writerOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure, notFound } from '#kernel/failure.ts';
import { nothing } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { withdrawRow } from '#server/database/rows.ts';
import { recordAnswer } from './answer.server.ts';
import { ownWarnings } from './own-warnings.server.ts';
import { loadRules, rulesThatCount } from './rules.server.ts';
import { storeWarnings } from './store-warnings.server.ts';
import { setAsideSchema, warningIdSchema } from './warning.schema.ts';
import type { WarningLine } from './warning.ts';
import { warningsWhere } from './warning-list.server.ts';
import { mayManageWarnings } from './warnings.policy.ts';

/** The warning that an input names. Throws `not_found`. */
export async function warningOfInput(
	reader: Reader,
	{ warningId }: { warningId: string },
	actor: Actor,
): Promise<WarningLine> {
	const { items } = await warningsWhere(reader, municipalityOf(actor), { id: warningId });
	if (!items[0]) throw notFound();
	return items[0];
}

export const computeOwnWarnings = command({
	name: 'warning.compute',
	summary:
		'Carries out the rules for early warnings over all wijken and buurten of the municipality, and says what changed.',
	http: { method: 'POST', path: '/waarschuwingen/berekening' },
	input: v.object({}),
	subject: nothing,
	allow: mayManageWarnings,
	async run({ tx, actor, clock, requestId }) {
		const municipalityId = municipalityOf(actor);
		const rules = rulesThatCount(await loadRules(tx, municipalityId));
		const found = await ownWarnings(tx, municipalityId, rules);
		const byKey = new Map(rules.map((rule) => [rule.key, rule]));
		const computed = await storeWarnings(tx, municipalityId, found, byKey, clock.now());
		await tx
			.insertInto('warning_run')
			.values({ municipality_id: municipalityId, id: requestId, ...computed, at: clock.now() })
			.execute();
		return { id: requestId, ...computed };
	},
});

export const setAside = command({
	name: 'warning.setAside',
	summary: 'Sets a warning aside, with a reason; it comes back when its figures change.',
	http: { method: 'POST', path: '/waarschuwingen/{warningId}/terzijde' },
	input: setAsideSchema,
	subject: warningOfInput,
	allow: mayManageWarnings,
	async run({ tx, actor, clock, subject, requestId }, { reason }) {
		await recordAnswer(tx, subject, {
			municipalityId: municipalityOf(actor),
			id: requestId,
			kind: 'set_aside',
			reason,
			by: writerOf(actor),
			at: clock.now(),
		});
		return { id: requestId, version: 1 };
	},
});

export const takeBack = command({
	name: 'warning.takeBack',
	summary: 'Takes back that a warning was set aside: it stands among the open ones again.',
	http: { method: 'POST', path: '/waarschuwingen/{warningId}/terugneming' },
	input: warningIdSchema,
	subject: warningOfInput,
	allow: mayManageWarnings,
	async run({ tx, actor, clock, subject }) {
		const last = subject.answers.find(({ kind, isAboutNow }) => kind === 'set_aside' && isAboutNow);
		if (!last) throw new Failure('warning.not_set_aside', 409);
		const row = { municipalityId: municipalityOf(actor), id: last.id, version: last.version };
		return withdrawRow(tx, 'warning_answer', row, '', clock.now());
	},
});
