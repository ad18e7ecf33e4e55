/** Under which name the browser wakes the service worker when there is a network again. */
export const syncTag = 'wijkagenda-veld';
