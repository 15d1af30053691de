/** Tests of filling the files of others. */
@NullMarked
package cn.anxun.server.console.fill;

import org.jspecify.annotations.NullMarked;
