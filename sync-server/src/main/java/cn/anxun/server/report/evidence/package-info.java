/**
 * What an auditor is given for a form: for each row its records, how they make the figure, and what
 * proves that none was changed.
 */
@NullMarked
package cn.anxun.server.report.evidence;

import org.jspecify.annotations.NullMarked;
