/** 统计: figures of a period by core's engine from what the phone holds, and the records behind. */
@NullMarked
package cn.anxun.app.feature.statistics;

import org.jspecify.annotations.NullMarked;
