/**
 * What counts as an answer to each plain question (`src/locales/visitor-check.ts`), in both languages. The questions are
 * no secret: a program that is made for this page answers them. They stop what fills in whatever form it finds.
 */
const answers: Record<string, readonly string[]> = {
	'after-monday': ['dinsdag', 'tuesday'],
	'before-sunday': ['zaterdag', 'saturday'],
	'three-and-four': ['7', 'zeven', 'seven'],
	'ten-minus-two': ['8', 'acht', 'eight'],
	'two-and-three': ['5', 'vijf', 'five'],
	'after-six': ['7', 'zeven', 'seven'],
	'days-of-week': ['7', 'zeven', 'seven'],
	'legs-of-dog': ['4', 'vier', 'four'],
	'first-month': ['januari', 'january'],
	'last-month': ['december'],
};

export const questionIds = Object.keys(answers);

/** Whether an answer is right: small mistakes in capitals, spaces and full stops do not count. */
export function isRightAnswer(question: string, answer: string): boolean {
	const plain = answer
		.toLowerCase()
		.replace(/[.!\s]+/g, ' ')
		.trim();
	return (answers[question] ?? []).includes(plain);
}
