/** 隐患: the life of a hazard, from found to closed, and what follows from it at a cut-off. */
@NullMarked
package cn.anxun.core.hazard;

import org.jspecify.annotations.NullMarked;
