import * as v from 'valibot';
import { municipalityOf } from '#kernel/actor.ts';
import { command } from '#kernel/command.server.ts';
import { nothing } from '#kernel/query.server.ts';
import { addJob } from '#server/jobs.server.ts';
import { mayImport } from './import.commands.server.ts';

/** The name of the job that looks whether sources have newer versions. */
export const checkTask = 'check_sources';

export const checkSources = command({
	name: 'publication.check',
	summary:
		'Has the sources asked whether they have newer versions of the publications; once a week it goes by itself.',
	http: { method: 'POST', path: '/publicaties/controle' },
	input: v.object({}),
	subject: nothing,
	allow: mayImport,
	async run({ tx, actor, requestId }) {
		const municipalityId = municipalityOf(actor);
		await addJob(tx, checkTask, { municipalityId }, `${checkTask} ${municipalityId}`);
		return { id: requestId };
	},
});
