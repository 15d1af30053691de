/** New records, written at a desk instead of on a phone. */
@NullMarked
package cn.anxun.server.console.entry;

import org.jspecify.annotations.NullMarked;
