/** Where a signal stands. The first three are open: they stand on the agenda of the next meeting. */
export const openStates = ['open', 'looking', 'reported'] as const;

/** What can become of a signal. */
export const outcomes = ['project', 'passed_on', 'enough', 'not_taken_up'] as const;
export type Outcome = (typeof outcomes)[number];

export const signalStates = [...openStates, ...outcomes] as const;
export type SignalState = (typeof signalStates)[number];

/** What a meeting of the core group decides about a signal (S4 §3.5). */
export const decisionKinds = ['looking', 'project', 'passed_on', 'enough', 'not_taken_up'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** One step in the course of a signal; `carried_over` is written by the program when a meeting closes. */
export type StepKind = DecisionKind | 'reported' | 'reopened' | 'carried_over';

/** Whether the core group still has to do something with it. */
export function isOpen(state: SignalState): boolean {
	return openStates.some((one) => one === state);
}

/**
 * Where a signal stands after a step, or null when the step is not possible there. Nothing but an outcome takes a
 * signal off the agenda, and after an outcome nothing is possible but opening it again.
 */
export function after(state: SignalState, step: StepKind): SignalState | null {
	if (!isOpen(state)) return step === 'reopened' ? 'open' : null;
	switch (step) {
		case 'reopened':
			return null;
		case 'carried_over':
			return state;
		case 'reported':
			// Only whoever was asked to look into it has something to report.
			return state === 'open' ? null : 'reported';
		case 'not_taken_up':
			// What was looked into was taken up; then it is enough so, or passed on.
			return state === 'open' ? 'not_taken_up' : null;
		default:
			return step;
	}
}

/** What a meeting can decide about a signal that stands there, in the order in which one asks. */
export function decisionsFor(state: SignalState): DecisionKind[] {
	return decisionKinds.filter((kind) => after(state, kind) !== null);
}
