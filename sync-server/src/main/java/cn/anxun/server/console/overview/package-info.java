/** 总览: the period's figures beside those of the year before, and where they come from. */
@NullMarked
package cn.anxun.server.console.overview;

import org.jspecify.annotations.NullMarked;
