/** Opens feedback. */
export function openFeedback(_page: HTMLElement): void {}
