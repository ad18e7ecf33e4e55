import type { AgendaEntry } from '#features/agenda/agenda.queries.server.ts';
import type { Criterion } from '#features/agenda/criteria.schema.ts';
import type { Priority } from '#features/agenda/priority.queries.server.ts';
import type { Weighing } from '#features/agenda/weighing.server.ts';
import type { AnalysisForm } from '#features/analysis/form.ts';
import type { SourceInFull } from '#features/evidence/evidence-lines.server.ts';
import type { PlanEntry } from '#features/execution/plan.queries.server.ts';
import type { Frame } from '#features/trajectory/frame.queries.server.ts';
import type { WrittenSection } from './written-sections.server.ts';

/** Words of a source that a finding rests on; of who said them only the kind of speaker. */
export interface ReportQuote {
	findingId: string;
	evidenceId: string;
	text: string;
	speaker: string | null;
}

/** What a report says, as far as its reader may see it; a part that is not for this reader is null. */
export interface ReportData {
	municipalityName: string;
	areaName: string;
	startYear: number;
	endYear: number;
	/** Where the example is from; null for a real trajectory. */
	exampleSource: string | null;
	/** The day it was made, `YYYY-MM-DD`. */
	day: string;
	/** The parts that are public, for a reader from outside; null for those who read everything. */
	onlyParts: readonly string[] | null;
	frame: Frame | null;
	analysis: {
		form: AnalysisForm;
		sources: SourceInFull[];
		/** The words that findings rest on, as far as they may be cited. */
		quotes?: ReportQuote[];
	} | null;
	/** What findings are weighed by; null with the analysis. */
	criteria: Criterion[] | null;
	/** The sections that people wrote, by their key. */
	written: ReadonlyMap<string, WrittenSection>;
	/** Every organisation's view together; only for those inside. */
	/** For those inside; without scores as long as the scoring is open. */
	weighing: Weighing | null;
	agenda: { items: AgendaEntry[]; priorities: Priority[] } | null;
	plan: { approaches: PlanEntry[]; items: { id: string; title: string }[] } | null;
}
