/** Tests of what is counted and how. */
@NullMarked
package cn.anxun.core.indicator;

import org.jspecify.annotations.NullMarked;
