/**
 * What a phone could not send: its entries in a file that is sealed to the server's key, and the
 * receipts that go back. Opening one is the server's.
 */
@NullMarked
package cn.anxun.core.sync.bundle;

import org.jspecify.annotations.NullMarked;
