// Shows a page of our own where the network is gone. It keeps that page and what it needs, and nothing else: no list, no
// city, nothing of a person. It looks at readings of pages alone: never at the API, a sign-in, or anything that is sent.
'use strict';
const CACHE = 'offline-{version}';
const PAGE = '/offline';
const ASSETS = ['{style}', '{icon}'];
const OTHERS = /^\/(api|oauth|health|prometheus|assets)(\/|$)/;

// The page tells in the address of this script which language and colours it is in.
const chosen = new URL(location.href).searchParams;
const language = chosen.get('language') === 'fr' ? 'fr' : 'en';
const theme = /^(light|dark)$/.test(chosen.get('theme')) ? chosen.get('theme') : 'auto';

// Without cookies: the page that is kept is nobody's.
const fill = async cache => {
  const options = {credentials: 'omit', cache: 'reload', headers: {Accept: 'text/html', 'Accept-Language': language}};
  const page = await fetch(`${PAGE}?theme=${theme}`, options);
  if (!page.ok || page.redirected) throw new Error(`${PAGE}: ${page.status}`);
  await Promise.all([cache.put(PAGE, page), cache.addAll(ASSETS)]);
};

self.addEventListener('install', event => {
  event.waitUntil(caches.open(CACHE).then(fill).then(() => self.skipWaiting()));
});

self.addEventListener('activate', event => {
  const forget = names => Promise.all(names.filter(name => name.startsWith('offline-') && name !== CACHE).map(name => caches.delete(name)));
  event.waitUntil(caches.keys().then(forget).then(() => self.clients.claim()));
});

const kept = async path => {
  const cache = await caches.open(CACHE);
  return await cache.match(path, {ignoreVary: true}) ?? Response.error();
};

// The windows that show it: they alone take its style from here.
const cutOff = new Set();

const showKept = id => {
  cutOff.add(id);
  return kept(PAGE);
};

self.addEventListener('fetch', event => {
  const {request} = event;
  const {origin, pathname} = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && !OTHERS.test(pathname)) {
    event.respondWith(fetch(request).catch(() => showKept(event.resultingClientId)));
  } else if (ASSETS.includes(pathname) && cutOff.has(event.clientId)) {
    event.respondWith(kept(pathname));
  }
});
