package org.cityapi.web.pages;

import jakarta.inject.Singleton;
import org.cityapi.web.BrowserSettings;
import org.cityapi.web.MapTiles;

/** What a browser needs to draw a map. */
@Singleton
public final class MapParts {

    private final MapTiles tiles;

    MapParts(BrowserSettings settings) {
        this.tiles = settings.tiles();
    }

    /** The addresses of what is loaded for it, in that order, with blanks between. */
    public String files() {
        return String.join(" ", Assets.ofMaps());
    }

    /** The address of the countries' outlines: GeoJSON (RFC 7946), with the property {@code alpha2}. */
    public String outline() {
        return Assets.outline();
    }

    /** The address of a drawing of all land, 3600 wide and 1800 high, plate carrée. */
    public String land() {
        return Assets.land();
    }

    /** The server of tiles, and whom they are from. */
    public MapTiles tiles() {
        return tiles;
    }
}
