/**
 * Remote revoke: what was synced goes from the phone, what is unsent is sealed to the server's key.
 */
@NullMarked
package cn.anxun.app.wipe;

import org.jspecify.annotations.NullMarked;
