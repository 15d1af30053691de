/** Clocks that tests tell what to say. */
@NullMarked
package cn.anxun.server.clock;

import org.jspecify.annotations.NullMarked;
