// Maps: that of the list, and the one on which the form's place is chosen. Loaded where one of them is, behind Leaflet.
'use strict';
(() => {
  const WORLD = [[-57, -180], [78, 180]];
  const EDGES = [[-85.05, -180], [85.05, 180]]; // where Web Mercator ends
  const PAUSE = 150; // milliseconds after a move
  const QUIET = 1000; // milliseconds until a move is told
  const CLOSE = 9; // the zoom at which a place is chosen
  const LEAST = 8; // pixels of a box that is meant
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

  const piece = (name, text, path) => {
    const element = document.createElement(name);
    element.textContent = text;
    element.dir = 'auto';
    if (path) element.href = path;
    return element;
  };

  // What the server draws at an address, as a piece of a page.
  const partOf = async (path, signal) => {
    const answer = await fetch(path, {signal, headers: {'Accept': 'text/html', 'HX-Request': 'true'}});
    if (!answer.ok) throw new Error(String(answer.status));
    return new DOMParser().parseFromString(await answer.text(), 'text/html').body;
  };

  // The last call alone counts, and not before all is quiet.
  const settled = (milliseconds, action) => {
    let timer = 0;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(action, milliseconds);
    };
  };

  const outlines = async (map, path) => {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(String(answer.status));
    L.geoJSON(await answer.json(), {interactive: false, className: 'country'}).addTo(map).bringToBack();
  };

  // A map of the world on outlines of countries, or on tiles where there is a server of them.
  const open = (element, words, tell) => {
    const map = L.map(element, {
      maxBounds: EDGES, maxBoundsViscosity: 1, minZoom: 1, maxZoom: words.tiles ? 18 : 12, zoomSnap: 0.25,
      zoomControl: false, scrollWheelZoom: false,
      fadeAnimation: !still, zoomAnimation: !still, markerZoomAnimation: !still, inertia: !still,
    });
    if (still) {
      const panBy = map.panBy;
      map.panBy = (offset, options) => panBy.call(map, offset, {...options, animate: false});
    }
    map.fitBounds(WORLD, {animate: false});
    map.attributionControl.setPrefix(false);
    L.control.zoom({zoomInTitle: words.in, zoomOutTitle: words.out}).addTo(map);
    element.setAttribute('role', 'application');
    element.setAttribute('aria-label', words.name);
    // The wheel scrolls the page until the map is what it is turned for.
    map.on('focus', () => map.scrollWheelZoom.enable());
    map.on('blur', () => map.scrollWheelZoom.disable());
    const draw = () => {
      map.attributionControl.addAttribution(words.source);
      outlines(map, words.outline).catch(() => tell(words.failed));
    };
    if (!words.tiles) draw();
    else L.tileLayer(words.tiles, {attribution: piece('i', words.attribution ?? '').innerHTML, maxZoom: 19, noWrap: true})
        .once('tileerror', draw).addTo(map);
    return map;
  };

  const boxOf = bounds => [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
      .map((edge, i) => Math.min(i % 2 ? 90 : 180, Math.max(i % 2 ? -90 : -180, edge)))
      .map(edge => Number(edge.toFixed(4)));

  // One that crosses the antimeridian is two here.
  const boundsOf = box => {
    const [west, south, east, north] = box.split(',').map(Number);
    const bounds = (from, to) => L.latLngBounds([south, from], [north, to]);
    return west > east ? [bounds(west, 180), bounds(-180, east)] : [bounds(west, east)];
  };

  const withParameter = (name, value) => {
    const url = new URL(location.href);
    url.searchParams.delete('view');
    url.searchParams.set(name, value);
    return url.pathname + url.search.replaceAll('%2C', ',');
  };

  const circle = (city, least, most, options) => L.circleMarker([city.dataset.latitude, city.dataset.longitude],
      {radius: least + (most - least) * city.dataset.size, className: 'city', ...options});

  // The circles of what the server says is drawn, the smaller ones above.
  const draw = (map, layer, drawn, tellOf) => {
    layer.clearLayers();
    for (const city of [...drawn.querySelectorAll('a[data-latitude]')]) {
      const drawnCity = circle(city, 3, 16, {bubblingMouseEvents: false}).addTo(layer);
      drawnCity.on('click', () => tellOf(city, drawnCity.getLatLng()));
      const mark = on => () => drawnCity.getElement()?.classList.toggle('meant', on);
      for (const event of ['pointerenter', 'focus']) city.addEventListener(event, mark(true));
      for (const event of ['pointerleave', 'blur']) city.addEventListener(event, mark(false));
    }
  };

  // A box drawn by a pointer, whichever kind it is.
  const boxes = (map, element) => {
    const button = document.getElementById('draw-box');
    const help = document.getElementById('draw-help');
    let from = null;
    let rectangle = null;
    const at = event => map.containerPointToLatLng(map.mouseEventToContainerPoint(event));
    const drawing = on => {
      button.setAttribute('aria-pressed', String(on));
      help.textContent = on ? help.dataset.text : '';
      element.classList.toggle('drawing', on);
      map.dragging[on ? 'disable' : 'enable']();
      map.touchZoom[on ? 'disable' : 'enable']();
      from = null;
      rectangle?.remove();
    };
    const isDrawing = () => button.getAttribute('aria-pressed') === 'true';
    button.hidden = false;
    button.addEventListener('click', () => drawing(!isDrawing()));
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape' && isDrawing()) drawing(false);
    });
    element.addEventListener('pointerdown', event => {
      if (!isDrawing() || from || !event.isPrimary || event.button !== 0 || event.target.closest('.leaflet-control')) return;
      event.preventDefault();
      element.setPointerCapture(event.pointerId);
      from = at(event);
      rectangle = L.rectangle([from, from], {className: 'box', interactive: false}).addTo(map);
    });
    element.addEventListener('pointermove', event => {
      if (from && event.isPrimary) rectangle.setBounds([from, at(event)]);
    });
    element.addEventListener('pointerup', event => {
      if (!from || !event.isPrimary) return;
      const bounds = L.latLngBounds(from, at(event));
      const [west, south, east, north] = boxOf(bounds);
      const size = map.latLngToContainerPoint(bounds.getNorthWest())
          .distanceTo(map.latLngToContainerPoint(bounds.getSouthEast()));
      if (size < LEAST || west === east || south === north) return drawing(false);
      location.assign(withParameter('bbox', [west, south, east, north].join(',')));
    });
    element.addEventListener('pointercancel', event => event.isPrimary && drawing(isDrawing()));
  };

  const listMap = (element, tell) => {
    const words = {...element.dataset};
    const drawn = document.getElementById('drawn');
    const only = document.getElementById('only');
    const told = document.getElementById('map-told');
    element.replaceChildren();
    const map = open(element, words, tell);
    element.setAttribute('aria-describedby', 'map-help');
    map.fitBounds(boundsOf(words.view)[0], {animate: false});
    const box = new URLSearchParams(location.search).get('bbox');
    if (box) boundsOf(box).forEach(part => L.rectangle(part, {className: 'box', interactive: false}).addTo(map));
    const cities = L.layerGroup().addTo(map);
    const tellOf = (city, place) => {
      const text = document.createElement('p');
      text.append(piece('a', city.textContent, city.href), ' ', piece('small', city.nextElementSibling.textContent));
      L.popup().setLatLng(place).setContent(text).openOn(map);
    };
    map.on('popupopen', ({popup}) => {
      const close = popup.getElement().querySelector('.leaflet-popup-close-button');
      close.setAttribute('aria-label', words.close);
      close.addEventListener('click', () => element.focus());
    });
    draw(map, cities, drawn, tellOf);
    boxes(map, element);
    const say = settled(QUIET, () => {
      told.textContent = drawn.querySelector('.count')?.textContent ?? '';
    });
    let asked = null;
    let moves = 0;
    const ask = async () => {
      asked?.abort();
      const mine = asked = new AbortController();
      const move = moves;
      const view = boxOf(map.getBounds()).join(',');
      const here = withParameter('view', view);
      try {
        const part = await partOf(here, mine.signal);
        history.replaceState(history.state, '', here);
        document.dispatchEvent(new CustomEvent('htmx:replacedInHistory'));
        only.href = withParameter('bbox', view);
        drawn.replaceChildren(...part.childNodes);
        drawn.scrollTop = 0;
        draw(map, cities, drawn, tellOf);
        say();
      } catch (failure) {
        if (!mine.signal.aborted) tell(words.failed);
      }
      if (mine === asked && move === moves) drawn.setAttribute('aria-busy', 'false');
    };
    map.on('movestart', () => {
      moves++;
      drawn.setAttribute('aria-busy', 'true');
    });
    map.on('moveend', settled(PAUSE, ask));
    addEventListener('online', ask);
  };

  // A click, or the middle of the map by the keyboard, fills in both fields of the place.
  const placeMap = (details, tell) => {
    const latitude = document.getElementById('latitude');
    const longitude = document.getElementById('longitude');
    const country = document.getElementById('countryCode');
    const told = details.querySelector('[role=status]');
    const element = details.querySelector('.map');
    const map = open(element, details.dataset, tell);
    element.setAttribute('aria-describedby', 'place-help');
    const around = L.layerGroup().addTo(map);
    const marker = L.circleMarker([0, 0], {radius: 8, className: 'city meant', interactive: false});
    const typed = () => {
      const numbers = [latitude, longitude].map(field => field.value.trim().replace(/\s*°$/, '').replace(',', '.').replace('−', '-'));
      return numbers.every(number => /^[+-]?\d{1,3}(\.\d+)?$/.test(number))
          && Math.abs(numbers[0]) <= 90 && Math.abs(numbers[1]) <= 180 ? numbers.map(Number) : null;
    };
    const show = () => {
      const place = typed();
      if (!place) return marker.remove();
      marker.setLatLng(place).addTo(map);
      if (!map.getBounds().contains(place)) map.setView(place, Math.max(map.getZoom(), CLOSE), {animate: false});
    };
    const take = place => {
      latitude.value = place.lat.toFixed(5);
      longitude.value = place.wrap().lng.toFixed(5);
      told.textContent = details.dataset.taken.replace('#', `${latitude.value}; ${longitude.value}`);
      for (const field of [latitude, longitude]) field.dispatchEvent(new Event('change', {bubbles: true}));
    };
    // Where the cities of a country lie is where most of it is: not all of France is in Europe.
    const seek = async () => {
      if (typed() || !country.value) return;
      try {
        const part = await partOf(`/cities/map?country=${encodeURIComponent(country.value)}`);
        if (!typed()) map.fitBounds(boundsOf(part.querySelector('[data-view]').dataset.view)[0], {animate: false});
      } catch (failure) {
        tell(details.dataset.failed);
      }
    };
    // The outlines are coarse: what lies around tells better where a place is.
    let asked = null;
    const look = async () => {
      asked?.abort();
      const mine = asked = new AbortController();
      try {
        const part = await partOf(`/cities/map?view=${boxOf(map.getBounds()).join(',')}`, mine.signal);
        around.clearLayers();
        for (const city of part.querySelectorAll('a[data-latitude]')) {
          circle(city, 2, 10, {}).bindTooltip(piece('span', city.textContent)).addTo(around);
        }
      } catch (failure) {
        // Without a network there are the outlines.
      }
    };
    details.addEventListener('gone', () => map.remove());
    map.on('moveend', settled(PAUSE, look));
    map.on('click', event => take(event.latlng));
    details.querySelector('button').addEventListener('click', () => take(map.getCenter()));
    for (const field of [latitude, longitude]) field.addEventListener('change', show);
    country.addEventListener('change', seek);
    const place = typed();
    if (place) map.setView(place, CLOSE, {animate: false});
    show();
    seek();
    look();
  };

  window.drawMap = (element, tell) => element.tagName === 'DETAILS' ? placeMap(element, tell) : listMap(element, tell);
})();
