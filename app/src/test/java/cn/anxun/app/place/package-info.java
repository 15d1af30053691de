/** Tests of the one point of a record. */
@NullMarked
package cn.anxun.app.place;

import org.jspecify.annotations.NullMarked;
