/** The id of the editor's form (`Form` makes it of the command's name): buttons beside it send it. */
export const editorId = 'reportSection-write';
/** The id of its text area. */
export const editorTextId = `${editorId}-text`;
