// What pages do besides being read: everything works without it, too. The server renders; HTMX swaps.
'use strict';
(() => {
  const THROTTLE = 80; // milliseconds
  const REST = 600; // milliseconds
  const SUGGESTIONS = 8;
  const PATIENCE = 10_000; // milliseconds
  const MOST_SENT = 1_000_000; // bytes of a form; the server takes 1,048,576
  const language = document.documentElement.lang;
  const numbers = new Intl.NumberFormat(language);

  // What stands in the address, and not in the form, goes on to hold.
  const keepFilters = parameters => {
    const present = new URLSearchParams(location.search);
    for (const name of ['minPopulation', 'maxPopulation', 'bbox', 'near', 'radiusKm', 'sort']) {
      delete parameters[name];
      if (present.has(name)) parameters[name] = present.get(name);
    }
  };

  // The ways to other languages and to the sign-in lead back to what is shown now.
  const leadBack = () => {
    const here = location.pathname + location.search;
    for (const field of document.querySelectorAll('input[name=back]')) field.value = here;
    for (const link of document.querySelectorAll('a[href^="/login?target="]')) {
      link.href = `/login?target=${encodeURIComponent(here)}`;
    }
  };
  document.addEventListener('htmx:pushedIntoHistory', leadBack);
  document.addEventListener('htmx:replacedInHistory', leadBack);

  const tell = text => {
    const notice = document.createElement('div');
    notice.className = 'notice warning';
    notice.textContent = text;
    document.getElementById('toast')?.replaceChildren(notice);
  };
  document.addEventListener('htmx:sendError', event => {
    const {offline, unreachable} = document.body.dataset;
    tell(event.detail.requestConfig.verb === 'get' ? unreachable : offline);
    putBack(event);
  });

  // What a page of a refusal says.
  const words = page => new DOMParser().parseFromString(page, 'text/html').querySelector('main.error h1 + p')?.textContent
      ?? document.body.dataset.failed;

  // A cell that cannot be asked for anew is shown as it was.
  const cellsBefore = new WeakMap();
  const putBack = ({detail: {target, requestConfig}}) => {
    const isOpen = target.querySelector('form.cell');
    if (requestConfig.verb !== 'get' || !isOpen || !cellsBefore.has(target)) return;
    target.innerHTML = cellsBefore.get(target);
    target.querySelector('.htmx-request')?.classList.remove('htmx-request');
    htmx.process(target);
    target.querySelector('.pen')?.focus();
  };

  // A program that does not ask for HTML is given JSON. Addresses that can be shared have no parameters that say nothing.
  document.addEventListener('htmx:configRequest', event => {
    const {verb, parameters, headers} = event.detail;
    headers.Accept = 'text/html';
    if (verb !== 'get') return;
    if (event.detail.elt.id === 'find') keepFilters(parameters);
    for (const name of Object.keys(parameters)) {
      if (parameters[name] === '') delete parameters[name];
    }
  });

  // An error page of the server is shown as what it is, and not passed over.
  document.addEventListener('htmx:beforeSwap', event => {
    const {xhr, target} = event.detail;
    const isCell = target.tagName === 'TD';
    if (isCell && !target.querySelector('form.cell')) cellsBefore.set(target, target.innerHTML);
    if (xhr.status === 400 || xhr.status === 409 || (xhr.status === 401 && isCell)) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  // What cannot be swapped is loaded as a page, which says what is wrong; but not where something may have been typed.
  document.addEventListener('htmx:responseError', event => {
    const {requestConfig, target, pathInfo, xhr} = event.detail;
    // Who saves is told the same, and more.
    if (pathInfo.requestPath === '/cities/check') return;
    const isInPlace = target.id === 'adding' || target.tagName === 'TD';
    if (requestConfig.verb === 'get' && !isInPlace) return location.assign(pathInfo.finalRequestPath);
    tell(words(xhr.responseText));
    putBack(event);
  });

  // The keyboard goes on where more has come.
  document.addEventListener('htmx:beforeRequest', event => {
    const row = event.detail.target;
    if (row.id !== 'more') return;
    const before = row.previousElementSibling;
    document.addEventListener('htmx:afterSettle',
        () => before.nextElementSibling?.querySelector('a')?.focus({preventScroll: true}), {once: true});
  });

  // What the server says of a field counts for those who do not see its colour, too.
  document.addEventListener('htmx:afterSettle', event => {
    const fault = event.target;
    if (!fault.classList?.contains('fault') || !fault.id.endsWith('-fault')) return;
    const field = document.getElementById(fault.id.replace(/-fault$/, ''));
    field?.setAttribute('aria-invalid', fault.textContent !== '' && !fault.classList.contains('odd'));
  });

  // Two numbers in one field: latitude and longitude. A comma between two digits may be a decimal one.
  const NUMBER = '([+\\-−]?\\d{1,3}(?:\\.\\d+)?)°?';
  const WITH_COMMA = '([+\\-−]?\\d{1,3}(?:[.,]\\d+)?)°?';
  const PLACE = new RegExp(`^\\(?${NUMBER},\\s+${NUMBER}\\)?$|^\\(?${WITH_COMMA}\\s*;\\s*${WITH_COMMA}\\)?$|^([+\\-−]?\\d{1,3}\\.\\d+)°?\\s+([+\\-−]?\\d{1,3}\\.\\d+)°?$|^([+\\-−]?\\d{1,3}\\.\\d+),([+\\-−]?\\d{1,3}\\.\\d+)$`);
  document.addEventListener('paste', event => {
    if (event.target.id !== 'latitude') return;
    const place = event.clipboardData.getData('text').trim().match(PLACE);
    if (!place) return;
    event.preventDefault();
    const [latitude, longitude] = place.slice(1).filter(Boolean).map(number => number.replace('−', '-').replace(',', '.'));
    document.getElementById('latitude').value = latitude;
    document.getElementById('longitude').value = longitude;
    for (const name of ['latitude', 'longitude']) {
      document.getElementById(name).dispatchEvent(new Event('change', {bubbles: true}));
    }
  });

  // Esc leaves a cell as it was; the keyboard goes on where it has been.
  document.addEventListener('keydown', event => {
    const cell = event.target.closest?.('form.cell');
    if (event.key !== 'Escape' || !cell) return;
    event.preventDefault();
    typed.delete(cell);
    htmx.ajax('GET', cell.dataset.leave, {target: cell.closest('td')});
  });
  document.addEventListener('htmx:afterSettle', event => {
    if (event.target.tagName !== 'TD') return;
    (event.target.querySelector('form.cell [aria-label]') ?? event.target.querySelector('.pen'))?.focus();
  });

  // Whoever leaves a form that he has typed in is asked whether he means it.
  const typed = new Set();
  const typedIn = kind => [...typed].filter(form => form.isConnected && form.matches(kind));
  for (const kind of ['input', 'change']) {
    document.addEventListener(kind, event => {
      if (event.target.form?.matches('form.form, form.cell')) typed.add(event.target.form);
    });
  }
  document.addEventListener('submit', event => {
    if (!event.defaultPrevented) typed.delete(event.target);
  });
  // A cell that was refused comes back with what was typed.
  document.addEventListener('htmx:afterSettle', event => {
    const cell = event.target.tagName === 'TD' && event.detail.xhr?.status >= 400 && event.target.querySelector('form.cell');
    if (cell) typed.add(cell);
  });
  addEventListener('beforeunload', event => {
    if (typedIn('form').length > 0) event.preventDefault();
  });

  // Nor is a cell that is open lost with the list around it.
  document.addEventListener('htmx:confirm', event => {
    const {elt, target: list} = event.detail;
    const lost = typedIn('form.cell').some(cell => list?.contains?.(cell) && !cell.contains(elt));
    if (lost && !confirm(document.body.dataset.leaving)) event.preventDefault();
  });

  // A form that is open already is gone on with; and a link that is wanted in a tab of its own opens there.
  document.addEventListener('htmx:beforeRequest', event => {
    if (event.detail.elt.id !== 'add' || !document.querySelector('#adding form')) return;
    event.preventDefault();
    document.getElementById('name').focus();
  });
  document.addEventListener('click', event => {
    if ((event.ctrlKey || event.metaKey || event.shiftKey) && event.target.closest?.('a[hx-get]')) event.stopImmediatePropagation();
  }, {capture: true});

  // The form that was opened in its place is closed there, and the keyboard is where it has been.
  document.addEventListener('htmx:afterSettle', event => {
    if (event.target.id === 'adding') document.getElementById('name')?.focus();
  });
  document.addEventListener('click', event => {
    const adding = event.target.closest?.('#adding a[href="/cities"]') && document.getElementById('adding');
    if (!adding) return;
    event.preventDefault();
    adding.querySelector('details.place')?.dispatchEvent(new Event('gone'));
    adding.replaceChildren();
    document.getElementById('add').focus();
  });
  // What is too large for the server is not sent: it would be refused unread, and the form is lost to who cannot go back.
  const isTooLarge = form => form.enctype !== 'multipart/form-data'
      && new URLSearchParams(new FormData(form)).toString().length > MOST_SENT;
  const largest = fields => fields.reduce((most, each) => each.value.length > most.value.length ? each : most);
  // Where the server does not answer, the browser would show a page of its own, and what was typed be lost: it is asked first.
  let formBeingAsked = null;
  let formToSend = null;
  const reasonNotToSend = async () => {
    const answer = await fetch('/signed-in', {cache: 'no-store', headers: {Accept: 'text/html'}, signal: AbortSignal.timeout(PATIENCE)});
    return answer.status === 429 || answer.status >= 500 ? words(await answer.text()) : '';
  };
  const sendWhereReached = async event => {
    const {target: form, submitter} = event;
    if (form === formToSend || !form.matches('form.form') || !AbortSignal.timeout || !form.requestSubmit) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (formBeingAsked === form) return tell(document.body.dataset.sending);
    formBeingAsked = form;
    const fault = await reasonNotToSend().catch(() => document.body.dataset.offline);
    formBeingAsked = null;
    if (fault) return tell(fault);
    formToSend = form;
    try {
      form.requestSubmit(submitter);
    } finally {
      formToSend = null;
    }
  };
  // A form on its way is not sent again by a second click; after a while it is, as whoever stops the browser keeps the page.
  let formSent = null;
  let forgetting = 0;
  const forgetSent = () => {
    clearTimeout(forgetting);
    formSent?.removeAttribute('aria-busy');
    formSent = null;
    const toast = document.getElementById('toast');
    if (toast?.textContent === document.body.dataset.sending) toast.replaceChildren();
  };
  const noteSent = form => {
    if (formSent) forgetSent();
    formSent = form;
    form.setAttribute('aria-busy', 'true');
    forgetting = setTimeout(forgetSent, PATIENCE);
  };
  addEventListener('pageshow', forgetSent);
  document.addEventListener('submit', event => {
    if (!event.defaultPrevented && event.target.matches('form.form')) noteSent(event.target);
  });
  // Whoever types on may send again: the first may have been stopped, and its key keeps it from counting twice.
  for (const kind of ['input', 'change']) {
    document.addEventListener(kind, event => {
      if (formSent?.elements.key && event.target.form === formSent) forgetSent();
    });
  }
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method === 'post' && navigator.onLine === false) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return tell(document.body.dataset.offline);
    }
    if (form.method !== 'post') return;
    if (form === formSent) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return tell(document.body.dataset.sending);
    }
    if (!isTooLarge(form)) return sendWhereReached(event);
    event.preventDefault();
    event.stopImmediatePropagation();
    const field = largest([...form.querySelectorAll('input:not([type=hidden]), textarea')]);
    const fault = document.getElementById(`${field.id}-fault`);
    if (!fault) return tell(document.body.dataset.large);
    fault.textContent = document.body.dataset.large;
    fault.setAttribute('role', 'alert');
    field.setAttribute('aria-invalid', 'true');
    field.focus();
  }, true);
  document.addEventListener('htmx:beforeRequest', event => {
    const form = event.detail.elt.closest('form');
    if (event.detail.requestConfig.verb === 'post' && form && isTooLarge(form)) event.preventDefault();
  });

  // A secret is copied by a click; where the browser does not let scripts do so, it is selected.
  const copier = button => {
    const source = document.getElementById(button.dataset.copy);
    const told = document.getElementById(`${button.dataset.copy}-copied`);
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(source.textContent);
        told.textContent = button.dataset.copied;
      } catch (refused) {
        getSelection().selectAllChildren(source);
        told.textContent = button.dataset.select;
      }
    });
  };
  document.querySelectorAll('[data-copy]').forEach(copier);

  // Where the network is gone, a worker shows a page of ours in the language and the colours of this one.
  const worker = document.body.dataset.worker;
  if (worker && 'serviceWorker' in navigator) {
    addEventListener('load', () => {
      const chosen = new URLSearchParams({language, theme: document.documentElement.dataset.theme ?? 'auto'});
      navigator.serviceWorker.register(`${worker}?${chosen}`, {updateViaCache: 'all'})
          .catch(() => {}); // Forbidden, or the network is gone: the browser shows what it has.
    });
  }

  const combobox = input => {
    const list = document.getElementById(input.getAttribute('aria-controls'));
    let timer = 0;
    let last = -THROTTLE;
    let asked = null;
    let active = -1;

    const options = () => [...list.children];
    // Whoever hears the page is told how many there are, when he rests and not with each letter.
    const told = document.getElementById(`${list.id}-told`);
    let telling = 0;
    const announce = count => {
      clearTimeout(telling);
      const kind = count === 0 ? 'none' : count === 1 ? 'one' : 'many';
      telling = setTimeout(() => {
        told.textContent = told.dataset[kind].replace('#', numbers.format(count));
      }, REST);
    };
    const close = () => {
      clearTimeout(telling);
      if (told) told.textContent = '';
      list.hidden = true;
      active = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };
    const activate = index => {
      active = index;
      options().forEach((option, i) => option.setAttribute('aria-selected', i === index));
      const option = options()[index];
      if (!option) return input.removeAttribute('aria-activedescendant');
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({block: 'nearest'});
    };
    const piece = (name, text, kind) => {
      const element = document.createElement(name);
      element.textContent = text;
      element.dir = 'auto';
      if (kind) element.className = kind;
      return element;
    };
    const show = cities => {
      list.replaceChildren(...cities.map((city, i) => {
        const option = document.createElement('li');
        option.id = `suggestion-${i}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.dataset.path = `/cities/${city.id}`;
        option.append(piece('span', city.name));
        if (city.match.name !== city.name) option.append(piece('small', city.match.name));
        option.append(piece('small', city.country));
        if (city.population > 0) option.append(piece('small', numbers.format(city.population), 'people'));
        return option;
      }));
      active = -1;
      list.hidden = cities.length === 0;
      input.setAttribute('aria-expanded', String(cities.length > 0));
      input.removeAttribute('aria-activedescendant');
      if (told) announce(cities.length);
    };
    const suggest = async () => {
      asked?.abort();
      const text = input.value.trim();
      if (text === '') return close();
      asked = new AbortController();
      const query = new URLSearchParams({q: text, limit: SUGGESTIONS});
      const country = input.form?.elements.country?.value;
      if (country) query.set('country', country);
      try {
        const answer = await fetch(`/api/v2/cities/suggest?${query}`,
            {signal: asked.signal, headers: {'Accept-Language': language}});
        if (answer.ok && document.activeElement === input) show((await answer.json()).items);
      } catch (aborted) {
        // Somebody typed on, or is offline: what is typed can be searched for all the same.
      }
    };

    // The first letter is answered at once, those behind it not too often.
    input.addEventListener('input', () => {
      clearTimeout(timer);
      const wait = Math.max(0, last + THROTTLE - performance.now());
      timer = setTimeout(() => {
        last = performance.now();
        suggest();
      }, wait);
    });
    input.addEventListener('keydown', event => {
      const count = options().length;
      if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault();
        close();
      } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && list.hidden) {
        suggest();
      } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
        event.preventDefault();
        const step = event.key === 'ArrowDown' ? 1 : -1;
        activate(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
      } else if (event.key === 'Enter') {
        clearTimeout(timer);
        asked?.abort();
        const option = options()[active];
        if (!list.hidden && option) {
          event.preventDefault();
          location.assign(option.dataset.path);
        }
        close();
      }
    });
    input.addEventListener('blur', close);
    list.addEventListener('pointerdown', event => event.preventDefault());
    list.addEventListener('click', event => {
      const option = event.target.closest('[role=option]');
      if (option) location.assign(option.dataset.path);
    });
  };
  document.querySelectorAll('[role=combobox]').forEach(combobox);

  // What a map needs is loaded where one is shown.
  const load = path => new Promise((done, failed) => {
    const isStyle = path.endsWith('.css');
    const part = document.createElement(isStyle ? 'link' : 'script');
    part.onload = done;
    part.onerror = failed;
    if (isStyle) part.rel = 'stylesheet';
    part[isStyle ? 'href' : 'src'] = path;
    document.head.append(part);
  });
  let loaded = null;
  const drawMap = async element => {
    if ('drawn' in element.dataset) return;
    element.dataset.drawn = '';
    try {
      loaded ??= element.dataset.map.split(' ').reduce((before, path) => before.then(() => load(path)), Promise.resolve());
      await loaded;
      window.drawMap(element, tell);
    } catch (failed) {
      loaded = null;
      delete element.dataset.drawn;
      tell(document.body.dataset.offline);
    }
  };
  const maps = () => document.querySelectorAll('[data-map]').forEach(element => {
    if (element.tagName !== 'DETAILS') return drawMap(element);
    if (!element.hidden) return;
    element.hidden = false;
    element.addEventListener('toggle', () => element.open && drawMap(element));
  });
  maps();
  document.addEventListener('htmx:load', maps);
})();
