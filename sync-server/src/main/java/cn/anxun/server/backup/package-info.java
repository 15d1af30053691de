/** Copies a data directory while it is in use, and makes a data directory of such a copy. */
@NullMarked
package cn.anxun.server.backup;

import org.jspecify.annotations.NullMarked;
