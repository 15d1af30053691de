/**
 * 年度关账: the gate before it, the signed figures of each edition with their records, and what came
 * late.
 */
@NullMarked
package cn.anxun.server.yearend;

import org.jspecify.annotations.NullMarked;
