/** Records as the console lists them. */
@NullMarked
package cn.anxun.server.console.record;

import org.jspecify.annotations.NullMarked;
