/**
 * The phone's database: Room over SQLCipher, the ledger's store, its projection, drafts, settings.
 */
@NullMarked
package cn.anxun.app.data.local;

import org.jspecify.annotations.NullMarked;
