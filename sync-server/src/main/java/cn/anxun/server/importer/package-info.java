/**
 * Brings in what was recorded elsewhere: ledgers of hazards, sites, drills and training kept in
 * workbooks, and sealed bundles from phones that cannot reach the server. Both end in the ledger by
 * the way of every other entry.
 */
@NullMarked
package cn.anxun.server.importer;

import org.jspecify.annotations.NullMarked;
