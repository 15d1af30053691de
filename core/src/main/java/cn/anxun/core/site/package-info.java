/**
 * 检查对象: sites, those merged because they were registered twice, and those that look like doubles.
 */
@NullMarked
package cn.anxun.core.site;

import org.jspecify.annotations.NullMarked;
