/**
 * What withdrawn phones handed over, how it is decided, and what that means once one is served
 * again.
 */
@NullMarked
package cn.anxun.server.inbox;

import org.jspecify.annotations.NullMarked;
