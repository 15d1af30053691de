/** Papers as PDF and .docx, of the pieces that core lays out. */
@NullMarked
package cn.anxun.server.report.paper;

import org.jspecify.annotations.NullMarked;
