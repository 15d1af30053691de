/**
 * What a phone could not send: its entries in a file that is sealed to the server's key, and the
 * receipts that go back.
 */
@NullMarked
package cn.anxun.server.bundle;

import org.jspecify.annotations.NullMarked;
