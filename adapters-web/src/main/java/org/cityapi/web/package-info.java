/** What all doors over HTTP share: settings, languages, request ids. */
@NullMarked
package org.cityapi.web;

import org.jspecify.annotations.NullMarked;
