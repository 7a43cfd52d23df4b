/** Shows buttons that print the page: without script the browser's own menu does it. */
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

export {}
