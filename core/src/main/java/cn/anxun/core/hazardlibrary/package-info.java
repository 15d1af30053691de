/** 隐患库: ready texts of hazards with category, level, legal basis and deadline, as data. */
@NullMarked
package cn.anxun.core.hazardlibrary;

import org.jspecify.annotations.NullMarked;
