// Swagger UI, and trying the API out in it as whoever is signed in. The token for that is in this page's memory and
// nowhere else; what the session storage holds is only that somebody went to sign in.
'use strict';
(() => {
  const CALLER = '/account/documentation';
  const WENT_TO_SIGN_IN = 'docs-went-to-sign-in';
  const SCHEME = 'bearer';

  const box = document.getElementById('caller');
  let lent = null;

  const dark = matchMedia('(prefers-color-scheme: dark)');
  const followScheme = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
  dark.addEventListener('change', followScheme);
  followScheme();

  const show = (state, name, reason) => {
    for (const part of box.querySelectorAll('[data-when]')) {
      part.hidden = part.dataset.when !== state;
      for (const place of part.querySelectorAll('[data-name]')) place.textContent = name || '';
      for (const place of part.querySelectorAll('[data-reason]')) place.textContent = reason || '';
      if (!part.hidden) {
        document.getElementById('told').textContent =
            [...part.childNodes].filter(node => !node.matches?.('a, button')).map(node => node.textContent).join(' ');
      }
    }
  };

  const ui = SwaggerUIBundle({
    url: '/api/openapi/v2.json',
    domNode: document.getElementById('swagger-ui'),
    deepLinking: true,
    displayRequestDuration: true,
    validatorUrl: null,
    syntaxHighlight: {theme: 'obsidian'},
    onComplete: () => speak(),
    responseInterceptor: answer => {
      if (answer.status === 401 && isSpeaking()) {
        silence();
        show('over');
      }
      return answer;
    },
  });

  // Swagger UI leaves these without a name that can be read out, and long examples out of the keyboard's reach.
  const NAMES = {'.body-param__text': 'Request body', '.close-modal': 'Close', '#servers': 'Server'};
  new MutationObserver(() => {
    for (const [unnamed, name] of Object.entries(NAMES)) {
      for (const part of document.querySelectorAll(`${unnamed}:not([aria-label])`)) part.setAttribute('aria-label', name);
    }
    for (const row of document.querySelectorAll('tr[data-param-name]')) {
      for (const field of row.querySelectorAll('input:not([aria-label]), select:not([aria-label])')) {
        field.setAttribute('aria-label', row.dataset.paramName);
      }
    }
    for (const example of document.querySelectorAll('pre.microlight:not([tabindex])')) example.tabIndex = 0;
  }).observe(document.getElementById('swagger-ui'), {childList: true, subtree: true});

  // Somebody may have pasted another token meanwhile.
  const isSpeaking = () => lent !== null
      && ui.authSelectors.authorized().getIn([SCHEME, 'value']) === lent.token;

  // Each document that is loaded must be told anew.
  const speak = () => {
    if (lent !== null) ui.preauthorizeApiKey(SCHEME, lent.token);
  };

  const silence = () => {
    if (isSpeaking()) ui.authActions.logout([SCHEME]);
    lent = null;
  };

  const caller = async () => {
    const answer = await fetch(CALLER, {cache: 'no-store'});
    const text = await answer.text();
    return answer.status === 200 ? JSON.parse(text) : null;
  };

  const lend = async () => {
    const known = await caller();
    if (known === null) return show('nobody');
    const answer = await fetch(`${CALLER}/token`, {method: 'POST', headers: {'X-CSRF-TOKEN': known.csrf}});
    const body = await answer.json();
    if (answer.status !== 201) return show('failed', known.name, body.detail);
    lent = {token: body.token, address: answer.headers.get('Location'), name: known.name};
    speak();
    show('lent', lent.name);
  };

  const end = async () => {
    const {token, address, name} = lent;
    silence();
    show('known', name);
    const answer = await fetch(address, {method: 'DELETE', headers: {Authorization: `Bearer ${token}`}});
    await answer.text();
  };

  const actions = {lend, end};
  box.addEventListener('click', async event => {
    const button = event.target.closest('[data-do]');
    if (button === null) return;
    button.disabled = true;
    try {
      await actions[button.dataset.do]();
    } catch (unreachable) {
      show('failed');
    } finally {
      button.disabled = false;
    }
  });

  document.getElementById('sign-in').addEventListener('click', () => sessionStorage.setItem(WENT_TO_SIGN_IN, 'yes'));

  const switches = document.querySelectorAll('[data-document]');
  for (const button of switches) {
    button.addEventListener('click', () => {
      for (const each of switches) each.setAttribute('aria-pressed', each === button);
      ui.specActions.updateUrl(button.dataset.document);
      ui.specActions.download(button.dataset.document);
    });
  }

  const begin = async () => {
    const known = await caller();
    if (known === null) return show('nobody');
    show('known', known.name);
    if (sessionStorage.getItem(WENT_TO_SIGN_IN) !== null) {
      sessionStorage.removeItem(WENT_TO_SIGN_IN);
      await lend();
    }
  };
  begin().catch(() => show('failed'));
})();
