/** 检查: visits, those joined because two officers logged one, and those that the plan asked for. */
@NullMarked
package cn.anxun.core.inspection;

import org.jspecify.annotations.NullMarked;
