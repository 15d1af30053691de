/** A bureau on its way from one database to another. */
@NullMarked
package cn.anxun.server.move;

import org.jspecify.annotations.NullMarked;
