/** What the server makes of input that is meant to break it. */
@NullMarked
package cn.anxun.server.hostile;

import org.jspecify.annotations.NullMarked;
