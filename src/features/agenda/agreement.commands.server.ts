import { loadAccessOfRow } from '#features/trajectory/access.server.ts';
import { municipalityOf, type Actor } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { Failure } from '#kernel/failure.ts';
import type { Reader } from '#server/database/handles.ts';
import { mayRecordAgreement } from './agreement.policy.ts';
import { isDecidedOn } from './agreement.queries.server.ts';
import { recordAgreementsSchema, type SentAgreements } from './agreement.schema.ts';
import { writeAgreements } from './agreement.write.server.ts';

export const recordAgreements = command({
	name: 'priority.recordAgreements',
	summary:
		'Records of parties whether they agree with a priority, do not, or were not there; until there is a decision.',
	http: { method: 'PUT', path: '/speerpunten/{priorityId}/instemming' },
	input: recordAgreementsSchema,
	subject: accessWithParties,
	allow: mayRecordAgreement,
	async run({ tx, actor, clock, subject }, { priorityId, agreements }) {
		if (await isDecidedOn(tx, municipalityOf(actor), priorityId))
			throw new Failure('priority.decided', 409);
		const priority = { id: priorityId, trajectoryId: subject.trajectoryId };
		await writeAgreements(tx, actor, priority, { sent: agreements, at: clock.now() });
		return { id: priorityId };
	},
	trajectory: (_input, { trajectoryId }) => trajectoryId,
});

interface Asked {
	priorityId: string;
	agreements: SentAgreements;
}

async function accessWithParties(reader: Reader, { priorityId, agreements }: Asked, actor: Actor) {
	const access = await loadAccessOfRow(reader, 'priority', priorityId, actor);
	return { ...access, parties: Object.keys(agreements) };
}
