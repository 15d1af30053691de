/** 基础数据: the bureau's documents that are tables, revised whole through a draft and a preview. */
@NullMarked
package cn.anxun.server.console.base;

import org.jspecify.annotations.NullMarked;
