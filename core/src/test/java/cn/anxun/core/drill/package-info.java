/** Tests of the plan of drills. */
@NullMarked
package cn.anxun.core.drill;

import org.jspecify.annotations.NullMarked;
