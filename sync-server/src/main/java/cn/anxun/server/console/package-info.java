/**
 * Plain read-only pages for the browser: the figures of a year, and for each the records behind it.
 * No scripts; every word that comes from a ledger is escaped by {@link
 * cn.anxun.server.console.Html}.
 */
@NullMarked
package cn.anxun.server.console;

import org.jspecify.annotations.NullMarked;
