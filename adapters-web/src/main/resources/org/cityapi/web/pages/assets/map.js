// Maps: that of the list, and the one on which the form's place is chosen. Loaded where one of them is, behind Leaflet.
'use strict';
(() => {
  const WORLD = [[-57, -180], [78, 180]];
  const EDGES = [[-85.05, -180], [85.05, 180]]; // where Web Mercator ends
  const PAUSE = 150; // milliseconds after a move
  const CLOSE = 9; // the zoom at which a place is chosen
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

  const link = (name, text, path) => {
    const element = document.createElement(name);
    element.textContent = text;
    element.dir = 'auto';
    if (path) element.href = path;
    return element;
  };

  // An empty map of the world, on the outline, or on tiles where there is a server of them.
  const open = async (element, options) => {
    const {outline, tiles, attribution, source, help} = options;
    element.replaceChildren();
    const map = L.map(element, {
      maxBounds: EDGES, maxBoundsViscosity: 1, minZoom: 0, maxZoom: tiles ? 18 : 12, zoomSnap: 0.25,
      zoomControl: false, fadeAnimation: !still, zoomAnimation: !still, markerZoomAnimation: !still, inertia: !still,
    });
    map.attributionControl.setPrefix(false);
    L.control.zoom({zoomInTitle: options.in, zoomOutTitle: options.out}).addTo(map);
    element.setAttribute('role', 'application');
    element.setAttribute('aria-label', help);
    let countries = null;
    if (tiles) {
      const plain = document.createElement('span');
      plain.textContent = attribution;
      L.tileLayer(tiles, {attribution: plain.innerHTML, maxZoom: 19, noWrap: true}).addTo(map);
    } else {
      map.attributionControl.addAttribution(source);
    }
    const answer = await fetch(outline);
    countries = L.geoJSON(await answer.json(), {interactive: false, className: tiles ? 'country tiled' : 'country'});
    if (!tiles) countries.addTo(map);
    return {map, countries};
  };

  const boxOf = bounds => [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
      .map((edge, i) => Math.min(i % 2 ? 90 : 180, Math.max(i % 2 ? -90 : -180, edge)))
      .map(edge => Number(edge.toFixed(4)))
      .join(',');

  const boundsOf = box => {
    const [west, south, east, north] = box.split(',').map(Number);
    return L.latLngBounds([south, west], [north, east]);
  };

  const withParameter = (name, value) => {
    const url = new URL(location.href);
    url.searchParams.delete('view');
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
    return url.pathname + url.search.replaceAll('%2C', ',');
  };

  // The circles of what the server says is drawn.
  const draw = (layer, drawn) => {
    layer.clearLayers();
    for (const city of [...drawn.querySelectorAll('a[data-latitude]')].reverse()) {
      const circle = L.circleMarker([city.dataset.latitude, city.dataset.longitude],
          {radius: 3 + 13 * city.dataset.size, className: 'city', bubblingMouseEvents: false});
      circle.bindPopup(() => {
        const told = document.createElement('p');
        told.append(link('a', city.textContent, city.href), ' ', link('small', city.nextElementSibling.textContent));
        return told;
      });
      circle.addTo(layer);
      const mark = on => () => circle.getElement()?.classList.toggle('meant', on);
      for (const event of ['pointerenter', 'focus']) city.addEventListener(event, mark(true));
      for (const event of ['pointerleave', 'blur']) city.addEventListener(event, mark(false));
    }
  };

  // The countries' outlines are coarse: what lies around tells better where a place is.
  const neighbours = map => {
    const layer = L.layerGroup().addTo(map);
    const look = async () => {
      try {
        const answer = await fetch(`/cities/map?view=${boxOf(map.getBounds())}`,
            {headers: {'Accept': 'text/html', 'HX-Request': 'true'}});
        if (!answer.ok) return;
        const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
        layer.clearLayers();
        for (const city of part.querySelectorAll('a[data-latitude]')) {
          L.circleMarker([city.dataset.latitude, city.dataset.longitude],
              {radius: 2 + 8 * city.dataset.size, className: 'city', interactive: true})
              .bindTooltip(link('span', city.textContent)).addTo(layer);
        }
      } catch (away) {
        // Without a network there are the outlines.
      }
    };
    let timer = 0;
    map.on('moveend', () => {
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    });
    look();
  };

  // Where most of a country lies: not all of France is in Europe.
  const mainland = country => {
    const {type, coordinates} = country.feature.geometry;
    const size = bounds => (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
    return (type === 'Polygon' ? [coordinates] : coordinates)
        .map(([ring]) => L.latLngBounds(ring.map(([longitude, latitude]) => [latitude, longitude])))
        .reduce((largest, bounds) => size(bounds) > size(largest) ? bounds : largest);
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
      if (!isDrawing() || event.target.closest('.leaflet-control')) return;
      event.preventDefault();
      element.setPointerCapture(event.pointerId);
      from = at(event);
      rectangle = L.rectangle([from, from], {className: 'box', interactive: false}).addTo(map);
    });
    element.addEventListener('pointermove', event => {
      if (from) rectangle.setBounds([from, at(event)]);
    });
    element.addEventListener('pointerup', event => {
      if (!from) return;
      const bounds = L.latLngBounds(from, at(event));
      const size = map.latLngToContainerPoint(bounds.getNorthWest())
          .distanceTo(map.latLngToContainerPoint(bounds.getSouthEast()));
      if (size < 8) return drawing(false);
      location.assign(withParameter('bbox', boxOf(bounds)));
    });
    element.addEventListener('pointercancel', () => drawing(isDrawing()));
  };

  const listMap = async element => {
    const drawn = document.getElementById('drawn');
    const only = document.getElementById('only');
    const {map} = await open(element, element.dataset);
    map.fitBounds(boundsOf(element.dataset.view), {animate: false});
    const box = new URLSearchParams(location.search).get('bbox');
    if (box) L.rectangle(boundsOf(box), {className: 'box', interactive: false}).addTo(map);
    const cities = L.layerGroup().addTo(map);
    draw(cities, drawn);
    boxes(map, element);
    for (const select of document.querySelectorAll('#find select')) {
      select.addEventListener('change', () => select.form.requestSubmit());
    }
    let timer = 0;
    const ask = async () => {
      const view = boxOf(map.getBounds());
      const here = withParameter('view', view);
      history.replaceState(history.state, '', here);
      document.dispatchEvent(new CustomEvent('htmx:replacedInHistory'));
      only.href = withParameter('bbox', view);
      await htmx.ajax('GET', here, {source: drawn, target: drawn});
      drawn.scrollTop = 0;
      if (!told) draw(cities, drawn);
    };
    // What is told of a city stays while the map moves to make room for it.
    let told = false;
    map.on('popupopen', () => told = true);
    map.on('popupclose', () => {
      told = false;
      draw(cities, drawn);
    });
    map.on('moveend', () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
  };

  // A click, or the middle of the map by the keyboard, fills in both fields of the place.
  const placeMap = async details => {
    const latitude = document.getElementById('latitude');
    const longitude = document.getElementById('longitude');
    const country = document.getElementById('countryCode');
    const {map, countries} = await open(details.querySelector('.map'), details.dataset);
    const marker = L.circleMarker([0, 0], {radius: 8, className: 'city meant', interactive: false});
    const typed = () => {
      const numbers = [latitude, longitude].map(field => field.value.trim().replace(',', '.').replace('−', '-'));
      return numbers.every(number => /^[+-]?\d{1,3}(\.\d+)?$/.test(number))
          && Math.abs(numbers[0]) <= 90 && Math.abs(numbers[1]) <= 180 ? numbers.map(Number) : null;
    };
    const show = () => {
      const place = typed();
      if (place) marker.setLatLng(place).addTo(map);
      else marker.remove();
      return place;
    };
    const take = place => {
      latitude.value = place.lat.toFixed(5);
      longitude.value = place.wrap().lng.toFixed(5);
      show();
      latitude.dispatchEvent(new Event('change', {bubbles: true}));
    };
    const place = show();
    const chosen = countries.getLayers().find(each => each.feature.properties.alpha2 === country.value);
    if (place) map.setView(place, CLOSE, {animate: false});
    else map.fitBounds(chosen ? mainland(chosen) : WORLD, {animate: false});
    neighbours(map);
    map.on('click', event => take(event.latlng));
    details.querySelector('button').addEventListener('click', () => take(map.getCenter()));
    for (const field of [latitude, longitude]) field.addEventListener('change', show);
  };

  window.drawMap = element => element.tagName === 'DETAILS' ? placeMap(element) : listMap(element);
})();
