/** 汇总: several bureaus together and beside each other, for a city or a province. */
@NullMarked
package cn.anxun.server.console.bureaus;

import org.jspecify.annotations.NullMarked;
