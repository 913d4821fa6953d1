'use strict';
// Shows the contract that the stub serves; for reading alone, so that no page of ours speaks to another host.
(() => {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const paint = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
  dark.addEventListener('change', paint);
  paint();

  async function show() {
    const key = sessionStorage.getItem('tick-key');
    const get = path => fetch(path, {headers: key ? {'X-Tick-Key': key} : {}});
    const asked = new URLSearchParams(location.search).get('name');
    const answer = await get('/tick/contract' + (asked ? '?name=' + encodeURIComponent(asked) : ''));
    if (!answer.ok) {
      throw new Error(answer.status === 401
        ? 'This stub has an admin key: enter it on the console first.'
        : 'The stub answered ' + answer.status + ' in place of the contract.');
    }
    const {contracts} = await (await get('/tick/contracts')).json();
    for (const [index, contract] of contracts.entries()) {
      const link = document.createElement('a');
      link.href = '?name=' + encodeURIComponent(contract.name);
      link.textContent = contract.title;
      if (contract.name === asked || (!asked && index === 0)) {
        link.setAttribute('aria-current', 'page');
      }
      document.getElementById('contracts').append(' · ', link);
    }
    const spec = await answer.json();
    spec.servers = [{url: location.origin, description: 'this stub'}];
    SwaggerUIBundle({
      spec,
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
