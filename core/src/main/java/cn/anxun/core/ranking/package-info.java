/** Rankings of units, never of persons, by rules that the office sets. */
@NullMarked
package cn.anxun.core.ranking;

import org.jspecify.annotations.NullMarked;
