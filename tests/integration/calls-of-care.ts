import type { Call } from './calls.ts';

const contributors = [
	'process_manager',
	'analyst',
	'professional',
	'resident_representative',
] as const;
const members = [...contributors, 'administrator', 'decision_maker', 'reader'] as const;
const everyone = [...members, 'visitor'] as const;
const leaders = ['process_manager'] as const;
const managers = ['administrator', 'process_manager'] as const;

/** Who may do and read what of second reading, places to turn to, periods and one's own contributions. */
export const careCalls: Record<string, Call> = {
	'secondReading.count': { by: everyone },
	'secondReading.list': { by: leaders },
	// The row of the filled world has no file on the disk.
	'secondReading.file': {
		by: leaders,
		fails: 'attachment.gone',
		hides: 'what waits is there for nobody else',
		input: (rows) => ({ attachmentId: rows.waiting_attachment }),
	},
	'secondReading.release': { by: leaders, input: (rows) => ({ evidenceId: rows.waiting }) },
	'secondReading.keepInside': { by: leaders, input: (rows) => ({ evidenceId: rows.waiting }) },
	'secondReader.add': { by: leaders },
	'secondReader.end': { by: leaders },
	'helpLine.add': { by: managers, input: () => ({ phone: '14 026' }) },
	'helpLine.withdraw': { by: managers },
	'helpLine.restore': { by: managers },
	'helpLine.list': { by: everyone },
	'retention.setPeriod': { by: ['administrator'], input: () => ({ kind: 'photo', version: 1 }) },
	'retention.carryOut': { by: ['administrator'] },
	'retention.read': { by: ['administrator'] },
	// The sample is the professional's; to anyone else it is not there.
	'contribution.list': { by: members },
	'contribution.takeBack': {
		by: ['professional'],
		hides: 'another’s material',
		input: (rows) => ({ evidenceId: rows.waiting }),
	},
	'contribution.erase': {
		by: ['professional', 'administrator'],
		hides: 'another’s material',
		input: (rows) => ({ evidenceId: rows.waiting, sure: true }),
	},
};
