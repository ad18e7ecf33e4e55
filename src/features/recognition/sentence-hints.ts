import { recognitionManageTexts } from '#locales/recognition-manage.ts';
import type { Language } from '#locales/messages.ts';
import { dutchReadability } from '#statistics/readability.ts';
import type { TextScan } from '#ui/text-scan.ts';

/** Fewer than this on the scale of Flesch-Douma is harder than ordinary texts. */
const ordinary = 60;
/** More words than this make a sentence long to read on a telephone, or aloud. */
const mostWords = 15;

/** What makes a sentence hard to read for many people, in words; nothing for one that is fine. */
export function readingHints(text: string, language: Language): { message: string }[] {
	const t = recognitionManageTexts[language];
	const { ease, longestSentence } = dutchReadability(text);
	return [
		...(longestSentence > mostWords ? [{ message: t.tooLong(longestSentence) }] : []),
		...(ease < ordinary ? [{ message: t.tooHard }] : []),
	];
}

/** For `TextArea`'s `scan`: hints on reading beside those on persons. */
export function sentenceHints(language: Language, persons: TextScan): TextScan {
	return async () => {
		const scan = await persons();
		return (text) => [...scan(text), ...readingHints(text, language)];
	};
}
