/** 手机 in 管理: what the bureau wants of its phones. */
@NullMarked
package cn.anxun.server.console.phonerules;

import org.jspecify.annotations.NullMarked;
