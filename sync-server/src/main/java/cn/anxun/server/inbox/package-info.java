/** What revoked phones handed over, and how it is decided. */
@NullMarked
package cn.anxun.server.inbox;

import org.jspecify.annotations.NullMarked;
