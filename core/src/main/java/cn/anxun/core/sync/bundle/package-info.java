/**
 * What a phone could not send: its entries in a file that is sealed to the server's key, and the
 * receipts that go back; and beside it, sealed alike, a pack of what are no entries: photos and
 * drafts. Opening them is the server's.
 */
@NullMarked
package cn.anxun.core.sync.bundle;

import org.jspecify.annotations.NullMarked;
