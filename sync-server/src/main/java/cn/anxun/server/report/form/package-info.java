/**
 * The self-evaluation forms and the indicator list on paper: layouts as data, the values they print
 * by name, and what becomes of both as a {@link cn.anxun.server.report.PrintedDocument}.
 */
@NullMarked
package cn.anxun.server.report.form;

import org.jspecify.annotations.NullMarked;
