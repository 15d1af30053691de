/** 检查表: what is looked at in a visit by kind of site, and the answers that were given. */
@NullMarked
package cn.anxun.core.checklist;

import org.jspecify.annotations.NullMarked;
