import type { Actor } from '#kernel/actor.ts';
import { municipalityOf } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { shipped, shippedRule, type Rule, type RuleContent } from './rule.ts';

interface Row {
	key: string;
	content: RuleContent | null;
	isOn: boolean;
	version: number;
	changedAt: Date;
	withdrawnAt: Date | null;
}

/** A rule with the id of its row; null as long as nobody changed it. */
export interface StoredRule extends Rule {
	id: string | null;
}

/**
 * The rules of a municipality: those that came with the program in their order, as it changed them, then its own by age.
 * Withdrawn ones are among them.
 */
export async function loadRules(reader: Reader, municipalityId: string): Promise<StoredRule[]> {
	const rows = await reader
		.selectFrom('warning_rule')
		.select(['id', 'key', 'is_on as isOn', 'version'])
		.select(['changed_at as changedAt', 'withdrawn_at as withdrawnAt'])
		.select((eb) => eb.ref('content').$castTo<RuleContent | null>().as('content'))
		.where('municipality_id', '=', municipalityId)
		.orderBy('id')
		.execute();
	const changed = new Map(rows.map((row) => [row.key, row]));
	const own = rows.filter(({ key }) => !shippedRule(key));
	const ofProgram = shipped.rules.map(({ key }) => ruleOf(key, changed.get(key)));
	return [...ofProgram, ...own.map((row) => ruleOf(row.key, row))].flatMap((rule) => rule ?? []);
}

/** One of them. Throws `not_found`. */
export async function loadRule(reader: Reader, actor: Actor, key: string): Promise<StoredRule> {
	const rules = await loadRules(reader, municipalityOf(actor));
	const found = rules.find((rule) => rule.key === key);
	if (!found) throw notFound();
	return found;
}

function ruleOf(key: string, row: (Row & { id: string }) | undefined): StoredRule | null {
	const came = shippedRule(key);
	const content = row?.content ?? came?.content;
	// A rule that no longer comes with the program, and that nobody changed.
	if (!content) return null;
	return {
		id: row?.id ?? null,
		key,
		content,
		isOn: row?.isOn ?? came?.isOn ?? false,
		version: row?.version ?? 0,
		isShipped: came !== undefined,
		isChanged: Boolean(row?.content),
		changedAt: row?.changedAt ?? null,
		withdrawnAt: row?.withdrawnAt ?? null,
	};
}

/** The rules that count: on, and not withdrawn. */
export function rulesThatCount<R extends Rule>(rules: readonly R[]): R[] {
	return rules.filter(({ isOn, withdrawnAt }) => isOn && withdrawnAt === null);
}
