/**
 * One bureau's ledger on disk: entries with their bytes, the chain over them, projections, and the
 * directory of accounts, grants and devices beside it. Knows nothing of HTTP.
 */
@NullMarked
package cn.anxun.server.storage;

import org.jspecify.annotations.NullMarked;
