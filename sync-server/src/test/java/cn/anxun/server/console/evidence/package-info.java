/** Tests of the auditor's pages. */
@NullMarked
package cn.anxun.server.console.evidence;

import org.jspecify.annotations.NullMarked;
