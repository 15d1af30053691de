/** Tests of what verification catches. */
@NullMarked
package cn.anxun.server.verify;

import org.jspecify.annotations.NullMarked;
