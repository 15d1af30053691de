/** Drills that the office plans; those that were held are records. */
@NullMarked
package cn.anxun.core.drill;

import org.jspecify.annotations.NullMarked;
