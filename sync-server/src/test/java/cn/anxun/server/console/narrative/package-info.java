/** Tests of the 自评报告. */
@NullMarked
package cn.anxun.server.console.narrative;

import org.jspecify.annotations.NullMarked;
