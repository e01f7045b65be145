package org.cityapi.web.pages;

import java.util.Map;

/**
 * What runs here, as its operator has set it; without secrets.
 *
 * @param version of the program; empty where it is run unpacked
 * @param settings what is set, by the names of the settings
 */
public record Installation(String version, Map<String, String> settings) {}
