/** Tests of the year's close. */
@NullMarked
package cn.anxun.server.yearend;

import org.jspecify.annotations.NullMarked;
