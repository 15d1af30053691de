/** 手机规则 as the office sets them. */
@NullMarked
package cn.anxun.server.console.phonerules;

import org.jspecify.annotations.NullMarked;
