/** 文书: the register, each paper as it is printed, and how the bureau words its papers. */
@NullMarked
package cn.anxun.server.console.paper;

import org.jspecify.annotations.NullMarked;
