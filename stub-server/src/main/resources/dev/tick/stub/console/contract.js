'use strict';
// Shows the contract that the stub serves; for reading alone, so that no page of ours speaks to another host.
(() => {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const paint = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
  dark.addEventListener('change', paint);
  paint();

  async function show() {
    const key = sessionStorage.getItem('tick-key');
    const answer = await fetch('/tick/contract', {headers: key ? {'X-Tick-Key': key} : {}});
    if (!answer.ok) {
      throw new Error(answer.status === 401
        ? 'This stub has an admin key: enter it on the console first.'
        : 'The stub answered ' + answer.status + ' in place of the contract.');
    }
    SwaggerUIBundle({
      spec: await answer.json(),
      dom_id: '#contract',
      validatorUrl: null,
      supportedSubmitMethods: [],
      deepLinking: true,
    });
  }

  show().catch(error => {
    const trouble = document.getElementById('trouble');
    trouble.textContent = error.message;
    trouble.hidden = false;
  });
})();
