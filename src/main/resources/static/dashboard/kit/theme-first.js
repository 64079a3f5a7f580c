// Runs before anything is painted, so that a chosen theme does not flash in late.
try {
  const chosen = localStorage.getItem('chainrule.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Without storage the page follows the system.
}
