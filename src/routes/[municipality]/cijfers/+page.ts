// A page to read: its few buttons are plain forms.
export const csr = false;
