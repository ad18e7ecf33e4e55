import type { Actor } from '#kernel/actor.ts';
import type { Tx } from '#server/database/handles.ts';
import { replace, type LoadedEvidence } from './record.server.ts';
import { afterRewriting, careOfWords } from './second-reading.ts';

/**
 * What comes to a source after a second reader released it is read as well: a photo or file that came in or was put back,
 * or what is said of one. Words in it that point to a vulnerable group let the source wait, as words in the source do.
 */
export async function readAttachedToo(
	tx: Tx,
	actor: Actor,
	subject: LoadedEvidence,
	description: string,
): Promise<void> {
	const { evidence } = subject;
	const before = evidence.care;
	const care = before === 'none' ? careOfWords(evidence.kind, [description]) : before;
	if (care === 'none' || (care === before && evidence.visibility === 'organisation')) return;
	await replace(tx, actor, subject, evidence.version, afterRewriting(actor, subject, care));
}
