import type { Call } from './calls.ts';

const leaders = ['process_manager'] as const;
const contributors = [...leaders, 'analyst', 'professional', 'resident_representative'] as const;
const members = [...contributors, 'administrator', 'decision_maker', 'reader'] as const;
const everyone = [...members, 'visitor'] as const;

/** What somebody brought in is changed by its organisation, here the municipality's, and by who leads. */
const ofMunicipality = ['process_manager', 'analyst'] as const;

const secret = 'A'.repeat(43);
const place = 'Het plein';

/** Who may do and read what of signals and the meetings of the core group. */
export const signalCalls: Record<string, Call> = {
	'signal.add': { by: contributors, input: () => ({ place, aboutOnePerson: 'no' }) },
	'signal.change': { by: ofMunicipality, input: (rows) => ({ evidenceId: rows.signal, place }) },
	'signal.list': { by: members },
	'signal.read': { by: members },
	'signal.patterns': { by: members },
	// Who reads the plan may ask; the public gets an empty list (signals.db.test.ts).
	'signal.ofApproach': { by: everyone },
	'signal.decide': {
		by: contributors,
		input: (rows) => ({ kind: 'looking', participantId: rows.participant }),
	},
	'signal.report': { by: contributors },
	'signal.reopen': { by: contributors, input: (rows) => ({ signalId: rows.settled_signal }) },
	'coreMeeting.add': { by: contributors, input: () => ({ startsAt: '09:00', endsAt: '10:00' }) },
	'coreMeeting.change': {
		by: contributors,
		input: () => ({ startsAt: '09:00', endsAt: '10:00' }),
	},
	'coreMeeting.drop': { by: contributors },
	'coreMeeting.resume': {
		by: contributors,
		input: (rows) => ({ coreMeetingId: rows.dropped_meeting }),
	},
	'coreMeeting.minute': {
		by: contributors,
		input: (rows) => ({ organisationIds: [rows.organisation] }),
	},
	'coreMeeting.close': { by: contributors },
	'coreMeeting.reopen': {
		by: leaders,
		input: (rows) => ({ coreMeetingId: rows.closed_meeting }),
	},
	'coreMeeting.tell': { by: leaders, input: (rows) => ({ coreMeetingId: rows.closed_meeting }) },
	'coreMeeting.list': { by: members },
	'coreMeeting.read': { by: members },
	'coreMeeting.mayPlan': { by: contributors },
	'signalPost.add': {
		by: everyone,
		input: () => ({ aboutOnePerson: 'no', follow: secret, email: null }),
		// The sample's check is of no page; members need none.
		fails: 'visitor_check.expired',
	},
	'signalPost.form': { by: everyone },
	'signalPost.list': { by: leaders },
	'signalPost.letIn': { by: leaders },
	'signalPost.setAside': { by: leaders },
	'signalPost.takeUpAgain': {
		by: leaders,
		input: (rows) => ({ signalPostId: rows.set_aside_post }),
	},
	'signalPost.takeBack': { by: everyone, input: () => ({ secret }), fails: 'not_found' },
	'signalPost.follow': { by: everyone, input: () => ({ secret }), fails: 'not_found' },
	'signalAddress.confirm': { by: everyone, input: () => ({ secret }), fails: 'not_found' },
	'signalAddress.stop': {
		by: everyone,
		input: () => ({ secret }),
		ignoresUnknown: 'an address that is not there is forgotten already',
	},
	'signalAddress.read': { by: everyone, input: () => ({ secret }) },
};
