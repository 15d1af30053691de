/** Where a record was made: one point of it, and how that is shown on a map. */
@NullMarked
package cn.anxun.core.place;

import org.jspecify.annotations.NullMarked;
