import { isOpen } from './course.ts';
import type { SignalLine } from './signal-lines.server.ts';

/** The agenda of a meeting: first what comes back, then what is new, then what was settled in this meeting. */
export interface Agenda {
	/** Somebody looks into it, or said what they found. */
	comingBack: SignalLine[];
	/** To take up or not. */
	fresh: SignalLine[];
	/** Got an outcome in this meeting. */
	settled: SignalLine[];
}

/**
 * The agenda out of all signals that are open and those that this meeting said something of. What was reported comes
 * first, then what still has to be; within that the oldest first. Every signal that is open is on it.
 */
export function agendaOf(lines: readonly SignalLine[]): Agenda {
	const inState = (state: string) => lines.filter((line) => line.state === state);
	return {
		comingBack: [...inState('reported'), ...inState('looking')],
		fresh: inState('open'),
		settled: lines.filter(({ state }) => !isOpen(state)),
	};
}
