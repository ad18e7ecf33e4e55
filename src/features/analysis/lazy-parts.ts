import CellEditor from './CellEditor.svelte';
import EntryPanel from './EntryPanel.svelte';
import KeysHelp from './KeysHelp.svelte';

/** What the form needs only once somebody writes in it or asks for help: fetched after the page, as one file. */
export const lazyParts = { CellEditor, EntryPanel, KeysHelp };

export type LazyParts = typeof lazyParts;
