/** Moves a bureau from one data directory to another, whichever database each has. */
@NullMarked
package cn.anxun.server.move;

import org.jspecify.annotations.NullMarked;
