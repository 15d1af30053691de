/** Figures with the records behind them. */
@NullMarked
package cn.anxun.server.console.figure;

import org.jspecify.annotations.NullMarked;
