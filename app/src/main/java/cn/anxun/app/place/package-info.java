/** Where a record is made: one point while its form is open, never a track. */
@NullMarked
package cn.anxun.app.place;

import org.jspecify.annotations.NullMarked;
